import { OVERDUE_SQL } from '@app/loans';
import type { Tx } from '@app/platform';
import type { ReportLine } from '../domain/report-figures';
import type { ReportPeriod } from '../domain/report-period';
import { STAGE_SQL, standing } from './standing-facts';

/** Whose numbers: a whole province, or communes of it. */
export type ReportPlace =
  | { readonly column: 'province_code'; readonly values: readonly string[] }
  | { readonly column: 'commune_code'; readonly values: readonly string[] };

const AWAY = `('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY', 'MISSING', 'RETURNED')`;
/** Not known to be home on the last day, and nothing lawful keeps the person there. */
const NOT_HOME = `(p.returned_on is null or p.returned_on > $4::date) and p.stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING', 'RETURNED')`;
const inWindow = (day: string) => `${day} between $3::date and $4::date`;
const COMMUNE = `coalesce(c.commune_code, '')`;
const group = (...codes: string[]) =>
  `exists (select from worker_priority_group g where g.worker_id = p.worker_id and g.code in (${codes.map((code) => `'${code}'`).join(', ')}))`;

/** Each arm counts its kind of fact: (indicator, commune, case, amount). */
const EXITS = `select k.indicator, p.commune, p.id as case_id, 1::bigint as amount from place p cross join lateral (values
    ('exits.month', true), ('exits.women', p.sex = 'F'), ('exits.ethnic', p.ethnic_code <> '01'), ('exits.poor', p.household_class = 'POOR'),
    ('exits.nearPoor', p.household_class = 'NEAR_POOR'), ('exits.discharged', ${group('DISCHARGED_SOLDIER', 'DISCHARGED_POLICE')}),
    ('exits.seasonal', p.legal_form = 'SEASONAL'),
    ('exits.untrained', exists (select from case_gap g where g.case_id = p.id and g.closed_on is null and 'ORIENTATION' = any (g.open_guards))),
    ('exits.market.' || p.market, p.market is not null)) k(indicator, holds)
  where ${inWindow('p.departed_on')} and k.holds`;
/** Turns, and persons: who left twice stands once, with the newest exit. */
const YEAR = `select k.indicator, x.commune, x.id, 1 from (
    select p.commune, p.id, row_number() over (partition by p.worker_id order by p.departed_on desc, p.id) as turn
      from place p where p.departed_on between $5::date and $4::date) x
    cross join lateral (values ('exits.year', true), ('exits.yearPersons', x.turn = 1)) k(indicator, holds) where k.holds`;
const AWAY_NOW = `select k.indicator, p.commune, p.id, 1 from place p
    cross join lateral (values ('abroad', true), ('abroad.market.' || p.market, p.market is not null)) k(indicator, holds)
  where p.departed_on <= $4::date and (p.returned_on is null or p.returned_on > $4::date) and p.stage in ${AWAY} and k.holds`;
const RETURNS = `select k.indicator, p.commune, p.id, 1 from place p cross join lateral (values
    ('returned.month', true), ('returned.onTime', p.return_type = 'COMPLETED'), ('returned.early', p.return_type in ('EARLY', 'SICK_OR_INJURED')),
    ('returned.other', p.return_type is null or p.return_type not in ('COMPLETED', 'EARLY', 'SICK_OR_INJURED')),
    ('overstay.cured', exists (select from ${standing('OVERSTAY_CONFIRMED')} v where v.case_id = p.id))) k(indicator, holds)
  where ${inWindow('p.returned_on')} and k.holds`;
/** The newest end counts: an extension moves it. Who came home early has no end here. */
const ENDS = `select k.indicator, p.commune, p.id, 1 from place p cross join lateral (values
    ('ended.month', ${inWindow('p.contract_end')}), ('ended.unconfirmed', ${inWindow('p.contract_end')} and ${NOT_HOME}),
    ('unconfirmed', ${NOT_HOME})) k(indicator, holds)
  where p.departed_on is not null and p.contract_end <= $4::date and (p.returned_on is null or p.returned_on >= p.contract_end or p.return_type = 'COMPLETED') and k.holds`;
