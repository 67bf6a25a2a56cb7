import type { Tx } from '@app/platform';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface UndoneEvent {
  id: number;
  caseId: string;
}

/** Taking a batch back: what only the batch made goes, what it changed is corrected by events. */
export const UndoRows = {
  async locked(tx: Tx, caseIds: readonly string[]): Promise<CaseRow[]> {
    return tx.query<CaseRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS} from case_file c where c.id = any ($1::uuid[]) order by c.id for update`,
      [caseIds],
    );
  },

  /** Cases the batch opened and nobody touched since; ids really removed. Row security lets this through only for the named batch. */
  async remove(tx: Tx, caseIds: readonly string[], batchId: string): Promise<string[]> {
    await tx.query(`select set_config('benve.undo_batch', $1, true)`, [batchId]);
    const alone = await tx.query<{ id: string }>(
      `select c.id from case_file c where c.id = any ($1::uuid[]) and c.opened_batch_id = $2
          and not exists (select from case_event e where e.case_id = c.id and e.batch_id is distinct from $2)
          and not exists (select from evidence_document d where d.case_id = c.id)`,
      [caseIds, batchId],
    );
    const ids = alone.map(({ id }) => id);
    for (const table of ['contract_version', 'case_gap', 'case_external_code', 'case_event'])
      await tx.execute(`delete from ${table} where case_id = any ($1::uuid[])`, [ids]);
    await tx.execute(`delete from case_file where id = any ($1::uuid[])`, [ids]);
    await tx.query(`select set_config('benve.undo_batch', '', true)`);
    return ids;
  },

  /** Events of the batch that still hold, newest first. */
  async eventsOf(tx: Tx, caseId: string, batchId: string): Promise<UndoneEvent[]> {
    return tx.query<{ id: number; caseId: string }>(
      `select e.id, e.case_id as "caseId" from case_event e
        where e.case_id = $1 and e.batch_id = $2 and e.kind <> 'CORRECTED' and not exists (select from case_event n where n.case_id = e.case_id and n.corrects_id = e.id)
        order by e.id desc`,
      [caseId, batchId],
    );
  },
};
