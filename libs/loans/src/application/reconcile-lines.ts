import { addDays, daysBetween, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import {
  allocate,
  type AllocationOrder,
  amountOf,
  bucketsOf,
  expectedPayment,
  NO_SPLIT,
  type PaymentKind,
  type PaymentSplit,
  principalOf,
} from '../domain/allocation';
import { judgePayment, type LineCode, type LineOutcome, type PaymentJudgement } from '../domain/judge-line';
import { balanced, type LoanEntry, post, replay, reversed, splitOf } from '../domain/ledger';
import { amountsDue, interestLeft, principalOn } from '../domain/loan-book';
import type { StatementLine, TakenRow } from '../domain/statement';
import { EntryRows, type NewEntry } from '../persistence/entry-rows';
import { LoanRows } from '../persistence/loan-rows';
import { type NewLine, StatementRows } from '../persistence/statement-rows';
import { LoanLedger, orderOf, usesOf } from './loan-ledger';
import { bareKey, handKey, type JudgedLine, type KnownBooks, type ReconcileSetting, type RunningLoan, type StopLine } from './reconciling';

const FAR = '9999-12-31' as LocalDate;

/** Holds the lines of one statement against the ledger, in the order of their days; nothing is written here. */
export class ReconcileLines {
  readonly entries: NewEntry[] = [];
  private readonly running = new Map<string, RunningLoan>();
  private readonly seen = new Map<string, StatementLine>();
  private readonly posted = new Map<string, { ordinal: number; loanId: string; split: PaymentSplit; amount: bigint }>();
  private judged: JudgedLine[] = [];
  /** Payments that a line of the same file takes back: reference and loan. */
  private readonly goes: ReadonlySet<string>;

  private constructor(
    private readonly setting: ReconcileSetting,
    private readonly known: KnownBooks,
  ) {
    this.goes = new Set(setting.file.lines.flatMap((one) => (one.kind === 'REVERSAL' ? [`${one.reverses}|${one.loanNo}`] : [])));
  }

  static async prepare(tx: Tx, setting: ReconcileSetting): Promise<ReconcileLines> {
    const { file, bankId, indexOf } = setting;
    const numbers = [...new Set([...file.lines, ...file.loans].flatMap(({ loanNo }) => (loanNo ? [loanNo] : [])))];
    const byNumber = await LoanRows.byNumbers(tx, bankId, numbers);
    const strangers = file.lines.filter(({ loanNo, number }) => number && !(loanNo && byNumber.has(loanNo)));
    const people = await StatementRows.loansOfNumbers(
      tx,
      bankId,
      strangers.map(({ number }) => indexOf(number!)),
    );
    const references = [...new Set(file.lines.flatMap(({ reference, reverses }) => [reference, reverses].filter((one) => one !== null)))];
    const waiting = await StatementRows.waiting(tx, bankId, references);
    const bare = file.lines.some(({ reference }) => !reference) ? await StatementRows.bare(tx, bankId, file.from, file.to) : [];
    const byPerson = new Map<string, string[]>();
    for (const { id, index } of people) byPerson.set(index, [...(byPerson.get(index) ?? []), id]);
    return new ReconcileLines(setting, {
      byNumber,
      byPerson,
      accounts: await LoanLedger.load(tx, [...new Set([...byNumber.values(), ...people.map(({ id }) => id)])]),
      used: new Map((await EntryRows.byReferences(tx, bankId, references)).map((one) => [one.reference, one])),
      inHand: new Set(waiting.map((line) => handKey(line, line.undone ? line.on : null))),
      waiting: new Set(waiting.filter(({ undone }) => !undone).map(({ reference }) => reference)),
      bare: new Set(bare.flatMap((line) => [bareKey(line, line.loanId), bareKey(line, line.loanNo)])),
    });
  }

  run(): TakenRow[] {
    const inOrder = [...this.setting.file.lines].sort((a, b) => {
      const [x, y] = [a.on ?? FAR, b.on ?? FAR];
      return x === y ? a.row - b.row : x < y ? -1 : 1;
    });
    // The first of two lines with one reference is the one that stands higher in the file.
    for (const line of [...this.setting.file.lines].sort((a, b) => a.row - b.row))
      if (line.reference && !this.seen.has(line.reference)) this.seen.set(line.reference, line);
    this.judged = inOrder.map((line) => this.judge(line));
    for (const id of this.known.accounts.keys()) this.useAdvance(this.runOf(id)!, addDays(this.setting.file.to, 1), `${id}:end`);
    return [...this.judged].sort((a, b) => a.line.row - b.line.row).map((one) => this.shown(one));
  }

  private judge(line: StatementLine): JudgedLine {
    const { loanId, matchedBy } = this.match(line);
    const stop = (
      outcome: LineOutcome,
      code: LineCode,
      verdict: TakenRow['verdict'] = 'ask',
      more: Partial<JudgedLine> = {},
    ): JudgedLine => ({
      line,
      outcome,
      code,
      verdict,
      loanId,
      matchedBy,
      ...more,
    });
    if (line.unreadable || !line.on) return stop('REFUSED', line.unreadable ?? 'DATE_IMPOSSIBLE', 'refuse');
    const repeat = this.repeatOf(line);
    if (repeat === 'same') return stop('DUPLICATE', 'DUPLICATE_REFERENCE', 'duplicate', { firstRow: this.seen.get(line.reference!)?.row });
    const run = loanId ? this.runOf(loanId) : undefined;
    const asked = run ? this.expectation(line, run) : {};
    if (!line.reference && [loanId, line.loanNo].some((loan) => this.known.bare.has(bareKey(line, loan))))
      return this.asking(stop('DUPLICATE', 'MAYBE_POSTED', 'ask', asked), run);
    if (!run) return stop('UNMATCHED', 'LOAN_UNKNOWN');
    if (repeat === 'other') return this.asking(stop('REFERENCE_CLASH', 'REFERENCE_CLASH', 'ask', asked), run);
    if (line.on < this.setting.file.from || line.on > this.setting.file.to)
      return this.asking(stop('OUTSIDE_PERIOD', 'OUTSIDE_PERIOD', 'ask', asked), run);
    if (this.setting.closedMonths.has(line.on.slice(0, 7))) return this.asking(stop('OUTSIDE_PERIOD', 'MONTH_CLOSED', 'ask', asked), run);
    if (run.lastOn !== null && line.on < run.lastOn) return this.asking(stop('UNMATCHED', 'POSTING_OUT_OF_ORDER', 'ask', asked), run);
    if (line.kind === 'REVERSAL') return this.takeBack(line, run, stop);
    if (line.kind === 'DISBURSEMENT') return this.payOut(line, run, stop);
    return this.receive(line, run, stop);
  }

  /** By the loan's number, else by the person's number where the amount is what one of the loans expects near that day. */
  private match(line: StatementLine): { loanId: string | null; matchedBy: string | null } {
    const byNumber = line.loanNo ? this.known.byNumber.get(line.loanNo) : undefined;
    if (byNumber) return { loanId: byNumber, matchedBy: 'LOAN_NUMBER' };
    if (line.loanNo || !line.number || !line.on || line.kind === 'OTHER' || line.kind === 'REVERSAL')
      return { loanId: null, matchedBy: null };
    const own = (this.known.byPerson.get(this.setting.indexOf(line.number)) ?? []).filter((id) => this.expects(id, line));
    return own.length === 1 ? { loanId: own[0]!, matchedBy: 'ID_AMOUNT_DATE' } : { loanId: null, matchedBy: null };
  }

  private expects(loanId: string, line: StatementLine): boolean {
    const run = this.runOf(loanId)!;
    const near = run.account.terms.instalments.some(({ dueOn }) => Math.abs(daysBetween(dueOn, line.on!)) <= this.setting.dateWindowDays);
    return (line.kind === 'INTEREST' || near) && this.expectation(line, run).expected === line.amount;
  }

  /** `same`: this payment is known; `other`: its reference names another one. */
  private repeatOf(line: StatementLine): 'same' | 'other' | undefined {
    if (!line.reference) return undefined;
    if (this.known.inHand.has(handKey(line)) || this.known.inHand.has(handKey(line, line.on))) return 'same';
    const twin = this.seen.get(line.reference);
    if (twin && twin.row !== line.row) return twin.loanNo === line.loanNo && twin.amount === line.amount ? 'same' : 'other';
    const used = this.known.used.get(line.reference);
    if (used) {
      const itsLoan = !line.loanNo || used.loanId === this.known.byNumber.get(line.loanNo);
      const amount = line.amount < 0n ? -line.amount : line.amount;
      return itsLoan && BigInt(used.amount) === amount ? 'same' : 'other';
    }
    return this.known.waiting.has(line.reference) ? 'other' : undefined;
  }

  private expectation({ kind, on, amount }: StatementLine, run: RunningLoan): Partial<JudgedLine> {
    if (kind === 'DISBURSEMENT') return { expected: BigInt(run.account.row.approved ?? 0) - run.disbursed };
    if (kind === 'REVERSAL' || kind === 'OTHER') return {};
    const due = amountsDue(run.book, run.account.terms, on!);
    const { expected, split } = judgePayment(kind, amount, due, orderOf(run.account, this.setting.allocation), this.setting.toleranceUnit);
    return { expected, split };
  }

  private payOut(line: StatementLine, run: RunningLoan, stop: StopLine): JudgedLine {
    const left = BigInt(run.account.row.approved ?? 0) - run.disbursed;
    if (line.amount > left) {
      run.moved += line.amount;
      return stop('DIFF', 'DISBURSED_OVER_APPROVED', 'ask', { expected: left });
    }
    run.disbursed += line.amount;
    run.moved += line.amount;
    const ordinal = this.add(line, run, 'DISBURSEMENT', NO_SPLIT, 0n);
    return { ...stop('MATCHED', 'LOAN_UNKNOWN'), code: null, verdict: 'create', expected: line.amount, ordinal };
  }

  private receive(line: StatementLine, run: RunningLoan, stop: StopLine): JudgedLine {
    const owed = principalOn(run.book, FAR);
    const due = amountsDue(run.book, run.account.terms, line.on!);
    if (owed === 0n && due.interest + due.overdueInterest === 0n) return stop('UNMATCHED', 'LOAN_ALREADY_PAID');
    if (line.kind === 'OTHER' || line.amount <= 0n) return stop('UNMATCHED', 'AMOUNT_DIFFERS');
    const order = orderOf(run.account, this.setting.allocation);
    const kind = line.kind as PaymentKind;
    const found = this.replaces(line, run, order) ?? judgePayment(kind, line.amount, due, order, this.setting.toleranceUnit);
    const willGo = this.goes.has(`${line.reference}|${line.loanNo}`);
    if (!found.posted && !willGo) {
      const { expected, difference } = found;
      return this.asking(stop('DIFF', 'AMOUNT_DIFFERS', 'ask', { expected, difference, split: found.split }), run);
    }
    const split = found.posted ? found.split : allocate(line.amount, due, bucketsOf(kind, due, order));
    this.useAdvance(run, line.on!, `${line.sheet}:${line.row}`);
    run.moved -= principalOf(split);
    const ordinal = this.add(line, run, 'PAYMENT', split, found.posted ? found.difference : 0n);
    const { expected, stillDue, difference, rounded } = found;
    return {
      ...stop(willGo ? 'REVERSED' : found.outcome, 'LOAN_UNKNOWN'),
      code: null,
      verdict: 'create',
      ordinal,
      expected,
      split,
      ...(stillDue > 0n && { stillDue }),
      ...(rounded && { difference, rounded }),
    };
  }

  /** A line in place of one taken back is worth what was due on that day; what accrued since stays due. */
  private replaces(line: StatementLine, run: RunningLoan, order: AllocationOrder): PaymentJudgement | undefined {
    const { takenBackOn, book, account } = run;
    const kind = line.kind as PaymentKind;
    if (!takenBackOn || expectedPayment(kind, amountsDue(book, account.terms, takenBackOn), order) !== line.amount) return undefined;
    run.takenBackOn = null;
    const due = amountsDue(book, account.terms, line.on!);
    const split = allocate(line.amount, due, bucketsOf(kind, due, order));
    return { outcome: 'MATCHED', posted: true, split, expected: line.amount, stillDue: 0n, difference: 0n, rounded: false };
  }

  private takeBack(line: StatementLine, run: RunningLoan, stop: StopLine): JudgedLine {
    const target = line.reverses ? this.posted.get(line.reverses) : undefined;
    const stored = line.reverses ? this.known.used.get(line.reverses) : undefined;
    const fits = target
      ? target.loanId === run.account.row.id && target.amount === -line.amount
      : stored !== undefined && stored.loanId === run.account.row.id && BigInt(stored.amount) === -line.amount;
    if (!fits) return stop('UNMATCHED', 'REVERSAL_WITHOUT_ORIGINAL');
    const entry = target ? run.entries.find(({ id }) => id === -1 - target.ordinal)! : run.entries.find(({ id }) => id === stored!.id)!;
    run.moved += principalOf(entry.split) - entry.principal;
    if (entry.kind === 'DISBURSEMENT') run.disbursed -= entry.principal;
    const ordinal = this.entries.length;
    this.entries.push({
      ...reversed(balanced({ ...entry, kind: entry.kind })),
      ...this.frame(line, run),
      kind: 'REVERSAL',
      tolerated: 0n,
      ...(target ? { reversesOrdinal: target.ordinal } : { reversesId: stored!.id }),
    });
    run.entries = [...run.entries, { ...entry, id: -1 - ordinal, kind: 'REVERSAL', on: line.on!, reversesId: entry.id }];
    run.book = replay(run.account.terms, run.entries);
    run.lastOn = line.on;
    run.takenBackOn = entry.on;
    return { ...stop('REVERSED', 'LOAN_UNKNOWN'), code: null, verdict: 'create', ordinal };
  }

  /** What was paid in advance is used for the instalments before a day. */
  private useAdvance(run: RunningLoan, on: LocalDate, place: string): void {
    const { batchId } = this.setting.file;
    for (const use of usesOf({ ...run.account, book: run.book }, on, { requestId: `${batchId}:${place}`, batchId })) {
      if (this.setting.closedMonths.has(use.on.slice(0, 7))) continue;
      const ordinal = this.entries.length;
      this.entries.push(use);
      const split = splitOf(use);
      const entry: LoanEntry = {
        id: -1 - ordinal,
        kind: 'PAYMENT',
        on: use.on,
        principal: 0n,
        split,
        tolerated: 0n,
        reversesId: null,
        interestFrom: null,
      };
      run.entries = [...run.entries, entry];
      run.book = post(run.book, run.account.terms, entry);
      run.moved -= principalOf(split);
    }
  }

  private add(line: StatementLine, run: RunningLoan, kind: 'DISBURSEMENT' | 'PAYMENT', split: PaymentSplit, tolerated: bigint): number {
    const ordinal = this.entries.length;
    const principal = kind === 'DISBURSEMENT' ? line.amount : 0n;
    this.entries.push({
      ...balanced({ kind, principal, split }),
      ...this.frame(line, run),
      kind,
      tolerated,
      order: kind === 'PAYMENT' ? orderOf(run.account, this.setting.allocation) : null,
    });
    const entry: LoanEntry = { id: -1 - ordinal, kind, on: line.on!, principal, split, tolerated, reversesId: null, interestFrom: null };
    run.entries = [...run.entries, entry];
    run.book = post(run.book, run.account.terms, entry);
    run.lastOn = line.on;
    if (line.reference)
      this.posted.set(line.reference, {
        ordinal,
        loanId: run.account.row.id,
        split,
        amount: kind === 'PAYMENT' ? amountOf(split) : principal,
      });
    return ordinal;
  }

  private frame(line: StatementLine, run: RunningLoan) {
    const { file, bankId } = this.setting;
    return {
      loanId: run.account.row.id,
      bankId,
      on: line.on!,
      requestId: `${file.batchId}:${line.sheet}:${line.row}`,
      reference: line.reference,
      batchId: file.batchId,
    };
  }

  /** The bank has booked the line whatever we think of it: it counts in what the bank says is left. */
  private asking(judged: JudgedLine, run: RunningLoan | undefined): JudgedLine {
    if (run && judged.split) run.moved -= principalOf(judged.split);
    return judged;
  }

  private runOf(loanId: string): RunningLoan | undefined {
    const known = this.running.get(loanId);
    if (known) return known;
    const account = this.known.accounts.get(loanId);
    if (!account) return undefined;
    const { row, entries, book } = account;
    const run: RunningLoan = {
      account,
      entries: [...entries],
      book,
      disbursed: BigInt(row.disbursed),
      lastOn: row.last_entry_on,
      moved: 0n,
      takenBackOn: null,
    };
    this.running.set(loanId, run);
    return run;
  }

  lines(entryIds: readonly number[]): NewLine[] {
    return this.judged.map(({ line, outcome, code, loanId, matchedBy, ordinal, expected, stillDue, difference, verdict }): NewLine => ({
      sheet: line.sheet,
      row: line.row,
      on: line.on,
      reference: line.reference,
      loanNo: line.loanNo,
      kind: line.kind,
      amount: line.amount,
      balanceAfter: line.balanceAfter,
      outcome,
      code,
      matchedBy,
      loanId,
      entryId: ordinal === undefined ? null : entryIds[ordinal]!,
      expected: expected ?? null,
      stillDue: stillDue ?? null,
      difference: difference ?? null,
      name: line.name,
      numberIndex: line.number && this.setting.indexOf(line.number),
      words: line.words,
      state: ordinal !== undefined ? 'posted' : verdict === 'ask' ? 'open' : 'left',
    }));
  }

  /** What the file says of each of its loans, and what its lines make of it. */
  balances(): { loanId: string; row: number; opening: bigint; moved: bigint; closing: bigint }[] {
    return this.setting.file.loans.flatMap(({ loanNo, row, opening, closing }) => {
      const loanId = this.known.byNumber.get(loanNo);
      return loanId && closing !== null ? [{ loanId, row, opening, moved: this.running.get(loanId)?.moved ?? 0n, closing }] : [];
    });
  }

  /** Facts the cases should hear of, each once: money out, loan settled. A line that takes one back, or is taken back itself, is no news. */
  news(): { caseId: string; kind: 'LOAN_DISBURSED' | 'LOAN_SETTLED'; on: LocalDate; reference: string }[] {
    const told = new Map<string, ReturnType<ReconcileLines['news']>[number]>();
    for (const { line, ordinal, loanId } of this.judged) {
      const run = loanId ? this.running.get(loanId) : undefined;
      const caseId = run?.account.row.case_id;
      const gone = line.kind === 'REVERSAL' || this.goes.has(`${line.reference}|${line.loanNo}`);
      if (ordinal === undefined || !caseId || !line.on || gone) continue;
      const settled = principalOn(run.book, FAR) === 0n && interestLeft(run.book, run.account.terms) === 0n && run.lastOn === line.on;
      const kind = line.kind === 'DISBURSEMENT' ? 'LOAN_DISBURSED' : settled ? 'LOAN_SETTLED' : null;
      if (kind && !told.has(`${kind} ${caseId}`))
        told.set(`${kind} ${caseId}`, { caseId, kind, on: line.on, reference: line.reference ?? String(line.row) });
    }
    return [...told.values()];
  }

  private shown(one: JudgedLine): TakenRow {
    const split =
      one.split &&
      Object.fromEntries(Object.entries(one.split).flatMap(([bucket, value]) => (value === 0n ? [] : [[bucket, value.toString()]])));
    return {
      sheet: one.line.sheet,
      row: one.line.row,
      verdict: one.verdict,
      code: one.code,
      warnings: one.rounded ? ['ROUNDED_TO_1000'] : [],
      caseId: one.loanId ? (this.running.get(one.loanId)?.account.row.case_id ?? null) : null,
      detail: {
        outcome: one.outcome,
        matchedBy: one.matchedBy,
        ...(one.expected !== undefined && { expected: one.expected.toString() }),
        ...(one.stillDue !== undefined && { stillDue: one.stillDue.toString() }),
        ...(one.difference !== undefined && { difference: one.difference.toString() }),
        ...(split && one.verdict !== 'ask' && { split }),
        ...(one.firstRow !== undefined && { firstRow: one.firstRow }),
      },
    };
  }
}
