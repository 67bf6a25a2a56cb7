import { daysBetween, type Dong, type LocalDate } from '@app/kernel';

/** How interest is worked out at a bank: days of a year, and to which whole đồng a line is rounded. Values are policy (`loan.arithmetic`). */
export interface InterestBasis {
  readonly basisDays: bigint;
  readonly roundingUnit: Dong;
}

/** A stretch of days with one balance at the end of each day; the first day counts, the last does not. */
export interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly balance: Dong;
}

const PPM = 1_000_000n;

/** Σ balance × days. Additive: how the days are cut changes nothing. */
export function dayBalances(stretches: readonly Stretch[]): bigint {
  return stretches.reduce((sum, { from, to, balance }) => sum + balance * BigInt(daysBetween(from, to)), 0n);
}

/**
 * Interest of one posting line: Σ(balance × days) × yearly rate ÷ days of a year, 365 in leap years too (Circular 14/2017/TT-NHNN), rounded half
 * up once.
 * @param ratePpm yearly rate in parts per million: 8.382 % = 83,820
 */
export function interestOn(balanceDays: bigint, ratePpm: bigint, { basisDays, roundingUnit }: InterestBasis): Dong {
  const divisor = PPM * basisDays * roundingUnit;
  return ((2n * balanceDays * ratePpm + divisor) / (2n * divisor)) * roundingUnit;
}

/** A rate times a multiplier, both in parts per million: 66,000 × 1,270,000 = 83,820. Half up. */
export function timesPpm(amount: bigint, ppm: bigint): bigint {
  return (2n * amount * ppm + PPM) / (2n * PPM);
}

/** 83,820 → "8,382 %". */
export function formatRate(ppm: bigint): string {
  const decimals = (ppm % 10_000n).toString().padStart(4, '0').replace(/0+$/, '');
  return `${ppm / 10_000n}${decimals ? `,${decimals}` : ''} %`;
}
