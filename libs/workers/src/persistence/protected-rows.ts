import type { Tx } from '@app/platform';

export type ProtectedField = 'citizenId' | 'passport';

const COLUMN: Record<ProtectedField, string> = { citizenId: 'citizen_id_cipher', passport: 'passport_cipher' };

export const ProtectedRows = {
  /** Undefined: no such person in scope; null: the field is empty. */
  async cipher(tx: Tx, workerId: string, field: ProtectedField): Promise<Buffer | null | undefined> {
    const rows = await tx.query<{ cipher: Buffer | null }>(`select w.${COLUMN[field]} as cipher from worker w where w.id = $1`, [workerId]);
    return rows[0]?.cipher;
  },
};
