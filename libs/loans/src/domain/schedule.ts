import { addMonths, daysBetween, type Dong, type LocalDate } from '@app/kernel';
import { type InterestBasis, interestOn } from './interest';

/** Principal that falls due on a day. */
export interface Instalment {
  readonly dueOn: LocalDate;
  readonly principal: Dong;
}

export interface SchedulePlan {
  readonly amount: Dong;
  /** Day of the first disbursement; due days keep its day of the month. */
  readonly from: LocalDate;
  readonly termMonths: number;
  readonly everyMonths: number;
  /** Equal instalments are rounded up to this; the last takes what is left. */
  readonly instalmentUnit: Dong;
  /** Principal of each instalment where the bank has said it. */
  readonly instalment?: Dong;
}

/** Equal instalments, the remainder in the last one; they sum up to the amount exactly. */
export function principalSchedule(plan: SchedulePlan): Instalment[] {
  const count = Math.max(1, Math.ceil(plan.termMonths / plan.everyMonths));
  const equal = plan.instalment ?? roundUp(plan.amount, BigInt(count), plan.instalmentUnit);
  const instalments: Instalment[] = [];
  let left = plan.amount;
  for (let no = 1; no <= count && left > 0n; no++) {
    const principal = no === count || left < equal ? left : equal;
    instalments.push({ dueOn: addMonths(plan.from, Math.min(no * plan.everyMonths, plan.termMonths)), principal });
    left -= principal;
  }
  return instalments;
}

/** The instalments that remain after so much principal was repaid, oldest first. */
export function afterRepaying(instalments: readonly Instalment[], repaid: Dong): Instalment[] {
  let left = repaid;
  return instalments.flatMap((one) => {
    const taken = left < one.principal ? left : one.principal;
    left -= taken;
    return taken === one.principal ? [] : [{ ...one, principal: one.principal - taken }];
  });
}

export interface PlannedPayment {
  readonly month: number;
  readonly dueOn: LocalDate;
  readonly days: number;
  readonly balanceBefore: Dong;
  readonly interest: Dong;
  readonly principal: Dong;
  readonly balanceAfter: Dong;
}

/** What a borrower will pay if everything is paid on its day: interest each month, principal by instalment. Figures are provisional ("tạm tính"). */
export function paymentPlan(
  { from, termMonths }: Pick<SchedulePlan, 'from' | 'termMonths'>,
  instalments: readonly Instalment[],
  ratePpm: bigint,
  basis: InterestBasis,
): PlannedPayment[] {
  let balance = instalments.reduce((sum, { principal }) => sum + principal, 0n);
  let last = from;
  return Array.from({ length: termMonths }, (_, i) => {
    const dueOn = addMonths(from, i + 1);
    const principal = instalments.filter((one) => one.dueOn > last && one.dueOn <= dueOn).reduce((sum, one) => sum + one.principal, 0n);
    const days = daysBetween(last, dueOn);
    const line = {
      month: i + 1,
      dueOn,
      days,
      balanceBefore: balance,
      interest: interestOn(balance * BigInt(days), ratePpm, basis),
      principal,
      balanceAfter: balance - principal,
    };
    balance -= principal;
    last = dueOn;
    return line;
  });
}

function roundUp(amount: bigint, parts: bigint, unit: bigint): bigint {
  const divisor = parts * unit;
  return ((amount + divisor - 1n) / divisor) * unit;
}
