import { FACT_COLUMNS, FACT_NAMES } from './case-row';

const FACTS_FROM = 19;
const EXTRA_FROM = FACTS_FROM + FACT_NAMES.length;
const factParameters = FACT_NAMES.map((name, i) => `${name} = $${FACTS_FROM + i}::${FACT_COLUMNS[name]}`).join(', ');

const EVENT = `ev as (
  insert into case_event (case_id, request_id, ordinal, kind, effective_on, account_id, organisation_id, stage_before, stage_after, case_version, proof,
    document_id, corrects_id, batch_id, detail)
  values ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9::int + 1, $10, $11, $12, $13, $14)
  on conflict on constraint case_event_request_unique do nothing
  returning id
)`;
const UPDATE = `upd as (
  update case_file set version = version + 1, changed_at = now(), learnt_on = case when $15 then business_day() else learnt_on end, ${factParameters}
   where id = $1 and version = $9 and exists (select from ev)
  returning id
)`;
const OUTBOX = `obx as (
  insert into outbox (topic, payload)
  select $16, jsonb_strip_nulls(jsonb_build_object('caseId', $1::uuid, 'eventId', ev.id, 'kind', $3::text, 'batchId', $13::uuid)) from ev
)`;
const AUDIT = `aud as (
  insert into audit_entry (account_id, login, organisation_id, province_code, action, subject_kind, subject_id, request_id, detail)
  select $5, $18, $6, $17, 'casework.record', 'case', $1::text, $2, jsonb_build_object('kind', $3::text, 'eventId', ev.id) from ev
)`;
const CONTRACT = `con as (
  insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, workplace, occupation, wage, wage_currency, event_id)
  select c.id, $1, c.kind, c.number, c."signedOn", c."startsOn", c."endsOn", c."termMonths", c.employer, c.workplace, c.occupation, c.wage, c."wageCurrency", ev.id
    from ev, jsonb_to_record($${EXTRA_FROM}::jsonb) as c (id uuid, kind text, number text, "signedOn" date, "startsOn" date, "endsOn" date, "termMonths" int, employer text,
      workplace text, occupation text, wage bigint, "wageCurrency" text)
)`;
const gap = (at: number) => `gap as (
  insert into case_gap (case_id, source, guards, open_guards, source_ref, batch_id)
  select $1, 'departure', $${at}::text[], $${at}::text[], $14::jsonb ->> 'sourceRef', $13 from ev
  on conflict do nothing
)`;

/**
 * One transition in one statement: event (once per request id), projection under a version check, outbox, audit, and where there are any the
 * contract version and the gaps. A repeated request writes nothing and returns no event.
 */
export function recordSql(some: { contract: boolean; gaps: boolean }): string {
  const parts = [EVENT, UPDATE, OUTBOX, AUDIT, some.contract && CONTRACT, some.gaps && gap(EXTRA_FROM + (some.contract ? 1 : 0))];
  return `with ${parts.filter(Boolean).join(', ')} select ev.id as event_id, (select count(*)::int from upd) as updated from ev`;
}

/** Guards now proven leave the open gaps of the case. */
export const CLOSE_GAPS_SQL = `
update case_gap g set open_guards = r.rest, closed_on = case when cardinality(r.rest) = 0 then business_day() end
  from (select case_id, source, array(select o from unnest(open_guards) o where o <> all ($2::text[])) as rest from case_gap where case_id = $1 and closed_on is null) r
 where g.case_id = r.case_id and g.source = r.source and g.open_guards && $2::text[]
returning cardinality(r.rest) = 0 as closed`;
