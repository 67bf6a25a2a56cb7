import { milestoneRow, RecordMilestone, type RecordCommand } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AnswerCommand, type AnswerResult, asksForReturn, deskOf, effectOf } from '../domain/alert-answer';
import { AlertRows, type LockedAlert } from '../persistence/alert-rows';

/**
 * One of the four answers to an alert. A return or an extension becomes a reported fact of the case and closes what it answers; "in contact" stops
 * the clock; "no contact" passes the question on. A late answer is kept: what it says may still be news.
 */
@Injectable()
export class AnswerAlert {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: AnswerCommand): Promise<AnswerResult> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, command: AnswerCommand): Promise<AnswerResult> {
    const before = await AlertRows.answered(tx, command.requestId);
    if (before) return before;
    const alert = await AlertRows.lock(tx, command.alertId, command.saidAt);
    if (!alert || alert.state === 'superseded') throw notFound('Không tìm thấy cảnh báo này trong phạm vi của bạn.');
    // Two sends of one request meet at the lock: the second finds the first's answer.
    const meanwhile = await AlertRows.answered(tx, command.requestId);
    if (meanwhile) return meanwhile;
    refuseUnfit(tx, alert, command);

    const late = alert.state === 'closed';
    const result = { alertId: alert.id, caseId: alert.caseId, late, ...(await this.take(tx, alert, command)) };
    await AlertRows.keepAnswer(tx, command, result, alert);
    await AuditTrail.record(tx, {
      action: 'overstay.answer',
      subject: { kind: 'alert', id: String(alert.id) },
      province: alert.provinceCode,
      detail: { answer: command.answer, rule: alert.rule, late },
    });
    return result;
  }

  private async take(tx: Tx, alert: LockedAlert, command: AnswerCommand): Promise<Pick<AnswerResult, 'state' | 'stage'>> {
    const state = alert.state === 'closed' ? 'closed' : 'answered';
    switch (effectOf(command.answer, alert)) {
      case 'answered':
        await AlertRows.setState(tx, alert.id, 'answered', null);
        return { state, stage: alert.stage };
      case 'onward':
        await AlertRows.endClock(tx, alert.id);
        return { state: alert.state === 'closed' ? 'closed' : 'open', stage: alert.stage };
      case 'fact':
        return this.recordFact(tx, alert, command, state);
    }
  }

  private async recordFact(
    tx: Tx,
    alert: LockedAlert,
    command: AnswerCommand,
    state: 'answered' | 'closed',
  ): Promise<Pick<AnswerResult, 'state' | 'stage'>> {
    const fact = factOf(alert, command);
    if (!milestoneRow(fact.kind).by.includes(tx.actor.role)) {
      // The family says so, but only agency or centre may report it: their word is asked for, nothing is lost.
      await askCentre(tx, alert, command);
      await AlertRows.setState(tx, alert.id, 'answered', null);
      return { state, stage: alert.stage };
    }
    const recorded = await this.milestones.apply(tx, fact).catch(keepLate(tx, alert, command));
    if (!recorded) return { state, stage: alert.stage };
    if (command.answer === 'RETURNED') await AlertRows.closeLive(tx, alert.caseId, null, 'RETURNED');
    else await AlertRows.closeLive(tx, alert.caseId, QUESTIONS_OF_THE_END, 'EXTENDED');
    return { state: 'closed', stage: recorded.stage };
  }
}

/** What arrives after the question was closed and contradicts what is known by now is no reason to lose it: the centre compares the two. */
const keepLate = (tx: Tx, alert: LockedAlert, command: AnswerCommand) => async (error: unknown) => {
  if (alert.state !== 'closed' || !(error instanceof DomainError)) throw error;
  await askCentre(tx, alert, command);
  return undefined;
};

