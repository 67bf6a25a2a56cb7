import { looksLikeCaseCode } from '@app/kernel';
import { foldOnce } from './fold-once';
import { type Cell, cellText, isBlank, type Sheet, type SheetRow } from './cell';
import { isColumnNumbers, type HeaderFound } from './find-header';

export type LineKind = 'TITLE' | 'HEADER' | 'COLUMN_NUMBERS' | 'GROUP' | 'SUBTOTAL' | 'TOTAL' | 'EMPTY_NUMBERED' | 'SIGNATURES' | 'OTHER';

export interface PersonLine {
  readonly row: SheetRow;
  /** Words of the group line above (name of a commune), as written. */
  readonly group: string | null;
}

export interface OtherLine {
  readonly row: number;
  readonly what: LineKind;
  readonly text: string;
}

export interface SheetLines {
  readonly data: readonly PersonLine[];
  readonly other: readonly OtherLine[];
  /** Printed counts of people that do not agree with the lines counted. */
  readonly wrongCounts: readonly {
    readonly row: number;
    readonly total: boolean;
    readonly printed: number;
    readonly counted: number;
  }[];
}

const LETTER = /\p{L}/u;
const SUM = /^(cong|tong|tong so|tong cong|luy ke|cong don)( |$)/;
/** Stands in a column of numbers for one person only, whatever else the line holds. */
const NUMBER = /^\d{9,12}$/;
const SIGNATURE =
  /^(nguoi lap|nguoi tong hop|truong phong|giam doc|chu tich|pho chu tich|kt |tm |tl |thu truong|ke toan|lanh dao|xac nhan|noi nhan|can bo|cong chuc|dai dien|ky ten|ky va ghi|pho giam doc|q )|ngay \d{1,2} thang|ngay \d{1,2} \d{1,2} \d{4}|ngay thang nam/;

/** Tells people from everything else that stands on the sheet. Whatever holds an identity number, a case code or enough cells is a person. */
export function classifyRows(sheet: Sheet, header: HeaderFound, isCommune: (written: string) => boolean): SheetLines {
  const data: PersonLine[] = [];
  const other: OtherLine[] = sheet.rows.filter(({ n }) => n < header.top).map((row) => line(row, 'TITLE'));
  const wrongCounts: { row: number; total: boolean; printed: number; counted: number }[] = [];
  const columns = header.matches.columns;
  const numbers = new Map(columns.map(({ field, column: number }) => [field, number]));
  const column = (field: string) => numbers.get(field);
  const at = (row: SheetRow, field: string): Cell => row.cells[(column(field) ?? 0) - 1] ?? null;
  const mapped = columns.filter(({ field }) => field !== 'seq').map(({ column: number }) => number - 1);
  /** "Tống Văn A" is no total: a number of identity or a day of birth says so. */
  const isPerson = (row: SheetRow) =>
    ['idNumber', 'key'].some((field) => cellText(at(row, field)).replace(/\D/g, '').length >= 9) ||
    /\p{L}.*\d/u.test(cellText(at(row, 'caseCode'))) ||
    ['birthDate', 'birthDateM', 'birthDateF', 'birthYear', 'exitDate', 'returnDate'].some(
      (field) => (column(field) ?? 0) > 0 && isDay(at(row, field)),
    );
  const mayHold = ['idNumber', 'key'].map(column).filter((number) => number !== undefined);
  const holdsNumber = (row: SheetRow) => mayHold.some((number) => NUMBER.test(cellText(row.cells[number - 1])));
  const repeats = headerRepeat(header);
  let group: string | null = null;
  let inBlock = 0;
  let afterTotal = false;
  for (const row of sheet.rows) {
    if (row.n < header.top) continue;
    if (row.n <= header.bottom) {
      other.push(line(row, 'HEADER'));
      continue;
    }
    if (holdsNumber(row)) {
      data.push({ row, group });
      inBlock += 1;
      afterTotal = false;
      continue;
    }
    const filled = mapped.filter((i) => !isBlank(row.cells[i] ?? null)).length;
    const first = foldOnce(firstWords(row));
    const numbered = !isBlank(at(row, 'seq')) && /^\s*\d+([.)]|\.0)?\s*$/.test(cellText(at(row, 'seq')));
    const named = ['fullName', 'nameLast'].some((field) => !isBlank(at(row, field)));
    const keyed = ['idNumber', 'caseCode', 'key'].some(
      (field) =>
        looksLikeCaseCode(cellText(at(row, field)).trim()) ||
        (/\d/.test(cellText(at(row, field))) && !SUM.test(foldOnce(cellText(at(row, field))))),
    );
    if ((data.length === 0 || (other.at(-1)?.what === 'HEADER' && other.at(-1)?.row === row.n - 1)) && isColumnNumbers(row.cells))
      other.push(line(row, 'COLUMN_NUMBERS'));
    else if (repeats(row)) other.push(line(row, 'HEADER'));
    else if (SUM.test(first) && !numbered && !isPerson(row)) {
      const total = /^tong/.test(first) && !/^tong (nhom|xa|ban)/.test(first);
      const printed = /(\d{1,3}(?:[.\s]\d{3})+|\d+)\s*(người|nguoi|lao động|lao dong|ld|dòng|dong|trường hợp)?/i.exec(
        firstWords(row).replace(/^[^\d]*/, ''),
      );
      const counted = total ? data.length : inBlock;
      if (printed && Number(printed[1]!.replace(/[.\s]/g, '')) !== counted && !(total && wrongBlocks(data.length, printed[1]!)))
        wrongCounts.push({ row: row.n, total, printed: Number(printed[1]!.replace(/[.\s]/g, '')), counted });
      other.push(line(row, total ? 'TOTAL' : 'SUBTOTAL'));
      afterTotal = total;
      if (!total) inBlock = 0;
    } else if (
      keyed ||
      (named && numbered && filled >= 2) ||
      (named && (filled >= 4 || (filled >= 2 && isPerson(row))) && !SIGNATURE.test(first)) ||
      (numbered && filled >= 3)
    ) {
      data.push({ row, group });
      inBlock += 1;
      afterTotal = false;
    } else if (filled === 0 && numbered && first === '') other.push(line(row, 'EMPTY_NUMBERED'));
    else if (afterTotal || SIGNATURE.test(first) || other.at(-1)?.what === 'SIGNATURES') other.push(line(row, 'SIGNATURES'));
    else {
      const name = groupName(wordsOf(row));
      if (name !== null && (isCommune(name) || /^(xa|phuong|thi tran|tt|dac khu) /.test(foldOnce(name)))) {
        group = name;
        inBlock = 0;
        other.push(line(row, 'GROUP'));
      } else other.push(line(row, 'OTHER'));
    }
  }
  return { data, other, wrongCounts };
}

