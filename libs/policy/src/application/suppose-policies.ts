import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { type FileFault, readPolicyRows } from '../domain/policy-file';
import { PolicyBook } from './policy-book';
import { checkPublication } from './propose-policies';
import { refuseFaults } from './publish-policies';

/** Rules that are only thought of. */
export const SupposePolicies = {
  /** The book of a day as it would be with these rows. They must be fit to be published. Throws POLICY_FILE_REFUSED. */
  async book(tx: Tx, given: readonly unknown[], day: LocalDate): Promise<PolicyBook> {
    const faults: FileFault[] = [];
    const rows = readPolicyRows(given, faults);
    refuseFaults(faults);
    await checkPublication(tx, rows);
    return (await PolicyBook.at(tx, day)).supposing(rows);
  },
};
