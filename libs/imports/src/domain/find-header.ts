import { foldText } from '@app/kernel';
import { type Cell, cellText, isBlank, type Merge, type Sheet } from './cell';
import { fromTcvn3, fromVni, looksTcvn3, looksVni } from './legacy-text';
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
  readonly nearest?: { readonly row: number; readonly missing: string[][]; readonly known: number };
}

/** Finds the header wherever it stands: the block of one to four rows whose columns name the most different fields. */
export function findHeader(sheet: Sheet, kind: ImportKind, remembered: Readonly<Record<string, string>> = {}): HeaderSearch {
  const top = sheet.rows.slice(0, SEARCH_ROWS);
  let best: (HeaderFound & { score: number }) | undefined;
  let nearest: HeaderSearch['nearest'];
  for (let i = 0; i < top.length; i++) {
    if (!isHeaderLike(top[i]!.cells)) continue;
    for (let height = 1; height <= MOST_HEADER_ROWS && i + height <= top.length; height++) {
      const rows = top.slice(i, i + height);
      if (rows.at(-1)!.n - rows[0]!.n >= MOST_HEADER_ROWS || (height > 1 && !isHeaderLike(rows.at(-1)!.cells))) break;
      const matches = matchColumns(kind, headersOf(sheet, rows), remembered);
      const fields = new Set(matches.columns.map(({ field }) => field));
      const missing = missingFields(kind, fields);
      const score = matches.columns.length - 0.6 * matches.twice.length - 0.2 * matches.unknown.length - 0.1 * height;
      if (missing.length > 0 || matches.columns.length < 3) {
        if (matches.columns.length > (nearest?.known ?? 1)) nearest = { row: rows[0]!.n, missing, known: matches.columns.length };
      } else if (!best || score > best.score) best = { top: rows[0]!.n, bottom: rows.at(-1)!.n, matches, score };
    }
  }
  return best ? { found: best } : { ...(nearest && { nearest }) };
}

/** A header row holds words: no dates, no long numbers, several cells or parts of groups. */
function isHeaderLike(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return false;
  const words = filled.filter((cell) => /\p{L}/u.test(cellText(cell)));
  const data = filled.filter((cell) => (Array.isArray(cell) && cell[0] === 'd') || (typeof cell === 'number' && cell > 50) || /^['’]?\d{9,12}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(cellText(cell).trim()));
  return words.length > 0 && data.length === 0 && words.length >= filled.length * 0.6;
}

/** Words above each column: merged cells count for all their columns; a group without merge reaches as far as sub-headers stand under blanks. */
export function headersOf(sheet: Sheet, rows: readonly { n: number; cells: readonly Cell[] }[]): Map<number, string[]> {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const grid = rows.map(({ n, cells }) => Array.from({ length: width }, (_, i) => headerText(cells[i] ?? null) || mergedText(sheet.merges, rows, n, i + 1)));
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
    for (const line of grid) if (line[c] && line[c] !== parts.at(-1) && !/^[\s(]*\d+[\s)]*$/.test(line[c]!)) parts.push(line[c]!);
    if (parts.length > 0 && !hidden.has(c + 1)) headers.set(c + 1, parts);
  }
  return headers;
}

function headerText(cell: Cell): string {
  const text = cellText(cell).replace(/\s+/g, ' ').trim();
  if (Array.isArray(cell) && cell[0] === 't') return fromTcvn3(text);
  if (Array.isArray(cell) && cell[0] === 'v') return fromVni(text);
  return looksTcvn3(text) ? fromTcvn3(text) : looksVni(text) ? fromVni(text) : text.normalize('NFC');
}

function mergedText(merges: readonly Merge[], rows: readonly { n: number; cells: readonly Cell[] }[], row: number, column: number): string {
  const merge = merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  const master = merge && rows.find(({ n }) => n === merge.top);
  return master ? headerText(master.cells[merge.left - 1] ?? null) : '';
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
