import { addDays, daysBetween, type Dong, type LocalDate } from '@app/kernel';

/** How a service fee is given back on an early return without the worker's fault (`fee.refund`; Law 69/2020/QH14, Art. 23.3). */
export interface RefundRule {
  readonly basis: 'days' | 'months';
  /** Demand-deposit rate, ppm a year. */
  readonly interestPpm: number;
  /** Interest counts from the day the fee was paid, or from the last day at work. */
  readonly interestFrom: 'payment' | 'lastDay';
  readonly basisDays: number;
}

/** One receipt of the fee; each bears interest from its own day. */
export interface PaidPart {
  readonly amount: Dong;
  readonly paidOn: LocalDate;
}

export interface PaidTerm {
  readonly parts: readonly PaidPart[];
  /** First and last day the fee was paid for. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly lastDay: LocalDate;
  readonly refundOn: LocalDate;
}

/** What of one receipt goes back, with the days its interest counts. */
export interface RefundPart {
  readonly share: Dong;
  readonly days: number;
  readonly interest: Dong;
}

export interface Refund {
  readonly wholeUnits: number;
  readonly leftUnits: number;
  readonly principal: Dong;
  readonly interest: Dong;
  /** In the order of the receipts; shares add up to the principal, interests to the interest. */
  readonly parts: readonly RefundPart[];
}

/**
 * The fee for the time not worked, and interest on that part. The principal is rounded half up once over all receipts, the last one bears what is
 * left; interest is rounded once a receipt.
 */
export function feeRefund(rule: RefundRule, term: PaidTerm): Refund {
  const [wholeUnits, usedUnits] = rule.basis === 'days' ? dayUnits(term) : monthUnits(term);
  const leftUnits = Math.min(wholeUnits, Math.max(0, wholeUnits - usedUnits));
  const shareOf = (amount: Dong) => halfUp(amount * BigInt(leftUnits), BigInt(wholeUnits));
  const principal = shareOf(term.parts.reduce((sum, { amount }) => sum + amount, 0n));
  const before = term.parts.slice(0, -1).reduce((sum, { amount }) => sum + shareOf(amount), 0n);
  const parts = term.parts.map(({ amount, paidOn }, i) => {
    const share = i === term.parts.length - 1 ? principal - before : shareOf(amount);
    const days = Math.max(0, daysBetween(rule.interestFrom === 'payment' ? paidOn : addDays(term.lastDay, 1), term.refundOn));
    return { share, days, interest: halfUp(share * BigInt(days) * BigInt(rule.interestPpm), 1_000_000n * BigInt(rule.basisDays)) };
  });
  return { wholeUnits, leftUnits, principal, interest: parts.reduce((sum, { interest }) => sum + interest, 0n), parts };
}

/** First and last day both count. */
function dayUnits({ startsOn, endsOn, lastDay }: PaidTerm): [number, number] {
  return [daysBetween(startsOn, endsOn) + 1, daysBetween(startsOn, lastDay) + 1];
}

/** Whole months; a month begun counts as worked. */
function monthUnits({ startsOn, endsOn, lastDay }: PaidTerm): [number, number] {
  return [monthsTo(startsOn, addDays(endsOn, 1)), monthsTo(startsOn, addDays(lastDay, 1))];
}

/** Months from a day to another; one begun counts whole. */
export function monthsTo(from: LocalDate, to: LocalDate): number {
  const whole = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return to.slice(8) > from.slice(8) ? whole + 1 : whole;
}

function halfUp(amount: bigint, divisor: bigint): bigint {
  return divisor === 0n ? 0n : (2n * amount + divisor) / (2n * divisor);
}
