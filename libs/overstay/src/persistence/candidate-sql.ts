import { EXIT_CLOCK_COLUMNS, stagesOf } from './exit-clock-sql';
import { MONEY_FAMILIES_SQL } from './money-clock-sql';

/**
 * Which (case, rule, target date) are due: the finding half of the sweep's statement. Parameters of all pieces:
 * `$1` day judged, `$2` last day already swept (`-infinity` = none), `$3` rules, `$4` stay rules of markets, `$5` offsets of the recurring rule,
 * `$6` lowest transaction id not seen yet (incremental only), `$8` latest day ever judged: what was stale then stays unmade.
 *
 * Two scopes share one text: `window` reads index ranges of what falls due after `$2`; `changed` looks at single cases, whatever
 * their dates. `lateral (… offset 0)` keeps every range a probe of its index: joined freely, a planner that cannot know the offsets reads
 * the whole table.
 */
export type CandidateScope = 'window' | 'changed';

const AWAY = `c.returned_on is null and c.departed_on is not null`;
const WORKING = `c.stage = 'ABROAD' and ${AWAY}`;
const SOUGHT = `c.stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING') and ${AWAY}`;

/** Rules and stay rules as rows. Offsets of stay rules count from the end of the grace; `stale_days`: due so long ago, a reminder is no longer made. */
export const RULE_ROWS = `
  rule as materialized (
    select * from jsonb_to_recordset($3::jsonb) as r(no int, rung smallint, policy_rule_id bigint, code text, family text, off int, est_off int,
      gap int, est_gap int, stale_days int, urgent boolean, planned boolean))`;

/** Every market that occurs among people away (a loose index scan: one probe per market), with its stay rule or the one for all. */
export const MARKET_ROWS = `
  market_given as materialized (select * from jsonb_to_recordset($4::jsonb) as m(market text, grace int, default_stay int)),
  market_met as (
    with recursive met(market) as (
      (select coalesce(c.market, '') from case_file c where ${SOUGHT} order by 1 limit 1)
      union all
      select (select coalesce(c.market, '') from case_file c where ${SOUGHT} and coalesce(c.market, '') > met.market order by 1 limit 1)
      from met where met.market is not null)
    select market from met where market is not null),
  market as materialized (
    select met.market, coalesce(own.grace, any_market.grace) as grace, coalesce(own.default_stay, any_market.default_stay) as default_stay
    from market_met met left join market_given own on own.market = met.market join market_given any_market on any_market.market = '*')`;

/** Ids of cases touched since the last complete run: by an event, by their birth, by a visit, by a clock that began or ended. */
export const changedIds = (watermark: string) => `
    select case_id as id from case_event where tx_id >= ${watermark}::xid8
    union select id from case_file where born_tx >= ${watermark}::xid8
    union select case_id from family_visit where tx_id >= ${watermark}::xid8
    union select case_id from case_clock where tx_id >= ${watermark}::xid8`;

const FACTS = `id, stage, legal_form, market, departed_on, returned_on, absconded_on, contract_end, stay_until, selected_on, planned_exit_on, certificate_until,
  passport_until, health_until, pass_until, end_unknown_since, learnt_on`;

/** The touched cases with what rules ask of them, looked up once. */
export const CHANGED_ROWS = `
  changed as materialized (
    select c.* from (${changedIds('$6')}) t cross join lateral (select ${FACTS} from case_file c where c.id = t.id offset 0) c)`;

/** What falls due `days` after `date` is due by now, not stale, and (window) not yet swept. */
const due = (scope: CandidateScope, date: string, days: string) =>
  `${date} <= $1::date - (${days}) and ${date} > greatest(${scope === 'window' ? '$2::date' : `'-infinity'::date`}, $8::date - r.stale_days) - (${days})`;
/** The cases of a scope that meet a condition (which may name the rows before). */
const cases = (scope: CandidateScope, columns: string, condition: string) =>
  scope === 'window'
    ? `cross join lateral (select ${columns} from case_file c where ${condition} offset 0) c`
    : `join changed c on ${condition}`;

