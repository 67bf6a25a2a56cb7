import type { Tx } from '@app/platform';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface MatchRow extends CaseRow {
  external_codes: string[];
  events: Record<string, (string | null)[]>;
}

/** Cases many records may speak of, locked in one order so that two bulks never wait for each other crosswise. */
export const CaseMatchingRows = {
  async ofWorkers(tx: Tx, workerIds: readonly string[]): Promise<MatchRow[]> {
    return tx.query<MatchRow & Record<string, unknown>>(
      `with locked as materialized (select ${CASE_COLUMNS} from case_file c where c.worker_id = any ($1::uuid[]) order by c.id for no key update)
       select l.*, array(select x.code from case_external_code x where x.case_id = l.id) as external_codes,
              coalesce((select jsonb_object_agg(k.kind, k.days) from
                (select e.kind, jsonb_agg(e.effective_on) as days from case_event e where e.case_id = l.id group by e.kind) k), '{}') as events
         from locked l`,
      [workerIds],
    );
  },

  async byId(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
    return tx.query<CaseRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS} from case_file c where c.id = any ($1::uuid[]) order by c.id for no key update`,
      [ids],
    );
  },

  /** The person's other cases, newest first. */
  async othersOf(tx: Tx, workerId: string, caseId: string): Promise<CaseRow[]> {
    return tx.query<CaseRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS} from case_file c where c.worker_id = $1 and c.id <> $2 order by c.created_at desc, c.id`,
      [workerId, caseId],
    );
  },

  /** Requests already recorded, with their first answers. */
  async answered(
    tx: Tx,
    commands: readonly { caseId: string; requestId: string }[],
  ): Promise<{ caseId: string; requestId: string; eventId: number; stage: CaseRow['stage']; version: number }[]> {
    return tx.query(
      `select distinct on (e.case_id, e.request_id) e.case_id as "caseId", e.request_id as "requestId", e.id as "eventId", e.stage_after as stage, e.case_version as version
         from unnest($1::uuid[], $2::text[]) as q (case_id, request_id) join case_event e on e.case_id = q.case_id and e.request_id = q.request_id
        order by e.case_id, e.request_id, e.ordinal desc`,
      [commands.map((c) => c.caseId), commands.map((c) => c.requestId)],
    );
  },

  /** Persons ready or abroad in another case than these, in whatever scope. */
  async awayElsewhere(tx: Tx, workerIds: readonly string[], exceptCases: readonly string[]): Promise<Set<string>> {
    if (workerIds.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(`select case_away_elsewhere($1::uuid[], $2::uuid[]) as id`, [workerIds, exceptCases]);
    return new Set(rows.map(({ id }) => id));
  },

  async today(tx: Tx): Promise<never> {
    const [row] = await tx.query<{ day: never }>(`select business_day() as day`);
    return row!.day;
  },
};
