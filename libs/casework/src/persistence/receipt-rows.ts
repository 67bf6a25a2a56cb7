import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { StoredStage } from '../domain/stages';

export interface ReceiptFacts extends Record<string, unknown> {
  caseCode: string;
  fullName: string;
  stage: StoredStage;
  contractEnd: LocalDate | null;
  provinceCode: string;
  today: LocalDate;
  issuedAt: Date;
}

export const ReceiptRows = {
  async find(tx: Tx, caseId: string): Promise<ReceiptFacts | undefined> {
    const rows = await tx.query<ReceiptFacts>(
      `select c.code as "caseCode", w.full_name as "fullName", c.stage, c.contract_end as "contractEnd", c.province_code as "provinceCode",
         business_day() as today, now() as "issuedAt"
       from case_file c join worker w on w.id = c.worker_id where c.id = $1`,
      [caseId],
    );
    return rows[0];
  },

  /** The new PIN takes the old one's place. */
  async put(tx: Tx, caseId: string, pinHash: string): Promise<void> {
    await tx.execute(
      `insert into case_receipt (case_id, pin_hash, issued_by) values ($1, $2, $3)
       on conflict (case_id) do update set pin_hash = excluded.pin_hash, issued_at = now(), issued_by = excluded.issued_by`,
      [caseId, pinHash, tx.actor.accountId],
    );
  },
};
