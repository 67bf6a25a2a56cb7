import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface AgencyBranch {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly provinceCode: string;
  readonly from: LocalDate;
  /** First day on which it no longer exists; null = open. */
  readonly until: LocalDate | null;
  readonly basis: string;
}

export const BranchRows = {
  async of(tx: Tx, agencyId: string): Promise<AgencyBranch[]> {
    return tx.query<AgencyBranch & Record<string, unknown>>(
      `select id, name, address, province_code as "provinceCode", lower(valid) as "from", upper(valid) as until, basis
         from agency_branch where agency_id = $1 order by province_code, valid, id`,
      [agencyId],
    );
  },

  /** The same row again changes nothing. */
  async add(tx: Tx, row: Omit<AgencyBranch, 'until'> & { agencyId: string; lastDay: LocalDate | null }): Promise<void> {
    await tx.execute(
      `insert into agency_branch (id, agency_id, name, address, province_code, valid, basis) values ($1, $2, $3, $4, $5, daterange($6::date, $7::date, '[]'), $8) on conflict (id) do nothing`,
      [row.id, row.agencyId, row.name, row.address, row.provinceCode, row.from, row.lastDay, row.basis],
    );
  },

  /** Undefined: not of this province, or it did not exist on that day. */
  async close(tx: Tx, id: string, lastDay: LocalDate): Promise<string | undefined> {
    const rows = await tx.query<{ agencyId: string }>(
      `update agency_branch set valid = daterange(lower(valid), $2::date, '[]')
        where id = $1 and province_code = current_setting('benve.province', true) and (valid @> $2::date or upper(valid) = $2::date + 1)
       returning agency_id as "agencyId"`,
      [id, lastDay],
    );
    return rows[0]?.agencyId;
  },
};
