import { NOTICE_SQL } from '@app/notices';
import { CHANGED_ROWS, MARKET_ROWS, OCCURRENCES_OF_FRESH, RULE_ROWS, dueRows, occurrenceRows } from './candidate-sql';
import { HELD_CASES } from './held-sql';

/**
 * Who is told and who must answer, for each rule and each kind of case (`$7`): made by the pure functions of the domain, so that SQL only
 * looks it up. A combination nobody is told of has no row, and no alert.
 */
const VARIANT_ROWS = `
  variant as materialized (
    select * from jsonb_to_recordset($7::jsonb) as v(no int, has_agency boolean, consent boolean, has_commune boolean, late boolean,
      roles text[], owner text, answer_by date, last_owner boolean))`;

/** Addressee text of a role of the case `d`; family and worker are reached through the commune. */
export const addresseeOf = (role: string, d: string) => `case ${role}
      when 'agency' then 'AGENCY:' || ${d}.agency_id when 'centre' then 'ESC:' || ${d}.province_code
      when 'department' then 'SO:' || ${d}.province_code when 'commune' then 'COMMUNE:' || ${d}.commune_code else upper(${role}) end`;

/** Rows for `NOTICE_SQL.owe` from rows with the columns named here; offices only. */
export const owedRows = (source: string) => `
    select t.addressee, case when t.urgent then 'urgent' else 'digest' end as notice_kind, t.province_code,
      case when t.role = 'commune' then t.commune_code end as commune_code, case when t.role = 'agency' then t.agency_id end as organisation_id,
      t.rule as item_kind, t.alert_id as ref_id, t.case_id, t.case_code, t.answer_by as due_on, t.verifying, h.batch_id
    from ${source} t left join held_case h on h.case_id = t.case_id and t.due_on <= h.recorded_on
    where t.addressee is not null and t.role in ('agency', 'centre', 'commune', 'department')`;

/** The rows of `k` that have no alert yet: a probe each where there are few, one pass over all alerts where there are many. */
const notYet = (few: boolean) =>
  few
    ? `cross join lateral (select not exists (select from alert a where a.case_id = k.case_id and a.rule = r.code and a.target_date = k.target_date) as fresh offset 0) x where x.fresh`
    : `where not exists (select from alert a where a.case_id = k.case_id and a.rule = r.code and a.target_date = k.target_date)`;

/**
 * No row at all, but the planner expects `rows` of them: without it every step below is planned for one row and joins of thousands become nested
 * loops. (The condition is a subselect, so it is not folded away; the scan never starts.)
 */
const expecting = (rows: number, columns: string) => `union all select ${columns} from generate_series(1, ${rows}) where (select false)`;
const DUE_COLUMNS = 'null::uuid, null::int, null::date, null::date, null::boolean, null::date';

/** Everything; or what fell due since and the cases touched: by single probes when they are few, by joins when they are many. */
export type SweepMode = 'full' | 'many' | 'few';

/**
 * The finding half: CTEs up to `detail`, one row per alert to be made with its owner, state and place. Everything that raises reads them, and
 * so does the trial of proposed rules, which writes nothing. `alertId`: SQL of the id a row gets.
 */
