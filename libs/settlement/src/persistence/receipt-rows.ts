import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface ReceiptLine {
  readonly id: number;
  readonly item: string;
  readonly amount: number;
  readonly paidOn: LocalDate;
  readonly receiptNo: string;
  readonly faults: readonly string[];
  readonly article: string | null;
  readonly reversesId: number | null;
}

export interface NewReceipt {
  readonly caseId: string;
  readonly item: string;
  readonly amount: bigint;
  readonly paidOn: LocalDate;
  readonly receiptNo: string;
  readonly faults: readonly string[];
  readonly article: string | null;
  readonly requestId: string;
  readonly note: string | null;
}

export const ReceiptRows = {
  async ofCase(tx: Tx, caseId: string): Promise<ReceiptLine[]> {
    return tx.query<ReceiptLine & Record<string, unknown>>(
      `select id, item, amount, paid_on as "paidOn", receipt_no as "receiptNo", faults, article, reverses_id as "reversesId" from fee_receipt where case_id = $1 order by paid_on, id limit 500`,
      [caseId],
    );
  },

  /** Undefined: this request was recorded before. */
  async insert(tx: Tx, receipt: NewReceipt): Promise<number | undefined> {
    const rows = await tx.query<{ id: number }>(
      `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, faults, article, request_id, account_id, organisation_id, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (case_id, request_id) do nothing returning id`,
      [
        receipt.caseId,
        receipt.item,
        receipt.amount.toString(),
        receipt.paidOn,
        receipt.receiptNo,
        receipt.faults,
        receipt.article,
        receipt.requestId,
        tx.actor.accountId,
        tx.actor.organisationId,
        receipt.note,
      ],
    );
    return rows[0]?.id;
  },

  /** Takes a receipt back by one with the other sign. Undefined: not in this case; false: taken back before, or somebody else's record. */
  async reverse(tx: Tx, caseId: string, id: number, why: { reason: string; requestId: string }): Promise<boolean | undefined> {
    const [receipt] = await tx.query<{ own: boolean }>(
      `select reverses_id is null and organisation_id is not distinct from $3 as own from fee_receipt where id = $1 and case_id = $2`,
      [id, caseId, tx.actor.organisationId],
    );
    if (!receipt?.own) return receipt && false;
    const fresh = await tx.execute(
      `insert into fee_receipt (case_id, item, amount, paid_on, receipt_no, reverses_id, request_id, account_id, organisation_id, note)
       select case_id, item, -amount, paid_on, receipt_no, id, $2, $3, $4, $5 from fee_receipt where id = $1 on conflict on constraint fee_receipt_reversed_once do nothing`,
      [id, why.requestId, tx.actor.accountId, tx.actor.organisationId, why.reason],
    );
    return fresh === 1;
  },
};
