import { type LocalDate, localDate } from '@app/kernel';
import { allocate, bucketsOf, expectedPayment } from './allocation';
import { overdueRatios } from './overdue-ratios';
import { dayBalances, formatRate, interestOn, timesPpm } from './interest';
import { balanced, post, replay, type LoanEntry } from './ledger';
import { amountsDue, EMPTY_BOOK, type LoanBook, type LoanTerms } from './loan-book';
import { type LoanRegime, loanCeiling, needsCollateral, ratesFor } from './regime';
import { paymentPlan, principalSchedule } from './schedule';
import EXAMPLES from './worked-examples.json';

const BASIS = { basisDays: 365n, roundingUnit: 1n };
const ORDER = {
  healthy: ['interest', 'duePrincipal'],
  overdue: ['overduePrincipal', 'overdueInterest', 'interest', 'duePrincipal'],
} as const;
const day = (text: string) => localDate(text);

/** The loan of the worked schedule: 100,000,000 on 8 February 2026, 36 months, principal every six. */
const PLAN = { amount: 100_000_000n, from: day('2026-02-08'), termMonths: 36, everyMonths: 6, instalmentUnit: 1_000n };
const INSTALMENTS = principalSchedule(PLAN);
const terms = (ratePpm = 83_820n, overdueRatePpm = 108_966n): LoanTerms => ({
  ...BASIS,
  ratePpm,
  overdueRatePpm,
  instalments: INSTALMENTS,
  frozen: [],
});
const entry = (id: number, on: string, more: Partial<LoanEntry>): LoanEntry => ({
  id,
  kind: 'DISBURSEMENT',
  on: day(on),
  principal: 0n,
  split: allocate(0n, amountsDue(EMPTY_BOOK, terms(), day(on)), []),
  tolerated: 0n,
  reversesId: null,
  interestFrom: null,
  ...more,
});
const paid = (book: LoanBook, of: LoanTerms, on: LocalDate, amount: bigint, kind: 'INTEREST' | 'REPAYMENT' = 'REPAYMENT'): LoanBook => {
  const due = amountsDue(book, of, on);
  return post(book, of, entry(9, on, { kind: 'PAYMENT', split: allocate(amount, due, bucketsOf(kind, due, ORDER)) }));
};

