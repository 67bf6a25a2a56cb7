import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** A scan of a case as far as a claim needs it. */
export interface ScanLine {
  readonly id: string;
  readonly guard: string;
  readonly medium: string;
  readonly sentOn: LocalDate;
}

/** Over alias `f` of paper_file. */
export const SCAN = `'id', f.id, 'guard', f.guard, 'medium', f.medium, 'sentOn', (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date`;

export const ClaimScanRows = {
  /** Kept scans of the papers of a case, receipts first, then the newest. */
  async ofCase(tx: Tx, caseId: string): Promise<ScanLine[]> {
    const [row] = await tx.query<{ scans: ScanLine[] }>(
      `select coalesce(jsonb_agg(jsonb_build_object(${SCAN}) order by f.guard <> 'RECEIPT', f.sent_at desc), '[]') as scans
         from paper_file f where f.case_id = $1 and f.state = 'kept' and f.guard is not null`,
      [caseId],
    );
    return row!.scans;
  },

  async tiedTo(tx: Tx, claimId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select file_id as id from support_claim_paper where claim_id = $1`, [claimId]);
    return rows.map(({ id }) => id);
  },

  /** Exactly these prove the claim from now on. False: one of them is no kept scan of its case, and nothing is right any more. */
  async tie(tx: Tx, claimId: string, fileIds: readonly string[]): Promise<boolean> {
    await tx.execute(`delete from support_claim_paper where claim_id = $1 and file_id <> all ($2::uuid[])`, [claimId, fileIds]);
    await tx.execute(
      `insert into support_claim_paper (claim_id, file_id, tied_by)
       select s.id, f.id, $3 from support_claim s join paper_file f on f.case_id = s.case_id and f.state = 'kept' and f.guard is not null
        where s.id = $1 and f.id = any ($2::uuid[]) on conflict do nothing`,
      [claimId, fileIds, tx.actor.accountId],
    );
    return (await ClaimScanRows.tiedTo(tx, claimId)).length === fileIds.length;
  },
};
