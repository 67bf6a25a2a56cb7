import { Answered } from './answered';

export class FairLineAnswer {
  @Answered('id') id: string;
  @Answered('text') title: string;
  @Answered('day') heldOn: string;
  @Answered('text') startsAt: string;
  @Answered('text', { empty: true }) endsAt: string | null;
  @Answered('text') place: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { list: true }) firms: string[];
  @Answered('text', { empty: true }) transport: string | null;
  @Answered('day') signUpUntil: string;
  @Answered('whole') seats: number;
  @Answered('whole') taken: number;
  @Answered('whole', { empty: true }) quota: number | null;
  @Answered('text', { list: true }) communes: string[];
  @Answered('text', { empty: true }) note: string | null;
  @Answered('text') state: string;
  @Answered('text') organisationName: string;
  /** Of the reader's own people. */
  @Answered('whole') signed: number;
}

export class FairListResponse {
  @Answered('day') today: string;
  @Answered(() => FairLineAnswer, { list: true }) fairs: FairLineAnswer[];
}

export class FairPersonAnswer {
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('whole', { empty: true }) birthYear: number | null;
  @Answered('text') communeCode: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('flag', { empty: true }) attended: boolean | null;
}

export class FairCommuneAnswer {
  @Answered('text') communeCode: string;
  @Answered('text') communeName: string;
  @Answered('whole') signed: number;
}

export class FairResponse extends FairLineAnswer {
  @Answered('day') today: string;
  @Answered(() => FairPersonAnswer, { list: true }) people: FairPersonAnswer[];
  @Answered(() => FairCommuneAnswer, { list: true }) brought: FairCommuneAnswer[];
}

export class FairSavedResponse {
  @Answered('id') fairId: string;
}

export class SignUpVerdictAnswer {
  @Answered('id') workerId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) code?: string;
  @Answered('text', { absent: true }) message?: string;
}

export class SignUpResponse {
  @Answered(() => SignUpVerdictAnswer, { list: true }) verdicts: SignUpVerdictAnswer[];
  @Answered('whole') free: number;
}

export class FairLeftResponse {
  @Answered('flag') left: boolean;
}

export class FairAttendedResponse {
  @Answered('whole') people: number;
}

export class PublicFairAnswer {
  @Answered('id') id: string;
  @Answered('text') title: string;
  @Answered('day') heldOn: string;
  @Answered('text') startsAt: string;
  @Answered('text', { empty: true }) endsAt: string | null;
  @Answered('text') place: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') provinceCode: string;
  @Answered('text') provinceName: string;
  @Answered('text', { list: true }) firms: string[];
  @Answered('text', { empty: true }) transport: string | null;
  @Answered('day') signUpUntil: string;
  @Answered('text') organisationName: string;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('flag') full: boolean;
}

export class NamedPlaceAnswer {
  @Answered('text') code: string;
  @Answered('text') name: string;
}

export class PublicFairListResponse {
  @Answered('day') today: string;
  @Answered(() => PublicFairAnswer, { list: true }) fairs: PublicFairAnswer[];
  @Answered(() => NamedPlaceAnswer, { list: true }) provinces: NamedPlaceAnswer[];
  @Answered(() => NamedPlaceAnswer, { list: true }) communes: NamedPlaceAnswer[];
}
