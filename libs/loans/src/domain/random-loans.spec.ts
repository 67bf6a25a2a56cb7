import { addDays, daysBetween, localDate } from '@app/kernel';
import fc from 'fast-check';
import { allocate, amountOf, bucketsOf, type PaymentKind, principalOf } from './allocation';
import { daysUnderFreeze, type FreezeMoves } from './freeze';
import { balanced, type LoanEntry, post, replay, useOfAdvance } from './ledger';
import { advanceUses, amountsDue, EMPTY_BOOK, type LoanBook, type LoanTerms, principalOn } from './loan-book';
import { paymentPlan, principalSchedule } from './schedule';

const ORDER = {
  healthy: ['interest', 'duePrincipal'],
  overdue: ['overduePrincipal', 'overdueInterest', 'interest', 'duePrincipal'],
} as const;

const loans = fc.record({
  amount: fc.bigInt(1n, 500_000_000n),
  start: fc.integer({ min: 0, max: 2_000 }),
  termMonths: fc.integer({ min: 1, max: 66 }),
  everyMonths: fc.constantFrom(3, 6, 12),
  ratePpm: fc.constantFrom(66_000n, 83_820n, 97_000n),
  rounding: fc.constantFrom(1n, 1_000n),
  /** One of three loans is frozen once, from some day of theirs on. */
  freeze: fc.record({
    after: fc.integer({ min: 0, max: 1_500 }),
    days: fc.integer({ min: 1, max: 1_800 }),
    moves: fc.constantFrom<FreezeMoves>('months', 'days', 'none'),
    some: fc.constantFrom(true, false, false),
  }),
  payments: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 200 }),
      share: fc.integer({ min: 1, max: 1_500_000 }),
      kind: fc.constantFrom<PaymentKind>('INTEREST', 'REPAYMENT', 'SETTLEMENT'),
    }),
    { maxLength: 4 },
  ),
});
type Loan = typeof loans extends fc.Arbitrary<infer T> ? T : never;

const FIRST = localDate('2022-01-01');

function termsOf({ amount, start, termMonths, everyMonths, ratePpm, rounding, freeze }: Loan): LoanTerms & { from: typeof FIRST } {
  const from = addDays(FIRST, start);
  const plan = principalSchedule({ amount, from, termMonths, everyMonths, instalmentUnit: 1_000n });
  const period = { from: addDays(from, freeze.after), to: addDays(from, freeze.after + freeze.days) };
  const planned = plan.map(({ dueOn }) => dueOn);
  const dueOn = freeze.some ? daysUnderFreeze(planned, period, freeze.moves) : planned;
  const instalments = plan.map((one, i) => ({ ...one, dueOn: dueOn[i]! }));
  const frozen = freeze.some ? [period] : [];
  return { from, ratePpm, overdueRatePpm: (ratePpm * 13n) / 10n, basisDays: 365n, roundingUnit: rounding, instalments, frozen };
}

const line = (id: number, on: typeof FIRST, more: Partial<LoanEntry>): LoanEntry => ({
  id,
  on,
  kind: 'PAYMENT',
  principal: 0n,
  split: allocate(0n, amountsDue(EMPTY_BOOK, { ...NO_TERMS }, on), []),
  tolerated: 0n,
  reversesId: null,
  interestFrom: null,
  ...more,
});
const NO_TERMS: LoanTerms = { ratePpm: 0n, overdueRatePpm: 0n, basisDays: 365n, roundingUnit: 1n, instalments: [], frozen: [] };

function payment(book: LoanBook, terms: LoanTerms, id: number, on: typeof FIRST, amount: bigint, kind: PaymentKind): LoanEntry {
  const due = amountsDue(book, terms, on);
  return line(id, on, { split: allocate(amount, due, bucketsOf(kind, due, ORDER)) });
}

