import { addDays, type Dong, type LocalDate } from '@app/kernel';
import { feeRefund, monthsTo, type PaidPart, type Refund, type RefundPart, type RefundRule } from './fee-refund';

/** The days a fee was paid for: of the contract as it was signed, or of one extension; each has a fee of its own (Law 69/2020/QH14, Art. 23). */
export interface FeeTerm {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** A fee paid from this day on is for this extension; null: the contract itself. */
  readonly agreedOn: LocalDate | null;
}

/** An extension as it was recorded; what it does not say follows from the term before it. */
export interface Extension {
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate;
  readonly agreedOn: LocalDate | null;
}

/** The contract and its extensions, one after the other, none over the days of another. */
export function feeTerms(contract: Pick<FeeTerm, 'startsOn' | 'endsOn'>, extensions: readonly Extension[]): FeeTerm[] {
  const terms: FeeTerm[] = [{ ...contract, agreedOn: null }];
  for (const { startsOn, endsOn, agreedOn } of extensions) {
    const after = addDays(terms.at(-1)!.endsOn, 1);
    if (endsOn < after) continue;
    const from = startsOn && startsOn > after ? startsOn : after;
    terms.push({ startsOn: from, endsOn, agreedOn: agreedOn ?? from });
  }
  return terms;
}

/** Place of the term a fee paid on a day is for. */
export const termOf = (terms: readonly FeeTerm[], paidOn: LocalDate): number =>
  terms.findLastIndex(({ agreedOn }) => agreedOn === null || paidOn >= agreedOn);

/** Months of a term; one begun counts whole. */
export const monthsOf = ({ startsOn, endsOn }: Pick<FeeTerm, 'startsOn' | 'endsOn'>): number => monthsTo(startsOn, addDays(endsOn, 1));

export interface TermRefund extends Pick<Refund, 'wholeUnits' | 'leftUnits' | 'principal'> {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly taken: Dong;
}

export interface RefundOfTerms {
  readonly principal: Dong;
  readonly interest: Dong;
  /** Those for which something was paid; the contract itself always. */
  readonly terms: readonly TermRefund[];
  /** In the order of the receipts. */
  readonly parts: readonly RefundPart[];
}

/** Each fee goes back over the days it was paid for: that of a contract worked to its own end stays, that of an extension not begun goes back whole. */
export function refundOfTerms(
  rule: RefundRule,
  terms: readonly FeeTerm[],
  { receipts, lastDay, refundOn }: { receipts: readonly PaidPart[]; lastDay: LocalDate; refundOn: LocalDate },
): RefundOfTerms {
  const parts: RefundPart[] = [];
  const worked = terms.flatMap((term, n) => {
    const own = receipts.flatMap((receipt, i) => (termOf(terms, receipt.paidOn) === n ? [{ receipt, i }] : []));
    if (own.length === 0 && n > 0) return [];
    const refund = feeRefund(rule, { ...term, parts: own.map(({ receipt }) => receipt), lastDay, refundOn });
    own.forEach(({ i }, k) => (parts[i] = refund.parts[k]!));
    return [{ ...term, ...refund, taken: own.reduce((sum, { receipt }) => sum + receipt.amount, 0n) }];
  });
  const sum = (pick: (one: Refund) => Dong) => worked.reduce((all, one) => all + pick(one), 0n);
  return {
    principal: sum((one) => one.principal),
    interest: sum((one) => one.interest),
    terms: worked.map(({ startsOn, endsOn, taken, wholeUnits, leftUnits, principal }) => ({
      startsOn,
      endsOn,
      taken,
      wholeUnits,
      leftUnits,
      principal,
    })),
    parts,
  };
}
