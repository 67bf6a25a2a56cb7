import { type AgencyDeposit, branchesOf, depositOf } from '@app/agencies';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { RETURNED_STAGES } from '../domain/escrow';
import type { LiquidationState } from '../domain/liquidation';
import { ENDED, TO_LIQUIDATE } from './liquidation-rows';
import { STOOD_AS } from './settled-case-rows';
import { TO_GIVE_BACK } from './unworked-rows';

/** What a case still asks of its agency: money to be worked out, to be refunded, an escrow to be given back, a contract to be liquidated. */
export interface AgencyClaim {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  /** The earliest day something of it is due. */
  readonly dueBy: LocalDate;
  readonly daysLeft: number;
  /** Đồng still to be refunded; 0: none. */
  readonly owed: number;
  /** Đồng taken that go back, of which nobody has worked out how much. */
  readonly toWorkOut: number;
  /** Đồng of the worker's escrow. */
  readonly escrow: number;
  /** Null: nothing is left to liquidate. */
  readonly liquidation: LiquidationState | null;
}

export interface AgencyClaimsRow {
  readonly deposit: AgencyDeposit | null;
  /** Open today, in every province. */
  readonly branches: number;
  /** Over all claims in the actor's scope, đồng. */
  readonly owed: number;
  readonly owedCases: number;
  readonly toWorkOut: number;
  readonly toWorkOutCases: number;
  readonly escrow: number;
  readonly escrowCases: number;
  readonly openLiquidations: number;
  readonly overdueCases: number;
  readonly claims: readonly AgencyClaim[];
}

const OPEN = `coalesce(q.state, 'OPEN') in ('OPEN', 'PROPOSED', 'DISPUTED') and (q.case_id is not null or ${TO_LIQUIDATE}) and coalesce(q.ended_on, ${ENDED}) is not null`;

const ENDED_STAGES = [...RETURNED_STAGES, 'RETURNED'].map((stage) => `'${stage}'`).join(', ');

const CLAIMS = `
  with asked as materialized (
    select c.id, c.code, c.worker_id, case when r.principal + r.interest > r.paid then r.due_by end as refund_due, greatest(coalesce(r.principal + r.interest - r.paid, 0), 0) as owed,
      case when ${OPEN} then coalesce(q.state, 'OPEN') end as liquidation, coalesce(q.due_by, coalesce(q.ended_on, ${ENDED}, business_day()) + $2::int) as settled_by, coalesce((c.facts->>'endedOn')::date, business_day()) + $3::int as worked_by,
      case when r.id is null then ${TO_GIVE_BACK} else 0 end as to_work_out, case when ${STOOD_AS} in (${ENDED_STAGES}) then agency_escrow_held(c.id) else 0 end as escrow
    from case_file c left join liquidation q on q.case_id = c.id left join refund r on r.case_id = c.id and r.withdrawn_at is null
    where c.agency_id = $1),
  claim as (select a.*, least(a.refund_due, case when a.to_work_out > 0 then a.worked_by end, case when a.liquidation is not null or a.escrow > 0 then a.settled_by end) as due_by
    from asked a where a.refund_due is not null or a.liquidation is not null or a.to_work_out > 0 or a.escrow > 0),
  page as (select * from claim where (due_by, id) > ($4::date, $5::uuid) order by due_by, id limit $6)
  select (select to_jsonb(d) from (${depositOf('$1')}) d) as deposit, ${branchesOf('$1')} as branches,
    coalesce(sum(k.owed), 0)::bigint as owed, (count(*) filter (where k.owed > 0))::int as "owedCases", coalesce(sum(k.to_work_out), 0)::bigint as "toWorkOut", (count(*) filter (where k.to_work_out > 0))::int as "toWorkOutCases",
    coalesce(sum(k.escrow), 0)::bigint as escrow, (count(*) filter (where k.escrow > 0))::int as "escrowCases", count(k.liquidation)::int as "openLiquidations",
    (count(*) filter (where k.due_by < business_day()))::int as "overdueCases",
    (select coalesce(jsonb_agg(jsonb_build_object('caseId', p.id, 'caseCode', p.code, 'fullName', w.full_name, 'dueBy', p.due_by, 'daysLeft', p.due_by - business_day(),
      'owed', p.owed, 'toWorkOut', p.to_work_out, 'escrow', p.escrow, 'liquidation', p.liquidation) order by p.due_by, p.id), '[]') from page p join worker w on w.id = p.worker_id) as claims
  from claim k`;

export const AgencyClaimRows = {
  /** The whole answer in one statement: the deposit in force, sums over all claims, and a page of them, the oldest first. */
  async read(
    tx: Tx,
    agencyId: string,
    page: { days: number; refundDays: number; afterDue: string; afterId: string; limit: number },
  ): Promise<AgencyClaimsRow> {
    const [row] = await tx.query<AgencyClaimsRow & Record<string, unknown>>(
      CLAIMS,
      [agencyId, page.days, page.refundDays, page.afterDue, page.afterId, page.limit],
      'agency_claims',
    );
    return row!;
  },
};
