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
      fee: 66_000_000n,
      paidOn: localDate('2025-12-20'),
      startsOn: localDate('2026-01-05'),
      endsOn: localDate('2029-01-04'),
      lastDay: localDate('2027-06-30'),
      refundOn: localDate('2027-07-30'),
    };
    expect(feeRefund(rule, term)).toEqual({
      wholeUnits: units[0],
      leftUnits: units[1],
      principal: BigInt(refund),
      interest: BigInt(interest),
    });
  });

  it('gives everything back before the first day and nothing after the last', () => {
    const rule = { basis: 'days', interestPpm: 1_000, interestFrom: 'lastDay', basisDays: 365 } as const;
    const term = {
      fee: 12_000_000n,
      paidOn: localDate('2026-01-01'),
      startsOn: localDate('2026-02-01'),
      endsOn: localDate('2027-01-31'),
      refundOn: localDate('2026-02-10'),
    };
    expect(feeRefund(rule, { ...term, lastDay: localDate('2026-01-31') }).principal).toBe(12_000_000n);
    expect(feeRefund(rule, { ...term, lastDay: localDate('2027-03-01') })).toMatchObject({ principal: 0n, interest: 0n });
  });
});
