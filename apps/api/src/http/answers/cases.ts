import { Answered } from './answered';

export class CaseLineAnswer {
  @Answered('id') id: string;
  @Answered('text') code: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) sex: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('id', { empty: true }) agencyId: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) legalForm: string | null;
  @Answered('text', { empty: true }) programme: string | null;
  @Answered('text') stage: string;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('whole', { empty: true }) daysLeft: number | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
  @Answered('whole') openAlerts: number;
  @Answered('text', { empty: true }) loan: null;
}

export class CaseListResponse {
  @Answered(() => CaseLineAnswer, { list: true }) cases: CaseLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
  @Answered('whole', { absent: true }) total?: number;
}

export class OtherCaseAnswer {
  @Answered('id') id: string;
  @Answered('text') code: string;
  @Answered('text') stage: string;
}

export class PaperAnswer {
  @Answered('text') guard: string;
  @Answered('text') title: string;
  @Answered('text') state: string;
  @Answered('day', { empty: true }) on: string | null;
  @Answered('day', { empty: true }) until: string | null;
  @Answered('text', { empty: true }) reference: string | null;
  @Answered('text', { empty: true }) rule: string | null;
  @Answered('text', { empty: true }) why: string | null;
  @Answered('day', { empty: true }) lastDay: string | null;
  @Answered('text', { empty: true }) waivedFor: string | null;
}

export class OfferAnswer {
  @Answered('text') kind: string;
  @Answered('text') title: string;
  @Answered('text', { list: true }) needs: string[];
  @Answered('text', { empty: true }) to: string | null;
  @Answered('text', { empty: true }) proves: string | null;
  @Answered('flag') late: boolean;
}

export class ContractVersionAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text', { empty: true }) number: string | null;
  @Answered('day', { empty: true }) signedOn: string | null;
  @Answered('day', { empty: true }) startsOn: string | null;
  @Answered('day', { empty: true }) endsOn: string | null;
  @Answered('whole', { empty: true }) termMonths: number | null;
  @Answered('text', { empty: true }) employer: string | null;
  @Answered('text', { empty: true }) workplace: string | null;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('text', { empty: true }) wage: string | null;
  @Answered('text', { empty: true }) wageCurrency: string | null;
  @Answered('moment') recordedAt: Date;
  @Answered('flag') voided: boolean;
}

export class CaseResponse {
  @Answered('id') id: string;
  @Answered('text') code: string;
  @Answered('id') workerId: string;
  @Answered('text') provinceCode: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('whole') version: number;
  @Answered('text') stage: string;
  @Answered('text') storedStage: string;
  @Answered('text', { list: true }) openGaps: string[];
  @Answered(() => OtherCaseAnswer, { list: true }) otherCases: OtherCaseAnswer[];
  @Answered('text', { empty: true }) legalForm: string | null;
  @Answered('text', { empty: true }) programme: string | null;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('id', { empty: true }) agencyId: string | null;
  @Answered('id', { empty: true }) orderId: string | null;
  @Answered('day', { empty: true }) ruleDate: string | null;
  @Answered('day', { empty: true }) selectedOn: string | null;
  @Answered('day', { empty: true }) contractSignedOn: string | null;
  @Answered('day', { empty: true }) contractStart: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('day', { empty: true }) contractTerminatedOn: string | null;
  @Answered('day', { empty: true }) stayUntil: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
  @Answered('text', { empty: true }) returnType: string | null;
  @Answered('day', { empty: true }) abscondedOn: string | null;
  @Answered('day', { empty: true }) plannedReturnOn: string | null;
  @Answered('day', { empty: true }) endedOn: string | null;
  @Answered('text', { empty: true }) closedFrom: string | null;
  @Answered('object') guards: Record<string, unknown>;
  @Answered('object') waivers: Record<string, unknown>;
  @Answered('day', { empty: true }) plannedExitOn: string | null;
  @Answered('text', { empty: true }) occupation: string | null;
  @Answered('day') papersFor: string;
  @Answered('day', { empty: true }) waitUntil: string | null;
  @Answered('text', { empty: true }) programmeTitle: string | null;
  @Answered('day') today: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered(() => PaperAnswer, { list: true }) papers: PaperAnswer[];
  @Answered(() => OfferAnswer, { list: true }) offers: OfferAnswer[];
  @Answered(() => ContractVersionAnswer, { list: true }) contracts: ContractVersionAnswer[];
}

export class CaseOfWorkerListResponse {
  @Answered(() => OtherCaseAnswer, { list: true }) cases: OtherCaseAnswer[];
}

export class CaseOpenedResponse {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('whole') version: number;
}

export class EventAnswer {
  @Answered('whole') id: number;
  @Answered('text') kind: string;
  @Answered('text') title: string;
  @Answered('day', { empty: true }) effectiveOn: string | null;
  @Answered('moment') recordedAt: Date;
  @Answered('text', { empty: true }) stageBefore: string | null;
  @Answered('text') stageAfter: string;
  @Answered('text') proof: string;
  @Answered('id', { empty: true }) organisationId: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
  @Answered('id', { empty: true }) accountId: string | null;
  @Answered('text', { empty: true }) accountName: string | null;
  @Answered('whole', { empty: true }) correctsId: number | null;
  @Answered('whole', { empty: true }) correctedBy: number | null;
  @Answered('id', { empty: true }) batchId: string | null;
  @Answered('object') detail: Record<string, unknown>;
}

export class TimelineResponse {
  @Answered(() => EventAnswer, { list: true }) events: EventAnswer[];
}

export class GapAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') guard: string;
  @Answered('text') title: string;
  @Answered('day') foundOn: string;
  @Answered('text') source: string;
  @Answered('text', { empty: true }) sourceRef: string | null;
}

export class GapListResponse {
  @Answered(() => GapAnswer, { list: true }) gaps: GapAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class MilestoneResponse {
  @Answered('text') outcome: string;
  @Answered('id') caseId: string;
  @Answered('whole', { absent: true }) eventId?: number;
  @Answered('text') stage: string;
  @Answered('whole') version: number;
  @Answered('text', { list: true }) gaps: string[];
}

export class ManyResultAnswer {
  @Answered('id') caseId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) stage?: string;
  @Answered('text', { absent: true }) code?: string;
  @Answered('text', { absent: true }) message?: string;
}

export class ManyRecordedResponse {
  @Answered(() => ManyResultAnswer, { list: true }) results: ManyResultAnswer[];
  @Answered('whole') done: number;
  @Answered('whole') unchanged: number;
  @Answered('whole') refused: number;
  @Answered('whole') undoMinutes: number;
}

export class UndoneCaseAnswer {
  @Answered('id') caseId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) code?: string;
  @Answered('text', { absent: true }) message?: string;
}

export class UndoneRequestResponse {
  @Answered(() => UndoneCaseAnswer, { list: true }) results: UndoneCaseAnswer[];
  @Answered('whole') undone: number;
  @Answered('whole') left: number;
}

export class BorrowerAnswer {
  @Answered('id') id: string;
  @Answered('text') code: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
}

export class BorrowerListResponse {
  @Answered(() => BorrowerAnswer, { list: true }) borrowers: BorrowerAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class CaseCountAnswer {
  @Answered('text') stage: string;
  @Answered('text', { empty: true }) market: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('whole') cases: number;
  @Answered('whole') ended: number;
}

export class CaseCountListResponse {
  @Answered(() => CaseCountAnswer, { list: true }) counts: CaseCountAnswer[];
}
