import { branchesOf, depositOf } from '@app/agencies';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A sending agency with its licence today and its cases in the actor's scope. */
export interface AgencyOverviewRow {
  readonly organisationId: string;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly phone: string | null;
  readonly email: string | null;
  /** `unknown`: no licence was ever recorded. */
  readonly licence: 'valid' | 'suspended' | 'withdrawn' | 'expired' | 'unknown';
  readonly licenceNumber: string | null;
  readonly licenceSince: LocalDate | null;
  /** đồng deposited for the licence; null: none was recorded. */
  readonly deposit: number | null;
  /** Open today, in every province. */
  readonly branches: number;
  readonly cases: number;
  readonly abroad: number;
  readonly openAlerts: number;
  /** Open questions past their day that wait for the agency itself. */
  readonly overdueAnswers: number;
}

/** Two passes over the scope's own rows, whatever the number of agencies; agencies are a few hundred in the country. */
const OVERVIEW = `
  with own as (
    select agency_id, count(*)::int as cases, (count(*) filter (where stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')))::int as abroad
    from case_file where agency_id is not null and ($1::text is null or province_code = $1) group by agency_id),
  asked as (
    select c.agency_id, count(*)::int as open_alerts, (count(*) filter (where a.owner = 'agency' and a.answer_by < business_day()))::int as overdue
    from alert a join case_file c on c.id = a.case_id
    where a.state = 'open' and c.agency_id is not null and ($1::text is null or a.province_code = $1) group by c.agency_id)
  select o.id as "organisationId", o.key, o.name, o.active, o.phone, o.email,
    case when l.state is not null then l.state when exists (select from agency_licence p where p.organisation_id = o.id) then 'expired' else 'unknown' end as licence,
    l.number as "licenceNumber", nullif(lower(l.valid), '-infinity') as "licenceSince",
    (select d.amount from (${depositOf('o.id')}) d) as deposit, ${branchesOf('o.id')} as branches,
    coalesce(own.cases, 0) as cases, coalesce(own.abroad, 0) as abroad, coalesce(asked.open_alerts, 0) as "openAlerts", coalesce(asked.overdue, 0) as "overdueAnswers"
  from organisation o
  left join agency_licence l on l.organisation_id = o.id and l.valid @> business_day()
  left join own on own.agency_id = o.id left join asked on asked.agency_id = o.id
  where o.kind = 'sending_agency' and o.key > $2 order by o.key limit $3`;

export const AgencyOverviewRows = {
  async list(tx: Tx, after: string, limit: number): Promise<AgencyOverviewRow[]> {
    const { scope } = tx.actor;
    const province = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : null;
    return tx.query<AgencyOverviewRow & Record<string, unknown>>(OVERVIEW, [province, after, limit], 'agency_overview');
  },
};
