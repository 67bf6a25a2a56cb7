import { Answered } from './answered';

export class WorkRowAnswer {
  @Answered('text') kind: string;
  @Answered('text') id: string;
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('text') bucket: string;
  @Answered('day', { empty: true }) dueOn: string | null;
  @Answered('whole', { empty: true }) daysLeft: number | null;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) caseCode: string | null;
  @Answered('id', { empty: true }) workerId: string | null;
  @Answered('text', { empty: true }) fullName: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') why: string;
  @Answered('text') advice: string;
  @Answered('text') nextAction: string;
  @Answered('object') detail: Record<string, unknown>;
  @Answered('day', { absent: true }) hiddenUntil?: string;
}

export class WorkKindAnswer {
  @Answered('text') kind: string;
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('text') bucket: string;
  @Answered('whole') rows: number;
}

export class WorkCountsAnswer {
  @Answered('whole') urgent: number;
  @Answered('whole') today: number;
  @Answered('whole') week: number;
  @Answered('whole') later: number;
  @Answered('whole') waiting: number;
  @Answered('whole') hidden: number;
  @Answered('whole') doneToday: number;
  @Answered(() => WorkKindAnswer, { list: true }) kinds: WorkKindAnswer[];
}

export class WorkListResponse {
  @Answered('day') today: string;
  @Answered(() => WorkRowAnswer, { list: true }) rows: WorkRowAnswer[];
  @Answered('text', { absent: true }) next?: string;
  @Answered(() => WorkCountsAnswer, { absent: true }) counts?: WorkCountsAnswer;
}

export class SnoozedResponse {
  @Answered('text') kind: string;
  @Answered('text') id: string;
  @Answered('day') hiddenUntil: string;
}

export class FoundAnswer {
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) sex: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) declaredName: string | null;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) caseCode: string | null;
  @Answered('text', { empty: true }) stage: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('whole') openAlerts: number;
}

export class FoundListResponse {
  @Answered(() => FoundAnswer, { list: true }) people: FoundAnswer[];
}
