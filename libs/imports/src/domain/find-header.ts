import { foldText } from '@app/kernel';
import { type Cell, cellText, isBlank, type Merge, type Sheet } from './cell';
import { fromTcvn3, fromVni, isUnicode, looksTcvn3, looksVni } from './legacy-text';
import { type ColumnMatches, type ImportKind, matchColumns, missingFields } from './match-columns';

export interface HeaderFound {
  /** Row numbers of the file, first and last. */
  readonly top: number;
  readonly bottom: number;
  readonly matches: ColumnMatches;
}

const SEARCH_ROWS = 60;
const MOST_HEADER_ROWS = 4;

export interface HeaderSearch {
  readonly found?: HeaderFound;
  /** The best candidate when none is good enough, and the fields it lacks. */
  readonly nearest?: { readonly header: HeaderFound; readonly missing: string[][] };
}

/** What a person said of the header of this sheet. */
export interface HeaderWish {
  /** First and last row; 0 and 0: there is none. Absent: it is looked for. */
  readonly rows?: readonly [number, number];
  /** Field by column letter. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Finds the header wherever it stands: the block of one to four rows whose columns name the most different fields. */
export function findHeader(
  sheet: Sheet,
  kind: ImportKind,
  remembered: Readonly<Record<string, string>> = {},
  wish: HeaderWish = {},
): HeaderSearch {
  if (wish.rows) return headerAt(sheet, kind, remembered, wish, wish.rows);
  const top = sheet.rows.slice(0, SEARCH_ROWS);
  let best: (HeaderFound & { score: number }) | undefined;
  let nearest: HeaderSearch['nearest'];
  for (let i = 0; i < top.length; i++) {
    if (!isHeaderLike(top[i]!.cells)) continue;
    for (let height = 1; height <= MOST_HEADER_ROWS && i + height <= top.length; height++) {
      const rows = top.slice(i, i + height);
      if (rows.at(-1)!.n - rows[0]!.n >= MOST_HEADER_ROWS || (height > 1 && !isHeaderLike(rows.at(-1)!.cells))) break;
      const matches = matchColumns(kind, headersOf(sheet, rows), remembered, wish.columns);
      const missing = missingOf(kind, matches);
      const score = matches.columns.length - 0.6 * matches.twice.length - 0.2 * matches.unknown.length - 0.1 * height;
      if (missing.length > 0 || matches.columns.length < 3) {
        if (matches.columns.length > (nearest?.header.matches.columns.length ?? 1))
          nearest = { header: { top: rows[0]!.n, bottom: rows.at(-1)!.n, matches }, missing };
      } else if (!best || score > best.score) best = { top: rows[0]!.n, bottom: rows.at(-1)!.n, matches, score };
    }
  }
  return best ? { found: best } : { ...(nearest && { nearest }) };
}

/** The header where a person says it stands, whatever it looks like. */
function headerAt(
  sheet: Sheet,
  kind: ImportKind,
  remembered: Readonly<Record<string, string>>,
  wish: HeaderWish,
  [top, bottom]: readonly [number, number],
): HeaderSearch {
  const rows = sheet.rows.filter(({ n }) => n >= top && n <= bottom);
  const matches = matchColumns(kind, rows.length > 0 ? headersOf(sheet, rows) : new Map(), remembered, wish.columns);
  const header = { top, bottom, matches };
  const missing = missingOf(kind, matches);
  return missing.length > 0 ? { nearest: { header, missing } } : { found: header };
}

function missingOf(kind: ImportKind, { columns }: ColumnMatches): string[][] {
  return missingFields(kind, new Set(columns.map(({ field }) => field)));
}

/** A header row holds words: no dates, no long numbers, several cells or parts of groups. */
function isHeaderLike(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return false;
  const words = filled.filter((cell) => /\p{L}/u.test(cellText(cell)));
  const data = filled.filter(
    (cell) =>
      (Array.isArray(cell) && cell[0] === 'd') ||
      (typeof cell === 'number' && cell > 50) ||
      /^['’]?\d{9,12}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(cellText(cell).trim()),
  );
  return words.length > 0 && data.length === 0 && words.length >= filled.length * 0.6;
}

/** Words above each column: merged cells count for all their columns; a group without merge reaches as far as sub-headers stand under blanks. */
export function headersOf(sheet: Sheet, rows: readonly { n: number; cells: readonly Cell[] }[]): Map<number, string[]> {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const old = oldEncodingOf(rows);
  const grid = rows.map(({ n, cells }) =>
    Array.from({ length: width }, (_, i) => headerText(cells[i] ?? null, old) || mergedText(sheet.merges, rows, n, i + 1, old)),
  );
  splitNames(grid, rows, sheet);
  for (let r = 0; r < grid.length - 1; r++)
    for (let c = 1; c < width; c++) {
      const below = grid.slice(r + 1).some((line) => line[c] !== '');
      const groupBefore = grid.slice(r + 1).some((line) => line[c - 1] !== '' && line[c - 1] !== grid[r]![c - 1]);
      if (grid[r]![c] === '' && below && groupBefore && !isMerged(sheet.merges, rows[r]!.n, c + 1)) grid[r]![c] = grid[r]![c - 1]!;
    }
  const headers = new Map<number, string[]>();
  const hidden = new Set(sheet.hiddenColumns);
  for (let c = 0; c < width; c++) {
    const parts: string[] = [];
    for (const line of grid)
      for (const part of line[c]?.split('\n') ?? []) if (part && part !== parts.at(-1) && !/^[\s(]*\d+[\s)]*$/.test(part)) parts.push(part);
    if (parts.length > 0 && !hidden.has(c + 1)) headers.set(c + 1, parts);
  }
  return headers;
}

/** One "Họ và tên" over two columns, merged or with nothing beside it: the family name stands in the first, the given name in the second. */
function splitNames(grid: string[][], rows: readonly { n: number }[], sheet: Sheet): void {
  const last = grid.length - 1;
  const bottom = rows[last]!.n;
  for (const [i, words] of grid[last]!.entries()) {
    if (!/^ho (va )?ten( |$)/.test(foldText(words))) continue;
    const merged = sheet.merges.some(
      (merge) => merge.left === i + 1 && merge.right === i + 2 && merge.top <= bottom && merge.bottom >= bottom,
    );
    if (!merged && (grid.some((line) => (line[i + 1] ?? '') !== '') || !givenNamesBeside(sheet, bottom, i))) continue;
    grid[last]![i] += '\nHọ';
    grid[last]![i + 1] = `${words}\nTên`;
  }
}

/** Most lines with a name go on in the column without header. */
function givenNamesBeside(sheet: Sheet, bottom: number, column: number): boolean {
  const isText = (cell: Cell | undefined) => /\p{L}/u.test(cellText(cell)) && !/\d/.test(cellText(cell));
  const named = sheet.rows.filter(({ n, cells }) => n > bottom && isText(cells[column]));
  return named.length > 0 && named.filter(({ cells }) => isText(cells[column + 1])).length > named.length / 2;
}

/** A header partly in an old encoding is so as a whole: "Giíi tÝnh" alone would not show it. */
function oldEncodingOf(rows: readonly { cells: readonly Cell[] }[]): 't' | 'v' | '' {
  const texts = rows.flatMap(({ cells }) => cells.map((cell) => cellText(cell)));
  if (texts.some(isUnicode)) return '';
  return texts.some(looksTcvn3) ? 't' : texts.some(looksVni) ? 'v' : '';
}

function headerText(cell: Cell, old: 't' | 'v' | ''): string {
  const text = cellText(cell).replace(/\s+/g, ' ').trim();
  if (old && !Array.isArray(cell)) return old === 't' ? fromTcvn3(text) : fromVni(text);
  if (Array.isArray(cell) && cell[0] === 't') return fromTcvn3(text);
  if (Array.isArray(cell) && cell[0] === 'v') return fromVni(text);
  return looksTcvn3(text) ? fromTcvn3(text) : looksVni(text) ? fromVni(text) : text.normalize('NFC');
}

function mergedText(
  merges: readonly Merge[],
  rows: readonly { n: number; cells: readonly Cell[] }[],
  row: number,
  column: number,
  old: 't' | 'v' | '',
): string {
  const merge = merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  const master = merge && rows.find(({ n }) => n === merge.top);
  return master ? headerText(master.cells[merge.left - 1] ?? null, old) : '';
}

function isMerged(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

/** A row that only numbers the columns: (1) (2) (3), 1 2 3, A B 1 2. */
export function isColumnNumbers(cells: readonly Cell[]): boolean {
  const texts = cells.map((cell) => foldText(cellText(cell))).filter(Boolean);
  if (texts.length < 3) return false;
  const numbers = texts.filter((text) => /^\d{1,2}( \d{1,2}){0,4}$/.test(text) || /^[a-z]{1,2}$/.test(text));
  const sequence = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return numbers.length >= texts.length * 0.9 && sequence.every((value, i) => i === 0 || value >= sequence[i - 1]!);
}
