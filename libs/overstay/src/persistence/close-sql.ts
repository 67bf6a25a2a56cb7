import { NOTICE_SQL } from '@app/notices';
import { changedRows } from './candidate-sql';

/**
 * Closes live alerts whose facts changed: returned, stay made lawful, end moved, confirmed, planned day come. Judged by state alone (never by "today is
 * the day"), so a run for an earlier day closes nothing that a later day opened. Takes back what nobody has been told yet.
 * `$1` day judged, `$2` stay rules, `$3` lowest unseen transaction (incremental) or the case ids (`cases`).
 */
export function closeSql(scope: 'full' | 'incremental' | 'cases'): string {
  const which = {
    full: 'true',
    incremental: `(a.case_id in (select id from changed)
      or a.family in ('EXPIRY', 'SEASONAL_EXPIRY', 'LAISSEZ_PASSER') and a.target_date <= $1::date)`,
    cases: 'a.case_id = any ($3::uuid[])',
  }[scope];
  // Also what an officer's answer has closed: the answer itself may not touch notices.
  const ids = { full: undefined, incremental: 'a.case_id in (select id from changed)', cases: 'a.case_id = any ($3::uuid[])' }[scope];
  return `
  with market_given as materialized (select * from jsonb_to_recordset($2::jsonb) as m(market text, grace int, default_stay int)),
  ${scope === 'incremental' ? `${changedRows('$3')},` : ''}
  live as materialized (
    select a.id, a.case_id, a.rule, a.family, a.target_date, c.stage, c.returned_on, c.absconded_on, c.contract_end,
      coalesce(c.stay_until, c.contract_end + any_market.default_stay) as stay_end, coalesce(c.stay_until, c.contract_end) as pass_end
    from alert a join case_file c on c.id = a.case_id
    left join lateral (select default_stay from market_given g where g.market in (coalesce(c.market, ''), '*') order by g.market = '*' limit 1) any_market on true
    where a.state in ('open', 'answered') and ${which}),
  verdict as (
    select l.*, case
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
    from live l),
  closed as (
    update alert a set state = 'closed', closed_at = now(), closed_on = $1::date, closed_reason = v.reason
    from verdict v where v.id = a.id and v.reason is not null and a.state in ('open', 'answered')
    returning a.id, a.case_id, a.rule),
  gone as (
    select case_id, rule as item_kind, id as ref_id from closed
    ${ids ? `union select a.case_id, a.rule, a.id from alert a where a.state = 'closed' and ${ids}` : ''}), ${NOTICE_SQL.withdraw('gone')}
  select count(*)::int as closed from closed`;
}
