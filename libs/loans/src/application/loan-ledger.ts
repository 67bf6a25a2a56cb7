import { DomainError, type LocalDate, notFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AllocationOrder, PaymentSplit } from '../domain/allocation';
import { balanced, type EntryKind, fallingUses, type LoanEntry, replay, reversed, standing, useOfAdvance } from '../domain/ledger';
import { advanceUses, type AmountsDue, amountsDue, interestLeft, type LoanBook, type LoanTerms, principalOn } from '../domain/loan-book';
import { stateOf } from '../domain/loan-state';
import { type NewEntry, EntryRows } from '../persistence/entry-rows';
import { type LoanRow, LoanRows } from '../persistence/loan-rows';
import { MonthRows } from '../persistence/month-rows';
import { BookRows, type BookProjection } from '../persistence/book-rows';

/** A loan with everything its next line is worked out from. */
export interface LoanAccount {
  readonly row: LoanRow;
  readonly terms: LoanTerms;
  readonly entries: readonly LoanEntry[];
  readonly book: LoanBook;
}

/** A line somebody wants to post, worked out already. */
export interface Posting {
  readonly kind: Exclude<EntryKind, 'REVERSAL'>;
  readonly on: LocalDate;
  readonly requestId: string;
  readonly principal?: bigint;
  readonly split: PaymentSplit;
  readonly tolerated?: bigint;
  readonly reference: string | null;
  readonly payee?: string | null;
  readonly interestFrom?: LocalDate | null;
  readonly batchId?: string | null;
  readonly note?: string | null;
}

/** The order kept with the loan, or the one of today's policy. */
export function orderOf({ row }: LoanAccount, policy: AllocationOrder): AllocationOrder {
  return { ...policy, ...row.allocation };
}

