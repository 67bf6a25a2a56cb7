import type { CitizenId } from '@app/kernel';
import type { SheetRow, Workbook } from './cell';
import type { PersonLine } from './classify-rows';
import { aside, type Answers, answerTo, deciding, issue, type Issue, type Notice, notice, type Question, type Warning } from './issue';
import { type FilePlan, planFile, type PlannedSheet } from './plan-file';
import type { PlaceFinder } from './place';
import type { ReadingWishes } from './reading-wishes';
import { numberOf, readCitizenId } from './read-citizen-id';
import { type RegisterRow, readRegisterRow } from './register-row';
import { RowCells } from './row-cells';

export interface RegisterEntry extends RegisterRow {
  readonly sheet: string;
  readonly row: number;
  readonly issues: Issue[];
  readonly warnings: Warning[];
  /** Letters of columns by field, for later messages. */
  readonly letter: (field: string) => string | null;
  readonly header: (field: string) => string;
}

export interface FileRefusal {
  readonly code: string;
  readonly message: string;
}

export interface RegisterOptions {
  readonly answers: Answers;
  readonly today: string;
  readonly find: PlaceFinder;
  readonly isCommune: (written: string) => boolean;
  readonly remembered?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wishes?: ReadingWishes;
}

/**
 * A register being read: what is known of the file as a whole, then its lines one by one. A refusal may come as late as the last line; what was
 * done with the lines before it is then to be thrown away.
 */
export class RegisterReading {
  readonly plan: FilePlan;
  readonly questions: Question[];
  /** Complete after the last line. */
  readonly notices: Notice[];
  refusal: FileRefusal | undefined;

  constructor(
    book: Workbook,
    private readonly options: RegisterOptions,
  ) {
    this.plan = planFile(book, 'register', options);
    this.questions = [...this.plan.questions];
    this.notices = [...this.plan.notices];
    this.refusal = this.plan.refusal;
  }

  /** How many lines there are to read. */
  get size(): number {
    return this.plan.sheets.reduce((sum, { data }) => sum + data.length, 0);
  }

  *lines(): Generator<RegisterEntry, void> {
    if (this.refusal) return;
    const order = new Map<string, string[]>();
    const sheets = this.plan.sheets.map((sheet) => ({
      sheet,
      zeroes: askForZeroes(sheet, 'idNumber', this.options.answers, this.questions),
    }));
    const repeated = repeatedNumbers(sheets);
    for (const { sheet, zeroes } of sheets) {
      const flags = { serials: false, zeroAdded: false, millions: false };
      for (const line of sheet.data) {
        const entry = this.line(sheet, line, zeroes, flags, order);
        const others = repeated.get(line.row);
        if (others) entry.issues.push(repetition(entry, others));
        yield entry;
      }
      if (flags.serials) this.notices.push(notice(sheet.sheet.name, 'SERIAL_DATES'));
      if (flags.millions) this.notices.push(notice(sheet.sheet.name, 'MONEY_IN_MILLIONS'));
      if (flags.zeroAdded) this.notices.push(notice(sheet.sheet.name, 'PHONE_ZERO_ADDED'));
      this.refusal = columnOrder(sheet, order);
      if (this.refusal) return;
    }
  }

  private line(
    sheet: PlannedSheet,
    line: PersonLine,
    zeroes: 'yes' | 'no' | null,
    flags: { serials: boolean; zeroAdded: boolean; millions: boolean },
    order: Map<string, string[]>,
  ): RegisterEntry {
    const cells = new RowCells(sheet.context, line.row);
    const read = readRegisterRow(cells, {
      find: this.options.find,
      zeroes,
      statedOn: sheet.statedOn,
      group: line.group ?? sheet.fallbackCommune,
      ...(sheet.district && { district: sheet.district }),
    });
    cells.waitForEncoding();
    flags.serials ||= cells.serialDates;
    flags.zeroAdded ||= read.zeroAdded;
    flags.millions ||= read.inMillions;
    for (const field of cells.monthFirst) order.set(field, [...(order.get(field) ?? []), `dòng ${line.row.n}: ${cells.text(field)}`]);
    return {
      ...read,
      sheet: sheet.sheet.name,
      row: line.row.n,
      issues: cells.issues,
      warnings: cells.warnings,
      letter: (field) => cells.letter(field),
      header: (field) => cells.header(field),
    };
  }
}

