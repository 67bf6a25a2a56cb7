import type { LocalDate } from '@app/kernel';
import type { WeeklyLine } from '@app/notices';
import type { Tx } from '@app/platform';
import { STAGE_SQL, standing } from './standing-facts';

/** Days `first` to `last` of the week that is over and of the one before; `first_of_year`: the year the week that is over ended in. */
const WEEKS = `week(bucket, first, last, first_of_year) as (values
  ('now', $1::date - 7, $1::date - 1, date_trunc('year', $1::date - 1)::date), ('before', $1::date - 14, $1::date - 8, date_trunc('year', $1::date - 1)::date))`;
const AWAY = `('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'MISSING', 'RETURNED')`;

const COUNT = `
  with ${WEEKS},
  fact as (
    select c.province_code, w.bucket, k.code, 1 as n from week w join case_file c
      on c.departed_on between least(w.first, w.first_of_year) and w.last
      cross join lateral (values ('exits', c.departed_on >= w.first), ('exitsOfYear', c.departed_on >= w.first_of_year)) k(code, holds) where k.holds
    union all select c.province_code, w.bucket, 'returned', 1 from week w join case_file c on c.returned_on between w.first and w.last
    union all select c.province_code, w.bucket, 'unconfirmed', 1 from week w join case_file c
      on c.departed_on is not null and c.contract_end <= w.last and (c.returned_on is null or c.returned_on > w.last) and ${STAGE_SQL} in ${AWAY}
    union all select c.province_code, w.bucket, 'registered', 1 from week w join case_file c on (c.created_at at time zone 'Asia/Ho_Chi_Minh')::date between w.first and w.last
      where c.opened_from = 'desk' or exists (select from demand d where d.case_id = c.id)
    union all select c.province_code, w.bucket, 'selected', 1 from week w join ${standing('SELECTED')} e on e.day between w.first and w.last join case_file c on c.id = e.case_id
    union all select c.province_code, w.bucket, 'visits', 1 from week w join family_visit v on v.visited_on between w.first and w.last join case_file c on c.id = v.case_id
    union all select distinct on (r.province_code, w.bucket, r.commune_code) r.province_code, w.bucket, 'reports', 1 from week w join monthly_report r
      on r.month = $2::date and r.commune_code <> '' and r.sent_on <= w.last)
  select f.province_code as province, f.code, coalesce(sum(f.n) filter (where f.bucket = 'now'), 0)::int as now, coalesce(sum(f.n) filter (where f.bucket = 'before'), 0)::int as before,
      case f.code
        when 'exitsOfYear' then (select coalesce(max(t.exits) filter (where t.commune_code = ''), sum(t.exits))::int from target t
          where t.province_code = f.province_code and t.year = extract(year from $1::date - 1))
        when 'reports' then (select count(*)::int from admin_unit u join admin_unit p on p.id = u.parent_id
          where u.level = 'commune' and p.code = f.province_code and business_day() between u.valid_from and u.valid_to) end as "of"
    from fact f group by f.province_code, f.code order by 1, 2`;

export const WeeklyNewsRows = {
  /** What each province's week brought, beside the week before; provinces where nothing is have no row. @param month whose reports are due */
  async count(tx: Tx, monday: LocalDate, month: LocalDate): Promise<(WeeklyLine & { readonly province: string })[]> {
    const rows = await tx.query<WeeklyLine & { province: string; of: number | null } & Record<string, unknown>>(
      COUNT,
      [monday, month],
      'weekly_news',
    );
    return rows.map(({ of, ...line }) => ({ ...line, ...(of !== null && { of }) }));
  },
};
