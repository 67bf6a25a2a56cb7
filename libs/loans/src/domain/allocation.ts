import type { Dong, LocalDate } from '@app/kernel';
import { type AmountsDue, amountsDue, carriedTo, type LoanBook, type LoanTerms } from './loan-book';

export const BUCKETS = ['overduePrincipal', 'overdueInterest', 'interest', 'duePrincipal', 'futurePrincipal'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** In which order a payment is used; what is left over stays with the borrower as paid in advance. Values are policy (`loan.allocation`). */
export interface AllocationOrder {
  readonly healthy: readonly Bucket[];
  readonly overdue: readonly Bucket[];
}

/** `SETTLEMENT`: all principal is repaid, whatever its day. */
export type PaymentKind = 'INTEREST' | 'REPAYMENT' | 'SETTLEMENT';

/** What one payment did, bucket by bucket; sums up to the amount together with the change of the advance. */
export interface PaymentSplit extends Readonly<Record<Bucket, Dong>> {
  /** Advance kept (+) or used up (−). */
  readonly advance: Dong;
}

export const NO_SPLIT: PaymentSplit = {
  overduePrincipal: 0n,
  overdueInterest: 0n,
  interest: 0n,
  duePrincipal: 0n,
  futurePrincipal: 0n,
  advance: 0n,
};

export function bucketsOf(kind: PaymentKind, due: AmountsDue, order: AllocationOrder): readonly Bucket[] {
  const late = due.overduePrincipal > 0n || due.overdueInterest > 0n;
  const usual = late ? order.overdue : order.healthy;
  if (kind === 'INTEREST') return ['interest'];
  return kind === 'SETTLEMENT' ? [...usual.filter((bucket) => bucket !== 'futurePrincipal'), 'futurePrincipal'] : usual;
}

/** What such a payment would have to be on that day. */
export function expectedPayment(kind: PaymentKind, due: AmountsDue, order: AllocationOrder): Dong {
  const asked = bucketsOf(kind, due, order)
    .filter((bucket) => kind === 'SETTLEMENT' || bucket !== 'futurePrincipal')
    .reduce((sum, bucket) => sum + due[bucket], 0n);
  return asked > due.advance ? asked - due.advance : 0n;
}

/** Uses an amount, and what was paid in advance, in the given order. */
export function allocate(amount: Dong, due: AmountsDue, buckets: readonly Bucket[]): PaymentSplit {
  const split: Record<Bucket, Dong> = { ...NO_SPLIT };
  let left = amount + due.advance;
  for (const bucket of buckets) {
    const taken = left < due[bucket] ? left : due[bucket];
    split[bucket] = taken;
    left -= taken;
  }
  return { ...split, advance: left - due.advance };
}

/** The split of what was asked where the bank rounded: what it took more or less and the office lets stand is interest of the line. Undefined: more than the interest. */
export function absorb(asked: PaymentSplit, difference: Dong): PaymentSplit | undefined {
  const interest = asked.interest + difference;
  return interest < 0n ? undefined : { ...asked, interest };
}

/** Principal a payment repays. */
export function principalOf({ overduePrincipal, duePrincipal, futurePrincipal }: PaymentSplit): Dong {
  return overduePrincipal + duePrincipal + futurePrincipal;
}

/** đồng that changed hands. */
export function amountOf(split: PaymentSplit): Dong {
  return BUCKETS.reduce((sum, bucket) => sum + split[bucket], split.advance);
}

/**
 * The book after a payment. Interest of which nothing was paid goes on accruing; of a line partly paid the rest is carried.
 * @param tolerated what the bank took more (+) or less (−) than was due and the office lets stand: nothing of it is carried
 */
export function pay(posted: LoanBook, terms: LoanTerms, on: LocalDate, split: PaymentSplit, tolerated: Dong = 0n): LoanBook {
  const book = carriedTo(posted, terms, on);
  const due = amountsDue(book, terms, on);
  const principal = principalOf(split);
  const rest = (owed: Dong, paid: Dong) => (owed > paid ? owed - paid : 0n);
  const interest = split.interest - tolerated;
  return {
    moves: principal > 0n ? [...book.moves, { on, principal: -principal }] : book.moves,
    interestPaidTo: interest > 0n ? on : book.interestPaidTo,
    carriedInterest: interest > 0n ? rest(due.interest, interest) : book.carriedInterest,
    overdueInterestPaidTo: split.overdueInterest > 0n ? on : book.overdueInterestPaidTo,
    carriedOverdueInterest: split.overdueInterest > 0n ? rest(due.overdueInterest, split.overdueInterest) : book.carriedOverdueInterest,
    advance: book.advance + split.advance,
    advanceOn: split.advance === 0n ? book.advanceOn : on,
  };
}
