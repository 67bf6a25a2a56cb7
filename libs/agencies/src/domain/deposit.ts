/** What a licence asks to be deposited (`agency.deposit`; Law 69/2020/QH14, Art. 24; Decree 112/2021/NĐ-CP); đồng. */
export interface DepositRule {
  readonly amount: number;
  /** For each branch, on top. */
  readonly perBranch: number;
  /** Days in which what is missing has to be paid in. */
  readonly refillDays: number;
}

export interface JudgedDeposit {
  /** đồng. */
  readonly required: number;
  /** đồng; 0: as large as it has to be; null: no deposit was ever recorded. */
  readonly missing: number | null;
}

/** @param branches open on the day it is judged; @param deposited đồng, null where none was recorded */
export function judgeDeposit({ amount, perBranch }: DepositRule, branches: number, deposited: number | null): JudgedDeposit {
  const required = amount + perBranch * branches;
  return { required, missing: deposited === null ? null : Math.max(0, required - deposited) };
}
