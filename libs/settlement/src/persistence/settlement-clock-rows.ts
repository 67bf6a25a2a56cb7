import type { NewDeskTask } from '@app/identity';
import type { Tx } from '@app/platform';

export interface SettlementClocks {
  readonly liquidationDays: number;
  /** Days after the end on which the duty appears. */
  readonly liquidationFrom: number;
  readonly escrowDays: number;
  /** Days after the signing; null: no such escrow. */
  readonly escrowFrom: number | null;
}

const ENDED = `coalesce(q.ended_on, c.contract_terminated_on, c.returned_on)`;
const DUE = `
  select 'LIQUIDATION_DUE' as kind, 'agency' as desk, c.id, c.province_code, c.agency_id, coalesce(q.due_by, ${ENDED} + $1::int) as due_on
    from case_file c left join liquidation q on q.case_id = c.id
   where c.agency_id is not null and c.stage = 'RETURNED' and coalesce(q.state, 'OPEN') in ('OPEN', 'DISPUTED') and ${ENDED} + $2::int <= business_day()
  union all
  select 'ESCROW_DUE', 'centre', c.id, c.province_code, null, c.contract_signed_on + $3::int
    from case_file c left join escrow e on e.case_id = c.id and e.kind = 'EPS'
   where c.market = 'KR' and c.legal_form = 'PUBLIC' and c.stage in ('CONTRACTED', 'READY') and coalesce(e.state, 'DUE') = 'DUE'
     and c.contract_signed_on + $4::int <= business_day()
  union all
  select 'REFUND_DUE', 'agency', c.id, c.province_code, c.agency_id, r.due_by from refund r join case_file c on c.id = r.case_id
   where r.paid < r.principal + r.interest and r.withdrawn_at is null and c.agency_id is not null`;

export const SettlementClockRows = {
  async due(tx: Tx, clocks: SettlementClocks): Promise<NewDeskTask[]> {
    return tx.query<NewDeskTask & Record<string, unknown>>(
      `select d.desk, d.province_code as province, d.agency_id as "agencyId", d.kind, d.kind || ':' || d.id || ':' || d.due_on as "dedupeKey", d.id as "caseId", d.due_on as "dueOn" from (${DUE}) d`,
      [clocks.liquidationDays, clocks.liquidationFrom, clocks.escrowDays, clocks.escrowFrom],
    );
  },
};
