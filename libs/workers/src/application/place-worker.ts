import { DeskTasks } from '@app/identity';
import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ResidenceRecord } from '../domain/worker-record';
import { WorkerEditRows } from '../persistence/worker-edit-rows';
import { lockChangeable } from './changeable';
import { ProveHousehold } from './prove-household';

export interface PlaceWorkerCommand {
  readonly workerId: string;
  /** Version the officer saw. */
  readonly expectedVersion: number;
  readonly requestId: string;
  readonly residence: ResidenceRecord;
  /** Why, for the residence history. */
  readonly reason: string;
}

/**
 * A person decides where somebody lives: a move, or the answer to a divided or unknown commune. History is kept as `chosen`, which later changes
 * of units respect; the person's cases follow, and the questions about the commune are closed.
 */
@Injectable()
export class PlaceWorker {
  constructor(private readonly runner: TransactionRunner) {}

  /** The new version. Throws MOVE_OUT_OF_COMMUNE, MOVE_OUT_OF_PROVINCE and the refusals of {@link lockChangeable}. */
  async run(actor: Actor, command: PlaceWorkerCommand): Promise<{ version: number }> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { workerId, expectedVersion, residence, reason }: PlaceWorkerCommand): Promise<{ version: number }> {
    const { version, provinceCode } = await lockChangeable(tx, workerId, expectedVersion);
    const { scope } = tx.actor;
    if (scope.kind === 'commune' && !scope.communes.includes(residence.communeCode ?? ''))
      throw new DomainError(
        'refused',
        'MOVE_OUT_OF_COMMUNE',
        'Người lao động chuyển sang xã khác. Hãy đề nghị trung tâm ghi việc chuyển nơi ở.',
      );
    if (residence.provinceCode !== provinceCode)
      throw new DomainError('refused', 'MOVE_OUT_OF_PROVINCE', 'Người lao động chuyển sang tỉnh khác. Hãy đề nghị Sở Nội vụ chuyển hồ sơ.');
    await WorkerEditRows.set(tx, workerId, {});
    await DeskTasks.closeOfWorker(tx, { workerId, kind: 'CHOOSE_COMMUNE', relative: false }, 'chosen');
    await AuditTrail.record(tx, {
      action: 'workers.place',
      subject: { kind: 'worker', id: workerId },
      province: provinceCode,
      detail: { communeCode: residence.communeCode },
    });
    await WorkerEditRows.move(tx, workerId, { ...residence, resolvedBy: 'chosen' }, reason);
    await ProveHousehold.follow(tx, workerId);
    return { version: version + 1 };
  }
}