/** "Cộng: 12 người", "Tổng số": a line that adds up others. */
export function isTotalLine(row: SheetRow): boolean {
  return SUM.test(foldOnce(row.cells.map((cell) => cellText(cell).trim()).find((text) => /\p{L}/u.test(text)) ?? ''));
}

/** Tells the header printed again on each page; looks no further than it takes to see that a line is none. */
function headerRepeat(header: HeaderFound): (row: SheetRow) => boolean {
  const columns = header.matches.columns.map(({ column, header: words }) => ({
    column,
    parts: new Set(words.split(' / ').map(foldOnce)),
  }));
  const mayDiffer = columns.length * 0.4;
  return (row) => {
    let filled = 0;
    let same = 0;
    for (const { column, parts } of columns) {
      const cell = row.cells[column - 1];
      if (isBlank(cell)) continue;
      filled += 1;
      if (parts.has(foldOnce(cellText(cell)))) same += 1;
      else if (filled - same > mayDiffer) return false;
    }
    return same >= 3 && same >= filled * 0.6;
  };
}

/** Texts of the line that hold a letter. */
function wordsOf(row: SheetRow): string[] {
  return row.cells.map((cell) => cellText(cell).trim()).filter((text) => LETTER.test(text));
}

function firstWords(row: SheetRow): string {
  for (const cell of row.cells) {
    if (cell === null || typeof cell === 'number') continue;
    const text = cellText(cell);
    if (LETTER.test(text)) return text.trim();
  }
  return '';
}

function isDay(cell: Cell): boolean {
  return (Array.isArray(cell) && cell[0] === 'd') || /(^|\D)(19|20)\d{2}(\D|$)/.test(cellText(cell));
}

/** A grand total is printed with separators of any kind; equal digits are equal. */
function wrongBlocks(counted: number, printed: string): boolean {
  return Number(printed.replace(/\D/g, '')) === counted;
}

/** "II. Xã Thèn Sin (12 người)" → "Xã Thèn Sin"; null for anything longer than a name. */
function groupName(words: readonly string[]): string | null {
  const named = words.filter((text) => !/^[IVXLC]+\.?$|^[A-Za-zđĐ][.)]?$/.test(text));
  if (named.length !== 1) return null;
  const name = named[0]!
    .replace(/^([IVXLC]+|\d+|[A-Za-z])\s*[.)/-]\s*/, '')
    .replace(/\s*[(:].*$/, '')
    .trim();
  return name === '' || name.split(/\s+/).length > 7 ? null : name;
}

function line(row: SheetRow, what: LineKind): OtherLine {
  return {
    row: row.n,
    what,
    text: row.cells
      .map((cell) => cellText(cell))
      .filter(Boolean)
      .join(' | ')
      .slice(0, 120),
  };
}