/** One hundred thousand random loans, each with up to four payments of any kind and size. */
it('keeps a random loan whole: the schedule sums up, postings are the balance, nothing is ever negative', () => {
  let tried = 0;
  fc.assert(
    fc.property(loans, (loan) => {
      tried++;
      const terms = termsOf(loan);
      const sum = terms.instalments.reduce((total, { principal }) => total + principal, 0n);
      if (sum !== loan.amount || terms.instalments.some(({ principal }) => principal <= 0n)) return false;
      let on = terms.from;
      const entries: LoanEntry[] = [line(1, on, { kind: 'DISBURSEMENT', principal: loan.amount })];
      let book = post(EMPTY_BOOK, terms, entries[0]!);
      for (const [i, { after, share, kind }] of loan.payments.entries()) {
        on = addDays(on, after);
        const amount = (loan.amount * BigInt(share)) / 1_000_000n + 1n;
        for (const use of advanceUses(book, terms, on)) {
          const used = line(entries.length + 10, use.on, { split: useOfAdvance(use.principal) });
          entries.push(used);
          book = post(book, terms, used);
        }
        const entry = payment(book, terms, i + 2, on, amount, kind);
        if (amountOf(entry.split) !== amount || Object.values(balanced(entry)).reduce((a, b) => a + b) !== 0n) return false;
        entries.push(entry);
        book = post(book, terms, entry);
        const due = amountsDue(book, terms, on);
        if (Object.values(due).some((value) => value < 0n)) return false;
      }
      const repaid = entries.reduce((total, { split }) => total + principalOf(split), 0n);
      const again = replay(terms, [...entries].reverse());
      return (
        principalOn(book, on) === loan.amount - repaid && principalOn(again, on) === principalOn(book, on) && again.advance === book.advance
      );
    }),
    { numRuns: 100_000, seed: 20_261_128 },
  );
  console.log(`random loans: ${tried} tried, 0 failed`);
});

it('does not care in which order, or in how many pieces, money of one day comes in', () => {
  fc.assert(
    fc.property(loans, fc.bigInt(1n, 50_000_000n), fc.bigInt(1n, 50_000_000n), (loan, a, b) => {
      const terms = termsOf(loan);
      const on = addDays(terms.from, loan.payments[0]?.after ?? 90);
      const lent = post(EMPTY_BOOK, terms, line(1, terms.from, { kind: 'DISBURSEMENT', principal: loan.amount }));
      const both = (amounts: bigint[]) =>
        amounts.reduce((book, amount, i) => post(book, terms, payment(book, terms, i + 2, on, amount, 'SETTLEMENT')), lent);
      const [ab, ba, sum] = [both([a, b]), both([b, a]), both([a + b])];
      const later = addDays(on, 45);
      const seen = (book: LoanBook) =>
        JSON.stringify(amountsDue(book, terms, later), (_, value) => (typeof value === 'bigint' ? `${value}` : value));
      return seen(ab) === seen(sum) && seen(ba) === seen(sum);
    }),
    { numRuns: 5_000, seed: 7 },
  );
});

it('asks for nothing more in a freeze, and never earlier than planned', () => {
  fc.assert(
    fc.property(loans, (loan) => {
      const terms = termsOf({ ...loan, freeze: { ...loan.freeze, some: true } });
      const plain = termsOf({ ...loan, freeze: { ...loan.freeze, some: false } });
      const [{ from, to }] = terms.frozen as [{ from: typeof FIRST; to: typeof FIRST }];
      const lent = post(EMPTY_BOOK, terms, line(1, terms.from, { kind: 'DISBURSEMENT', principal: loan.amount }));
      const [first, last] = [from, to].map((on) => amountsDue(lent, terms, on));
      const later = amountsDue(lent, terms, addDays(to, 30));
      const less = amountsDue(lent, plain, addDays(to, 30));
      return (
        terms.instalments.every(
          ({ dueOn }, i) => dueOn >= plain.instalments[i]!.dueOn && dueOn >= (terms.instalments[i - 1]?.dueOn ?? dueOn),
        ) &&
        first!.interest === last!.interest &&
        first!.overdueInterest === last!.overdueInterest &&
        later.overduePrincipal <= less.overduePrincipal &&
        later.interest + later.overdueInterest <= less.interest + less.overdueInterest
      );
    }),
    { numRuns: 5_000, seed: 9 },
  );
});

it('plans payments that end at zero and count every day once', () => {
  fc.assert(
    fc.property(loans, (loan) => {
      const terms = termsOf({ ...loan, freeze: { ...loan.freeze, some: false } });
      const plan = paymentPlan({ from: terms.from, termMonths: loan.termMonths }, terms.instalments, loan.ratePpm, terms);
      const days = plan.reduce((sum, one) => sum + one.days, 0);
      return plan.at(-1)!.balanceAfter === 0n && days === daysBetween(terms.from, plan.at(-1)!.dueOn);
    }),
    { numRuns: 5_000, seed: 8 },
  );
});
