import { UNDO_MINUTES, UndoRequest } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { effectOf } from '../domain/alert-answer';
import { AlertRows, type GivenAnswer, type LockedAlert } from '../persistence/alert-rows';
import { CloseAlerts } from './close-alerts';

export interface TakeBackCommand {
  readonly alertId: number;
  /** The Idempotency-Key of the answer. */
  readonly requestKey: string;
  readonly requestId: string;
}

/**
 * Takes back one's own answer within minutes, as long as nobody has answered or recorded anything since. The answer stays in the history and is
 * marked; a fact it recorded is withdrawn by a correction; the question is asked again with the clock it had.
 */
@Injectable()
export class TakeBackAnswer {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly undo: UndoRequest,
    private readonly alerts: CloseAlerts,
  ) {}

  /** Throws NOT_FOUND, NOTHING_TO_UNDO, UNDO_TOO_LATE, CHANGED_SINCE, PASSED_ON. Repeating it changes nothing. */
  async run(actor: Actor & { accountId: string }, command: TakeBackCommand): Promise<{ alertId: number; caseId: string }> {
    return this.runner.run(actor, (tx) => this.apply(tx, command, `${actor.accountId}:${command.requestKey}`), {
      requestId: command.requestId,
    });
  }

  private async apply(tx: Tx, command: TakeBackCommand, answered: string): Promise<{ alertId: number; caseId: string }> {
    const alert = await AlertRows.lock(tx, command.alertId);
    if (!alert) throw notFound('Không tìm thấy cảnh báo này trong phạm vi của bạn.');
    const result = { alertId: alert.id, caseId: alert.caseId };
    const given = await AlertRows.lastGiven(tx, alert.id, answered);
    if (!given) throw new DomainError('refused', 'NOTHING_TO_UNDO', 'Không có câu trả lời nào của bạn để hoàn tác. Hãy tải lại cảnh báo.');
    if (given.takenBack) return result;
    if (given.minutes > UNDO_MINUTES)
      throw new DomainError(
        'refused',
        'UNDO_TOO_LATE',
        `Chỉ hoàn tác được trong ${UNDO_MINUTES} phút. Hãy đính chính ở diễn biến hồ sơ và ghi lý do.`,
      );
    if (given.followed) throw changedSince();
    if (given.passedOn) throw passedOn('Câu hỏi đã chuyển cho đơn vị tiếp theo. Hãy trả lời lại cho đúng; đơn vị đó thấy cả hai.');
    await this.withdraw(tx, alert, given, answered, command.requestId);
    if (alert.state !== 'closed') await AlertRows.askAgain(tx, alert.id, given.answerByBefore);
    await AlertRows.markTakenBack(tx, answered);
    await AuditTrail.record(tx, {
      action: 'overstay.take-back',
      subject: { kind: 'alert', id: String(alert.id) },
      province: alert.provinceCode,
      detail: { rule: alert.rule },
    });
    return result;
  }

  /** The fact the answer became, or the task it became where its sender may only say and not record. */
  private async withdraw(tx: Tx, alert: LockedAlert, { answer }: GivenAnswer, answered: string, requestId: string): Promise<void> {
    if (effectOf(answer, alert) !== 'fact') return;
    const fact = await this.undo.apply(tx, { caseId: alert.caseId, recordedBy: `answer:${answered}`, requestId });
    if (fact.code === 'CHANGED_SINCE') throw changedSince();
    if (fact.outcome === 'undone') await this.alerts.askAgain(tx, [alert.caseId]);
    else if (!(await DeskTasks.close(tx, `overstay:answer:${answered}`, 'taken back')))
      throw passedOn('Trung tâm đã nhận câu trả lời này để xác nhận. Hãy trả lời lại cho đúng; trung tâm thấy cả hai.');
  }
}

const passedOn = (sentence: string) => new DomainError('refused', 'PASSED_ON', sentence);

const changedSince = () =>
  new DomainError(
    'refused',
    'CHANGED_SINCE',
    'Đã có câu trả lời hoặc việc ghi sau đó nên không hoàn tác được. Hãy đính chính và ghi lý do.',
  );
