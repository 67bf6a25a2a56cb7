import { RecordMilestone } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { addDays, type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { ENDED_BY_VISIT } from '../domain/alert-answer';
import type { VisitCommand, VisitResult } from '../domain/family-visit';
import { AlertRows } from '../persistence/alert-rows';
import { VisitRows, type VisitedCase } from '../persistence/visit-rows';

/**
 * A visit to the family: who went, why, what came of it, when the next is agreed. It ends the alerts that asked for it and sets the clock of
 * persuasion; what the family says of the return becomes a plan or a question to the centre, never a confirmed return by itself.
 */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: VisitCommand): Promise<VisitResult> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, command: VisitCommand): Promise<VisitResult> {
    const target = await VisitRows.lockCase(tx, command);
    if (!target) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    const before = await VisitRows.byRequest(tx, command.requestId);
    if (before) return before;
    if (tx.actor.role !== 'commune_officer')
      throw new DomainError('forbidden', 'VISIT_FORBIDDEN', 'Lần thăm gia đình do xã ghi nhận. Hãy chuyển nội dung cho cán bộ xã.');
    await refuseWrongDates(tx, command, target);

    const id = newId();
    const closedAlerts = await AlertRows.closeLive(tx, target.id, ENDED_BY_VISIT, 'VISITED');
    await VisitRows.keep(tx, id, target.id, command);
    if (command.outcome === 'WORKER_WILL_RETURN' && target.canPlan)
      await this.milestones.apply(tx, {
        caseId: target.id,
        requestId: `visit:${command.requestId}`,
        kind: 'RETURN_PLANNED',
        effectiveOn: command.promisedOn ?? null,
      });
    if (command.outcome === 'RETURNED') await askCentre(tx, target, 'CONFIRM_RETURN', id);
    if (command.outcome === 'MOVED' || command.outcome === 'WRONG_INFO') await askCentre(tx, target, 'CHECK_FAMILY_PLACE', id);
    await AuditTrail.record(tx, {
      action: 'overstay.visit',
      subject: { kind: 'case', id: target.id },
      province: target.provinceCode,
      detail: { purpose: command.purpose, outcome: command.outcome },
    });
    return { visitId: id, caseId: target.id, closedAlerts, late: target.late };
  }
}

async function refuseWrongDates(tx: Tx, command: VisitCommand, { today, saidOn, departedOn }: VisitedCase): Promise<void> {
  if (command.visitedOn > today)
    throw new DomainError('invalid', 'VISIT_IN_FUTURE', 'Ngày thăm không được sau hôm nay. Việc sẽ làm thì ghi vào ngày hẹn lần sau.', {
      field: 'visitedOn',
      today,
    });
  if (departedOn && command.visitedOn < departedOn)
    throw new DomainError('invalid', 'VISIT_BEFORE_EXIT', 'Ngày thăm trước ngày xuất cảnh. Hãy xem lại ngày.', {
      field: 'visitedOn',
      departedOn,
    });
  if (command.outcome === 'WORKER_WILL_RETURN' && !command.promisedOn)
    throw new DomainError('invalid', 'VISIT_PROMISE_MISSING', 'Gia đình cho biết người lao động sẽ về: hãy ghi ngày dự kiến về.', {
      field: 'promisedOn',
    });
  if (!command.nextVisitOn) return;
  const repeat = (await PolicyBook.at(tx, today)).alertRules().find((rule) => rule.repeat)?.repeat;
  const latest = addDays(today, repeat?.thenEveryDays ?? 0);
  // A visit that waited for a signal is judged by the day on which it was written down.
  if (command.nextVisitOn <= saidOn || (repeat && command.nextVisitOn > latest))
    throw new DomainError('invalid', 'VISIT_NEXT_WRONG', 'Ngày hẹn lần sau phải sau hôm nay và không quá thời hạn giữa hai lần thăm.', {
      field: 'nextVisitOn',
      today,
      latest,
    });
}

async function askCentre(tx: Tx, target: VisitedCase, kind: string, visitId: string): Promise<void> {
  await DeskTasks.open(tx, {
    desk: 'centre',
    province: target.provinceCode,
    commune: target.communeCode,
    kind,
    dedupeKey: `overstay:visit:${visitId}`,
    caseId: target.id,
    workerId: target.workerId,
    detail: { caseCode: target.code, visitId },
  });
}
