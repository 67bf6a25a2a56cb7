import { Injectable } from '@nestjs/common';
import { foldText } from '@app/kernel';
import type { Tx } from '@app/platform';
import { UndoWorkerRows } from '../persistence/undo-worker-rows';

/** One person a batch made (`before` null) or changed, with the version it left. */
export interface UndoneWorker {
  readonly workerId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly versionAfter: number;
}

/** Takes back what a batch did to people, where nobody has changed them since; a person who has a case stays. */
@Injectable()
export class UndoWorkers {
  /** Results in the order of the rows. */
  async apply(tx: Tx, rows: readonly UndoneWorker[]): Promise<{ workerId: string; undone: boolean }[]> {
    const stored = new Map(
      (
        await UndoWorkerRows.locked(
          tx,
          rows.map(({ workerId }) => workerId),
        )
      ).map((row) => [row.id, row]),
    );
    const untouched = rows.filter(({ workerId, versionAfter }) => stored.get(workerId)?.version === versionAfter);
    const undone = new Set(
      await UndoWorkerRows.remove(
        tx,
        untouched.filter(({ before }) => before === null).map(({ workerId }) => workerId),
      ),
    );
    for (const { workerId, before } of untouched) {
      if (before === null) continue;
      const known = before.contacts as string[] | undefined;
      const added = known
        ? stored
            .get(workerId)!
            .contacts.filter(({ name }) => !known.includes(foldText(name)))
            .map(({ id }) => id)
        : [];
      await UndoWorkerRows.restore(tx, workerId, before, added);
      undone.add(workerId);
    }
    return rows.map(({ workerId }) => ({ workerId, undone: undone.has(workerId) }));
  }
}
