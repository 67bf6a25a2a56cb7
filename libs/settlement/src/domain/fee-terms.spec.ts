import { localDate } from '@app/kernel';
import type { RefundRule } from './fee-refund';
import { feeTerms, monthsOf, refundOfTerms, termOf } from './fee-terms';

const day = localDate;
const CONTRACT = { startsOn: day('2026-01-05'), endsOn: day('2029-01-04') };
const RULE: RefundRule = { basis: 'days', interestPpm: 1_000, interestFrom: 'lastDay', basisDays: 365 };
const YEAR_MORE = { startsOn: null, endsOn: day('2030-01-04'), agreedOn: day('2028-11-01') };
const paid = (amount: bigint, paidOn: string) => ({ amount, paidOn: day(paidOn) });
const FEE = paid(66_000_000n, '2025-12-20');
const EXTENSION_FEE = paid(11_000_000n, '2028-11-10');

describe('terms a fee was paid for', () => {
  it.each([
    ['no extension', [], [[CONTRACT.startsOn, CONTRACT.endsOn, null]]],
    [
      'one year more, from the day after',
      [YEAR_MORE],
      [
        [CONTRACT.startsOn, CONTRACT.endsOn, null],
        ['2029-01-05', '2030-01-04', '2028-11-01'],
      ],
    ],
    [
      'one that names the start of the whole contract',
      [{ ...YEAR_MORE, startsOn: CONTRACT.startsOn }],
      [
        [CONTRACT.startsOn, CONTRACT.endsOn, null],
        ['2029-01-05', '2030-01-04', '2028-11-01'],
      ],
    ],
    [
      'one after a gap, agreed on a day nobody wrote down',
      [{ startsOn: day('2029-03-01'), endsOn: day('2030-02-28'), agreedOn: null }],
      [
        [CONTRACT.startsOn, CONTRACT.endsOn, null],
        ['2029-03-01', '2030-02-28', '2029-03-01'],
      ],
    ],
    ['one that ends before the contract does', [{ ...YEAR_MORE, endsOn: day('2028-12-31') }], [[CONTRACT.startsOn, CONTRACT.endsOn, null]]],
  ])('%s', (_, extensions, terms) => {
    expect(feeTerms(CONTRACT, extensions).map(({ startsOn, endsOn, agreedOn }) => [startsOn, endsOn, agreedOn])).toEqual(terms);
  });
});

describe('the term a fee is for', () => {
  const terms = feeTerms(CONTRACT, [YEAR_MORE]);
  it.each([
    ['2025-12-20', 0],
    ['2028-10-31', 0],
    ['2028-11-01', 1],
    ['2029-06-01', 1],
  ])('paid on %s', (paidOn, term) => expect(termOf(terms, day(paidOn))).toBe(term));

  it.each([
    [CONTRACT, 36],
    [terms[1]!, 12],
    [{ startsOn: day('2029-01-05'), endsOn: day('2029-01-05') }, 1],
    [{ startsOn: day('2029-01-05'), endsOn: day('2029-02-05') }, 2],
  ])('%j has %s months', (term, months) => expect(monthsOf(term)).toBe(months));
});

describe('each fee goes back over its own days', () => {
  const TERMS = feeTerms(CONTRACT, [YEAR_MORE]);
  it.each([
    // 554 of 1,096 days of the contract are left.
    ['back long before its own end, nothing extended yet', [FEE], '2027-06-30', [33_361_314n]],
    // Worked to the contract's own end; 188 of the 365 days of the extension are left: 11,000,000 × 188 ÷ 365.
    ['back in the extension: the contract was worked to its end', [FEE, EXTENSION_FEE], '2029-06-30', [0n, 5_665_753n]],
    // 4 of 1,096 days are left, and the whole extension.
    ['back just before its own end: the extension never began', [FEE, EXTENSION_FEE], '2028-12-31', [240_876n, 11_000_000n]],
    ['back in the extension for which nothing was asked', [FEE], '2029-06-30', [0n]],
    ['back on the last day of all', [FEE, EXTENSION_FEE], '2030-01-04', [0n, 0n]],
    // Two parts of the contract's fee, one of them late, before anything was extended.
    [
      'a fee paid in parts',
      [paid(40_000_000n, '2025-12-20'), paid(26_000_000n, '2026-06-01'), EXTENSION_FEE],
      '2028-12-31',
      [240_876n, 11_000_000n],
    ],
  ])('%s', (_, receipts, lastDay, principals) => {
    const { terms, principal, interest, parts } = refundOfTerms(RULE, TERMS, {
      receipts,
      lastDay: day(lastDay),
      refundOn: day('2030-02-01'),
    });
    expect(terms.map((term) => term.principal)).toEqual(principals);
    expect(principal).toBe(principals.reduce((sum, one) => sum + one, 0n));
    expect(parts).toHaveLength(receipts.length);
    expect(parts.reduce((sum, { share }) => sum + share, 0n)).toBe(principal);
    expect(parts.reduce((sum, part) => sum + part.interest, 0n)).toBe(interest);
  });

  it('takes a fee paid on the day of the extension for the extension, the day before for the contract', () => {
    const of = (on: string) =>
      refundOfTerms(RULE, TERMS, { receipts: [paid(365_000n, on)], lastDay: day('2029-06-30'), refundOn: day('2029-08-01') }).principal;
    expect([of('2028-10-31'), of('2028-11-01')]).toEqual([0n, 188_000n]);
  });
});
