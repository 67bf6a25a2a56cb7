import { Answered } from './answered';

export class ClassLineAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') title: string;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('text') place: string;
  @Answered('day') startsOn: string;
  @Answered('day') endsOn: string;
  @Answered('whole') seats: number;
  @Answered('text', { list: true }) trainers: string[];
  @Answered('text') state: string;
  @Answered('text') organisationName: string;
  @Answered('whole', { empty: true }) requiredPeriods: number | null;
  @Answered('whole') taken: number;
  @Answered('whole') waiting: number;
  @Answered('whole') certified: number;
  @Answered('flag') own: boolean;
}

export class ClassListResponse {
  @Answered(() => ClassLineAnswer, { list: true }) classes: ClassLineAnswer[];
}

export class SessionAnswer {
  @Answered('id') id: string;
  @Answered('day') heldOn: string;
  @Answered('text') part: string;
  @Answered('whole') periods: number;
  @Answered('text') topic: string;
  @Answered('text', { empty: true }) trainer: string | null;
  @Answered('flag') taken: boolean;
}

export class SessionListResponse {
  @Answered(() => SessionAnswer, { list: true }) sessions: SessionAnswer[];
}

export class SeatAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text') stage: string;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) result: string | null;
  @Answered('text', { empty: true }) score: string | null;
  @Answered('text', { list: true }) absentFrom: string[];
  @Answered('whole') attendedPeriods: number;
  @Answered('text', { empty: true }) certificateNumber: string | null;
}

export class ClassResponse extends ClassLineAnswer {
  @Answered('day') today: string;
  @Answered(() => SessionAnswer, { list: true }) sessions: SessionAnswer[];
  @Answered(() => SeatAnswer, { list: true }) people: SeatAnswer[];
}

export class ClassOpenedResponse {
  @Answered('id') classId: string;
}

export class WantingAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') stage: string;
  @Answered('day', { empty: true }) plannedExitOn: string | null;
}

export class WantingListResponse {
  @Answered(() => WantingAnswer, { list: true }) people: WantingAnswer[];
}

export class SeatVerdictAnswer {
  @Answered('id') caseId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) number?: string;
  @Answered('text', { absent: true }) code?: string;
  @Answered('text', { absent: true }) message?: string;
}

export class SeatVerdictListResponse {
  @Answered(() => SeatVerdictAnswer, { list: true }) verdicts: SeatVerdictAnswer[];
}

export class SeatLeftResponse {
  @Answered('id', { empty: true }) movedUp: string | null;
}

export class AttendanceResponse {
  @Answered('whole') present: number;
  @Answered('whole') absent: number;
}

export class ResultsResponse {
  @Answered('whole') changed: number;
}

export class ClassStateResponse {
  @Answered('text') state: string;
}

export class CertificateAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') number: string;
  @Answered('text') issuerName: string;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('day') issuedOn: string;
  @Answered('day', { empty: true }) validUntil: string | null;
  @Answered('text') checkCode: string;
}

export class CertificateListResponse {
  @Answered(() => CertificateAnswer, { list: true }) certificates: CertificateAnswer[];
}

export class UncertifiedAnswer {
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) classTitle: string | null;
  @Answered('day', { empty: true }) passedOn: string | null;
}

export class UncertifiedListResponse {
  @Answered(() => UncertifiedAnswer, { list: true }) people: UncertifiedAnswer[];
  /** Whether others are left out: send what is here, then ask again. */
  @Answered('flag') more: boolean;
}

export class TrainedResponse {
  @Answered('whole') exits: number;
  @Answered('whole') trained: number;
}

export class PrintedCertificateAnswer {
  @Answered('text') kind: string;
  @Answered('text') number: string;
  @Answered('text') issuer: string;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('day') issuedOn: string;
  @Answered('day', { empty: true }) validUntil: string | null;
}

export class CertificateCheckResponse {
  @Answered(() => PrintedCertificateAnswer, { empty: true }) certificate: PrintedCertificateAnswer | null;
  @Answered('day') today: string;
}
