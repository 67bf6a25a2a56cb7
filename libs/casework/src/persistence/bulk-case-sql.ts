import { FACT_COLUMNS, FACT_NAMES } from './case-row';

const factList = FACT_NAMES.join(', ');
const facts = FACT_NAMES.map((name) => `${name} ${FACT_COLUMNS[name]}`).join(', ');

export const STAGE_CASES = `create temp table if not exists bulk_case (id uuid, code text, worker_id uuid, province_code text, commune_code text, declared_unit_id int,
  bank_id uuid, version int, opened_from text, external_code text, learnt boolean, gap_source text, gaps text[], source_ref text, batch_id uuid, ${facts}) on commit drop`;
export const STAGING_COLUMNS = [
  'id', 'code', 'worker_id', 'province_code', 'commune_code', 'declared_unit_id', 'bank_id', 'version', 'opened_from', 'external_code', 'learnt', 'gap_source',
  'gaps', 'source_ref', 'batch_id', ...FACT_NAMES,
];

const CONTRACT = 'c_kind text, c_number text, c_signed_on date, c_starts_on date, c_ends_on date, c_term_months int, c_employer text, c_workplace text, c_occupation text, c_wage bigint, c_wage_currency text';
const EVENT = 'case_id uuid, request_id text, ordinal smallint, kind text, effective_on date, stage_before text, stage_after text, case_version int, proof text, document_id uuid, batch_id uuid, detail jsonb, topic text';
export const STAGE_EVENTS = `create temp table if not exists bulk_event (${EVENT}, ${CONTRACT}) on commit drop`;
export const EVENT_COLUMNS = `${EVENT}, ${CONTRACT}`.split(', ').map((column) => column.split(' ')[0]!);

/** Answers the new cases that could not be made: the person is away in another case, or the code is taken. */
export const CREATE_CASES = `with made as (
  insert into case_file (id, code, worker_id, province_code, commune_code, declared_unit_id, bank_id, opened_from, opened_batch_id, ${factList})
  select id, code, worker_id, province_code, commune_code, declared_unit_id, bank_id, opened_from, batch_id, ${factList} from bulk_case where version = 0
  on conflict do nothing returning id)
 select b.id from bulk_case b where b.version = 0 and not exists (select from made m where m.id = b.id)`;

export const UPDATE_CASES = `update case_file c set version = c.version + 1, changed_at = now(), learnt_on = case when b.learnt then business_day() else c.learnt_on end,
  ${FACT_NAMES.map((name) => `${name} = b.${name}`).join(', ')}
  from bulk_case b where b.version > 0 and c.id = b.id and c.version = b.version`;

export const CREATE_EVENTS = `with ev as (
  insert into case_event (case_id, request_id, ordinal, kind, effective_on, account_id, organisation_id, stage_before, stage_after, case_version, proof, document_id, batch_id, detail)
  select e.case_id, e.request_id, e.ordinal, e.kind, e.effective_on, $1::uuid, $2::uuid, e.stage_before, e.stage_after, e.case_version, e.proof, e.document_id, e.batch_id, e.detail
    from bulk_event e where exists (select from bulk_case b where b.id = e.case_id)
   order by e.case_id, e.case_version, e.ordinal
  returning id, case_id, request_id, ordinal, case_version
), con as (
  insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, workplace, occupation, wage, wage_currency, event_id)
  select gen_random_uuid(), e.case_id, e.c_kind, e.c_number, e.c_signed_on, e.c_starts_on, e.c_ends_on, e.c_term_months, e.c_employer, e.c_workplace, e.c_occupation, e.c_wage, e.c_wage_currency, ev.id
    from bulk_event e join ev on ev.case_id = e.case_id and ev.request_id = e.request_id and ev.ordinal = e.ordinal where e.c_kind is not null
), obx as (
  insert into outbox (topic, payload)
  select e.topic, jsonb_strip_nulls(jsonb_build_object('caseId', e.case_id, 'eventId', ev.id, 'kind', e.kind, 'batchId', e.batch_id))
    from bulk_event e join ev on ev.case_id = e.case_id and ev.request_id = e.request_id and ev.ordinal = e.ordinal where e.topic is not null
)
select case_id as "caseId", request_id as "requestId", id as "eventId" from ev where case_version > 1`;

export const CREATE_GAPS = `insert into case_gap (case_id, source, guards, open_guards, source_ref, batch_id)
  select id, gap_source, gaps, gaps, source_ref, batch_id from bulk_case where gaps is not null and gap_source is not null
  on conflict (case_id, source) do nothing`;

export const CREATE_CODES = `insert into case_external_code (case_id, province_code, code)
  select id, province_code, external_code from bulk_case where external_code is not null on conflict do nothing`;
