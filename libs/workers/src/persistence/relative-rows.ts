import type { Tx } from '@app/platform';

export const RELATIVE_KINDS = ['FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING'] as const;

/** A near relative; the number itself is told to be there, never shown. */
export interface RelativeLine {
  readonly kin: (typeof RELATIVE_KINDS)[number];
  readonly fullName: string;
  readonly hasCitizenId: boolean;
}

export interface StoredRelative {
  readonly kin: string;
  readonly fullName: string;
  readonly cipher: Buffer | null;
  readonly index: Buffer | null;
}

export const RelativeRows = {
  async list(tx: Tx, workerId: string): Promise<RelativeLine[]> {
    return tx.query<RelativeLine & Record<string, unknown>>(
      `select kin, full_name as "fullName", citizen_id_index is not null as "hasCitizenId" from worker_relative where worker_id = $1 order by kin, full_name`,
      [workerId],
    );
  },

  /** The known relative of this kin and name is replaced. */
  async put(tx: Tx, workerId: string, { kin, fullName, cipher, index }: StoredRelative): Promise<void> {
    await RelativeRows.remove(tx, workerId, kin, fullName);
    await tx.execute(
      `insert into worker_relative (worker_id, kin, full_name, citizen_id_cipher, citizen_id_index) values ($1, $2, $3, $4, $5)`,
      [workerId, kin, fullName, cipher, index],
    );
  },

  async remove(tx: Tx, workerId: string, kin: string, fullName: string): Promise<number> {
    return tx.execute(`delete from worker_relative where worker_id = $1 and kin = $2 and full_name = $3`, [workerId, kin, fullName]);
  },
};