function plannedEnds(scope: CandidateScope): string {
  const arm = (families: string, more: string) => `
    select c.id as case_id, r.no, c.contract_end as target_date, c.contract_end + r.off as due_on, false as estimated, c.learnt_on
    from (select * from rule where family in (${families})) r ${cases(scope, 'id, contract_end, learnt_on', `${due(scope, 'c.contract_end', 'r.off')} and ${WORKING} ${more}`)}`;
  return [
    arm(`'EXPIRY'`, 'and c.contract_end > c.learnt_on'),
    arm(`'SEASONAL_EXPIRY'`, `and c.contract_end > c.learnt_on and c.legal_form = 'SEASONAL'`),
    arm(`'RETURN_UNCONFIRMED'`, ''),
  ].join(' union all ');
}

function borderPasses(scope: CandidateScope): string {
  const end = 'coalesce(c.pass_until, c.stay_until, c.contract_end)';
  return `
    select c.id, r.no, c.pass_end, c.pass_end + r.off, false, c.learnt_on
    from (select * from rule where family = 'LAISSEZ_PASSER') r
    ${scope === 'window' ? '' : 'cross join changed o'} cross join lateral (
      select c.id, ${end} as pass_end, c.learnt_on from ${scope === 'window' ? 'case_file c' : '(select o.*) c'}
      where ${due(scope, end, 'r.off')} and c.legal_form = 'BORDER' and ${WORKING} and ${end} > c.learnt_on offset 0) c`;
}

/** One arm for known and one for estimated stays: their offsets differ, the index is the same. */
function stays(scope: CandidateScope): string {
  const arm = (estimated: boolean) => {
    const days = estimated ? 'm.default_stay + m.grace + r.est_off' : 'm.grace + r.off';
    const end = 'coalesce(c.stay_until, c.contract_end)';
    return `
    select c.id, r.no, ${end} + ${estimated ? 'm.default_stay' : 0}, ${end} + (${days}), ${estimated}, c.learnt_on
    from (select * from rule where family in ('SUSPECTED_OVERSTAY', 'OVERSTAY')) r cross join market m
    ${cases(scope, 'id, stay_until, contract_end, learnt_on', `coalesce(c.market, '') = m.market and ${due(scope, end, days)} and c.stay_until is ${estimated ? '' : 'not '}null and ${SOUGHT}`)}`;
  };
  return `${arm(false)} union all ${arm(true)}`;
}

function abscondings(scope: CandidateScope): string {
  return `
    select c.id, r.no, c.absconded_on, c.absconded_on + r.off, false, c.learnt_on
    from (select * from rule where family = 'ABSCONDED_REPORT') r
    ${cases(scope, 'id, absconded_on, learnt_on', `${due(scope, 'c.absconded_on', 'r.off')} and c.stage = 'ABSCONDED' and c.returned_on is null`)}`;
}

function returns(scope: CandidateScope): string {
  return `
    select c.id, r.no, c.returned_on, c.returned_on + r.off, false, c.learnt_on
    from (select * from rule where family = 'RESIDENCE_NOTICE') r
    ${cases(scope, 'id, returned_on, learnt_on', `${due(scope, 'c.returned_on', 'r.off')} and c.stage = 'RETURNED'`)}`;
}

/** The clocks of the way to the exit: a date column each, asked in its stages. */
function exitClocks(scope: CandidateScope): string {
  return Object.entries(EXIT_CLOCK_COLUMNS)
    .map(([family, column]) => {
      const date = `c.${column}`;
      return `
    select c.id, r.no, ${date}, ${date} + r.off, false, c.learnt_on
    from (select * from rule where family = '${family}') r
    ${cases(scope, `id, ${column}, learnt_on`, `${due(scope, date, 'r.off')} and c.stage in (${stagesOf(family)})`)}`;
    })
    .join(' union all ');
}

