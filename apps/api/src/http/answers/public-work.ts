import { Answered } from './answered';

export class PublicOpeningAnswer {
  @Answered('id') id: string;
  @Answered('text') firm: string;
  @Answered('text') occupation: string;
  @Answered('text') place: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') provinceCode: string;
  @Answered('text') provinceName: string;
  @Answered('whole') free: number;
  @Answered('whole') wageFrom: number;
  @Answered('whole', { empty: true }) wageTo: number | null;
  @Answered('text', { empty: true }) language: string | null;
  @Answered('day') until: string;
  @Answered('text') office: string;
  @Answered('text', { empty: true }) phone: string | null;
}

export class PublicOpeningListResponse {
  @Answered(() => PublicOpeningAnswer, { list: true }) openings: PublicOpeningAnswer[];
}

export class PublicOrderAnswer {
  @Answered('text') code: string;
  @Answered('text') agencyName: string;
  @Answered('text') provinceCode: string;
  @Answered('text') provinceName: string;
  @Answered('text') market: string;
  @Answered('text') title: string;
  @Answered('day', { empty: true }) closesOn: string | null;
  @Answered('whole') free: number;
  @Answered('text') occupation: string;
  @Answered('text') employer: string;
  @Answered('text', { absent: true }) workplace: string;
  @Answered('text', { absent: true }) wage: string;
  @Answered('text', { absent: true }) wageCurrency: string;
  @Answered('whole', { absent: true }) hoursPerWeek: number;
  @Answered('whole', { absent: true }) termMonths: number;
  @Answered('whole', { absent: true }) ageFrom: number;
  @Answered('whole', { absent: true }) ageTo: number;
  @Answered('text', { absent: true }) sex: string;
  @Answered('text', { absent: true }) education: string;
  @Answered('text', { absent: true }) language: string;
  @Answered('text', { absent: true }) conditions: string;
}

export class PublicOrderListResponse {
  @Answered(() => PublicOrderAnswer, { list: true }) orders: PublicOrderAnswer[];
}
