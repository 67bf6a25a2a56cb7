import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LoanState } from '../domain/loan-state';

/** What the ledger makes of a loan. */
export interface BookProjection {
  readonly id: string;
  readonly principal: bigint;
  readonly repaid: bigint;
  readonly advance: bigint;
  /** Paid out since the loan came into this system. */
  readonly lentHere: bigint;
  readonly interestPaidTo: LocalDate | null;
  readonly nextDueOn: LocalDate | null;
  readonly lastEntryOn: LocalDate | null;
  readonly state: LoanState;
}

export const BookRows = {
  async project(tx: Tx, books: readonly BookProjection[]): Promise<void> {
    await tx.execute(
      `update loan l set principal = p.principal, repaid = p.repaid, advance = p.advance, disbursed = l.disbursed_before + p."lentHere",
          interest_paid_to = p."interestPaidTo", next_due_on = p."nextDueOn", last_entry_on = p."lastEntryOn", state = p.state, version = l.version + 1, changed_at = now()
         from jsonb_to_recordset($1::jsonb) p(id uuid, principal bigint, repaid bigint, advance bigint, "lentHere" bigint, "interestPaidTo" date, "nextDueOn" date,
           "lastEntryOn" date, state text)
        where l.id = p.id`,
      [JSON.stringify(books, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))],
    );
  },
};
