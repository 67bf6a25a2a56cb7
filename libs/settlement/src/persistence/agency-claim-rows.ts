import { type AgencyDeposit, depositOf } from '@app/agencies';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LiquidationState } from '../domain/liquidation';
import { ENDED } from './liquidation-rows';

/** What a case still asks of its agency: money to be refunded, a contract to be liquidated, or both. */
export interface AgencyClaim {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  /** The earliest day something of it is due. */
  readonly dueBy: LocalDate;
  readonly daysLeft: number;
  /** Đồng still to be refunded; 0: none. */
  readonly owed: number;
  /** Null: nothing is left to liquidate. */
  readonly liquidation: LiquidationState | null;
}

export interface AgencyClaimsRow {
  readonly deposit: AgencyDeposit | null;
  /** Over all claims in the actor's scope, đồng. */
  readonly owed: number;
  readonly owedCases: number;
  readonly openLiquidations: number;
  readonly overdueCases: number;
  readonly claims: readonly AgencyClaim[];
}

const OPEN = `coalesce(q.state, 'OPEN') in ('OPEN', 'PROPOSED', 'DISPUTED') and (q.case_id is not null or c.stage in ('RETURNED', 'CLOSED')) and coalesce(q.ended_on, ${ENDED}) is not null`;

const CLAIMS = `
  with asked as materialized (
    select c.id, c.code, c.worker_id, r.due_by as refund_due, coalesce(r.principal + r.interest - r.paid, 0) as owed,
      case when ${OPEN} then coalesce(q.state, 'OPEN') end as liquidation, case when ${OPEN} then coalesce(q.due_by, coalesce(q.ended_on, ${ENDED}) + $2::int) end as liquidation_due
    from case_file c left join liquidation q on q.case_id = c.id
    left join refund r on r.case_id = c.id and r.withdrawn_at is null and r.paid < r.principal + r.interest
    where c.agency_id = $1),
  claim as (select a.*, least(a.refund_due, a.liquidation_due) as due_by from asked a where a.refund_due is not null or a.liquidation is not null),
  page as (select * from claim where (due_by, id) > ($3::date, $4::uuid) order by due_by, id limit $5)
  select (select to_jsonb(d) from (${depositOf('$1')}) d) as deposit,
    coalesce(sum(k.owed), 0)::bigint as owed, (count(*) filter (where k.owed > 0))::int as "owedCases", count(k.liquidation)::int as "openLiquidations",
    (count(*) filter (where k.due_by < business_day()))::int as "overdueCases",
    (select coalesce(jsonb_agg(jsonb_build_object('caseId', p.id, 'caseCode', p.code, 'fullName', w.full_name, 'dueBy', p.due_by, 'daysLeft', p.due_by - business_day(),
      'owed', p.owed, 'liquidation', p.liquidation) order by p.due_by, p.id), '[]') from page p join worker w on w.id = p.worker_id) as claims
  from claim k`;

export const AgencyClaimRows = {
  /** The whole answer in one statement: the deposit in force, sums over all claims, and a page of them, the oldest first. */
  async read(tx: Tx, agencyId: string, page: { days: number; afterDue: string; afterId: string; limit: number }): Promise<AgencyClaimsRow> {
    const [row] = await tx.query<AgencyClaimsRow & Record<string, unknown>>(
      CLAIMS,
      [agencyId, page.days, page.afterDue, page.afterId, page.limit],
      'agency_claims',
    );
    return row!;
  },
};
