import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { TimelineLine } from '../domain/case-line';
import type { Guard } from '../domain/guards';
import type { StoredStage } from '../domain/stages';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface DetailRow extends CaseRow {
  today: LocalDate;
  open_gaps: Guard[];
  other_cases: { id: string; code: string; stage: StoredStage }[];
}

export const CaseDetailRows = {
  async find(tx: Tx, caseId: string): Promise<DetailRow | undefined> {
    const rows = await tx.query<DetailRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS}, business_day() as today,
         array(select distinct g from case_gap k, unnest(k.open_guards) g where k.case_id = c.id and k.closed_on is null order by g) as open_gaps,
         coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'stage', o.stage) order by o.created_at) from case_file o
                    where o.worker_id = c.worker_id and o.id <> c.id), '[]') as other_cases
         from case_file c where c.id = $1`,
      [caseId],
      'case_detail',
    );
    return rows[0];
  },

  async timeline(tx: Tx, caseId: string): Promise<Omit<TimelineLine, 'title'>[]> {
    return tx.query<Omit<TimelineLine, 'title'> & Record<string, unknown>>(
      `select e.id, e.kind, e.effective_on as "effectiveOn", e.recorded_at as "recordedAt", e.stage_before as "stageBefore", e.stage_after as "stageAfter", e.proof,
         e.organisation_id as "organisationId", e.account_id as "accountId", e.corrects_id as "correctsId", e.batch_id as "batchId", e.detail,
         (select max(n.id) from case_event n where n.case_id = e.case_id and n.corrects_id = e.id) as "correctedBy"
         from case_event e where e.case_id = $1 order by e.id`,
      [caseId],
      'case_timeline',
    );
  },

  async gaps(
    tx: Tx,
    after: string,
    limit: number,
  ): Promise<
    {
      caseId: string;
      caseCode: string;
      guards: Guard[];
      foundOn: LocalDate;
      source: string;
      sourceRef: string | null;
    }[]
  > {
    return tx.query(
      `select g.case_id as "caseId", c.code as "caseCode", g.open_guards as guards, g.found_on as "foundOn", g.source, g.source_ref as "sourceRef"
         from case_gap g join case_file c on c.id = g.case_id
        where g.closed_on is null and (g.case_id::text || g.source) > $1 and g.case_id >= left($1, 36)::uuid order by g.case_id, g.source limit $2`,
      [after, limit],
      'case_gaps',
    );
  },
};
