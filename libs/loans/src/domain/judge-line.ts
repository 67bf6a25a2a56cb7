import type { Dong } from '@app/kernel';
import { absorb, allocate, type AllocationOrder, bucketsOf, expectedPayment, type PaymentKind, type PaymentSplit } from './allocation';
import type { AmountsDue } from './loan-book';

export const LINE_KINDS = ['DISBURSEMENT', 'INTEREST', 'REPAYMENT', 'SETTLEMENT', 'REVERSAL', 'OTHER'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export type LineOutcome =
  | 'MATCHED'
  | 'PARTIAL'
  | 'DIFF'
  | 'REVERSED'
  | 'DUPLICATE'
  | 'UNMATCHED'
  | 'REFERENCE_CLASH'
  | 'OUTSIDE_PERIOD'
  | 'REFUSED';

/** Why a line waits for a person. */
export type LineCode =
  | 'LOAN_UNKNOWN'
  | 'LOAN_ALREADY_PAID'
  | 'DUPLICATE_REFERENCE'
  | 'MAYBE_POSTED'
  | 'REFERENCE_CLASH'
  | 'AMOUNT_DIFFERS'
  | 'DISBURSED_OVER_APPROVED'
  | 'REVERSAL_WITHOUT_ORIGINAL'
  | 'OUTSIDE_PERIOD'
  | 'MONTH_CLOSED'
  | 'POSTING_OUT_OF_ORDER'
  | 'DATE_IMPOSSIBLE'
  | 'MONEY_UNIT_DOUBTFUL';

export interface PaymentJudgement {
  readonly outcome: 'MATCHED' | 'PARTIAL' | 'DIFF';
  /** False: a person has to look at it first. */
  readonly posted: boolean;
  readonly split: PaymentSplit;
  readonly expected: Dong;
  readonly stillDue: Dong;
  readonly difference: Dong;
  /** The bank rounded. */
  readonly rounded: boolean;
}

/** Two lines rounded apart from each other may differ by so much from one. */
const ROUNDING_OF_LINES = 2n;

/**
 * Holds a payment against what we expect. Too little stays due; of a difference the bank's rounding explains nothing stays, it is posted and shown; too
 * much on a healthy loan waits for a person, on an overdue one the rest is paid in advance.
 * @param toleranceUnit đồng the bank may round to
 */
export function judgePayment(
  kind: PaymentKind,
  amount: Dong,
  due: AmountsDue,
  order: AllocationOrder,
  toleranceUnit: Dong,
): PaymentJudgement {
  const buckets = bucketsOf(kind, due, order);
  const asked = expectedPayment(kind, due, order);
  const split = allocate(amount, due, buckets);
  const surplus = amount - asked;
  const ahead = due.overduePrincipal > 0n && kind === 'REPAYMENT' && surplus > 0n;
  if (surplus === 0n || ahead)
    return { outcome: 'MATCHED', posted: true, split, expected: ahead ? amount : asked, stillDue: 0n, difference: 0n, rounded: false };
  const size = surplus < 0n ? -surplus : surplus;
  const rounded = size < toleranceUnit && amount % toleranceUnit === 0n;
  const absorbed = rounded || size <= ROUNDING_OF_LINES ? absorb(allocate(asked, due, buckets), surplus) : undefined;
  if (absorbed)
    return {
      outcome: rounded ? 'DIFF' : 'MATCHED',
      posted: true,
      split: absorbed,
      expected: asked,
      stillDue: 0n,
      difference: surplus,
      rounded,
    };
  if (surplus < 0n) return { outcome: 'PARTIAL', posted: true, split, expected: asked, stillDue: -surplus, difference: 0n, rounded: false };
  return { outcome: 'DIFF', posted: false, split, expected: asked, stillDue: 0n, difference: surplus, rounded: false };
}