/** One question for the column, not one per row. */
export function askForZeroes(sheet: PlannedSheet, field: string, answers: Answers, questions: Question[]): 'yes' | 'no' | null {
  const column = sheet.context.columns.get(field);
  if (!column) return null;
  const rows = sheet.data.filter(({ row }) => readCitizenId(row.cells[column.column - 1] ?? null).kind === 'short').map(({ row }) => row.n);
  if (rows.length === 0) return null;
  const id = `ID_LEADING_ZERO_LOST:${column.letter}`;
  const answer = answerTo(answers, 'ID_LEADING_ZERO_LOST', column.letter);
  const known = questions.find((question) => question.id === id);
  if (known) questions.splice(questions.indexOf(known), 1, { ...known, rows: [...known.rows, ...rows] });
  else
    questions.push({
      id,
      code: 'ID_LEADING_ZERO_LOST',
      column: column.letter,
      rows,
      question: `Cột ${column.letter} có ${rows.length} số CCCD chỉ còn 10 hoặc 11 chữ số (mất số 0 ở đầu). Thêm lại số 0 cho đủ 12 chữ số?`,
      options: ['yes', 'no'],
      answer,
    });
  return answer;
}

/** A column that cannot be read day first in some row is refused, not guessed row by row. */
export function columnOrder(sheet: PlannedSheet, order: ReadonlyMap<string, readonly string[]>): FileRefusal | undefined {
  const [first] = order;
  if (!first) return undefined;
  const [field, examples] = first;
  const letter = sheet.context.columns.get(field)?.letter ?? '';
  return {
    code: 'DATE_COLUMN_ORDER',
    message: `Trang “${sheet.sheet.name}”, cột ${letter}: có ngày ghi tháng trước ngày sau (${examples.slice(0, 3).join('; ')}). Hãy đổi cả cột sang ngày/tháng/năm rồi gửi lại.`,
  };
}

interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** Lines that hold the number of another line, with those others: all of them wait, whatever else they say. */
function repeatedNumbers(
  sheets: readonly { readonly sheet: PlannedSheet; readonly zeroes: 'yes' | 'no' | null }[],
): ReadonlyMap<SheetRow, readonly Place[]> {
  const byNumber = new Map<CitizenId, { line: SheetRow; place: Place }[]>();
  for (const { sheet, zeroes } of sheets) {
    if (!sheet.context.columns.has('idNumber')) continue;
    for (const { row } of sheet.data) {
      const idNumber = numberOf(new RowCells(sheet.context, row).cell('idNumber'), zeroes);
      if (!idNumber) continue;
      const one = { line: row, place: { sheet: sheet.sheet.name, row: row.n } };
      const same = byNumber.get(idNumber);
      if (same) same.push(one);
      else byNumber.set(idNumber, [one]);
    }
  }
  const repeated = new Map<SheetRow, Place[]>();
  for (const same of byNumber.values())
    if (same.length > 1)
      for (const { line } of same)
        repeated.set(
          line,
          same.filter((other) => other.line !== line).map(({ place }) => place),
        );
  return repeated;
}

function repetition(entry: RegisterEntry, others: readonly Place[]): Issue {
  const where = others.map(({ row, sheet }) => (sheet === entry.sheet ? `${row}` : `${row} (“${sheet}”)`)).join(', ');
  return issue(entry.row, 'DUPLICATE_IN_FILE', 'duplicate', entry.letter('idNumber'), null, aside('SAME_AS', where));
}

/** Rows that may be applied. */
export function isClear(entry: { issues: readonly Issue[] }): boolean {
  return deciding(entry.issues) === undefined;
}
