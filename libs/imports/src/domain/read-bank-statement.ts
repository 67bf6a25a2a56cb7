import { addDays, type CitizenId, type LocalDate, type Steps, tidyText } from '@app/kernel';
import { cellText, type Workbook } from './cell';
import { foldOnce } from './fold-once';
import { issue, type Issue, type Notice } from './issue';
import { type FilePlan, planFile, type PlannedSheet } from './plan-file';
import { type AmountReading, readAmount, readRatePpm } from './read-amount';
import { readCitizenId } from './read-citizen-id';
import { readDate } from './read-date';
import type { RegisterOptions } from './read-register';
import { RowCells } from './row-cells';

export type MovementKind = 'DISBURSEMENT' | 'INTEREST' | 'REPAYMENT' | 'SETTLEMENT' | 'REVERSAL' | 'OTHER';

export interface MovementEntry {
  readonly sheet: string;
  readonly row: number;
  readonly on: LocalDate | null;
  readonly reference: string | null;
  readonly loanNo: string | null;
  readonly kind: MovementKind;
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
  readonly name: string | null;
  readonly number: CitizenId | null;
  readonly reverses: string | null;
  readonly words: string | null;
  readonly unreadable: 'DATE_IMPOSSIBLE' | 'MONEY_UNIT_DOUBTFUL' | null;
  readonly letter: (field: string) => string | null;
}

export interface BookLoanEntry {
  readonly sheet: string;
  readonly row: number;
  readonly loanNo: string;
  readonly name: string | null;
  readonly number: CitizenId | null;
  readonly oldNumber: string | null;
  readonly place: string | null;
  readonly group: string | null;
  readonly approved: bigint;
  readonly disbursed: bigint;
  readonly ratePpm: number;
  readonly overdueRatePpm: number;
  readonly firstOn: LocalDate;
  readonly termMonths: number;
  readonly everyMonths: number;
  readonly instalment: bigint | null;
  readonly interestPaidTo: LocalDate | null;
  readonly opening: bigint;
  readonly closing: bigint | null;
  readonly letter: (field: string) => string | null;
}

