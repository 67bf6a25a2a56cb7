import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CaseOfWorker, ContractVersion, CurrentCase, TimelineLine } from '../domain/case-line';
import type { Guard } from '../domain/guards';
import { phaseOf, STORED_STAGES, type StoredStage } from '../domain/stages';
import { CASE_COLUMNS, type CaseRow } from './case-row';

export interface DetailRow extends CaseRow {
  today: LocalDate;
  open_gaps: Guard[];
  other_cases: { id: string; code: string; stage: StoredStage }[];
  commune_name: string | null;
  agency_name: string | null;
}

/** Stages in which nothing goes on any more. */
const ENDED = STORED_STAGES.filter((stage) => phaseOf(stage) === 'ended');

export type CurrentRow = Omit<CurrentCase, 'stage'> & {
  stage: StoredStage;
  stayUntil: LocalDate | null;
  returnedOn: LocalDate | null;
  today: LocalDate;
};

export const CaseDetailRows = {
  /** The running case of each person, else the newest. */
  async currentOf(tx: Tx, workerIds: readonly string[]): Promise<CurrentRow[]> {
    return tx.query<CurrentRow & Record<string, unknown>>(
      `select x.* from unnest($1::uuid[]) as asked (worker_id), lateral (
         select c.id, c.code, c.worker_id as "workerId", c.agency_id as "agencyId", c.market, c.stage, c.contract_end as "contractEnd",
           c.stay_until as "stayUntil", c.returned_on as "returnedOn", business_day() as today
           from case_file c where c.worker_id = asked.worker_id order by c.stage = any ($2), c.created_at desc, c.id desc limit 1) x`,
      [workerIds, ENDED],
      'case_current_of',
    );
  },

  async workerOfCode(tx: Tx, code: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(`select worker_id as id from case_file where code = $1`, [code], 'case_worker_of_code');
    return rows[0]?.id;
  },

  async find(tx: Tx, caseId: string): Promise<DetailRow | undefined> {
    const rows = await tx.query<DetailRow & Record<string, unknown>>(
      `select ${CASE_COLUMNS}, business_day() as today,
         array(select distinct g from case_gap k, unnest(k.open_guards) g where k.case_id = c.id and k.closed_on is null order by g) as open_gaps,
         coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'stage', o.stage) order by o.created_at) from case_file o
                    where o.worker_id = c.worker_id and o.id <> c.id), '[]') as other_cases,
         (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to) as commune_name,
         (select o.name from organisation o where o.id = c.agency_id) as agency_name
         from case_file c where c.id = $1`,
      [caseId],
      'case_detail',
    );
    return rows[0];
  },

  async ofWorker(tx: Tx, workerId: string): Promise<CaseOfWorker[]> {
    return tx.query<CaseOfWorker & Record<string, unknown>>(
      `select id, code, stage from case_file where worker_id = $1 order by created_at desc, id`,
      [workerId],
      'case_of_worker',
    );
  },

  async contracts(tx: Tx, caseId: string): Promise<ContractVersion[]> {
    return tx.query<ContractVersion & Record<string, unknown>>(
      `select id, kind, number, signed_on as "signedOn", starts_on as "startsOn", ends_on as "endsOn", term_months as "termMonths", employer, workplace,
         occupation, wage::text as wage, wage_currency as "wageCurrency", recorded_at as "recordedAt", voided_at is not null as voided
         from contract_version where case_id = $1 order by recorded_at, id`,
      [caseId],
      'case_contracts',
    );
  },

  async timeline(tx: Tx, caseId: string): Promise<Omit<TimelineLine, 'title'>[]> {
    return tx.query<Omit<TimelineLine, 'title'> & Record<string, unknown>>(
      `select e.id, e.kind, e.effective_on as "effectiveOn", e.recorded_at as "recordedAt", e.stage_before as "stageBefore", e.stage_after as "stageAfter", e.proof,
         e.organisation_id as "organisationId", o.name as "organisationName", e.account_id as "accountId", a.display_name as "accountName", e.corrects_id as "correctsId", e.batch_id as "batchId", e.detail,
         (select max(n.id) from case_event n where n.case_id = e.case_id and n.corrects_id = e.id) as "correctedBy"
         from case_event e left join organisation o on o.id = e.organisation_id left join account a on a.id = e.account_id
        where e.case_id = $1 order by e.id`,
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
