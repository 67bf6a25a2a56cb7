import { localDate } from '@app/kernel';
import { daysUnderFreeze, endedOn, type FreezeMoves } from './freeze';
import { amountsDue, EMPTY_BOOK, type LoanBook, type LoanTerms } from './loan-book';
import { principalSchedule } from './schedule';

const day = localDate;
const days = (...texts: string[]) => texts.map(day);

describe('days under a freeze', () => {
  it.each<[string, FreezeMoves, string, string, string[], string[]]>([
    ['a year', 'months', '2026-09-17', '2027-09-17', ['2027-02-08', '2027-08-08'], ['2028-02-08', '2028-08-08']],
    ['what is late stays', 'months', '2026-09-17', '2027-09-17', ['2026-08-08', '2026-09-16'], ['2026-08-08', '2026-09-16']],
    ['what is due on its first day is not late yet', 'months', '2026-09-17', '2026-12-17', ['2026-09-17'], ['2026-12-17']],
    ['a begun month counts whole', 'months', '2026-09-17', '2026-12-18', ['2027-02-08'], ['2027-06-08']],
    ['one day', 'months', '2026-09-17', '2026-09-18', ['2027-02-08'], ['2027-03-08']],
    ['months of different length', 'months', '2026-01-31', '2026-02-28', ['2026-08-31'], ['2026-09-30']],
    ['by days', 'days', '2026-09-17', '2026-12-01', ['2027-02-08'], ['2027-04-24']],
    ['a rule that moves nothing', 'none', '2026-09-17', '2027-09-17', ['2027-02-08'], ['2027-02-08']],
  ])('%s', (_, moves, from, to, before, after) => {
    expect(daysUnderFreeze(days(...before), { from: day(from), to: day(to) }, moves)).toEqual(after);
  });

  it.each([
    ['2026-12-01', [{ from: '2026-09-17', to: '2026-12-01' }]],
    ['2027-12-01', [{ from: '2026-09-17', to: '2027-09-17' }]],
    ['2026-09-17', []],
  ])('ends on %s', (on, left) => {
    expect(endedOn([{ from: day('2026-09-17'), to: day('2027-09-17') }], day(on))).toEqual(left);
  });
});

/** 100,000,000 on 8 February 2026, 36 months, principal every six; frozen from 17 September 2026 for a year. */
const FREEZE = { from: day('2026-09-17'), to: day('2027-09-17') };
const INSTALMENTS = principalSchedule({
  amount: 100_000_000n,
  from: day('2026-02-08'),
  termMonths: 36,
  everyMonths: 6,
  instalmentUnit: 1_000n,
});

function frozen(moves: FreezeMoves, to = FREEZE.to): LoanTerms {
  const freeze = { from: FREEZE.from, to };
  const dueOn = daysUnderFreeze(
    INSTALMENTS.map((one) => one.dueOn),
    freeze,
    moves,
  );
  const instalments = INSTALMENTS.map((one, i) => ({ ...one, dueOn: dueOn[i]! }));
  return { ratePpm: 83_820n, overdueRatePpm: 108_966n, basisDays: 365n, roundingUnit: 1n, instalments, frozen: [freeze] };
}

/** Interest is settled to 8 August 2026; the instalment of that day is paid or not. */
function book(repaid: bigint): LoanBook {
  const lent = { on: day('2026-02-08'), principal: 100_000_000n };
  return {
    ...EMPTY_BOOK,
    moves: repaid > 0n ? [lent, { on: day('2026-08-08'), principal: -repaid }] : [lent],
    interestPaidTo: day('2026-08-08'),
    overdueInterestPaidTo: null,
  };
}

describe('what is due under a freeze, to the đồng', () => {
  // 83,333,000 × 8.382 % × 40 days = 765,476; 16,667,000 × 10.8966 % × 40 days = 199,029.
  it.each<[string, FreezeMoves, bigint, string, bigint, bigint, bigint]>([
    ['on its first day', 'months', 16_667_000n, '2026-09-17', 0n, 0n, 765_476n],
    ['in the middle nothing more accrues', 'months', 16_667_000n, '2027-03-01', 0n, 0n, 765_476n],
    ['on its last day', 'months', 16_667_000n, '2027-09-17', 0n, 0n, 765_476n],
    ['the next instalment is due a year later: 40 + 144 days', 'months', 16_667_000n, '2028-02-08', 0n, 0n, 3_521_191n],
    ['what was late keeps its 40 days', 'months', 0n, '2027-09-17', 16_667_000n, 199_029n, 765_476n],
    ['and is late again afterwards: 40 + 10 days', 'months', 0n, '2027-09-27', 16_667_000n, 248_786n, 956_845n],
    ['where nothing moves, two more instalments are late at once', 'none', 0n, '2027-09-27', 50_001_000n, 348_300n, 880_296n],
  ])('%s', (_, moves, repaid, on, overduePrincipal, overdueInterest, interest) => {
    expect(amountsDue(book(repaid), frozen(moves), day(on))).toMatchObject({ overduePrincipal, overdueInterest, interest });
  });

  it('asks for the instalment on its moved day', () => {
    const due = (on: string) => amountsDue(book(16_667_000n), frozen('months'), day(on));
    expect([due('2028-02-07').duePrincipal, due('2028-02-08').duePrincipal, due('2028-02-09').overduePrincipal]).toEqual([
      0n,
      16_667_000n,
      16_667_000n,
    ]);
  });

  it('moves by the days it lasted where it ended early', () => {
    expect(frozen('months', day('2026-12-01')).instalments.map(({ dueOn }) => dueOn)).toEqual(
      days('2026-08-08', '2027-05-08', '2027-11-08', '2028-05-08', '2028-11-08', '2029-05-08'),
    );
  });
});