describe('worked examples of loans', () => {
  it.each(EXAMPLES.months.flatMap(({ days, interest }) => Object.entries(interest).map(([ppm, amount]) => ({ days, ppm, amount }))))(
    'interest of $days days at $ppm ppm on 100,000,000',
    ({ days, ppm, amount }) => {
      expect(interestOn(100_000_000n * BigInt(days), BigInt(ppm), BASIS)).toBe(BigInt(amount));
    },
  );

  it('counts a loan in two parts from the day of each part', () => {
    const book = {
      ...EMPTY_BOOK,
      moves: [
        { on: day('2026-03-10'), principal: 60_000_000n },
        { on: day('2026-04-20'), principal: 40_000_000n },
      ],
    };
    const lines = EXAMPLES.twoParts.map(({ from, to }) => {
      const until = { ...book, interestPaidTo: day(from) };
      return amountsDue(until, { ...terms(), instalments: [] }, day(to)).interest;
    });
    expect(lines).toEqual(EXAMPLES.twoParts.map(({ interest }) => BigInt(interest)));
    expect(lines.reduce((a, b) => a + b)).toBe(2_195_395n);
    const days = [
      { from: day('2026-03-10'), to: day('2026-04-20'), balance: 60_000_000n },
      { from: day('2026-04-20'), to: day('2026-06-30'), balance: 100_000_000n },
    ];
    expect(dayBalances(days)).toBe(60_000_000n * 41n + 100_000_000n * 71n);
  });

  it('makes the schedule with the remainder in the last instalment', () => {
    expect(INSTALMENTS.map(({ principal }) => principal)).toEqual([...Array(5).fill(16_667_000n), 16_665_000n]);
    const plan = paymentPlan(PLAN, INSTALMENTS, 83_820n, BASIS);
    for (const line of EXAMPLES.schedule)
      expect(plan[line.month - 1]).toEqual({
        ...line,
        balanceBefore: BigInt(line.balanceBefore),
        interest: BigInt(line.interest),
        principal: BigInt(line.principal),
        balanceAfter: BigInt(line.balanceAfter),
      });
    const halves = EXAMPLES.halfYears.map((_, half) =>
      plan.slice(half * 6, half * 6 + 6).reduce((sum, { interest }) => sum + interest, 0n),
    );
    expect(halves).toEqual(EXAMPLES.halfYears.map(BigInt));
    expect(halves.reduce((a, b) => a + b)).toBe(14_658_721n);
    expect(paymentPlan(PLAN, INSTALMENTS, 66_000n, BASIS).reduce((sum, { interest }) => sum + interest, 0n)).toBe(11_542_297n);
  });

  const disbursed = { ...EMPTY_BOOK, moves: [{ on: PLAN.from, principal: PLAN.amount }], interestPaidTo: day('2026-08-08') };

  it.each([
    ['usual borrower', 83_820n, 108_966n, 199_029n, 765_476n],
    ['priority borrower', 66_000n, 85_800n, 156_715n, 602_737n],
  ])('charges the overdue rate in place of the rate on the late instalment only: %s', (_, rate, late, overdueInterest, interest) => {
    expect(amountsDue(disbursed, terms(rate, late), day('2026-09-17'))).toEqual({
      overduePrincipal: 16_667_000n,
      overdueInterest,
      interest,
      duePrincipal: 0n,
      futurePrincipal: 83_333_000n,
      advance: 0n,
    });
    expect(interestOn(16_667_000n * 40n, 83_820n, BASIS)).toBe(153_099n);
    expect(interestOn(16_667_000n * 31n, 108_966n, BASIS) + interestOn(16_667_000n * 9n, 108_966n, BASIS)).toBe(199_028n);
  });

  it('uses a payment on an overdue loan in its order and keeps the rest as paid in advance', () => {
    const monthly = paid(disbursed, terms(), day('2026-09-08'), 593_244n, 'INTEREST');
    const due = amountsDue(monthly, terms(), day('2026-09-17'));
    const split = allocate(17_100_000n, due, bucketsOf('REPAYMENT', due, ORDER));
    expect(split).toEqual({
      overduePrincipal: 16_667_000n,
      overdueInterest: 199_029n,
      interest: 172_232n,
      duePrincipal: 0n,
      futurePrincipal: 0n,
      advance: 61_739n,
    });
    const after = post(monthly, terms(), entry(3, '2026-09-17', { kind: 'PAYMENT', split }));
    expect(amountsDue(after, terms(), day('2026-09-17'))).toMatchObject({
      overduePrincipal: 0n,
      futurePrincipal: 83_333_000n,
      advance: 61_739n,
    });
    expect(expectedPayment('INTEREST', amountsDue(after, terms(), day('2026-10-08')), ORDER)).toBe(
      interestOn(83_333_000n * 21n, 83_820n, BASIS) - 61_739n,
    );
    expect(Object.values(balanced({ kind: 'PAYMENT', principal: 0n, split })).reduce((a, b) => a + b)).toBe(0n);
  });

  it('leaves nothing of an entry that was taken back', () => {
    const first = entry(1, '2026-02-08', { principal: 100_000_000n });
    const due = amountsDue(replay(terms(), [first]), terms(), day('2026-03-08'));
    const wrong = entry(2, '2026-03-08', { kind: 'PAYMENT', split: allocate(1_843_003n, due, ['interest']) });
    const back = entry(3, '2026-03-10', { kind: 'REVERSAL', reversesId: 2 });
    expect(replay(terms(), [first, wrong, back])).toEqual(replay(terms(), [first]));
  });

  it('accrues nothing while a debt is frozen', () => {
    const frozen = { ...terms(), frozen: [{ from: day('2026-08-20'), to: day('2026-09-10') }] };
    expect(amountsDue(disbursed, frozen, day('2026-09-17'))).toMatchObject({
      overdueInterest: interestOn(16_667_000n * 19n, 108_966n, BASIS),
      interest: interestOn(83_333_000n * 19n, 83_820n, BASIS),
    });
  });

  const NEW_RULES: LoanRegime = {
    ratePpmOfPoor: 1_270_000,
    priorityRatePpmOfPoor: 1_000_000,
    groups: ['POOR', 'ETHNIC_MINORITY'],
    priorityGroups: [['ETHNIC_MINORITY', 'POOR']],
    overduePpmOfRate: 1_300_000,
    coverPercent: 100,
    supportsDeducted: true,
    collateralFrom: 200_000_000,
    collateralInclusive: false,
    decisionWorkingDays: 7,
    extensionCounts: false,
  };

  it.each(EXAMPLES.ceilings)('ceiling of costs of $of', ({ costs, supports, ceiling, collateral }) => {
    const items = (amounts: number[]) => amounts.map((amount, i) => ({ item: `${i}`, amount: BigInt(amount) }));
    const most = loanCeiling(NEW_RULES, items([costs]), items(supports));
    expect([most, needsCollateral(NEW_RULES, most)]).toEqual([BigInt(ceiling), collateral]);
    expect(needsCollateral(NEW_RULES, 200_000_000n)).toBe(false);
    expect(needsCollateral({ ...NEW_RULES, collateralFrom: 100_000_000, collateralInclusive: true }, 100_000_000n)).toBe(true);
  });

  it('works the rates out from the rate for poor households', () => {
    expect(ratesFor(NEW_RULES, 66_000, ['POOR'])).toEqual({ ratePpm: 83_820n, overdueRatePpm: 108_966n, priority: false });
    expect(ratesFor(NEW_RULES, 66_000, ['POOR', 'ETHNIC_MINORITY'])).toEqual({ ratePpm: 66_000n, overdueRatePpm: 85_800n, priority: true });
    expect([formatRate(108_966n), formatRate(66_000n), timesPpm(66_000n, 1_270_000n)]).toEqual(['10,8966 %', '6,6 %', 83_820n]);
  });

  it('says both ratios of what is overdue', () => {
    expect(overdueRatios({ loans: 12, overdueLoans: 1, principal: 940_000_000n, overduePrincipal: 16_667_000n })).toEqual({
      byPrincipal: 177,
      byLoans: 833,
    });
    expect(overdueRatios({ loans: 0, overdueLoans: 0, principal: 0n, overduePrincipal: 0n })).toEqual({ byPrincipal: 0, byLoans: 0 });
  });
});
