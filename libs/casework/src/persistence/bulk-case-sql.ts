import { FACT_COLUMNS, FACT_NAMES } from './case-row';

const factList = FACT_NAMES.join(', ');
const facts = FACT_NAMES.map((name) => `${name} ${FACT_COLUMNS[name]}`).join(', ');

export const STAGE_CASES = `create temp table if not exists bulk_case (id uuid, code text, worker_id uuid, province_code text, commune_code text, declared_unit_id int,
  bank_id uuid, version int, opened_from text, external_code text, learnt boolean, gap_source text, gaps text[], source_ref text, batch_id uuid, ${facts}) on commit drop`;
export const STAGING_COLUMNS = [
  'id',
  'code',
  'worker_id',
  'province_code',
  'commune_code',
  'declared_unit_id',
  'bank_id',
  'version',
  'opened_from',
  'external_code',
  'learnt',
  'gap_source',
  'gaps',
  'source_ref',
  'batch_id',
  ...FACT_NAMES,
];

const EVENT =
  'n int, case_id uuid, request_id text, ordinal smallint, kind text, effective_on date, stage_before text, stage_after text, case_version int, proof text, document_id uuid, batch_id uuid, detail jsonb, topic text';
/** Keys are given on the way in: contracts and outbox rows then join the staged events, and nothing has to come back. */
export const STAGE_EVENTS = `create temp table if not exists bulk_event (${EVENT}, id bigint not null default nextval('case_event_id_seq')) on commit drop`;
export const EVENT_COLUMNS = namesOf(EVENT);

/** `n`: the staged event it came with. */
const CONTRACT =
  'id uuid, n int, case_id uuid, kind text, number text, signed_on date, starts_on date, ends_on date, term_months int, employer text, workplace text, occupation text, wage bigint, wage_currency text';
export const STAGE_CONTRACTS = `create temp table if not exists bulk_contract (${CONTRACT}) on commit drop`;
export const CONTRACT_COLUMNS = namesOf(CONTRACT);

function namesOf(columns: string): string[] {
  return columns.split(', ').map((column) => column.split(' ')[0]!);
}

/**
 * Answers the new cases that could not be made: the person is away in another case, or the code is taken. In the order of the list indexes, so that
 * neighbours share their pages.
 */
export const CREATE_CASES = `with made as (
  insert into case_file (id, code, worker_id, province_code, commune_code, declared_unit_id, bank_id, opened_from, opened_batch_id, name_order, ${factList})
  select b.id, b.code, b.worker_id, b.province_code, b.commune_code, b.declared_unit_id, b.bank_id, b.opened_from, b.batch_id, w.sort_key, ${FACT_NAMES.map((name) => `b.${name}`).join(', ')}
    from bulk_case b join worker w on w.id = b.worker_id where b.version = 0
   order by b.stage, b.contract_end
  on conflict do nothing returning id)
 select b.id from bulk_case b where b.version = 0 and not exists (select from made m where m.id = b.id)`;

export const UPDATE_CASES = `update case_file c set version = c.version + 1, changed_at = now(), learnt_on = case when b.learnt then business_day() else c.learnt_on end,
  ${FACT_NAMES.map((name) => `${name} = b.${name}`).join(', ')}
  from bulk_case b where b.version > 0 and c.id = b.id and c.version = b.version`;

/** Appends the events in the order they were staged. */
export const CREATE_EVENTS = `insert into case_event (id, case_id, request_id, ordinal, kind, effective_on, recorded_on, account_id, organisation_id, stage_before, stage_after, case_version, proof, document_id, batch_id, detail)
  overriding system value
  select e.id, e.case_id, e.request_id, e.ordinal, e.kind, e.effective_on, (select business_day()), $1::uuid, $2::uuid, e.stage_before, e.stage_after, e.case_version, e.proof, e.document_id, e.batch_id, e.detail
    from bulk_event e`;

export const CREATE_CONTRACTS = `insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, workplace, occupation, wage, wage_currency, event_id)
  select b.id, b.case_id, b.kind, b.number, b.signed_on, b.starts_on, b.ends_on, b.term_months, b.employer, b.workplace, b.occupation, b.wage, b.wage_currency, e.id
    from bulk_contract b join bulk_event e on e.n = b.n`;

export const ANNOUNCE_EVENTS = `insert into outbox (topic, payload)
  select e.topic, jsonb_strip_nulls(jsonb_build_object('caseId', e.case_id, 'eventId', e.id, 'kind', e.kind, 'batchId', e.batch_id))
    from bulk_event e where e.topic is not null`;

export const EVENTS_OF_KNOWN = `select case_id as "caseId", request_id as "requestId", id as "eventId" from bulk_event where case_version > 1`;

export const CREATE_GAPS = `insert into case_gap (case_id, source, guards, open_guards, source_ref, batch_id)
  select id, gap_source, gaps, gaps, source_ref, batch_id from bulk_case where gaps is not null and gap_source is not null
  on conflict (case_id, source) do nothing`;

export const CREATE_CODES = `insert into case_external_code (case_id, province_code, code)
  select id, province_code, external_code from bulk_case where external_code is not null on conflict do nothing`;
