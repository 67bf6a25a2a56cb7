import { type LocalDate, localDate } from '@app/kernel';
import { allocate, bucketsOf, NO_SPLIT, type PaymentKind } from './allocation';
import { judgePayment } from './judge-line';
import { type LoanEntry, post, useOfAdvance } from './ledger';
import { advanceUses, amountsDue, EMPTY_BOOK, type LoanBook, type LoanTerms } from './loan-book';
import { interestOn } from './interest';

const day = localDate;
const ORDER = {
  healthy: ['interest', 'duePrincipal'],
  overdue: ['overduePrincipal', 'overdueInterest', 'interest', 'duePrincipal'],
} as const;
/** 100,000,000 at 8.382 % since 8 July 2026, an instalment of 16,667,000 on 8 August and the rest later. */
const TERMS: LoanTerms = {
  ratePpm: 83_820n,
  overdueRatePpm: 108_966n,
  basisDays: 365n,
  roundingUnit: 1n,
  instalments: [
    { dueOn: day('2026-08-08'), principal: 16_667_000n },
    { dueOn: day('2027-02-08'), principal: 83_333_000n },
  ],
  frozen: [],
};
const BOOK: LoanBook = { ...EMPTY_BOOK, moves: [{ on: day('2026-07-08'), principal: 100_000_000n }] };
const paid = (book: LoanBook, on: LocalDate, split: LoanEntry['split'], tolerated = 0n) =>
  post(book, TERMS, { id: 1, kind: 'PAYMENT', on, principal: 0n, split, tolerated, reversesId: null, interestFrom: null });

describe('what the bank rounded leaves nothing behind', () => {
  // 31 days of 100,000,000 are 711,896.
  it.each([
    ['short by the rounding', 'REPAYMENT', 17_378_000n, { interest: 711_000n, duePrincipal: 16_667_000n }, -896n],
    ['above by the rounding', 'REPAYMENT', 17_379_000n, { interest: 712_000n, duePrincipal: 16_667_000n }, 104n],
    ['one đồng short', 'REPAYMENT', 17_378_895n, { interest: 711_895n, duePrincipal: 16_667_000n }, -1n],
    ['interest alone, short', 'INTEREST', 711_000n, { interest: 711_000n }, -896n],
  ] as const)('%s', (_, kind, amount, split, difference) => {
    const on = day('2026-08-08');
    const found = judgePayment(kind as PaymentKind, amount, amountsDue(BOOK, TERMS, on), ORDER, 1_000n);
    expect(found).toMatchObject({ posted: true, stillDue: 0n, difference, split: { ...NO_SPLIT, ...split } });
    const due = amountsDue(paid(BOOK, on, found.split, difference), TERMS, on);
    expect([due.interest, due.overdueInterest, due.advance]).toEqual([0n, 0n, 0n]);
    if (kind === 'REPAYMENT') expect([due.duePrincipal, due.overduePrincipal]).toEqual([0n, 0n]);
  });
});

describe('money that comes before its day', () => {
  const early = () => {
    const on = day('2026-08-01');
    const due = amountsDue(BOOK, TERMS, on);
    return paid(BOOK, on, allocate(due.interest + 16_667_000n, due, bucketsOf('REPAYMENT', due, ORDER)));
  };

  it('is used for the instalment at the end of its day, so nothing is late and interest runs on what is left', () => {
    const book = early();
    expect(book.advance).toBe(16_667_000n);
    expect(advanceUses(book, TERMS, day('2026-08-08'))).toEqual([]);
    const uses = advanceUses(book, TERMS, day('2026-09-08'));
    expect(uses).toEqual([{ on: '2026-08-08', principal: 16_667_000n }]);
    const due = {
      overduePrincipal: 0n,
      overdueInterest: 0n,
      duePrincipal: 0n,
      futurePrincipal: 83_333_000n,
      interest: interestOn(100_000_000n * 7n + 83_333_000n * 31n, 83_820n, TERMS),
      advance: 0n,
    };
    expect(amountsDue(book, TERMS, day('2026-09-08'))).toEqual(due);
    const posted = uses.reduce((at, use) => paid(at, use.on, useOfAdvance(use.principal)), book);
    expect([posted.advance, amountsDue(posted, TERMS, day('2026-09-08'))]).toEqual([0n, due]);
  });

  it('that comes after the day is used the same day, once', () => {
    const late = day('2026-09-01');
    const book = paid(BOOK, late, { ...NO_SPLIT, advance: 20_000_000n });
    const [use, ...more] = advanceUses(book, TERMS, day('2026-09-02'));
    expect([use, more]).toEqual([{ on: '2026-09-01', principal: 16_667_000n }, []]);
    const posted = paid(book, use!.on, useOfAdvance(use!.principal));
    expect([posted.advance, advanceUses(posted, TERMS, day('2026-09-02'))]).toEqual([3_333_000n, []]);
  });
});
