import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface ExitCount {
  readonly communeCode: string | null;
  readonly market: string | null;
  readonly agencyId: string | null;
  readonly month: number;
  readonly exits: number;
  readonly unproven: number;
}

export interface AgencyPunctuality {
  readonly agencyId: string;
  readonly asked: number;
  readonly onTime: number;
}

/** Numbers without names. Every statement is one pass over an index range of the actor's province; row security filters once more. */
export const LeadRows = {
  /** Exits of a span of days by commune of today, market, agency and month; `unproven`: without the certificate of orientation. */
  async exits(tx: Tx, province: string, from: LocalDate, to: LocalDate): Promise<ExitCount[]> {
    return tx.query<ExitCount & Record<string, unknown>>(
      `select c.commune_code as "communeCode", c.market, c.agency_id as "agencyId", extract(month from c.departed_on)::int as month, count(*)::int as exits,
         (count(*) filter (where exists (select from case_gap g where g.case_id = c.id and g.closed_on is null and 'ORIENTATION' = any (g.open_guards))))::int as unproven
         from case_file c where c.province_code = $1 and c.departed_on between $2 and $3 group by 1, 2, 3, 4`,
      [province, from, to],
      'lead_exits',
    );
  },

  /**
   * Questions raised in the span that an agency has a number of calendar days to answer (the 72 hours after a contract's end): those answered or
   * run out, and those answered within their days.
   */
  async punctuality(tx: Tx, province: string, from: LocalDate, to: LocalDate): Promise<AgencyPunctuality[]> {
    return tx.query<AgencyPunctuality & Record<string, unknown>>(
      `with asked as (
         select c.agency_id, a.id, a.raised_on + (p.value #>> '{answerWithin,days}')::int as deadline
           from alert a join case_file c on c.id = a.case_id join policy_rule p on p.id = a.policy_rule_id
          where a.province_code = $1 and a.raised_on between $2 and $3 and a.state <> 'superseded' and c.agency_id is not null
            and p.value ->> 'owner' = 'agency' and p.value #>> '{answerWithin,days}' is not null)
       select q.agency_id as "agencyId", count(*)::int as asked, (count(*) filter (where q.good))::int as "onTime" from (
         select asked.agency_id, asked.deadline, exists (select from alert_answer n where n.alert_id = asked.id and n.organisation_id = asked.agency_id and n.taken_back_at is null
           and n.answered_on <= asked.deadline) as good from asked) q
        where q.good or q.deadline < business_day() group by 1`,
      [province, from, to],
      'lead_punctuality',
    );
  },

  /** Offices that recorded anything about the province in the last days. */
  async updatedLately(tx: Tx, province: string, days: number): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `select distinct organisation_id as id from audit_entry where province_code = $1 and at > now() - $2 * interval '1 day' and organisation_id is not null`,
      [province, days],
      'lead_updated',
    );
    return new Set(rows.map(({ id }) => id));
  },

  /** Communes of the province today, with the office that answers for each. */
  async communes(tx: Tx, province: string): Promise<{ code: string; name: string; organisationId: string | null }[]> {
    return tx.query(
      `select u.code, u.name, (select o.id from organisation o where o.kind = 'commune_peoples_committee' and o.commune_code = u.code and o.active order by o.id limit 1) as "organisationId"
         from admin_unit u join admin_unit p on p.id = u.parent_id
        where u.level = 'commune' and p.code = $1 and business_day() between u.valid_from and u.valid_to order by u.code`,
      [province],
      'lead_communes',
    );
  },

  async organisationNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(`select id, name from organisation where id = any ($1)`, [ids], 'lead_names');
    return new Map(rows.map(({ id, name }) => [id, name]));
  },

  async day(tx: Tx): Promise<{ today: LocalDate; now: Date }> {
    return (await tx.query<{ today: LocalDate; now: Date }>(`select business_day() as today, now() as now`))[0]!;
  },
};
