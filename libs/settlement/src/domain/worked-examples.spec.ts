import { localDate } from '@app/kernel';
import { serviceFeeCap } from './fee-cap';
import { feeRefund } from './fee-refund';
import EXAMPLES from './worked-examples.json';

describe('worked examples of fees', () => {
  it.each(EXAMPLES.feeCaps)('cap: $of', ({ partYear, contract, cap }) => {
    const rule = { perYear: 100, most: 300, extensionPerYear: 50, partYear: partYear as 'months' | 'years' };
    const { monthlyWage, months, extension, foreignPaid } = contract as {
      monthlyWage: number;
      months: number;
      extension?: boolean;
      foreignPaid?: number;
    };
    expect(
      serviceFeeCap(rule, { monthlyWage: BigInt(monthlyWage), months, extension, foreignPaid: foreignPaid ? BigInt(foreignPaid) : 0n }),
    ).toBe(BigInt(cap));
  });

  it.each(EXAMPLES.refunds)('refund: $of', ({ basis, interestPpm, interestFrom, units, refund, interest }) => {
    const rule = { basis: basis as 'days' | 'months', interestPpm, interestFrom: interestFrom as 'payment' | 'lastDay', basisDays: 365 };
    const term = {
      parts: [{ amount: 66_000_000n, paidOn: localDate('2025-12-20') }],
      startsOn: localDate('2026-01-05'),
      endsOn: localDate('2029-01-04'),
      lastDay: localDate('2027-06-30'),
      refundOn: localDate('2027-07-30'),
    };
    expect(feeRefund(rule, term)).toMatchObject({
      wholeUnits: units[0],
      leftUnits: units[1],
      principal: BigInt(refund),
      interest: BigInt(interest),
    });
  });

  it('gives everything back before the first day and nothing after the last', () => {
    const rule = { basis: 'days', interestPpm: 1_000, interestFrom: 'lastDay', basisDays: 365 } as const;
    const term = {
      parts: [{ amount: 12_000_000n, paidOn: localDate('2026-01-01') }],
      startsOn: localDate('2026-02-01'),
      endsOn: localDate('2027-01-31'),
      refundOn: localDate('2026-02-10'),
    };
    expect(feeRefund(rule, { ...term, lastDay: localDate('2026-01-31') }).principal).toBe(12_000_000n);
    expect(feeRefund(rule, { ...term, lastDay: localDate('2027-03-01') })).toMatchObject({ principal: 0n, interest: 0n });
  });

  it('lets each receipt bear interest from its own day, and the shares add up', () => {
    const rule = { basis: 'days', interestPpm: 1_000, interestFrom: 'payment', basisDays: 365 } as const;
    const term = {
      startsOn: localDate('2026-01-05'),
      endsOn: localDate('2029-01-04'),
      lastDay: localDate('2027-06-30'),
      refundOn: localDate('2027-07-30'),
    };
    const part = (amount: bigint, paidOn: string) => ({ amount, paidOn: localDate(paidOn) });
    const { principal, interest, parts } = feeRefund(rule, {
      ...term,
      parts: [part(33_000_000n, '2025-12-20'), part(33_000_000n, '2026-12-20')],
    });
    // 554 of 1,096 days of 66,000,000; 587 and 222 days at 0.1 %.
    expect(principal).toBe(33_361_314n);
    expect(parts).toEqual([
      { share: 16_680_657n, days: 587, interest: 26_826n },
      { share: 16_680_657n, days: 222, interest: 10_145n },
    ]);
    expect(interest).toBe(36_971n);
    const thirds = feeRefund(rule, { ...term, parts: [1n, 1n, 1n].map((amount) => part(amount, '2025-12-20')) });
    expect(thirds.parts.reduce((sum, { share }) => sum + share, 0n)).toBe(thirds.principal);
  });
});