const STANDING = `select k.indicator, p.commune, p.id, 1 from place p cross join lateral (values
    ('demand.waiting', p.stage in ('REGISTERED', 'COUNSELLED', 'SOURCED')), ('training', p.stage = 'IN_TRAINING'),
    ('selected', p.stage in ('SELECTED', 'CONTRACTED', 'READY')), ('overstay.total', p.stage = 'OVERSTAYING'),
    ('demand.new', ${inWindow(`(p.created_at at time zone 'Asia/Ho_Chi_Minh')::date`)}
      and (p.opened_from = 'desk' or exists (select from demand d where d.case_id = p.id)))) k(indicator, holds)
  where (p.departed_on is null or p.stage = 'OVERSTAYING' or p.created_at >= $3::date - 1) and k.holds`;
/** What was done counts whatever became of the case. */
const DEEDS = (
  column: ReportPlace['column'],
) => `select distinct 'counselled', ${COMMUNE}, c.id, 1::bigint from counselling n join case_file c on c.id = n.case_id
    where c.${column} = any ($2::text[]) and ${inWindow('n.held_on')}
  union all select 'overstay.new', p.commune, p.id, 1 from place p join ${standing('OVERSTAY_CONFIRMED')} v on v.case_id = p.id where ${inWindow('v.day')}
  union all select 'visits', ${COMMUNE}, c.id, count(*) from family_visit v join case_file c on c.id = v.case_id
    where c.${column} = any ($2::text[]) and ${inWindow('v.visited_on')} group by c.id`;
/** Where the books are not seen there is no row, and so no number. */
const LOANS = `select k.indicator, x.commune, x.case_id, k.amount from (
    select ${COMMUNE} as commune, l.case_id, l.principal, ${OVERDUE_SQL} as overdue from loan l left join case_file c on c.id = l.case_id
     where $1::text = 'province_code' and l.province_code = any ($2::text[]) and l.principal > 0 and l.state in ('DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN')) x
    cross join lateral (values ('loans.number', 1::bigint), ('loans.outstanding', x.principal), ('loans.overdueNumber', (x.overdue > 0)::int::bigint),
      ('loans.overdue', x.overdue)) k(indicator, amount) where k.amount > 0`;

const CASES = `coalesce(array_agg(distinct case_id) filter (where case_id is not null), '{}')`;
const FIGURES = (column: ReportPlace['column'], cases: boolean) => `
  with place as materialized (
    select c.id, ${COMMUNE} as commune, c.worker_id, ${STAGE_SQL} as stage, c.market, c.legal_form, c.departed_on, c.returned_on, c.return_type,
        c.contract_end, c.created_at, c.opened_from, w.sex, w.ethnic_code, w.household_class
      from case_file c join worker w on w.id = c.worker_id
     where c.${column} = any ($2::text[]) and (c.returned_on is null or c.returned_on >= $5::date or c.contract_end >= $5::date)
       and (c.departed_on is not null or c.stage in ('REGISTERED', 'COUNSELLED', 'SOURCED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY')
         or c.created_at >= $5::date - 31)),
  fact as (${[EXITS, YEAR, AWAY_NOW, RETURNS, ENDS, STANDING, DEEDS(column), LOANS].join('\n union all ')})
  select indicator, commune as "communeCode", sum(amount)::bigint as value, ${cases ? CASES : `'{}'::uuid[]`} as "caseIds"
    from fact group by indicator, commune order by indicator, commune`;

export const ReportFigureRows = {
  /**
   * Every number of a report by commune: one statement, under the actor's row security.
   * @param cases with the cases behind each number: sorting and sending them costs as much as the counting
   */
  async count(tx: Tx, { column, values }: ReportPlace, { from, to, yearFrom }: ReportPeriod, cases: boolean): Promise<ReportLine[]> {
    return tx.query<ReportLine & Record<string, unknown>>(
      FIGURES(column, cases),
      [column, values, from, to, yearFrom],
      `report_figures_${column}${cases ? '_cases' : ''}`,
    );
  },
};
