import { milestoneRow } from '@app/casework';
import type { DeskNews } from '@app/identity';
import type { FinishedBatch } from '@app/imports';
import { formatVietnamese, type LocalDate } from '@app/kernel';
import type { BorrowerNewsLine } from '@app/loans';
import { type AlertAnswer, type AnswerNews, nextActionText, type OwnerRole, type RaisedNews } from '@app/overstay';

/** One line of the bell: something to do or to know, by case code, never by name. */
export interface BellItem {
  readonly kind: 'ALERT' | 'TASK' | 'ANSWER' | 'BATCH' | 'BORROWER';
  /** Id of the alert, task, alert answered, batch, or loan. */
  readonly ref: string;
  /** Rule, kind of task, answer, state of the batch, or the event of the borrower's case. */
  readonly code: string;
  readonly text: string;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly dueOn: LocalDate | null;
  readonly at: Date;
}

const ANSWERS: Readonly<Record<AlertAnswer, string>> = {
  RETURNED: 'Đã trả lời: người lao động đã về nước.',
  EXTENDED: 'Đã trả lời: hợp đồng được gia hạn.',
  NOT_RETURNED_IN_CONTACT: 'Đã trả lời: chưa về nước, còn liên lạc được.',
  NO_CONTACT: 'Đã trả lời: chưa liên lạc được.',
};
const BATCHES: Readonly<Record<FinishedBatch['state'], string>> = {
  imported: 'đã nhập xong.',
  refused: 'không nhận được. Hãy mở để xem lý do.',
  failed: 'bị dừng giữa chừng. Hãy gửi lại tệp.',
};

export function ofAlert(desk: OwnerRole, { id, caseId, caseCode, rule, family, answerBy, at }: RaisedNews): BellItem {
  const until = answerBy ? ` Trả lời trước ngày ${formatVietnamese(answerBy)}.` : '';
  return {
    kind: 'ALERT',
    ref: String(id),
    code: rule,
    text: nextActionText({ rule, family }, desk) + until,
    caseId,
    caseCode,
    dueOn: answerBy,
    at,
  };
}

export function ofTask({ id, kind, caseId, dueOn, at }: DeskNews): BellItem {
  const until = dueOn ? `, hạn ngày ${formatVietnamese(dueOn)}.` : '.';
  return { kind: 'TASK', ref: String(id), code: kind, text: `Có việc mới trên bàn của đơn vị${until}`, caseId, caseCode: null, dueOn, at };
}

export function ofAnswer({ alertId, caseId, caseCode, answer, at }: AnswerNews): BellItem {
  return { kind: 'ANSWER', ref: String(alertId), code: answer, text: ANSWERS[answer], caseId, caseCode, dueOn: null, at };
}

export function ofBatch({ id, fileName, state, at }: FinishedBatch): BellItem {
  return { kind: 'BATCH', ref: id, code: state, text: `Tệp ${fileName} ${BATCHES[state]}`, caseId: null, caseCode: null, dueOn: null, at };
}

export function ofBorrower({ eventId, fact, corrected, loanId, caseId, caseCode, on, at }: BorrowerNewsLine): BellItem {
  const { title } = milestoneRow(fact);
  const what = corrected ? `đính chính tin “${title}”` : `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
  const when = on && !corrected ? ` ngày ${formatVietnamese(on)}` : '';
  return { kind: 'BORROWER', ref: loanId, code: String(eventId), text: `Người vay: ${what}${when}.`, caseId, caseCode, dueOn: null, at };
}
