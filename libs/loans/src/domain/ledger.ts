import type { Dong, LocalDate } from '@app/kernel';
import { amountOf, NO_SPLIT, pay, type PaymentSplit, principalOf } from './allocation';
import { EMPTY_BOOK, type LoanBook, type LoanTerms } from './loan-book';

/** `OPENING`: what was owed when the loan came into this system. */
export const ENTRY_KINDS = ['OPENING', 'DISBURSEMENT', 'PAYMENT', 'WRITE_OFF', 'REVERSAL'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A posted line. Never changed; a wrong one is answered by a reversal. */
export interface LoanEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly on: LocalDate;
  /** Opening, disbursement: principal that is owed from now on. */
  readonly principal: Dong;
  readonly split: PaymentSplit;
  readonly tolerated: Dong;
  readonly reversesId: number | null;
  /** Opening: first day whose interest is not settled. */
  readonly interestFrom: LocalDate | null;
}

/** The accounts of one posting, debit +, credit −; they sum up to zero. */
export interface Balanced {
  readonly cash: Dong;
  readonly principal: Dong;
  readonly overduePrincipal: Dong;
  readonly interest: Dong;
  readonly overdueInterest: Dong;
  readonly advance: Dong;
  readonly opening: Dong;
  readonly writtenOff: Dong;
}

const NOTHING: Balanced = {
  cash: 0n,
  principal: 0n,
  overduePrincipal: 0n,
  interest: 0n,
  overdueInterest: 0n,
  advance: 0n,
  opening: 0n,
  writtenOff: 0n,
};

/** The posting that uses what was paid in advance for an instalment: no đồng changes hands. */
export function useOfAdvance(principal: Dong): PaymentSplit {
  return { ...NO_SPLIT, duePrincipal: principal, advance: -principal };
}

/** How an entry stands in the ledger. */
export function balanced({ kind, principal, split }: Pick<LoanEntry, 'kind' | 'principal' | 'split'>): Balanced {
  if (kind === 'OPENING') return { ...NOTHING, principal, opening: -principal };
  if (kind === 'DISBURSEMENT') return { ...NOTHING, principal, cash: -principal };
  const credits = {
    principal: -(split.duePrincipal + split.futurePrincipal),
    overduePrincipal: -split.overduePrincipal,
    interest: -split.interest,
    overdueInterest: -split.overdueInterest,
    advance: -split.advance,
  };
  return { ...NOTHING, ...credits, [kind === 'WRITE_OFF' ? 'writtenOff' : 'cash']: amountOf(split) };
}

/** The other way round: what a stored row says happened. */
export function splitOf(row: Balanced): PaymentSplit {
  return {
    ...NO_SPLIT,
    overduePrincipal: -row.overduePrincipal,
    duePrincipal: -row.principal,
    interest: -row.interest,
    overdueInterest: -row.overdueInterest,
    advance: -row.advance,
  };
}

/** The entry taken back: every account with the other sign. */
export function reversed(row: Balanced): Balanced {
  return Object.fromEntries(Object.entries(row).map(([account, amount]) => [account, -amount])) as unknown as Balanced;
}

/** Entries that count: an entry and its reversal leave nothing behind, unless the reversal was taken back itself. */
export function standing(entries: readonly LoanEntry[]): LoanEntry[] {
  const reversals = entries.filter(({ kind }) => kind === 'REVERSAL');
  const answered = new Set(reversals.map(({ reversesId }) => reversesId));
  const gone = new Set(reversals.filter(({ id }) => !answered.has(id)).map(({ reversesId }) => reversesId));
  return entries.filter(({ id, kind }) => kind !== 'REVERSAL' && !gone.has(id));
}

/** Uses of an advance that fall with these entries, the last one first: the money they used is no longer there. */
export function fallingUses(terms: LoanTerms, entries: readonly LoanEntry[], taken: ReadonlySet<number>): number[] {
  const falling: number[] = [];
  const rest = () => entries.filter(({ id }) => !taken.has(id) && !falling.includes(id));
  const uses = inOrder(standing(rest())).filter(({ kind, split }) => kind === 'PAYMENT' && split.advance < 0n && amountOf(split) === 0n);
  while (uses.length > 0 && replay(terms, rest()).advance < 0n) falling.push(uses.pop()!.id);
  return falling;
}

/** The book as its entries make it, in the order of their days. */
export function replay(terms: LoanTerms, entries: readonly LoanEntry[]): LoanBook {
  return inOrder(standing(entries)).reduce((book, entry) => post(book, terms, entry), EMPTY_BOOK);
}

function inOrder(entries: readonly LoanEntry[]): LoanEntry[] {
  return entries.toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1));
}

export function post(book: LoanBook, terms: LoanTerms, entry: LoanEntry): LoanBook {
  switch (entry.kind) {
    case 'OPENING':
      return {
        ...book,
        moves: [...book.moves, { on: entry.interestFrom ?? entry.on, principal: entry.principal }],
        interestPaidTo: entry.interestFrom,
        advance: book.advance + entry.split.advance,
        advanceOn: entry.on,
      };
    case 'DISBURSEMENT':
      return { ...book, moves: [...book.moves, { on: entry.on, principal: entry.principal }] };
    case 'WRITE_OFF':
      return { ...book, moves: [...book.moves, { on: entry.on, principal: -principalOf(entry.split) }] };
    default:
      return pay(book, terms, entry.on, entry.split, entry.tolerated);
  }
}