export function findRows(mode: SweepMode, alertId: string): string {
  const changed = mode !== 'full';
  const few = mode === 'few';
  const rows = (of: typeof dueRows) => (changed ? `(${of('window')}) union (${of('changed')})` : of('window'));
  // A run over much reads both tables anyway; over few it must look them up one by one, however many the planner expects.
  const caseOf = few
    ? `cross join lateral (select * from case_file o where o.id = f.case_id offset 0) c
    cross join lateral (select o.consent_family_notice from worker o where o.id = c.worker_id offset 0) w`
    : `join case_file c on c.id = f.case_id join worker w on w.id = c.worker_id`;
  return `${RULE_ROWS}, ${MARKET_ROWS}, ${VARIANT_ROWS}, ${changed ? `${CHANGED_ROWS},` : ''}
  due_once as materialized (${rows(dueRows)} ${few ? '' : expecting(100_000, DUE_COLUMNS)}),
  fresh_once as materialized (
    select k.*, r.code, r.family, greatest(k.due_on, k.learnt_on) as suspected_on,
      coalesce(k.due_on + case when k.estimated then r.est_gap else r.gap end <= k.learnt_on, false) as superseded
    from due_once k join rule r on r.no = k.no ${notYet(few)}),
  fresh_suspicion as (select case_id, target_date, suspected_on, learnt_on from fresh_once where family = 'SUSPECTED_OVERSTAY'),
  due_again as materialized ((${rows(occurrenceRows)}) union ${OCCURRENCES_OF_FRESH}),
  fresh as (
    select case_id, no, target_date, due_on, estimated, suspected_on as raised_on, learnt_on as not_before, superseded from fresh_once
    union all
    select k.case_id, k.no, k.target_date, k.due_on, k.estimated, greatest(k.due_on, k.suspected_on), k.suspected_on, false
    from due_again k join rule r on r.no = k.no ${notYet(few)}
    ${expecting(10_000, `${DUE_COLUMNS}, null::date, null::boolean`)}),
  placed as materialized (
    select f.*, c.code as case_code, c.stage, c.province_code, c.commune_code, c.agency_id, c.agency_id is not null as has_agency,
      c.commune_code is not null as has_commune, w.consent_family_notice as consent, f.due_on <= f.not_before as late
    from (select * from fresh order by case_id) f ${caseOf}),
  detail as materialized (
    select ${alertId} as alert_id, p.case_id, p.target_date, p.due_on, p.raised_on, p.estimated, r.policy_rule_id, r.code as rule, r.family, r.rung,
      r.urgent, v.roles, v.owner, v.answer_by, v.last_owner, p.case_code, p.province_code, p.commune_code, p.agency_id,
      case when p.superseded then 'superseded' when r.planned and p.target_date <= $1::date or r.family = 'SUSPECTED_OVERSTAY' and p.stage = 'OVERSTAYING'
        then 'closed' else 'open' end as state
    from placed p join rule r on r.no = p.no
    join variant v on v.no = p.no and v.has_agency = p.has_agency and v.consent = p.consent and v.has_commune = p.has_commune and v.late = p.late)`;
}

/**
 * The raising half of the sweep in one statement: find what is due, leave out what exists, open alerts (of rungs already passed when the case
 * was learnt only the highest), name who is told, and owe the notices with their outbox duties. All of it or nothing.
 */
export function raiseSql(mode: SweepMode): string {
  return `
  with ${findRows(mode, `nextval('alert_id_seq')`)},
  raised as (
    insert into alert (id, case_id, province_code, rule, family, rung, target_date, due_on, raised_on, estimated, owner, answer_by, last_owner, state,
      closed_at, closed_on, closed_reason, policy_rule_id) overriding system value
    select d.alert_id, d.case_id, d.province_code, d.rule, d.family, d.rung, d.target_date, d.due_on, d.raised_on, d.estimated, d.owner,
      case when d.state = 'open' then d.answer_by end, d.last_owner, d.state,
      case when d.state = 'closed' then now() end, case when d.state = 'closed' then $1::date end,
      case when d.state = 'closed' then case when d.family = 'SUSPECTED_OVERSTAY' then 'CONFIRMED' else 'END_PASSED' end end, d.policy_rule_id
    from detail d),
  asked as (
    select distinct case_id from detail where family = 'RETURN_UNCONFIRMED' and state = 'open' and owner in ('agency', 'centre')),
  told as materialized (
    select d.*, role, ${addresseeOf('role', 'd')} as addressee,
      role = 'commune' and d.family in ('SUSPECTED_OVERSTAY', 'PERSUASION_DUE') and (q.case_id is not null or exists (
        select from alert a where a.case_id = d.case_id and a.family = 'RETURN_UNCONFIRMED' and a.state = 'open'
          and a.owner in ('agency', 'centre') and a.answer_by >= $1::date)) as verifying
    from detail d cross join unnest(d.roles) role left join asked q on q.case_id = d.case_id
    where d.state <> 'superseded'),
  named as (
    insert into alert_recipient (alert_id, role, addressee, since, told_on)
    select alert_id, role, addressee, $1::date, case when state = 'open' and addressee is not null then $1::date end from told),
  ${HELD_CASES},
  owed as (${owedRows('told')} and t.state = 'open'), ${NOTICE_SQL.owe('owed')}
  select (select count(*)::int from due_once) + (select count(*)::int from due_again) as examined, $6::text is null as complete,
    (select count(*)::int from detail where state <> 'superseded') as raised,
    (select count(*)::int from notice_opened) + (select count(*)::int from notice_held) as notices,
    (select coalesce(array_agg(distinct case_id), '{}') from told where role = 'commune' and commune_code is null) as unplaced`;
}
