import type { Tx } from '@app/platform';
import type { NamedCost } from '../domain/supported-costs';

/** What the budget has promised or paid of the costs of a case, as far as the actor sees it: offices of the province, and the bank of the case. */
export const SupportedRows = {
  async ofCase(tx: Tx, caseId: string): Promise<NamedCost[]> {
    const rows = await tx.query<{ item: string; title: string; amount: number }>(
      `select item, min(title) as title, sum(amount)::bigint as amount from support_claim
        where case_id = $1 and state in ('APPROVED', 'PAID') group by item order by item`,
      [caseId],
    );
    return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
  },
};
