import { CaseClocks } from '@app/casework';
import type { Tx } from '@app/platform';
import { STOOD_AS } from './settled-case-rows';
import { TO_GIVE_BACK } from './unworked-rows';

export interface SettlementClocks {
  readonly liquidationDays: number;
  /** From the signing; null: no such escrow. */
  readonly escrowDays: number | null;
  /** To pay a refund out, from the day it was owed. */
  readonly refundDays: number;
}

const FAMILIES = ['LIQUIDATION_180', 'EPS_ESCROW_35', 'REFUND_DUE'];
const CLOCKS = `
  select c.id, 'LIQUIDATION_180', coalesce(q.due_by, coalesce(q.ended_on, c.contract_terminated_on, c.returned_on, (c.facts->>'endedOn')::date) + $1::int)
    from case_file c left join liquidation q on q.case_id = c.id
   where c.agency_id is not null and ${STOOD_AS} in ('RETURNED', 'DECEASED') and coalesce(q.state, 'OPEN') in ('OPEN', 'DISPUTED')
  union all
  select c.id, 'EPS_ESCROW_35', c.contract_signed_on + $2::int
    from case_file c left join escrow e on e.case_id = c.id and e.kind = 'EPS'
   where c.market = 'KR' and c.legal_form = 'PUBLIC' and c.stage in ('CONTRACTED', 'READY') and coalesce(e.state, 'DUE') = 'DUE'
  union all
  select c.id, 'REFUND_DUE', r.due_by from refund r join case_file c on c.id = r.case_id
   where r.paid < r.principal + r.interest and r.withdrawn_at is null and c.agency_id is not null
  union all
  select c.id, 'REFUND_DUE', (c.facts->>'endedOn')::date + $3::int
    from (select distinct case_id from fee_receipt) t join case_file c on c.id = t.case_id
   where c.agency_id is not null and not exists (select from refund w where w.case_id = c.id and w.withdrawn_at is null) and ${TO_GIVE_BACK} > 0`;

export const SettlementClockRows = {
  /** Contracts to liquidate, escrows to pay, refunds to work out and to pay. Returns how many clocks began or ended. */
  async run(tx: Tx, { liquidationDays, escrowDays, refundDays }: SettlementClocks): Promise<number> {
    return CaseClocks.replace(tx, FAMILIES, CLOCKS, [liquidationDays, escrowDays, refundDays]);
  },
};
