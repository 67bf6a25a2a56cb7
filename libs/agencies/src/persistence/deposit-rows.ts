import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** The deposit of an agency's licence as it stands from a day on. */
export interface AgencyDeposit {
  /** Đồng. */
  readonly amount: number;
  readonly bankName: string;
  readonly from: LocalDate;
  /** Paper that says so. */
  readonly basis: string;
}

/** SQL of the deposit in force today as the actor's province was shown it, for statements that hold something against it. `agency`: SQL of its id. */
export const depositOf = (agency: string): string => `
  select d.amount, d.bank_name as "bankName", d.held_from as "from", d.basis from agency_deposit d
   where d.province_code = current_setting('benve.province', true) and d.organisation_id = ${agency} and d.held_from <= business_day() order by d.held_from desc, d.recorded_at desc limit 1`;

/** SQL: how many branches the agency has today, in every province. `agency`: SQL of its id. */
export const branchesOf = (agency: string): string =>
  `(select count(*)::int from agency_branch b where b.agency_id = ${agency} and b.valid @> business_day())`;

export const DepositRows = {
  /** What stood before stays as history; the same row again changes nothing. */
  async add(tx: Tx, row: AgencyDeposit & { id: string; agencyId: string; province: string }): Promise<void> {
    await tx.execute(
      `insert into agency_deposit (id, organisation_id, province_code, amount, bank_name, held_from, basis, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [row.id, row.agencyId, row.province, row.amount, row.bankName, row.from, row.basis, tx.actor.accountId],
    );
  },
};
