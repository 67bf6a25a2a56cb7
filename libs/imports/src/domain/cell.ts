/**
 * A cell as the reader hands it over; small, because a file has a million of them. Text and plain numbers stand for themselves;
 * a pair says what else it is: `d` day serial (a number shown as a date), `f` formula with its cached value, `e` error, `b` yes/no,
 * `p` number whose format shows leading zeroes, `t` text in a TCVN3 font, `v` text in a VNI font.
 */
export type Cell =
  | string
  | number
  | null
  | readonly ['d', number]
  | readonly ['f', string | number | null]
  | readonly ['e', string]
  | readonly ['b', boolean]
  | readonly ['p', string]
  | readonly ['t' | 'v', string];

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly n: number;
  readonly hidden: boolean;
  /** By column, from A; shorter where nothing follows. */
  readonly cells: readonly Cell[];
}

/** Rows and columns from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** Numbers of hidden columns, from 1. */
  readonly hiddenColumns: readonly number[];
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  readonly date1904: boolean;
  readonly externalLinks: boolean;
  readonly sheets: readonly Sheet[];
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i++) n = n * 26 + letters.charCodeAt(i) - 64;
  return n;
}

/** 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** What a reader would see in the cell; dates stay serials. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return cell[1] === null ? '' : String(cell[1]);
}

export function isBlank(cell: Cell | undefined): boolean {
  return (
    cell === null ||
    cell === undefined ||
    (typeof cell === 'string' && /^[\s\u00a0\u200b\ufeff]*$/.test(cell)) ||
    (typeof cell === 'object' && cell[0] !== 'b' && cellText(cell).trim() === '' && cell[0] !== 'f')
  );
}
