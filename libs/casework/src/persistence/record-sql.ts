import { FACT_COLUMNS, FACT_NAMES } from './case-row';

const FACTS_FROM = 21;
const factParameters = FACT_NAMES.map((name, i) => `${name} = $${FACTS_FROM + i}::${FACT_COLUMNS[name]}`).join(', ');

/** Contract terms as they come in a jsonb array. */
export const CONTRACT_SHAPE = `(id uuid, kind text, number text, "signedOn" date, "startsOn" date, "endsOn" date, "termMonths" int, employer text, workplace text,
  occupation text, wage bigint, "wageCurrency" text)`;

/**
 * One transition in one statement: event (once per request id), projection under a version check, contract versions, gaps, outbox, audit.
 * A repeated request writes nothing and returns no event.
 */
export const RECORD_SQL = `
with ev as (
  insert into case_event (case_id, request_id, ordinal, kind, effective_on, account_id, organisation_id, stage_before, stage_after, case_version, proof,
    document_id, corrects_id, batch_id, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int + 1, $11, $12, $13, $14, $15)
  on conflict on constraint case_event_request_unique do nothing
  returning id
), upd as (
  update case_file set version = version + 1, changed_at = now(), learnt_on = case when $16 then business_day() else learnt_on end, ${factParameters}
   where id = $1 and version = $10 and exists (select from ev)
  returning id
), con as (
  insert into contract_version (id, case_id, kind, number, signed_on, starts_on, ends_on, term_months, employer, workplace, occupation, wage, wage_currency, event_id)
  select c.id, $1, c.kind, c.number, c."signedOn", c."startsOn", c."endsOn", c."termMonths", c.employer, c.workplace, c.occupation, c.wage, c."wageCurrency", ev.id
    from ev, jsonb_to_recordset($17::jsonb) as c ${CONTRACT_SHAPE}
), gap as (
  insert into case_gap (case_id, source, guards, open_guards, source_ref, batch_id)
  select $1, 'departure', $18::text[], $18::text[], $15::jsonb ->> 'sourceRef', $14 from ev where cardinality($18::text[]) > 0
  on conflict do nothing
), obx as (
  insert into outbox (topic, payload)
  select $19, jsonb_strip_nulls(jsonb_build_object('caseId', $1::uuid, 'eventId', ev.id, 'kind', $4::text, 'batchId', $14::uuid)) from ev
), aud as (
  insert into audit_entry (account_id, login, organisation_id, province_code, action, subject_kind, subject_id, request_id, detail)
  select $6, $${FACTS_FROM + FACT_NAMES.length}, $7, $20, 'casework.record', 'case', $1::text, $2, jsonb_build_object('kind', $4::text, 'eventId', ev.id) from ev
)
select ev.id as event_id, (select count(*)::int from upd) as updated from ev`;

/** Guards now proven leave the open gaps of the case. */
export const CLOSE_GAPS_SQL = `
update case_gap g set open_guards = r.rest, closed_on = case when cardinality(r.rest) = 0 then business_day() end
  from (select case_id, source, array(select o from unnest(open_guards) o where o <> all ($2::text[])) as rest from case_gap where case_id = $1 and closed_on is null) r
 where g.case_id = r.case_id and g.source = r.source and g.open_guards && $2::text[]
returning cardinality(r.rest) = 0 as closed`;
