import { Answered } from './answered';

export class ReturneeLineAnswer {
  @Answered('id') workerId: string;
  @Answered('id') caseId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('day') returnedOn: string;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('text', { empty: true }) language: string | null;
  @Answered('text', { empty: true }) wish: string | null;
  @Answered('text', { empty: true }) savings: string | null;
  @Answered('day', { empty: true }) recordedOn: string | null;
  @Answered('text') referral: string;
  @Answered('text', { empty: true }) firm: string | null;
}

export class ReturneeListResponse {
  @Answered(() => ReturneeLineAnswer, { list: true }) people: ReturneeLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class OpeningAnswer {
  @Answered('id') id: string;
  @Answered('text') firm: string;
  @Answered('text') occupation: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') place: string;
  @Answered('whole') places: number;
  @Answered('whole') taken: number;
  @Answered('whole') hired: number;
  @Answered('whole') waiting: number;
  /** đồng a month. */
  @Answered('whole') wageFrom: number;
  @Answered('whole', { empty: true }) wageTo: number | null;
  @Answered('text', { empty: true }) language: string | null;
  @Answered('day') until: string;
  @Answered('text', { empty: true }) contact: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('text') state: string;
}

export class OpeningListResponse {
  @Answered(() => OpeningAnswer, { list: true }) openings: OpeningAnswer[];
}

export class OpeningTermsAnswer {
  @Answered('text') firm: string;
  @Answered('text') occupation: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text') place: string;
  @Answered('whole') places: number;
  @Answered('whole') wageFrom: number;
  @Answered('whole', { empty: true }) wageTo: number | null;
  @Answered('text', { empty: true }) language: string | null;
  @Answered('day') until: string;
  @Answered('text', { empty: true }) contact: string | null;
  @Answered('text', { empty: true }) note: string | null;
}

export class OpeningVersionAnswer {
  @Answered(() => OpeningTermsAnswer) terms: OpeningTermsAnswer;
  @Answered('moment') changedAt: string;
  @Answered('text', { empty: true }) by: string | null;
}

export class OpeningVersionsResponse {
  @Answered(() => OpeningVersionAnswer, { list: true }) versions: OpeningVersionAnswer[];
}

export class OpeningSavedResponse {
  @Answered('id') openingId: string;
}

export class FitAnswer {
  @Answered('text', { list: true }) fits: string[];
  @Answered('text', { list: true }) misses: string[];
  @Answered('text', { empty: true }) trade: string | null;
  @Answered('flag') languageGuessed: boolean;
}

export class FittingOpeningAnswer extends OpeningAnswer {
  @Answered(() => FitAnswer) fit: FitAnswer;
}

export class ReturneePersonAnswer {
  @Answered('id') workerId: string;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text') provinceCode: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
  @Answered('text', { list: true }) occupations: string[];
  @Answered('text', { empty: true }) language: string | null;
  @Answered('flag') abroad: boolean;
  @Answered('day') today: string;
}

export class ReturnProfileAnswer {
  @Answered('day') recordedOn: string;
  @Answered('text') occupation: string;
  @Answered('text', { empty: true }) language: string | null;
  @Answered('text', { empty: true }) languageLevel: string | null;
  @Answered('text') wish: string;
  @Answered('text', { empty: true }) savings: string | null;
  @Answered('text', { empty: true }) note: string | null;
}

export class ReferralAnswer {
  @Answered('id') id: string;
  @Answered('id') openingId: string;
  @Answered('text') firm: string;
  @Answered('text') occupation: string;
  @Answered('day') referredOn: string;
  @Answered('text', { empty: true }) outcome: string | null;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('day', { empty: true }) answeredOn: string | null;
}

export class ReturneeResponse {
  @Answered(() => ReturneePersonAnswer) person: ReturneePersonAnswer;
  @Answered(() => ReturnProfileAnswer, { list: true }) profiles: ReturnProfileAnswer[];
  @Answered(() => ReferralAnswer, { list: true }) referrals: ReferralAnswer[];
  @Answered(() => FittingOpeningAnswer, { list: true }) openings: FittingOpeningAnswer[];
}

export class ProfileKeptResponse {
  @Answered('id') workerId: string;
}

export class ReferralSavedResponse {
  @Answered('id') referralId: string;
}
