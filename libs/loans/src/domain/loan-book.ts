import type { Dong, LocalDate } from '@app/kernel';
import { dayBalances, type InterestBasis, interestOn, type Stretch } from './interest';
import type { Freeze } from './freeze';
import type { Instalment } from './schedule';

/** What stays the same over the life of a loan. Rates in parts per million a year. */
export interface LoanTerms extends InterestBasis {
  readonly ratePpm: bigint;
  /** Takes the place of the rate on an instalment that is late; it is never added to it. */
  readonly overdueRatePpm: bigint;
  readonly instalments: readonly Instalment[];
  /** Days on which nothing accrues (khoanh nợ); the last day is not one of them. */
  readonly frozen: readonly Freeze[];
}

/** Where a loan stands after its postings: everything the next line is worked out from. */
export interface LoanBook {
  /** Principal paid out (+) and repaid (−), by day. */
  readonly moves: readonly { readonly on: LocalDate; readonly principal: Dong }[];
  /** First day whose interest on current principal is not settled; null: since the first đồng. */
  readonly interestPaidTo: LocalDate | null;
  readonly overdueInterestPaidTo: LocalDate | null;
  /** Interest worked out by an earlier line and not paid then; it bears no interest. */
  readonly carriedInterest: Dong;
  readonly carriedOverdueInterest: Dong;
  /** Paid ahead. */
  readonly advance: Dong;
  /** Day on which that last changed. */
  readonly advanceOn: LocalDate | null;
}

export const EMPTY_BOOK: LoanBook = {
  moves: [],
  interestPaidTo: null,
  overdueInterestPaidTo: null,
  carriedInterest: 0n,
  carriedOverdueInterest: 0n,
  advance: 0n,
  advanceOn: null,
};

/** What could be asked of the borrower on a day, by bucket. */
export interface AmountsDue {
  readonly overduePrincipal: Dong;
  readonly overdueInterest: Dong;
  readonly interest: Dong;
  /** Instalment of this very day. */
  readonly duePrincipal: Dong;
  readonly futurePrincipal: Dong;
  readonly advance: Dong;
}

const atLeastZero = (amount: Dong) => (amount > 0n ? amount : 0n);
const lesser = (a: Dong, b: Dong) => (a < b ? a : b);

/** Principal at the end of a day. */
export function principalOn({ moves }: LoanBook, day: LocalDate): Dong {
  return moves.reduce((sum, { on, principal }) => (on <= day ? sum + principal : sum), 0n);
}

/** Interest that is owed once no principal is. */
export function interestLeft(book: LoanBook, terms: LoanTerms): Dong {
  const last = book.moves.reduce<LocalDate | null>((day, { on }) => (day === null || on > day ? on : day), null);
  if (last === null || principalOn(book, last) > 0n) return 0n;
  const { interest, overdueInterest } = amountsDue(book, terms, last);
  return interest + overdueInterest;
}

/** Principal whose day has passed unpaid, at the end of a day: an instalment is late from the end of its due day on. Only it is late, the rest stays current (Decision 976/QĐ-TTg). */
export function overdueOn(book: LoanBook, { instalments }: Pick<LoanTerms, 'instalments'>, day: LocalDate): Dong {
  return lesser(principalOn(book, day), atLeastZero(dueBy(instalments, day) - repaidBy(book, day)));
}

/** Uses before a day of what was paid in advance, each at the end of the day on which money and instalment are both there: nothing is late while the money lies there. */
export function advanceUses(book: LoanBook, { instalments }: LoanTerms, on: LocalDate): { on: LocalDate; principal: Dong }[] {
  if (book.advance === 0n) return [];
  const uses: { on: LocalDate; principal: Dong }[] = [];
  let [left, owed, repaid] = [book.advance, principalOn(book, on), repaidBy(book, on)];
  for (const { dueOn } of instalments) {
    const usedOn = book.advanceOn && book.advanceOn > dueOn ? book.advanceOn : dueOn;
    const principal = lesser(left, lesser(owed, dueBy(instalments, dueOn) - repaid));
    if (usedOn >= on || principal <= 0n) continue;
    uses.push({ on: usedOn, principal });
    left -= principal;
    owed -= principal;
    repaid += principal;
  }
  return uses;
}

/** The book with the advance used up to a day. */
export function carriedTo(book: LoanBook, terms: LoanTerms, on: LocalDate): LoanBook {
  const uses = advanceUses(book, terms, on);
  if (uses.length === 0) return book;
  return {
    ...book,
    moves: [...book.moves, ...uses.map((use) => ({ on: use.on, principal: -use.principal }))],
    advance: uses.reduce((left, { principal }) => left - principal, book.advance),
  };
}

/** What is due on a day, with everything posted up to it and what was paid in advance used. */
export function amountsDue(posted: LoanBook, terms: LoanTerms, on: LocalDate): AmountsDue {
  const book = carriedTo(posted, terms, on);
  const principal = principalOn(book, on);
  const repaid = repaidBy(book, on);
  const late = terms.instalments.reduce((sum, one) => (one.dueOn < on ? sum + one.principal : sum), 0n);
  const overduePrincipal = lesser(principal, atLeastZero(late - repaid));
  const duePrincipal = lesser(principal, atLeastZero(dueBy(terms.instalments, on) - repaid)) - overduePrincipal;
  return {
    overduePrincipal,
    duePrincipal,
    futurePrincipal: principal - overduePrincipal - duePrincipal,
    interest: book.carriedInterest + accrued(book, terms, 'current', book.interestPaidTo, on),
    overdueInterest: book.carriedOverdueInterest + accrued(book, terms, 'overdue', book.overdueInterestPaidTo, on),
    advance: book.advance,
  };
}

/** Interest of the days from `from` (or the first đồng) to `to`, as one line. */
function accrued(book: LoanBook, terms: LoanTerms, part: 'current' | 'overdue', from: LocalDate | null, to: LocalDate): Dong {
  const start = from ?? book.moves[0]?.on;
  if (!start || start >= to) return 0n;
  const days = stretches(book, terms, start, to).map(({ from: first, to: last }): Stretch => {
    const late = overdueOn(book, terms, first);
    const frozen = terms.frozen.some((one) => first >= one.from && first < one.to);
    return { from: first, to: last, balance: frozen ? 0n : part === 'overdue' ? late : principalOn(book, first) - late };
  });
  return interestOn(dayBalances(days), part === 'overdue' ? terms.overdueRatePpm : terms.ratePpm, terms);
}

/** Cuts the days wherever a balance may change. */
function stretches(book: LoanBook, terms: LoanTerms, from: LocalDate, to: LocalDate): { from: LocalDate; to: LocalDate }[] {
  const cuts = [
    ...book.moves.map(({ on }) => on),
    ...terms.instalments.map(({ dueOn }) => dueOn),
    ...terms.frozen.flatMap((one) => [one.from, one.to]),
  ].filter((day) => day > from && day < to);
  const days = [from, ...new Set(cuts.sort()), to];
  return days.slice(1).map((day, i) => ({ from: days[i]!, to: day }));
}

function dueBy(instalments: readonly Instalment[], day: LocalDate): Dong {
  return instalments.reduce((sum, { dueOn, principal }) => (dueOn <= day ? sum + principal : sum), 0n);
}

function repaidBy({ moves }: LoanBook, day: LocalDate): Dong {
  return moves.reduce((sum, { on, principal }) => (on <= day && principal < 0n ? sum - principal : sum), 0n);
}
