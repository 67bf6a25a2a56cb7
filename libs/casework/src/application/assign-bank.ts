import type { Tx } from '@app/platform';
import { BankOfCaseRows } from '../persistence/bank-of-case-rows';

/** Which bank office a case is referred to: from then on the office sees when its borrower leaves and comes back. */
export const AssignBank = {
  async apply(tx: Tx, caseIds: readonly string[], bankId: string): Promise<void> {
    await BankOfCaseRows.assign(tx, caseIds, bankId);
  },
};
