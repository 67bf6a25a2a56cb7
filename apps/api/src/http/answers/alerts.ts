import { Answered } from './answered';

export class AlertAnswerLine {
  @Answered('whole') id: number;
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text') rule: string;
  @Answered('text') family: string;
  @Answered('day') targetDate: string;
  @Answered('day') dueOn: string;
  @Answered('day') raisedOn: string;
  @Answered('flag') estimated: boolean;
  @Answered('text') owner: string;
  @Answered('day', { empty: true }) answerBy: string | null;
  @Answered('flag') overdue: boolean;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) closedReason: string | null;
  @Answered('text') why: string;
  @Answered('text') nextAction: string;
}

export class AlertListResponse {
  @Answered(() => AlertAnswerLine, { list: true }) alerts: AlertAnswerLine[];
  @Answered('text', { absent: true }) next?: string;
}

export class AlertOfCaseResponse {
  @Answered(() => AlertAnswerLine, { list: true }) alerts: AlertAnswerLine[];
}

export class RecipientAnswer {
  @Answered('text') role: string;
  @Answered('text', { empty: true }) addressee: string | null;
  @Answered('day') since: string;
  @Answered('day', { empty: true }) toldOn: string | null;
}

export class GivenAnswer {
  @Answered('text') answer: string;
  @Answered('day') answeredOn: string;
  @Answered('day', { empty: true }) happenedOn: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('flag') late: boolean;
  @Answered('flag') takenBack: boolean;
  @Answered('id', { empty: true }) organisationId: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
}

export class AlertResponse extends AlertAnswerLine {
  @Answered('flag') asksForReturn: boolean;
  @Answered('text', { list: true }) closingDeeds: string[];
  @Answered(() => RecipientAnswer, { list: true }) recipients: RecipientAnswer[];
  @Answered(() => GivenAnswer, { list: true }) answers: GivenAnswer[];
}

export class AnswerTakenResponse {
  @Answered('whole') alertId: number;
  @Answered('id') caseId: string;
  @Answered('text') state: string;
  @Answered('flag') late: boolean;
  @Answered('text') stage: string;
}

export class AnswerTakenBackResponse {
  @Answered('whole') alertId: number;
  @Answered('id') caseId: string;
}

export class AlertClosedResponse {
  @Answered('whole') alertId: number;
  @Answered('text') state: string;
}

export class VisitAnswer {
  @Answered('id') id: string;
  @Answered('day') visitedOn: string;
  @Answered('text') visitors: string;
  @Answered('text') purpose: string;
  @Answered('text') outcome: string;
  @Answered('day', { empty: true }) promisedOn: string | null;
  @Answered('day', { empty: true }) nextVisitOn: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('text', { list: true }) met: string[];
  @Answered('moment', { empty: true }) saidAt: Date | null;
  @Answered('moment') recordedAt: Date;
}

export class VisitListResponse {
  @Answered(() => VisitAnswer, { list: true }) visits: VisitAnswer[];
}

export class VisitRecordedResponse {
  @Answered('id') visitId: string;
  @Answered('id') caseId: string;
  @Answered('whole') closedAlerts: number;
  @Answered('flag') late: boolean;
}

export class ProposalAnswer {
  @Answered('id') proposalId: string;
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text') basis: string;
  @Answered('text') number: string;
  @Answered('text') issuer: string;
  @Answered('day') issuedOn: string;
  @Answered('moment') proposedAt: Date;
}

export class ProposalListResponse {
  @Answered(() => ProposalAnswer, { list: true }) proposals: ProposalAnswer[];
}

export class ProposalResponse {
  @Answered('id') proposalId: string;
  @Answered('id') caseId: string;
  @Answered('id') documentId: string;
  @Answered('text', { empty: true }) decision: string | null;
}

export class TaskAnswer {
  @Answered('whole') id: number;
  @Answered('text') desk: string;
  @Answered('text') kind: string;
  @Answered('text') provinceCode: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('id', { empty: true }) agencyId: string | null;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('id', { empty: true }) workerId: string | null;
  @Answered('object') detail: Record<string, unknown>;
  @Answered('day', { empty: true }) dueOn: string | null;
  @Answered('text') state: string;
  @Answered('moment') createdAt: Date;
}

export class TaskListResponse {
  @Answered(() => TaskAnswer, { list: true }) tasks: TaskAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class DeliveryAnswer {
  @Answered('whole') id: number;
  @Answered('text') state: string;
  @Answered('whole') attempts: number;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('moment', { empty: true }) sentAt: Date | null;
  @Answered('moment', { empty: true }) nextAttemptAt: Date | null;
  @Answered('text') messageId: string;
}

export class LetterAnswer {
  @Answered('whole') id: number;
  @Answered('text') addressee: string;
  @Answered('text') office: string;
  @Answered('text') kind: string;
  @Answered('day') day: string;
  @Answered('whole', { empty: true }) ordinal: number | null;
  @Answered('text') state: string;
  @Answered('moment') createdAt: Date;
  @Answered('moment', { empty: true }) sealedAt: Date | null;
  @Answered('whole') items: number;
}

export class NoticeAnswer extends LetterAnswer {
  @Answered(() => DeliveryAnswer, { list: true }) deliveries: DeliveryAnswer[];
}

export class NoticeListResponse {
  @Answered(() => NoticeAnswer, { list: true }) notices: NoticeAnswer[];
  @Answered('whole', { absent: true }) next?: number;
}

export class LetterListResponse {
  @Answered(() => LetterAnswer, { list: true }) letters: LetterAnswer[];
  @Answered('whole', { absent: true }) next?: number;
}
