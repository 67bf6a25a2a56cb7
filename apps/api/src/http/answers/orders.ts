import { Answered } from './answered';

export class OrderTermsAnswer {
  @Answered('text') title: string;
  @Answered('text') market: string;
  @Answered('text') legalForm: string;
  @Answered('text', { absent: true }) programme: string;
  @Answered('id', { absent: true }) contractId: string;
  @Answered('text') occupation: string;
  @Answered('text') employer: string;
  @Answered('text', { absent: true }) workplace: string;
  @Answered('whole') places: number;
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
  @Answered('day', { absent: true }) closesOn: string;
  @Answered('day', { absent: true }) exitOn: string;
}

export class OrderResponse {
  @Answered('id') id: string;
  @Answered('text') code: string;
  @Answered('id') agencyId: string;
  @Answered('text') agencyName: string;
  @Answered('text') provinceCode: string;
  @Answered('text') state: string;
  @Answered('whole') version: number;
  @Answered('whole', { empty: true }) approvedVersion: number | null;
  @Answered(() => OrderTermsAnswer) terms: OrderTermsAnswer;
  @Answered('whole') passed: number;
  @Answered('whole') exited: number;
}

export class OrderVersionAnswer {
  @Answered('whole') version: number;
  @Answered(() => OrderTermsAnswer) terms: OrderTermsAnswer;
  @Answered('text') state: string;
  @Answered('moment') filedAt: string;
  @Answered('text', { empty: true }) filedBy: string | null;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('moment', { empty: true }) decidedAt: string | null;
  @Answered('text', { empty: true }) decidedBy: string | null;
}

export class OrderWithVersionsResponse extends OrderResponse {
  @Answered(() => OrderVersionAnswer, { list: true }) versions: OrderVersionAnswer[];
}

export class OrderListResponse {
  @Answered(() => OrderResponse, { list: true }) orders: OrderResponse[];
  @Answered('text', { absent: true }) next: string;
}

export class OrderPersonAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') stage: string;
  @Answered('flag') holds: boolean;
  @Answered('text', { empty: true }) result: string | null;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('day', { empty: true }) heldOn: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
}

export class SelectionRoundAnswer {
  @Answered('id') id: string;
  @Answered('text') name: string;
  @Answered('day') heldOn: string;
  @Answered('whole') passed: number;
  @Answered('whole') failed: number;
}

export class OrderPeopleResponse {
  @Answered(() => OrderPersonAnswer, { list: true }) people: OrderPersonAnswer[];
  @Answered(() => SelectionRoundAnswer, { list: true }) rounds: SelectionRoundAnswer[];
  @Answered('text', { absent: true }) next: string;
}

export class SelectionVerdictAnswer {
  @Answered('whole') row: number;
  @Answered('text') ref: string;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text') verdict: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('text', { empty: true }) message: string | null;
}

export class SelectionResponse {
  @Answered('id') roundId: string;
  @Answered('whole') places: number;
  @Answered('whole') passed: number;
  @Answered(() => SelectionVerdictAnswer, { list: true }) results: SelectionVerdictAnswer[];
}
