import type { NewDeskTask } from '@app/identity';
import type { Tx } from '@app/platform';
import { COUNTING } from './loan-list-rows';

/** Days before the day itself on which a duty appears (`loan.clocks`). */
export interface LoanClocks {
  readonly decisionBefore: number;
  readonly instalmentBefore: number;
  readonly flightBefore: number;
}

const DUE = `
  select 'LOAN_DECISION' as kind, l.id, l.case_id, l.province_code, l.decide_by as due_on from loan l
   where l.state in ('APPLIED', 'APPRAISING') and l.decide_by <= business_day() + $1::int
  union all
  select case when l.next_due_on < business_day() then 'LOAN_LATE' else 'LOAN_INSTALMENT' end, l.id, l.case_id, l.province_code, l.next_due_on from loan l
   where ${COUNTING} and l.principal > 0 and l.next_due_on <= business_day() + $2::int
  union all
  select 'LOAN_BEFORE_FLIGHT', l.id, l.case_id, l.province_code, c.contract_start from loan l join case_file c on c.id = l.case_id
   where l.state in ('DRAFT', 'APPLIED', 'APPRAISING', 'APPROVED') and c.departed_on is null and c.stage in ('SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY')
     and c.contract_start between business_day() and business_day() + $3::int`;

export const LoanClockRows = {
  /** Everything that is due now, as the duty of the province's centre. */
  async due(tx: Tx, { decisionBefore, instalmentBefore, flightBefore }: LoanClocks): Promise<NewDeskTask[]> {
    return tx.query<NewDeskTask & Record<string, unknown>>(
      `select 'centre' as desk, d.province_code as province, d.kind, d.kind || ':' || d.id || ':' || d.due_on as "dedupeKey", d.case_id as "caseId", d.due_on as "dueOn",
          jsonb_build_object('loanId', d.id) as detail from (${DUE}) d`,
      [decisionBefore, instalmentBefore, flightBefore],
    );
  },
};
