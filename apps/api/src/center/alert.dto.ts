import { RETURN_TYPES } from '@app/casework';
import type { LocalDate } from '@app/kernel';
import {
  ALERT_ANSWERS,
  ALERT_FAMILIES,
  ALERT_OWNERS,
  type AlertAnswer,
  type AlertState,
  type AnswerCommand,
  CLOSING_DEEDS,
  type DecideCommand,
  type Family,
  type OwnerRole,
  PROPOSAL_BASES,
  type ProposeCommand,
  VISIT_MET,
  VISIT_OUTCOMES,
  VISIT_PURPOSES,
  type VisitCommand,
} from '@app/overstay';
import { IsIn } from 'class-validator';
import { CommuneCode, Day, Id, ListOf, Moment, OneOf, PageQuery, Shaped, Text, Whole } from '../http/fields';

export class AlertsQuery extends PageQuery {
  @OneOf(['open', 'answered', 'closed'], { optional: true }) state?: AlertState;
  @Shaped(/^[A-Z0-9_]{3,40}$/, 'mã quy tắc', { optional: true }) rule?: string;
  @CommuneCode({ optional: true }) communeCode?: string;
  @OneOf(ALERT_FAMILIES, { optional: true }) family?: Family;
  @OneOf(ALERT_OWNERS, { optional: true, description: 'Nơi đang được hỏi' }) owner?: OwnerRole;
  @OneOf(['true', 'false'], { optional: true, description: 'Chỉ câu hỏi quá hạn trả lời' }) overdue?: string;
  @OneOf(['true', 'false'], { optional: true }) mine?: string;
}

export class AnswerRequest {
  @OneOf(ALERT_ANSWERS, { example: 'NOT_RETURNED_IN_CONTACT' }) answer: AlertAnswer;
  @Day({ optional: true }) happenedOn?: LocalDate;
  @Day({ optional: true, example: '2029-12-31' }) newEnd?: LocalDate;
  @Day({ optional: true }) stayUntil?: LocalDate;
  @OneOf(RETURN_TYPES, { optional: true }) returnType?: AnswerCommand['returnType'];
  @Text(60, { optional: true }) reason?: string;
  @Text(1000, { optional: true, multiline: true }) note?: string;
  @Moment({ optional: true, description: 'Lúc cán bộ ghi trên máy khi chưa có mạng' }) saidAt?: string;
}

export class CloseAlertRequest {
  @OneOf([...new Set(Object.values(CLOSING_DEEDS).flat())], { example: 'NOTED' }) deed: string;
}

export class VisitFields {
  @Whole(1, 9_007_199_254_740_991, { optional: true }) alertId?: number;
  @Day() visitedOn: LocalDate;
  @Text(300, { example: 'Công chức xã, trưởng bản' }) visitors: string;
  @ListOf(() => String, 7, {
    optional: true,
    example: [],
    each: [IsIn([...VISIT_MET], { each: true, message: `phải là một trong: ${VISIT_MET.join(', ')}` })],
  })
  met?: VisitCommand['met'];
  @OneOf(VISIT_PURPOSES, { example: 'REMIND' }) purpose: VisitCommand['purpose'];
  @OneOf(VISIT_OUTCOMES, { example: 'FAMILY_AGREED' }) outcome: VisitCommand['outcome'];
  @Day({ optional: true }) promisedOn?: LocalDate;
  @Day({ optional: true }) nextVisitOn?: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
  @Moment({ optional: true, description: 'Lúc cán bộ ghi trên máy khi chưa có mạng' }) saidAt?: string;
}

export class VisitRequest extends VisitFields {
  @Id() caseId: string;
}

export class ProposalRequest {
  @Id() caseId: string;
  @OneOf(PROPOSAL_BASES, { example: 'a' }) basis: ProposeCommand['basis'];
  @Text(60, { example: '12/CV' }) number: string;
  @Text(200, { example: 'Ban Quản lý lao động' }) issuer: string;
  @Day() issuedOn: LocalDate;
  @Text(1000, { optional: true, multiline: true }) note?: string;
}

export class DecisionRequest {
  @OneOf(['confirmed', 'rejected'], { example: 'rejected' }) decision: DecideCommand['decision'];
  @Text(1000, { optional: true, multiline: true, example: 'Văn bản thiếu ngày' }) note?: string;
}
