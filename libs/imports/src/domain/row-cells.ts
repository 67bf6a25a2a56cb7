import { type Cell, cellText, isBlank, type Merge, type SheetRow } from './cell';
import type { ColumnMatch } from './match-columns';
import { fromTcvn3, fromVni } from './legacy-text';
import type { MoneyUnit } from './read-money';
import { type DateReading, readDate, type DateOptions } from './read-date';
import { issue, type Issue, type IssueCode, type Warning, warning, type WarningCode } from './issue';

export interface SheetContext {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ColumnMatch>;
  readonly merges: readonly Merge[];
  readonly date1904: boolean;
  /** Turns old encodings into Unicode; null = nobody has agreed yet, texts stay as they are. */
  readonly convert: 'yes' | 'no' | null;
  readonly isLegacy: (cell: Cell) => 't' | 'v' | '';
  readonly today: string;
  /** Unit of money named above the table. */
  readonly moneyUnit?: MoneyUnit;
}

/** Nobody was sent to work abroad under contract before; an earlier day is a year or a count in a column of days. */
const EARLIEST = '1980-01-01';

/** One row while it is read: cells by field, and what was found wrong. */
export class RowCells {
  readonly issues: Issue[] = [];
  readonly warnings: Warning[] = [];
  /** Bare serial dates met, for the notice. */
  serialDates = false;
  monthFirst: string[] = [];

  constructor(
    readonly sheet: SheetContext,
    readonly row: SheetRow,
  ) {}

  has(field: string): boolean {
    return this.sheet.columns.has(field);
  }

  letter(field: string): string | null {
    return this.sheet.columns.get(field)?.letter ?? null;
  }

  header(field: string): string {
    return this.sheet.columns.get(field)?.header ?? '';
  }

  cell(field: string): Cell {
    const column = this.sheet.columns.get(field)?.column;
    const cell = column ? (this.row.cells[column - 1] ?? null) : null;
    if (this.sheet.convert !== 'yes') return Array.isArray(cell) && (cell[0] === 't' || cell[0] === 'v') ? (cell[1] as string) : cell;
    const legacy = this.sheet.isLegacy(cell);
    return legacy === 't'
      ? fromTcvn3(cellText(cell))
      : legacy === 'v'
        ? fromVni(cellText(cell))
        : Array.isArray(cell) && (cell[0] === 't' || cell[0] === 'v')
          ? (cell[1] as string)
          : cell;
  }

  text(field: string): string {
    return cellText(this.cell(field)).trim();
  }

  blank(field: string): boolean {
    return isBlank(this.cell(field));
  }

  stop(code: IssueCode, verdict: Issue['verdict'], field: string | null, extra = '', candidates?: readonly string[]): void {
    this.issues.push(issue(this.row.n, code, verdict, field && this.letter(field), field ? this.text(field) : null, extra, candidates));
  }

  warn(code: WarningCode | IssueCode, field: string | null, extra = ''): void {
    this.warnings.push(warning(this.row.n, code, field && this.letter(field), field ? this.text(field) : null, extra));
  }

  /** A day, or null with the reason noted. `needed`: an unreadable one stops the row, else it is left out with a warning. */
  day(field: string, options: DateOptions & { needed?: boolean; cell?: Cell } = {}): (DateReading & { kind: 'day' }) | null {
    const reading = readDate(options.cell ?? this.cell(field), { ...options, date1904: this.sheet.date1904 });
    if (reading.kind === 'none') return null;
    if (reading.kind === 'day' && !options.partial && reading.day < EARLIEST)
      return this.unreadDay('DATE_IMPOSSIBLE', field, options.needed);
    if (reading.kind === 'day') {
      this.serialDates ||= reading.bareSerial ?? false;
      return reading;
    }
    if (reading.monthFirst) this.monthFirst.push(field);
    return this.unreadDay(reading.code, field, options.needed);
  }

  private unreadDay(code: IssueCode, field: string, needed = true): null {
    if (needed) this.stop(code, 'refuse', field);
    else this.warn(code, field);
    return null;
  }

  /** Until somebody says whether old text is to be converted, nothing else can be said about the row. */
  waitForEncoding(): void {
    if (this.sheet.convert !== null || !this.row.cells.some((cell) => this.sheet.isLegacy(cell) !== '')) return;
    this.issues.length = 0;
    this.stop('ENCODING_TCVN3', 'ask', null);
  }

  /** Cells of the row that share a merge with another row or another data column. */
  checkMerges(): void {
    for (const merge of this.sheet.merges) {
      if (this.row.n < merge.top || this.row.n > merge.bottom) continue;
      for (const [field, { column, letter }] of this.sheet.columns) {
        if (field === 'seq' || column < merge.left || column > merge.right || (merge.top === merge.bottom && merge.left === merge.right))
          continue;
        this.issues.push(issue(this.row.n, 'MERGED_DATA_CELL', 'refuse', letter));
        return;
      }
    }
  }

  /** Formula cells: in a field that decides something they stop the row, elsewhere they are left out. */
  checkFormulas(needed: readonly string[]): void {
    for (const [field, { column }] of this.sheet.columns) {
      const cell = this.row.cells[column - 1] ?? null;
      if (field === 'seq' || !Array.isArray(cell) || cell[0] !== 'f') continue;
      if (needed.includes(field)) this.stop('FORMULA_CELL', 'refuse', field);
      else this.warn('FORMULA_CELL', field);
    }
  }
}
