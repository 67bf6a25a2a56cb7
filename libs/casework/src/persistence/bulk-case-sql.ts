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
  'case_id uuid, request_id text, ordinal smallint, kind text, effective_on date, stage_before text, stage_after text, case_version int, proof text, document_id uuid, batch_id uuid, detail jsonb, topic text';
export const STAGE_EVENTS = `create temp table if not exists bulk_event (${EVENT}) on commit drop`;
export const EVENT_COLUMNS = namesOf(EVENT);

const CONTRACT =
  'case_id uuid, request_id text, ordinal smallint, kind text, number text, signed_on date, starts_on date, ends_on date, term_months int, employer text, workplace text, occupation text, wage bigint, wage_currency text';
export const STAGE_CONTRACTS = `create temp table if not exists bulk_contract (${CONTRACT}) on commit drop`;
export const CONTRACT_COLUMNS = namesOf(CONTRACT);

function namesOf(columns: string): string[] {
  return columns.split(', ').map((column) => column.split(' ')[0]!);
}

/** Answers the new cases that could not be made: the person is away in another case, or the code is taken. */
export const CREATE_CASES = `with made as (
  insert into case_file (id, code, worker_id, province_code, commune_code, declared_unit_id, bank_id, opened_from, opened_batch_id, ${factList})
  select id, code, worker_id, province_code, commune_code, declared_unit_id, bank_id, opened_from, batch_id, ${factList} from bulk_case where version = 0
  on conflict do nothing returning id)
 select b.id from bulk_case b where b.version = 0 and not exists (select from made m where m.id = b.id)`;

export const UPDATE_CASES = `update case_file c set version = c.version + 1, changed_at = now(), learnt_on = case when b.learnt then business_day() else c.learnt_on end,
  ${FACT_NAMES.map((name) => `${name} = b.${name}`).join(', ')}
  from bulk_case b where b.version > 0 and c.id = b.id and c.version = b.version`;

const APPENDED = `insert into case_event (case_id, request_id, ordinal, kind, effective_on, account_id, organisation_id, stage_before, stage_after, case_version, proof, document_id, batch_id, detail)
  select e.case_id, e.request_id, e.ordinal, e.kind, e.effective_on, $1::uuid, $2::uuid, e.stage_before, e.stage_after, e.case_version, e.proof, e.document_id, e.batch_id, e.detail
    from bulk_event e`;
const SAME = 'ev.case_id = b.case_id and ev.request_id = b.request_id and ev.ordinal = b.ordinal';

/** Appends the events in the order they were staged; contracts and outbox rows join them only where there are any. Answers the events of known cases. */
export function createEvents(some: { contracts: boolean; topics: boolean }): string {
  const parts = [
    `ev as (${APPENDED} returning id, case_id, request_id, ordinal, case_version)`,
    some.contracts &&
      `con as (insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, workplace, occupation, wage, wage_currency, event_id)
       select gen_random_uuid(), b.case_id, b.kind, b.number, b.signed_on, b.starts_on, b.ends_on, b.term_months, b.employer, b.workplace, b.occupation, b.wage, b.wage_currency, ev.id
         from bulk_contract b join ev on ${SAME})`,
    some.topics &&
      `obx as (insert into outbox (topic, payload)
       select b.topic, jsonb_strip_nulls(jsonb_build_object('caseId', b.case_id, 'eventId', ev.id, 'kind', b.kind, 'batchId', b.batch_id))
         from bulk_event b join ev on ${SAME} where b.topic is not null)`,
  ];
  return `with ${parts.filter(Boolean).join(',\n')} select case_id as "caseId", request_id as "requestId", id as "eventId" from ev where case_version > 1`;
}

export const CREATE_GAPS = `insert into case_gap (case_id, source, guards, open_guards, source_ref, batch_id)
  select id, gap_source, gaps, gaps, source_ref, batch_id from bulk_case where gaps is not null and gap_source is not null
  on conflict (case_id, source) do nothing`;

export const CREATE_CODES = `insert into case_external_code (case_id, province_code, code)
  select id, province_code, external_code from bulk_case where external_code is not null on conflict do nothing`;
