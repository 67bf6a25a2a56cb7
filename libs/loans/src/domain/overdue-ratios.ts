import type { Dong } from '@app/kernel';

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
