import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CommuneMonth, CommunePerson } from '../domain/commune-lines';

const ABROAD = `('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY', 'MISSING')`;

/** Where a list of people stopped: hamlet, sort key, id. */
export type PeopleCursor = readonly [hamlet: string, sortKey: string, id: string];

export interface PersonRow extends CommunePerson {
  readonly sortKey: string;
}

const MONTH = `
  with asked as (
    select a.id, x.answers > 0 as answered, coalesce(x.in_time, false) as in_time
    from case_file c join alert a on a.case_id = c.id join alert_recipient r on r.alert_id = a.id and r.role = 'commune',
      lateral (select count(*) as answers, bool_or(n.in_time is not false) as in_time from alert_answer n where n.alert_id = a.id and n.organisation_id = $2 and n.taken_back_at is null) x
    where c.commune_code = any ($1) and a.state <> 'superseded' and r.since >= $3::date and r.since < $3::date + interval '1 month'
      and (a.owner in ('commune', 'department') or x.answers > 0))
  select (select count(*)::int from asked) as asked, (select count(*)::int from asked where answered) as answered,
    (select count(*)::int from asked where answered and in_time) as "inTime",
    (select count(*)::int from case_file c join family_visit v on v.case_id = c.id
      where c.commune_code = any ($1) and v.visited_on >= $3::date and v.visited_on < $3::date + interval '1 month') as visits`;

/** What a commune reads of its own people. The place is stated here; row security states it again. */
export const CommuneRows = {
  async clock(tx: Tx): Promise<{ today: LocalDate; now: Date }> {
    return (await tx.query<{ today: LocalDate; now: Date }>(`select business_day() as today, now() as now`, [], 'commune_clock'))[0]!;
  },

  /** Hamlet and last visit by case. */
  async known(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, { hamlet: string | null; lastVisitOn: LocalDate | null }>> {
    if (!caseIds.length) return new Map();
    const rows = await tx.query<{ id: string; hamlet: string | null; lastVisitOn: LocalDate | null }>(
      `select c.id, w.hamlet, (select max(v.visited_on) from family_visit v where v.case_id = c.id) as "lastVisitOn"
         from case_file c join worker w on w.id = c.worker_id where c.id = any ($1::uuid[])`,
      [caseIds],
      'commune_known',
    );
    return new Map(rows.map((row) => [row.id, row]));
  },

  async month(tx: Tx, communes: readonly string[], organisationId: string, month: LocalDate): Promise<CommuneMonth> {
    return (await tx.query<CommuneMonth & Record<string, unknown>>(MONTH, [communes, organisationId, month], 'commune_month'))[0]!;
  },

  async people(
    tx: Tx,
    q: { communes: readonly string[]; abroad: boolean; market?: string; after?: PeopleCursor; limit: number },
  ): Promise<PersonRow[]> {
    const [hamlet, sortKey, id] = q.after ?? [null, null, null];
    return tx.query<PersonRow & Record<string, unknown>>(
      `select w.id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.hamlet, w.sort_key as "sortKey",
         c.id as "caseId", c.code as "caseCode", c.market, c.stage, c.departed_on as "departedOn", c.contract_end as "contractEnd", c.returned_on as "returnedOn",
         (select o.name from organisation o where o.id = c.agency_id) as "agencyName",
         coalesce(f.phone, (select p.phone from worker_phone p where p.worker_id = w.id order by p.position limit 1)) as phone,
         case when f.phone is not null then coalesce(f.kin, f.full_name) end as "phoneOf", v.visits, v.last as "lastVisitOn"
       from worker w
       left join lateral (select x.* from case_file x where x.worker_id = w.id order by x.created_at desc, x.id limit 1) c on true
       left join lateral (select g.phone, g.kin, g.full_name from family_contact g where g.worker_id = w.id and g.phone is not null order by g.created_at, g.id limit 1) f on true
       left join lateral (select count(*)::int as visits, max(y.visited_on) as last from family_visit y where y.case_id = c.id) v on true
       where w.commune_code = any ($1) and (not $2 or c.stage in ${ABROAD}) and ($3::text is null or c.market = $3)
         and ($4::text is null or (coalesce(w.hamlet, '') collate "vi-x-icu", w.sort_key, w.id) > ($4::text collate "vi-x-icu", $5::text collate "vi-x-icu", $6::uuid))
       order by coalesce(w.hamlet, '') collate "vi-x-icu", w.sort_key, w.id limit $7`,
      [q.communes, q.abroad, q.market ?? null, hamlet, sortKey, id, q.limit],
      'commune_people',
    );
  },
};
