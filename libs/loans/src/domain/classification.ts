import type { Dong } from '@app/kernel';
import type { LoanStanding } from './loan-state';

/** Groups of debt as they are counted on 31 December (Decision 976/QĐ-TTg). */
export const DEBT_CLASSES = { CURRENT: 'Nợ trong hạn', OVERDUE: 'Nợ quá hạn', FROZEN: 'Nợ khoanh' } as const;
export type DebtClass = keyof typeof DEBT_CLASSES;

/** The group of a loan; undefined: nothing is owed. Only the missed instalment is overdue money, the loan counts as overdue all the same. */
export function debtClass(standing: LoanStanding, principal: Dong): DebtClass | undefined {
  if (principal <= 0n) return undefined;
  return standing === 'OVERDUE' ? 'OVERDUE' : standing === 'FROZEN' ? 'FROZEN' : 'CURRENT';
}

export interface OverdueRatios {
  /** Overdue principal of all principal, in hundredths of a percent: 177 = 1.77 %. */
  readonly byPrincipal: number;
  /** Loans with something late of all loans. */
  readonly byLoans: number;
}

/** Both ratios, because they say different things: 1.77 % of the money, 8.33 % of the loans. Rounded half up; nothing lent: 0. */
export function overdueRatios(totals: { loans: number; overdueLoans: number; principal: Dong; overduePrincipal: Dong }): OverdueRatios {
  const ratio = (part: bigint, whole: bigint) => (whole > 0n ? Number((2n * part * 10_000n + whole) / (2n * whole)) : 0);
  return {
    byPrincipal: ratio(totals.overduePrincipal, totals.principal),
    byLoans: ratio(BigInt(totals.overdueLoans), BigInt(totals.loans)),
  };
}