/** The clocks of money: a range of the index of running clocks for each rule, or the few of each touched case and then the rules of each. */
function moneyClocks(scope: CandidateScope): string {
  const running = (condition: string) => `cross join lateral (
      select k.case_id, k.family, k.target_date, k.learnt_on from case_clock k where k.running and ${condition} offset 0) k`;
  const isDue = due(scope, 'k.target_date', 'r.off');
  const found =
    scope === 'window'
      ? `(select * from rule where family in (${MONEY_FAMILIES_SQL})) r ${running(`k.family = r.family and ${isDue}`)}`
      : `changed o ${running('k.case_id = o.id')} join rule r on r.family = k.family where ${isDue}`;
  return `
    select k.case_id, r.no, k.target_date, k.target_date + r.off, false, k.learnt_on from ${found}`;
}

/** Everything due but the recurring rule. */
export function dueRows(scope: CandidateScope): string {
  return [plannedEnds, borderPasses, stays, abscondings, returns, exitClocks, moneyClocks].map((arm) => arm(scope)).join(' union all ');
}

/**
 * Occurrences of the recurring rule, from suspicions already raised and from those this statement finds (`fresh_once`): the rhythm, silent while an
 * agreed visit lies ahead, and the agreed days themselves. A suspicion counts while the case is still away with the same end of stay.
 */
export function occurrenceRows(scope: CandidateScope): string {
  const persuasion = `(select * from rule where family = 'PERSUASION_DUE') r`;
  const suspicions = (condition: string) =>
    `cross join lateral (select s.case_id, s.target_date, s.raised_on from alert s where s.rule = 'SUSPECTED_OVERSTAY' and ${condition} offset 0) s`;
  const stillSuspected =
    scope === 'window'
      ? `cross join lateral (select stay_until, contract_end, market, learnt_on from case_file c where c.id = s.case_id and ${SOUGHT} offset 0) c`
      : '';
  const sameStay = `
    join market m on m.market = coalesce(c.market, '') and coalesce(c.stay_until, c.contract_end + m.default_stay) = s.target_date`;
  const ofChanged = `cross join (select * from changed c where ${SOUGHT}) c ${suspicions('s.case_id = c.id')}`;
  return `
    select s.case_id, r.no, s.raised_on + d.days as target_date, s.raised_on + d.days as due_on, false as estimated, c.learnt_on, s.raised_on as suspected_on
    from ${persuasion} ${scope === 'changed' ? ofChanged : ''} cross join unnest($5::int[]) as d(days)
    ${scope === 'window' ? suspicions(due(scope, 's.raised_on', 'd.days')) : ''} ${stillSuspected} ${sameStay}
    where ${due(scope, 's.raised_on', 'd.days')}
      and not exists (select from family_visit v where v.case_id = s.case_id and v.recorded_on <= s.raised_on + d.days and v.next_visit_on > s.raised_on + d.days)
    union
    select s.case_id, r.no, v.next_visit_on, v.next_visit_on, false, c.learnt_on, s.raised_on
    from ${persuasion} ${scope === 'changed' ? ofChanged : ''}
    cross join lateral (select * from family_visit v where ${due(scope, 'v.next_visit_on', '0')} ${scope === 'changed' ? 'and v.case_id = c.id' : ''} offset 0) v
    ${scope === 'window' ? suspicions('s.case_id = v.case_id') : ''} ${stillSuspected} ${sameStay}
    where v.next_visit_on > s.raised_on`;
}

/** The same for suspicions that this very statement raises, which the snapshot does not show yet. */
export const OCCURRENCES_OF_FRESH = `
    select s.case_id, r.no, s.suspected_on + d.days, s.suspected_on + d.days, false, s.learnt_on, s.suspected_on
    from rule r cross join unnest($5::int[]) as d(days) join fresh_suspicion s on ${due('changed', 's.suspected_on', 'd.days')}
    where r.family = 'PERSUASION_DUE'
      and not exists (select from family_visit v where v.case_id = s.case_id and v.recorded_on <= s.suspected_on + d.days and v.next_visit_on > s.suspected_on + d.days)
    union
    select s.case_id, r.no, v.next_visit_on, v.next_visit_on, false, s.learnt_on, s.suspected_on
    from rule r cross join fresh_suspicion s cross join lateral (select * from family_visit v where v.case_id = s.case_id and ${due('changed', 'v.next_visit_on', '0')} offset 0) v
    where r.family = 'PERSUASION_DUE' and v.next_visit_on > s.suspected_on`;
