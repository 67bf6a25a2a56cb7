import { CaseClocks } from '@app/casework';
import type { Tx } from '@app/platform';

export interface SettlementClocks {
  readonly liquidationDays: number;
  /** From the signing; null: no such escrow. */
  readonly escrowDays: number | null;
}

const FAMILIES = ['LIQUIDATION_180', 'EPS_ESCROW_35', 'REFUND_DUE'];
const CLOCKS = `
  select c.id, 'LIQUIDATION_180', coalesce(q.due_by, coalesce(q.ended_on, c.contract_terminated_on, c.returned_on) + $1::int)
    from case_file c left join liquidation q on q.case_id = c.id
   where c.agency_id is not null and c.stage = 'RETURNED' and coalesce(q.state, 'OPEN') in ('OPEN', 'DISPUTED')
  union all
  select c.id, 'EPS_ESCROW_35', c.contract_signed_on + $2::int
    from case_file c left join escrow e on e.case_id = c.id and e.kind = 'EPS'
   where c.market = 'KR' and c.legal_form = 'PUBLIC' and c.stage in ('CONTRACTED', 'READY') and coalesce(e.state, 'DUE') = 'DUE'
  union all
  select c.id, 'REFUND_DUE', r.due_by from refund r join case_file c on c.id = r.case_id
   where r.paid < r.principal + r.interest and r.withdrawn_at is null and c.agency_id is not null`;

export const SettlementClockRows = {
  /** Contracts to liquidate, escrows to pay, refunds to pay out. Returns how many clocks began or ended. */
  async run(tx: Tx, { liquidationDays, escrowDays }: SettlementClocks): Promise<number> {
    return CaseClocks.replace(tx, FAMILIES, CLOCKS, [liquidationDays, escrowDays]);
  },
};