/** Reads and adds to the ledger. Loans are locked while they are looked at, in the order of their ids. */
export const LoanLedger = {
  async load(tx: Tx, loanIds: readonly string[], options: { locked?: boolean } = {}): Promise<Map<string, LoanAccount>> {
    const rows = options.locked === false ? await found(tx, loanIds) : await LoanRows.lock(tx, loanIds);
    const entries = await EntryRows.ofLoans(tx, loanIds);
    const instalments = await EntryRows.instalmentsOf(tx, loanIds);
    return new Map(
      rows.map((row) => {
        const terms: LoanTerms = {
          ratePpm: BigInt(row.rate_ppm ?? 0),
          overdueRatePpm: BigInt(row.overdue_rate_ppm ?? 0),
          basisDays: BigInt(row.basis_days),
          roundingUnit: BigInt(row.rounding_unit),
          instalments: instalments.get(row.id) ?? [],
          frozen: row.frozen,
        };
        const own = entries.get(row.id) ?? [];
        return [row.id, { row, terms, entries: own, book: replay(terms, own) }];
      }),
    );
  },

  /** Throws NOT_FOUND out of scope. */
  async one(tx: Tx, loanId: string, options: { locked?: boolean } = {}): Promise<LoanAccount> {
    const account = (await LoanLedger.load(tx, [loanId], options)).get(loanId);
    if (!account) throw notFound('Không tìm thấy khoản vay này trong phạm vi của bạn.');
    return account;
  },

  dueOn({ book, terms }: LoanAccount, day: LocalDate): AmountsDue {
    return amountsDue(book, terms, day);
  },

  /**
   * Adds lines of locked loans and keeps their rows in step, in four statements however many there are; before a payment, what was paid in advance
   * is used. Throws MONTH_CLOSED.
   */
  async append(tx: Tx, lines: readonly { account: LoanAccount; posting: Posting; order?: AllocationOrder }[]): Promise<number[]> {
    const entries = lines.flatMap(({ account, posting, order }): NewEntry[] => [
      ...(posting.kind === 'DISBURSEMENT' ? [] : usesOf(account, posting.on, posting)),
      {
        ...balanced({ kind: posting.kind, principal: posting.principal ?? 0n, split: posting.split }),
        loanId: account.row.id,
        bankId: account.row.bank_id,
        kind: posting.kind,
        on: posting.on,
        requestId: posting.requestId,
        reference: posting.reference,
        payee: posting.payee ?? null,
        tolerated: posting.tolerated ?? 0n,
        interestFrom: posting.interestFrom ?? null,
        order: order ?? null,
        batchId: posting.batchId ?? null,
        note: posting.note ?? null,
      },
    ]);
    await refuseClosed(tx, entries);
    const ids = await EntryRows.insert(tx, entries);
    await LoanLedger.settle(tx, [...new Set(lines.map(({ account }) => account.row.id))]);
    const asked = new Set(lines.map(({ account, posting }) => `${account.row.id} ${posting.requestId}`));
    return ids.filter((_, i) => asked.has(`${entries[i]!.loanId} ${entries[i]!.requestId}`));
  },

  /**
   * Takes entries back by entries with the other signs, and before them the uses of an advance that then is not there.
   * @param why `reversals`: reversals too, so that what they had taken back stands again
   * Throws ENTRY_REVERSED, ENTRY_IS_REVERSAL, MONTH_CLOSED.
   */
  async takeBack(
    tx: Tx,
    entryIds: readonly number[],
    why: {
      requestId: string;
      on?: LocalDate;
      reference?: string | null;
      note?: string | null;
      batchId?: string | null;
      reversals?: boolean;
    },
  ): Promise<number[]> {
    const asked = await EntryRows.accounts(tx, entryIds);
    const loanIds = [...new Set([...asked.values()].map(({ loanId }) => loanId))];
    const accounts = await LoanLedger.load(tx, loanIds);
    const taken = new Set(entryIds);
    const falling = [...accounts.values()].flatMap(({ terms, entries: own }) => fallingUses(terms, own, taken));
    const found = new Map([...asked, ...(await EntryRows.accounts(tx, falling))]);
    const entries = [...falling, ...entryIds].map((id): NewEntry => {
      const entry = found.get(id);
      const account = entry && accounts.get(entry.loanId);
      if (!entry || !account) throw notFound('Không tìm thấy bút toán này trong phạm vi của bạn.');
      if (entry.kind === 'REVERSAL' && !why.reversals)
        throw new DomainError('refused', 'ENTRY_IS_REVERSAL', 'Đây là bút toán đảo, không đảo lại được. Hãy ghi bút toán mới.');
      if (entry.kind !== 'REVERSAL' && !standing(account.entries).some((one) => one.id === id))
        throw new DomainError('refused', 'ENTRY_REVERSED', 'Bút toán này đã được đảo trước đó. Hãy tải lại khoản vay.');
      return {
        ...reversed(entry.row),
        loanId: entry.loanId,
        bankId: account.row.bank_id,
        kind: 'REVERSAL',
        on: why.on ?? entry.on,
        requestId: entryIds.length === 1 && taken.has(id) ? why.requestId : `${why.requestId}:${id}`,
        reference: why.reference ?? null,
        tolerated: 0n,
        reversesId: id,
        note: why.note ?? null,
        batchId: why.batchId ?? null,
      };
    });
    // An opening balance is no movement of the month before the statement.
    await refuseClosed(
      tx,
      entries.filter(({ reversesId }) => found.get(reversesId!)!.kind !== 'OPENING'),
    );
    const ids = await EntryRows.insert(tx, entries);
    await LoanLedger.settle(tx, loanIds);
    return ids.slice(falling.length);
  },

  /** Uses what was paid in advance to this office for everything that fell due before a day. */
  async useAdvances(tx: Tx, bankId: string, before: LocalDate, requestId: string): Promise<void> {
    const accounts = [...(await LoanLedger.load(tx, await LoanRows.paidAhead(tx, bankId))).values()];
    const entries = accounts.flatMap((account) => usesOf(account, before, { requestId }));
    await EntryRows.insert(tx, entries);
    await LoanLedger.settle(tx, [...new Set(entries.map(({ loanId }) => loanId))]);
  },

  /** Works the rows of loans out from their entries again; nothing may be owed below zero. Throws LOAN_BELOW_ZERO. */
  async settle(tx: Tx, loanIds: readonly string[]): Promise<void> {
    const accounts = await LoanLedger.load(tx, loanIds);
    await BookRows.project(tx, [...accounts.values()].map(projectionOf));
    await LoanRows.share(tx, loanIds);
  },
};

