import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { UndoRows } from '../persistence/undo-rows';
import { CorrectEvent } from './correct-event';

/** One case a batch made (`before` null) or changed, with the version it left. */
export interface UndoneCase {
  readonly caseId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly versionAfter: number;
  readonly batchId: string;
}

/**
 * Takes back what a batch did to cases, where nobody has changed them since: cases it opened are removed (the audit keeps the deed), facts it
 * added to known cases are withdrawn by correcting events and the case is computed anew. Everything else stays and is reported.
 */
@Injectable()
export class UndoCases {
  constructor(private readonly correct: CorrectEvent) {}

  /** Results in the order of the rows. */
  async apply(tx: Tx, rows: readonly UndoneCase[]): Promise<{ caseId: string; undone: boolean }[]> {
    const versions = new Map(
      (
        await UndoRows.locked(
          tx,
          rows.map(({ caseId }) => caseId),
        )
      ).map((row) => [row.id, row.version]),
    );
    const untouched = rows.filter(({ caseId, versionAfter }) => versions.get(caseId) === versionAfter);
    const undone = new Set<string>();
    for (const [batchId, opened] of byBatch(untouched.filter(({ before }) => before === null))) {
      for (const id of await UndoRows.remove(
        tx,
        opened.map(({ caseId }) => caseId),
        batchId,
      ))
        undone.add(id);
    }
    for (const { caseId, batchId } of untouched.filter(({ before }) => before !== null)) {
      await this.withdraw(tx, caseId, batchId);
      undone.add(caseId);
    }
    return rows.map(({ caseId }) => ({ caseId, undone: undone.has(caseId) }));
  }

  private async withdraw(tx: Tx, caseId: string, batchId: string): Promise<void> {
    for (const { id } of await UndoRows.eventsOf(tx, caseId, batchId))
      await this.correct.apply(tx, {
        caseId,
        eventId: id,
        requestId: `undo:${batchId}:${id}`,
        reason: 'Hoàn tác lần nhập',
        undo: true,
      });
  }
}

function byBatch(rows: readonly UndoneCase[]): Map<string, UndoneCase[]> {
  const groups = new Map<string, UndoneCase[]>();
  for (const row of rows) groups.set(row.batchId, [...(groups.get(row.batchId) ?? []), row]);
  return groups;
}
