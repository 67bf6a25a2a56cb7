import { Answered } from './answered';

export class MissingPaperAnswer {
  @Answered('text') guard: string;
  @Answered('text') title: string;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) why: string | null;
}

export class DepartureAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('id', { empty: true }) agencyId: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('day') plannedExitOn: string;
  @Answered('whole') daysLeft: number;
  @Answered(() => MissingPaperAnswer, { list: true }) missing: MissingPaperAnswer[];
  @Answered('day', { empty: true }) remindedOn: string | null;
}

export class DepartureListResponse {
  @Answered(() => DepartureAnswer, { list: true }) departures: DepartureAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class ReminderVerdictAnswer {
  @Answered('id') caseId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) message?: string;
}

export class RemindedResponse {
  @Answered(() => ReminderVerdictAnswer, { list: true }) results: ReminderVerdictAnswer[];
}