async function askCentre(tx: Tx, alert: LockedAlert, command: AnswerCommand): Promise<void> {
  await DeskTasks.open(tx, {
    desk: 'centre',
    province: alert.provinceCode,
    commune: alert.communeCode,
    kind: command.answer === 'RETURNED' ? 'CONFIRM_RETURN' : 'CONFIRM_EXTENSION',
    dedupeKey: `overstay:answer:${command.requestId}`,
    caseId: alert.caseId,
    workerId: alert.workerId,
    detail: { caseCode: alert.caseCode, alertId: alert.id, newEnd: command.newEnd, happenedOn: command.happenedOn },
  });
}

/** Families an extension answers; counts of overstay close by their own date. */
const QUESTIONS_OF_THE_END = ['EXPIRY', 'SEASONAL_EXPIRY', 'RETURN_UNCONFIRMED', 'SUSPECTED_OVERSTAY'];

function factOf(alert: LockedAlert, command: AnswerCommand): RecordCommand {
  const about = { caseId: alert.caseId, requestId: `answer:${command.requestId}` };
  if (command.answer === 'EXTENDED')
    return {
      ...about,
      kind: 'EXTENDED',
      effectiveOn: command.happenedOn ?? null,
      detail: { note: command.note, stayUntil: command.stayUntil },
      contract: { kind: 'extension', signedOn: command.happenedOn ?? null, endsOn: command.newEnd ?? null },
    };
  // Asked before the end, a return is an early one and needs its reason; asked afterwards, some days more or less are no early return.
  const early = alert.family.endsWith('EXPIRY') && command.happenedOn !== undefined && command.happenedOn < alert.targetDate;
  const returnType =
    command.returnType ??
    (alert.stage === 'ABSCONDED'
      ? 'AFTER_ABSCONDING'
      : alert.stage === 'OVERSTAYING'
        ? 'VOLUNTARY_AFTER_OVERSTAY'
        : early
          ? 'EARLY'
          : 'COMPLETED');
  return {
    ...about,
    kind: 'RETURNED',
    effectiveOn: command.happenedOn ?? null,
    detail: { returnType, reason: command.reason, note: command.note },
  };
}

function refuseUnfit(tx: Tx, alert: LockedAlert, command: AnswerCommand): void {
  if (!deskOf(tx.actor.role))
    throw new DomainError(
      'forbidden',
      'ALERT_ANSWER_FORBIDDEN',
      'Tài khoản của bạn chỉ được xem cảnh báo này. Người trả lời là doanh nghiệp, trung tâm, xã hoặc Sở.',
    );
  if (alert.family === 'RESIDENCE_NOTICE')
    throw new DomainError(
      'refused',
      'ALERT_ANSWER_UNFIT',
      'Người lao động đã về nước. Hãy xác nhận đã thông báo nơi cư trú để kết thúc cảnh báo này.',
    );
  if (!asksForReturn(alert.family))
    throw new DomainError(
      'refused',
      'ALERT_ANSWER_UNFIT',
      alert.departed
        ? 'Cảnh báo này hỏi về giấy tờ hoặc tiền, không hỏi về việc về nước. Hãy ghi việc đã làm vào hồ sơ, hoặc chọn cách kết thúc cảnh báo này.'
        : 'Người lao động chưa xuất cảnh. Hãy ghi việc đã làm vào hồ sơ, hoặc chọn cách kết thúc cảnh báo này.',
    );
  if (command.answer === 'RETURNED' && !command.happenedOn)
    throw new DomainError(
      'invalid',
      'ANSWER_DATE_MISSING',
      'Hãy ghi ngày nhập cảnh của người lao động (theo dấu nhập cảnh, vé hoặc lời gia đình).',
      { field: 'happenedOn' },
    );
  if (command.answer === 'EXTENDED' && !command.newEnd)
    throw new DomainError('invalid', 'ANSWER_END_MISSING', 'Hãy ghi ngày hết hạn mới của hợp đồng sau khi gia hạn.', {
      field: 'newEnd',
    });
}
