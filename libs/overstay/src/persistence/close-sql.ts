import { STORED_STAGES } from '@app/casework';
import { NOTICE_SQL } from '@app/notices';
import { changedIds } from './candidate-sql';
import { EXIT_CLOCK_COLUMNS, EXIT_CLOCK_VERDICTS } from './exit-clock-sql';
import { MONEY_VERDICT } from './money-clock-sql';

/** `closed`: of these cases the alerts that were closed, to see whether the facts still say so. */
export type CloseScope = 'full' | 'incremental' | 'cases' | 'closed';

/** The judging half: CTEs up to `verdict`, every live alert looked at with the reason why it has become pointless, or null. Parameters as {@link closeSql}. */
export function judgedRows(scope: CloseScope): string {
  const all = scope === 'full';
  // Every alert of the touched cases by one probe each: the live ones are judged, those an officer's answer closed are taken back.
  const touched = `
  touched as materialized (
    select a.* from (${scope === 'incremental' ? changedIds('$3') : 'select unnest($3::uuid[]) as id'}) t
    cross join lateral (select a.id, a.case_id, a.rule, a.state from alert a where a.case_id = t.id offset 0) a),
  wanted as materialized (
    ${
      scope === 'closed'
        ? `select id from touched where state = 'closed'`
        : `select id from touched where state in ('open', 'answered')
    union select id from alert where state in ('open', 'answered') and family in ('EXPIRY', 'SEASONAL_EXPIRY', 'LAISSEZ_PASSER') and target_date <= $1::date`
    }),`;
  return `market_given as materialized (select * from jsonb_to_recordset($2::jsonb) as m(market text, grace int, default_stay int)),
  ${all ? '' : touched}
  live as materialized (
    select a.id, a.case_id, a.rule, a.family, a.target_date, c.stage, c.returned_on, c.absconded_on, c.contract_end,
      ${Object.values(EXIT_CLOCK_COLUMNS)
        .map((column) => `c.${column}`)
        .join(', ')},
      coalesce(c.stay_until, c.contract_end + any_market.default_stay) as stay_end, coalesce(c.pass_until, c.stay_until, c.contract_end) as pass_end
    from ${
      all
        ? 'alert a join case_file c on c.id = a.case_id'
        : `wanted w cross join lateral (select * from alert a where a.id = w.id offset 0) a
      cross join lateral (select * from case_file c where c.id = a.case_id offset 0) c`
    }
    left join lateral (select default_stay from market_given g where g.market in (coalesce(c.market, ''), '*') order by g.market = '*' limit 1) any_market on true
    ${all ? `where a.state in ('open', 'answered')` : ''}),
  verdict as (
    select l.*, case${EXIT_CLOCK_VERDICTS}${MONEY_VERDICT}
      when l.family = 'RESIDENCE_NOTICE' then case when l.stage <> 'RETURNED' or l.returned_on is distinct from l.target_date then 'DATE_CHANGED' end
      when l.returned_on is not null then 'RETURNED'
      when l.stage not in ('ABROAD', 'ABSCONDED', 'OVERSTAYING') then l.stage
      when l.family = 'ABSCONDED_REPORT' then case when l.absconded_on is distinct from l.target_date then 'DATE_CHANGED' end
      when l.family in ('EXPIRY', 'SEASONAL_EXPIRY', 'LAISSEZ_PASSER', 'RETURN_UNCONFIRMED') then case
        when l.stage <> 'ABROAD' then l.stage
        when l.family = 'LAISSEZ_PASSER' and l.pass_end is distinct from l.target_date or l.family <> 'LAISSEZ_PASSER' and l.contract_end is distinct from l.target_date
          then case when coalesce(case when l.family = 'LAISSEZ_PASSER' then l.pass_end else l.contract_end end, l.target_date) > l.target_date then 'EXTENDED' else 'DATE_CHANGED' end
        when l.family <> 'RETURN_UNCONFIRMED' and l.target_date <= $1::date then 'END_PASSED' end
      when l.family in ('SUSPECTED_OVERSTAY', 'OVERSTAY') then case
        when l.stay_end is distinct from l.target_date then case when l.stay_end > l.target_date then 'EXTENDED' else 'DATE_CHANGED' end
        when l.family = 'SUSPECTED_OVERSTAY' and l.stage = 'OVERSTAYING' then 'CONFIRMED' end
      when l.family = 'PERSUASION_DUE' then case when not exists (
        select from alert s where s.case_id = l.case_id and s.rule = 'SUSPECTED_OVERSTAY' and s.target_date = l.stay_end and s.raised_on < l.target_date) then 'EXTENDED' end
      end as reason
    from live l)`;
}

/**
 * Closes live alerts whose facts changed: returned, stay made lawful, end moved, confirmed, planned day come. Judged by state alone (never by "today is
 * the day"), so a run for an earlier day closes nothing that a later day opened. Takes back what nobody has been told yet.
 * `$1` day judged, `$2` stay rules, `$3` lowest unseen transaction (incremental) or the case ids (`cases`).
 */
export function closeSql(scope: CloseScope): string {
  return `
  with ${judgedRows(scope)},
  closed as (
    update alert a set state = 'closed', closed_at = now(), closed_on = $1::date, closed_reason = v.reason
    from verdict v where v.id = a.id and v.reason is not null and a.state in ('open', 'answered')
    returning a.id, a.case_id, a.rule),
  gone as (
    select case_id, rule as item_kind, id as ref_id from closed
    ${scope === 'full' ? '' : `union select case_id, rule, id from touched where state = 'closed'`}), ${NOTICE_SQL.withdraw('gone')}
  select count(*)::int as closed from closed`;
}

/** What facts say when they close a question; everything else was said by a person. */
const CLOSED_BY_FACTS = ['RETURNED', 'EXTENDED', 'DATE_CHANGED', 'CONFIRMED', 'SETTLED', ...STORED_STAGES];

/**
 * Asks again what a fact had closed that turned out to be wrong: the return was taken back, so the question stands as it stood, also one that had
 * been answered meanwhile. `$1` day judged, `$2` stay rules, `$3` the case ids, `$4` earliest last day to answer; null: the clock goes on from where it was.
 */
export function reopenSql(): string {
  return `
  with ${judgedRows('closed')},
  back as (
    select v.id, coalesce((select n.outcome ->> 'state' = 'answered' from alert_answer n
      where n.alert_id = v.id and n.taken_back_at is null and n.outcome ->> 'state' in ('open', 'answered') order by n.id desc limit 1), false) as answered
    from verdict v where v.reason is null),
  reopened as (
    update alert a set state = case when b.answered then 'answered' else 'open' end, closed_at = null, closed_on = null, closed_reason = null,
      answer_by = case when b.answered then a.answer_by when a.answer_by is not null then greatest(a.answer_by, $4::date) end
    from back b where b.id = a.id and a.state = 'closed' and a.closed_reason in (${CLOSED_BY_FACTS.map((reason) => `'${reason}'`).join(', ')})
    returning a.id)
  select count(*)::int as reopened from reopened`;
}