export interface StatementReading {
  readonly plan: FilePlan;
  readonly notices: readonly Notice[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly printed: { readonly out: bigint | null; readonly in: bigint | null };
  readonly movements: readonly MovementEntry[];
  readonly loans: readonly BookLoanEntry[];
  /** Lines of the list of loans that cannot be read. */
  readonly broken: readonly { readonly sheet: string; readonly row: number; readonly issue: Issue }[];
}

/** Reads a bank's statement: a sheet with references holds movements, a sheet with balances the list of loans. One step per line. */
export function* readBankStatement(book: Workbook, options: Omit<RegisterOptions, 'find' | 'isCommune'>): Steps<StatementReading> {
  const plan = planFile(book, 'bank', { ...options, isCommune: () => false });
  const movements: MovementEntry[] = [];
  const loans: BookLoanEntry[] = [];
  const broken: { sheet: string; row: number; issue: Issue }[] = [];
  let period: [LocalDate, LocalDate] | undefined;
  let printed: StatementReading['printed'] = { out: null, in: null };
  for (const sheet of plan.sheets) {
    const isMovements = sheet.context.columns.has('reference');
    period ??= periodOf(sheet);
    if (isMovements) printed = printedTotals(sheet);
    for (const { row } of sheet.data) {
      const cells = new RowCells(sheet.context, row);
      if (isMovements) movements.push(movementOf(cells));
      else {
        const loan = bookLoanOf(cells);
        if ('code' in loan) broken.push({ sheet: sheet.sheet.name, row: row.n, issue: loan });
        else loans.push(loan);
      }
      yield;
    }
  }
  const [from, to] = period ?? monthOf(movements);
  return { plan, notices: plan.notices, from, to, printed, movements, loans, broken };
}

function movementOf(row: RowCells): MovementEntry {
  const words = textOf(row, 'content');
  const { money, out } = moneyOf(row);
  const date = row.day('date', { needed: false });
  const kind = kindOf(words ?? '', out);
  return {
    sheet: row.sheet.name,
    row: row.row.n,
    on: date?.day ?? null,
    reference: textOf(row, 'reference'),
    loanNo: textOf(row, 'loanNo'),
    kind,
    amount: money.kind === 'dong' ? money.amount : 0n,
    balanceAfter: amountOf(row, 'balanceAfter'),
    name: textOf(row, 'fullName'),
    number: numberOf(row).number,
    reverses: kind === 'REVERSAL' ? (/(?:bút toán|but toan|chứng từ|chung tu|ct)\s+(\S+)/iu.exec(words ?? '')?.[1] ?? null) : null,
    words: [words, textOf(row, 'notes')].filter(Boolean).join(' – ') || null,
    unreadable: !date ? 'DATE_IMPOSSIBLE' : money.kind === 'dong' ? null : 'MONEY_UNIT_DOUBTFUL',
    letter: (field) => row.letter(field),
  };
}

/** Money out and money in stand in two columns, or all of it in one; `out`: which way, undefined where only the words say so. */
function moneyOf(row: RowCells): { money: AmountReading; out: boolean | undefined } {
  const [out, income] = [readAmount(row.cell('out')), readAmount(row.cell('in'))];
  if (out.kind === 'dong' && out.amount !== 0n) return { money: out, out: true };
  if (income.kind !== 'none') return { money: income, out: false };
  const all = readAmount(row.cell('amount'));
  return all.kind === 'none' ? { money: out, out: true } : { money: all, out: undefined };
}

/** What a line is, by the words of the bank; money going out is a disbursement whatever they say. */
function kindOf(words: string, out: boolean | undefined): MovementKind {
  const folded = foldOnce(words);
  if (/^(huy|dao|hoan) /.test(folded)) return 'REVERSAL';
  if (out ?? /giai ngan|phat (tien )?vay/.test(folded)) return 'DISBURSEMENT';
  if (/tat toan/.test(folded)) return 'SETTLEMENT';
  if (/\bgoc\b|thu no/.test(folded)) return 'REPAYMENT';
  return /\blai\b/.test(folded) ? 'INTEREST' : 'OTHER';
}

function bookLoanOf(row: RowCells): BookLoanEntry | Issue {
  const loanNo = textOf(row, 'loanNo');
  const first = row.day('firstDisbursement')?.day;
  const amounts = ['approved', 'disbursed', 'opening'].map((field) => amountOf(row, field));
  const [approved, disbursed, opening] = amounts;
  const ratePpm = readRatePpm(row.cell('rate'));
  const overdueRatePpm = readRatePpm(row.cell('overdueRate'));
  const term = Number(row.text('termMonths'));
  const every = Number(row.text('principalEveryMonths')) || term;
  const missing =
    (!loanNo && 'loanNo') ||
    (!first && 'firstDisbursement') ||
    (approved === null && 'approved') ||
    (disbursed === null && 'disbursed') ||
    (opening === null && 'opening') ||
    (ratePpm === undefined && 'rate') ||
    (!Number.isInteger(term) && 'termMonths') ||
    (term < 1 && 'termMonths');
  if (missing) return row.issues[0] ?? issue(row.row.n, 'ROW_BROKEN', 'refuse', row.letter(missing), row.text(missing));
  const { number, old } = numberOf(row);
  return {
    sheet: row.sheet.name,
    row: row.row.n,
    loanNo: loanNo!,
    name: textOf(row, 'fullName'),
    number,
    oldNumber: old,
    place: textOf(row, 'place'),
    group: textOf(row, 'group'),
    approved: approved!,
    disbursed: disbursed!,
    ratePpm: ratePpm!,
    overdueRatePpm: overdueRatePpm ?? ratePpm!,
    firstOn: first!,
    termMonths: term,
    everyMonths: every,
    instalment: amountOf(row, 'instalment') || null,
    interestPaidTo: row.day('interestPaidTo', { needed: false })?.day ?? null,
    opening: opening!,
    closing: amountOf(row, 'closing'),
    letter: (field) => row.letter(field),
  };
}

function amountOf(row: RowCells, field: string): bigint | null {
  const reading = readAmount(row.cell(field));
  return reading.kind === 'dong' ? reading.amount : null;
}

function textOf(row: RowCells, field: string): string | null {
  return tidyText(row.text(field)) || null;
}

function numberOf(row: RowCells): { number: CitizenId | null; old: string | null } {
  const reading = readCitizenId(row.cell('idNumber'));
  if (reading.kind === 'id') return { number: reading.id, old: null };
  return { number: null, old: reading.kind === 'bad' ? (reading.old ?? null) : null };
}

/** "Từ ngày 01/9/2026 đến ngày 30/9/2026" above the table. */
function periodOf({ other }: PlannedSheet): [LocalDate, LocalDate] | undefined {
  for (const { what, text } of other) {
    if (what !== 'TITLE') continue;
    const found = /từ\s*(?:ngày)?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*đến\s*(?:hết)?\s*(?:ngày)?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu.exec(
      text.normalize('NFC'),
    );
    const [from, to] = [found?.[1], found?.[2]].map((day) => day && readDate(day));
    if (from && to && from.kind === 'day' && to.kind === 'day' && from.day <= to.day) return [from.day, to.day];
  }
  return undefined;
}

/** The month most movements are in. */
function monthOf(movements: readonly MovementEntry[]): [LocalDate | null, LocalDate | null] {
  const counts = new Map<string, number>();
  for (const { on } of movements) if (on) counts.set(on.slice(0, 7), (counts.get(on.slice(0, 7)) ?? 0) + 1);
  const [month] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (!month) return [null, null];
  const first = `${month}-01` as LocalDate;
  return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01` as LocalDate, -1)];
}

/** What the total line says was paid out and taken in. */
function printedTotals({ sheet, other, context }: PlannedSheet): StatementReading['printed'] {
  const total = other.find(({ what }) => what === 'TOTAL');
  const row = total && sheet.rows.find(({ n }) => n === total.row);
  const at = (field: string) => {
    const column = context.columns.get(field)?.column;
    const reading = readAmount(column && row ? row.cells[column - 1] : null);
    return reading.kind === 'dong' && cellText(row!.cells[column! - 1]) !== '' ? reading.amount : null;
  };
  return { out: at('out'), in: at('in') };
}
