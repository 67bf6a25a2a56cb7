import type { Tx } from '@app/platform';

export const BankOfCaseRows = {
  async assign(tx: Tx, caseIds: readonly string[], bankId: string): Promise<void> {
    await tx.execute(
      `update case_file set bank_id = $2, version = version + 1, changed_at = now() where id = any ($1::uuid[]) and bank_id is distinct from $2`,
      [caseIds, bankId],
    );
  },
};
