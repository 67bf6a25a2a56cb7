import type { Dong } from '@app/kernel';
import { timesPpm } from './interest';

/** Terms of law for a loan by the day it was signed (`loan.regime`): Decree 61/2015 and 74/2019 before 1 January 2026, Decree 338/2025 since. */
export interface LoanRegime {
  /** What the loan's rate is of the rate for poor households, in ppm: 1,000,000 = the same. */
  readonly ratePpmOfPoor: number;
  /** The same for the groups that still pay less. */
  readonly priorityRatePpmOfPoor: number;
  /** Groups of which one is enough to borrow at all. */
  readonly groups: readonly string[];
  /** Sets of groups that together pay the lower rate: `["ETHNIC_MINORITY", "POOR"]`. */
  readonly priorityGroups: readonly (readonly string[])[];
  /** Late instalments pay this much of the loan's own rate. */
  readonly overduePpmOfRate: number;
  /** Share of the costs, in percent. */
  readonly coverPercent: number;
  /** What the budget supports is taken off the costs first. */
  readonly supportsDeducted: boolean;
  readonly collateralFrom: number;
  /** True: from this amount on; false: only above it. */
  readonly collateralInclusive: boolean;
  /** Working days from a full file to the decision. */
  readonly decisionWorkingDays: number;
  /** Extensions of the contract lengthen the loan. */
  readonly extensionCounts: boolean;
}

export interface LoanRates {
  readonly ratePpm: bigint;
  readonly overdueRatePpm: bigint;
  readonly priority: boolean;
}

/** Rates for somebody of these groups. */
export function ratesFor(regime: LoanRegime, poorRatePpm: number, groups: readonly string[]): LoanRates {
  const priority = regime.priorityGroups.some((set) => set.every((group) => groups.includes(group)));
  const ratePpm = timesPpm(BigInt(poorRatePpm), BigInt(priority ? regime.priorityRatePpmOfPoor : regime.ratePpmOfPoor));
  return { ratePpm, overdueRatePpm: timesPpm(ratePpm, BigInt(regime.overduePpmOfRate)), priority };
}

/** Groups of the person that open the loan; none: not eligible. */
export function entitlingGroups(regime: LoanRegime, groups: readonly string[]): string[] {
  return groups.filter((group) => regime.groups.includes(group));
}

export interface CostItem {
  readonly item: string;
  readonly amount: Dong;
}

/** The most that may be lent for these costs. `supports`: what the budget pays, already held to its ceilings. */
export function loanCeiling(regime: LoanRegime, costs: readonly CostItem[], supports: readonly CostItem[]): Dong {
  const sum = (items: readonly CostItem[]) => items.reduce((total, { amount }) => total + amount, 0n);
  const covered = (sum(costs) * BigInt(regime.coverPercent)) / 100n;
  const left = regime.supportsDeducted ? covered - sum(supports) : covered;
  return left > 0n ? left : 0n;
}

export function needsCollateral(regime: LoanRegime, amount: Dong): boolean {
  const line = BigInt(regime.collateralFrom);
  return regime.collateralInclusive ? amount >= line : amount > line;
}

/**
 * A support item of the national programmes held to its ceiling (`support.items`, Decree 338/2025 Art. 30). No ceiling: as billed. `timesMost`: days or
 * months supported at the most.
 */
export function heldToCeiling(billed: Dong, ceiling: number | null, times = 1, timesMost: number | null = null): Dong {
  if (ceiling === null) return billed;
  const most = BigInt(ceiling) * BigInt(timesMost === null ? times : Math.min(times, timesMost));
  return billed < most ? billed : most;
}
