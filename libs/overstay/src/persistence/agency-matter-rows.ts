import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AgencyFamily, AgencyMatter } from '../domain/agency-clocks';

/**
 * Cases of which something was learnt after the agency last said that the State's database was up to date (never said: since the last day of the month
 * before), up to the month's last lawful day. `$1` that day, `$2` the one before.
 */
const CHANGED = `
  select c.agency_id as "agencyId", c.agency_id as subject, array_agg(distinct c.province_code order by c.province_code) as provinces, $1::date as "lastDay",
    jsonb_build_object('cases', count(distinct c.id)) as detail
  from case_event e join case_file c on c.id = e.case_id
  left join (select agency_id, max(updated_on) as updated_on from agency_update group by 1) u on u.agency_id = c.agency_id
  where e.recorded_on > coalesce(u.updated_on, $2::date) and e.recorded_on <= $1::date and c.agency_id is not null and c.departed_on is not null and c.stage <> 'CLOSED'
  group by c.agency_id`;

/** Licences with a last day within reach that nothing follows. `$1` earliest, `$2` latest last day. Provinces: where the agency may recruit or has people. */
const LICENCES = `
  select l.organisation_id as "agencyId", l.organisation_id as subject, p.provinces, upper(l.valid) - 1 as "lastDay", jsonb_build_object('number', l.number) as detail
  from agency_licence l join organisation o on o.id = l.organisation_id and o.active
  cross join lateral (
    select array_agg(distinct q.province order by q.province) as provinces from (
      select province_code as province from recruitment_permission where agency_id = l.organisation_id and upper(valid) > $1::date
      union select province_code from case_file where agency_id = l.organisation_id and stage <> 'CLOSED') q) p
  where l.state = 'valid' and upper(l.valid) - 1 between $1::date and $2::date and p.provinces is not null
    and not exists (select from agency_licence n where n.organisation_id = l.organisation_id and n.id <> l.id and lower(n.valid) <= upper(l.valid)
      and coalesce(upper(n.valid), 'infinity') > upper(l.valid))`;

/** Permissions to recruit; one for the same place, or for the whole province, that goes on is its renewal. */
const PERMISSIONS = `
  select r.agency_id as "agencyId", r.id as subject, array[r.province_code] as provinces, upper(r.valid) - 1 as "lastDay",
    jsonb_build_object('communeCode', nullif(r.commune_code, '')) as detail
  from recruitment_permission r join organisation o on o.id = r.agency_id and o.active
  where not isempty(r.valid) and upper(r.valid) - 1 between $1::date and $2::date
    and not exists (select from recruitment_permission n where n.agency_id = r.agency_id and n.province_code = r.province_code and n.commune_code in (r.commune_code, '')
      and n.id <> r.id and lower(n.valid) <= upper(r.valid) and coalesce(upper(n.valid), 'infinity') > upper(r.valid))`;

/** Registered supply contracts of orders that still take people; another one with the partner for the same work that goes on is the renewal. */
const SUPPLIES = `
  select s.agency_id as "agencyId", s.id as subject, p.provinces, s.valid_until as "lastDay", jsonb_build_object('number', s.number, 'market', s.market) as detail
  from supply_contract s join organisation a on a.id = s.agency_id and a.active
  cross join lateral (select array_agg(distinct o.province_code order by o.province_code) as provinces from job_order o
    where o.contract_id = s.id and o.state = 'approved') p
  where s.state = 'registered' and s.valid_until between $1::date and $2::date and p.provinces is not null
    and not exists (select from supply_contract n where n.agency_id = s.agency_id and n.partner_id = s.partner_id and n.market = s.market and n.occupation = s.occupation
      and n.id <> s.id and n.state = 'registered' and (n.valid_until is null or n.valid_until > s.valid_until))`;

const ENDS: Readonly<Record<Exclude<AgencyFamily, 'MONTHLY_UPDATE'>, string>> = {
  LICENCE_END: LICENCES,
  PERMISSION_END: PERMISSIONS,
  SUPPLY_END: SUPPLIES,
};

type Row = Omit<AgencyMatter, 'family'> & Record<string, unknown>;

/** What is open with agencies, by the rows as they stand. */
export const AgencyMatterRows = {
  async changed(tx: Tx, lastDay: LocalDate, before: LocalDate): Promise<AgencyMatter[]> {
    const rows = await tx.query<Row>(CHANGED, [lastDay, before]);
    return rows.map((row) => ({ ...row, family: 'MONTHLY_UPDATE' }));
  },

  /** What ends between two days (its last day) without going on. */
  async ending(tx: Tx, family: keyof typeof ENDS, from: LocalDate, until: LocalDate): Promise<AgencyMatter[]> {
    const rows = await tx.query<Row>(ENDS[family], [from, until]);
    return rows.map((row) => ({ ...row, family }));
  },
};
