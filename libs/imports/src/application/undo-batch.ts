import { UndoCases } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { UndoWorkers } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { BatchRows } from '../persistence/batch-rows';

export interface UndoneBatch {
  readonly batch: string;
  readonly undone: number;
  /** Changed by somebody since: left as they are. */
  readonly left: readonly {
    readonly subject: 'worker' | 'case';
    readonly id: string;
    readonly sheet: string | null;
    readonly row: number | null;
  }[];
}

/** Takes a batch back within seven days. What somebody changed since stays and is listed. */
@Injectable()
export class UndoBatch {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly cases: UndoCases,
    private readonly workers: UndoWorkers,
  ) {}

  /** Refuses with NOT_FOUND, BATCH_UNDONE, BATCH_TOO_OLD. */
  async run(actor: Actor, batchId: string): Promise<UndoneBatch> {
    return this.runner.run(
      actor,
      async (tx) => {
        const batch = await BatchRows.find(tx, batchId, true);
        if (!batch) throw notFound();
        if (batch.state === 'undone') throw new DomainError('refused', 'BATCH_UNDONE', 'Lần nhập này đã được hoàn tác.');
        if (!batch.undoable)
          throw new DomainError('refused', 'BATCH_TOO_OLD', 'Chỉ hoàn tác được trong 7 ngày sau khi nhập. Hãy sửa từng hồ sơ.');
        const changes = await BatchRows.changes(tx, batchId);
        const of = (subject: 'worker' | 'case') => changes.filter((change) => change.subject === subject);
        const cases = await this.cases.apply(
          tx,
          of('case').map(({ id, before, version }) => ({ caseId: id, before, versionAfter: version, batchId })),
        );
        const workers = await this.workers.apply(
          tx,
          of('worker').map(({ id, before, version }) => ({ workerId: id, before, versionAfter: version })),
        );
        const kept = new Set([
          ...cases.filter(({ undone }) => !undone).map(({ caseId }) => caseId),
          ...workers.filter(({ undone }) => !undone).map(({ workerId }) => workerId),
        ]);
        const rows = await BatchRows.rows(tx, batchId, null);
        await BatchRows.markUndone(tx, batchId);
        await AuditTrail.record(tx, {
          action: 'imports.undo',
          subject: { kind: 'import_batch', id: batchId },
          detail: { undone: changes.length - kept.size, left: kept.size },
        });
        const left = changes
          .filter(({ id }) => kept.has(id))
          .map(({ subject, id }) => {
            const row = rows.find(({ caseId, workerId }) => (subject === 'case' ? caseId : workerId) === id);
            return { subject, id, sheet: row?.sheet ?? null, row: row?.row ?? null };
          });
        return { batch: batchId, undone: changes.length - kept.size, left };
      },
      { timeoutMs: 0 },
    );
  }
}
