import type { Tx } from '@app/platform';

export const OfficeRows = {
  /** The province a bank office works in. */
  async provinceOf(tx: Tx, organisationId: string): Promise<string> {
    const rows = await tx.query<{ code: string | null }>(`select province_code as code from organisation where id = $1`, [organisationId]);
    return rows[0]?.code ?? '';
  },
};
