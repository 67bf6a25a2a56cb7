import { CaseClocks } from '@app/casework';
import type { NewDeskTask } from '@app/identity';
import type { Tx } from '@app/platform';
import { COUNTING } from './loan-list-rows';

/** Days before the day itself on which a duty appears (`loan.clocks`). */
export interface LoanClocks {
  readonly flightBefore: number;
}

const CLOCK_FAMILIES = ['LOAN_DECISION', 'INSTALMENT'];
const CLOCKS = `
  select l.case_id, 'LOAN_DECISION', l.decide_by from loan l where l.state in ('APPLIED', 'APPRAISING')
  union all select l.case_id, 'INSTALMENT', l.next_due_on from loan l where ${COUNTING} and l.principal > 0`;

export const LoanClockRows = {
  /** Flights with no money out, as the duty of the province's centre. */
  async due(tx: Tx, { flightBefore }: LoanClocks): Promise<NewDeskTask[]> {
    return tx.query<NewDeskTask & Record<string, unknown>>(
      `select 'centre' as desk, l.province_code as province, 'LOAN_BEFORE_FLIGHT' as kind, 'LOAN_BEFORE_FLIGHT:' || l.id || ':' || c.contract_start as "dedupeKey", l.case_id as "caseId",
          c.contract_start as "dueOn", jsonb_build_object('loanId', l.id) as detail
         from loan l join case_file c on c.id = l.case_id
        where l.state in ('DRAFT', 'APPLIED', 'APPRAISING', 'APPROVED') and c.departed_on is null and c.stage in ('SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY')
          and c.contract_start between business_day() and business_day() + $1::int`,
      [flightBefore],
    );
  },

  /** Decisions the bank owes and instalments that come or were missed. Returns how many clocks began or ended. */
  async run(tx: Tx): Promise<number> {
    return CaseClocks.replace(tx, CLOCK_FAMILIES, CLOCKS, []);
  },
};