/** Entries that use what was paid in advance for the instalments before a day. */
export function usesOf(
  { row, terms, book }: Pick<LoanAccount, 'row' | 'terms' | 'book'>,
  on: LocalDate,
  { requestId, batchId }: { requestId: string; batchId?: string | null },
): NewEntry[] {
  return advanceUses(book, terms, on).map((use, i) => ({
    ...balanced({ kind: 'PAYMENT', principal: 0n, split: useOfAdvance(use.principal) }),
    loanId: row.id,
    bankId: row.bank_id,
    kind: 'PAYMENT',
    on: use.on,
    requestId: `${requestId}:advance:${i + 1}`,
    reference: null,
    tolerated: 0n,
    batchId: batchId ?? null,
  }));
}

/** Nothing moves in a closed month. Whoever posts has joined the months of the office first ({@link MonthRows.join}). */
async function refuseClosed(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const closed = await MonthRows.closed(tx, entries[0]!.bankId);
  const found = entries.find(({ on }) => closed.has(on.slice(0, 7)));
  if (found)
    throw new DomainError(
      'refused',
      'MONTH_CLOSED',
      `Tháng ${found.on.slice(5, 7)}/${found.on.slice(0, 4)} đã khóa sổ. Hãy mở lại tháng (có lý do) rồi ghi.`,
    );
}

const FAR: LocalDate = '9999-12-31' as LocalDate;

function projectionOf({ row, book, terms, entries }: LoanAccount): BookProjection {
  const principal = principalOn(book, FAR);
  const lent = book.moves.reduce((sum, move) => (move.principal > 0n ? sum + move.principal : sum), 0n);
  const repaid = book.moves.reduce((sum, move) => (move.principal < 0n ? sum - move.principal : sum), 0n);
  if (principal < 0n || book.advance < 0n)
    throw new DomainError('refused', 'LOAN_BELOW_ZERO', 'Bút toán này làm dư nợ nhỏ hơn 0. Hãy đảo các bút toán sau nó trước.');
  let left = repaid + book.advance;
  const next = terms.instalments.find((one) => (left -= one.principal) < 0n);
  const live = standing(entries);
  const opened = live.filter(({ kind }) => kind === 'OPENING').reduce((sum, entry) => sum + entry.principal, 0n);
  return {
    id: row.id,
    principal,
    repaid,
    advance: book.advance,
    lentHere: lent - opened,
    interestPaidTo: book.interestPaidTo,
    nextDueOn: principal > 0n ? (next?.dueOn ?? null) : null,
    lastEntryOn: live.reduce<LocalDate | null>((last, { on }) => (last === null || on > last ? on : last), null),
    state: stateOf(row.state, {
      approved: BigInt(row.approved ?? 0),
      paidOut: BigInt(row.disbursed_before) + lent - opened,
      principal,
      interest: interestLeft(book, terms),
      writtenOff: live.some(({ kind }) => kind === 'WRITE_OFF'),
      extended: row.extended_months > 0,
    }),
  };
}

async function found(tx: Tx, loanIds: readonly string[]): Promise<LoanRow[]> {
  const rows = await Promise.all(loanIds.map((id) => LoanRows.find(tx, id)));
  return rows.filter((row) => row !== undefined);
}
