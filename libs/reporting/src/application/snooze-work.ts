import { type Actor, DomainError, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { checkSnooze } from '../domain/snooze';
import { armsOf, fitsKind } from '../domain/work-arms';
import type { WorkKind } from '../domain/work-row';
import { SnoozeRows } from '../persistence/snooze-rows';
import { type WorkHit, type WorkPlace, WorkRows } from '../persistence/work-rows';
import { workPlaceOf } from './work-place';

export interface SnoozeCommand {
  readonly kind: WorkKind;
  readonly id: string;
  readonly until: LocalDate;
  readonly reason: string;
  readonly requestId: string;
}

export interface Snoozed {
  readonly kind: WorkKind;
  readonly id: string;
  readonly hiddenUntil: LocalDate;
}

/** Puts a row of the queue off for the whole office until a day, and takes it back. The work and its clock go on. */
@Injectable()
export class SnoozeWork {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, WORK_NOT_WAITING for what has left the actor's queue, SNOOZE_PAST_DEADLINE, SNOOZE_DATE_WRONG. */
  async hide(actor: Actor, { kind, id, until, reason, requestId }: SnoozeCommand): Promise<Snoozed> {
    const place = workPlaceOf(actor);
    return this.runner.run(
      actor,
      async (tx) => {
        const today = await WorkRows.today(tx);
        const hit = await this.find(tx, place, kind, id, today);
        checkSnooze(hit.due === 'infinity' ? null : (hit.due as LocalDate), today, until);
        await SnoozeRows.put(tx, { organisationId: place.organisationId, kind, ref: id }, until, reason);
        await this.audit(tx, 'reporting.hide-work', kind, id, { until });
        return { kind, id, hiddenUntil: until };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND, WORK_NOT_WAITING; a row that was not hidden stays as it is. */
  async show(actor: Actor, { kind, id, requestId }: Pick<SnoozeCommand, 'kind' | 'id' | 'requestId'>): Promise<void> {
    const place = workPlaceOf(actor);
    await this.runner.run(
      actor,
      async (tx) => {
        await this.find(tx, place, kind, id, await WorkRows.today(tx));
        if (await SnoozeRows.remove(tx, { organisationId: place.organisationId, kind, ref: id }))
          await this.audit(tx, 'reporting.show-work', kind, id);
      },
      { requestId },
    );
  }

  private async find(tx: Tx, place: WorkPlace, kind: WorkKind, id: string, today: LocalDate): Promise<WorkHit> {
    if (!fitsKind(kind, id)) throw notFound();
    const arms = armsOf(place.desk, today, tx.actor.scope.kind === 'province').filter((arm) => arm.kind === kind);
    const [hit] = await WorkRows.page(tx, { place, arms: arms.map((arm) => ({ arm })), hidden: false, id }, 1);
    if (hit) return hit;
    if (!(await WorkRows.exists(tx, kind, id))) throw notFound();
    throw new DomainError('refused', 'WORK_NOT_WAITING', 'Việc này đã xong hoặc đã chuyển đơn vị khác. Hãy tải lại danh sách.');
  }

  private async audit(tx: Tx, action: string, kind: WorkKind, id: string, detail: Record<string, unknown> = {}): Promise<void> {
    await AuditTrail.record(tx, { action, subject: { kind: `work-${kind}`, id }, detail });
  }
}
