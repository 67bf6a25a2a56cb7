import { foldText } from '@app/kernel';
import BANK from './columns-bank.json';
import DEPARTURES from './columns-departures.json';
import REGISTER from './columns-register.json';
import REPORTS from './columns-reports.json';
import { columnLetter, columnNumber } from './cell';

/** What an agency reports of cases already known, one kind a fact. */
export type ReportKind = 'departures' | 'returns' | 'extensions' | 'absences' | 'certificates';
/** `bank`: a statement of a bank office with its list of loans. `holdings`: an agency's own list of its people, only compared and never taken in. */
export type ImportKind = 'register' | 'bank' | 'holdings' | ReportKind;

/** A column of the file and the field it was matched with. */
export interface ColumnMatch {
  /** From 1. */
  readonly column: number;
  readonly letter: string;
  /** Words of the header, groups first. */
  readonly header: string;
  readonly field: string;
  /** Who says so: a person for this file, the sender's last file, the words of the header. */
  readonly by: 'chosen' | 'remembered' | 'words';
}

export interface ColumnMatches {
  readonly columns: readonly ColumnMatch[];
  /** Fields named by two columns; the first is taken unless the field decides who a person is. */
  readonly twice: readonly { readonly field: string; readonly letters: readonly string[] }[];
  /** Columns with words that no field knows. */
  readonly unknown: readonly { readonly letter: string; readonly header: string }[];
  /** Columns known and left out on purpose. */
  readonly skipped: readonly { readonly letter: string; readonly header: string; readonly by: ColumnMatch['by'] }[];
}

interface Catalogue {
  readonly required: readonly (readonly string[])[];
  readonly rules: readonly { readonly field: string; readonly pattern: RegExp }[];
}

const read = (file: { required: string[][]; rules: string[][] }): Catalogue => ({
  required: file.required,
  rules: file.rules.map(([field, pattern]) => ({ field: field!, pattern: new RegExp(pattern!) })),
});
/** The other reports of an agency: their own words first, then those of a list of departures. */
const report = ({ required, rules }: { required: string[][]; rules: string[][] }) =>
  read({ required, rules: [...rules, ...DEPARTURES.rules] });
const CATALOGUES: Record<ImportKind, Catalogue> = {
  register: read(REGISTER),
  bank: read(BANK),
  departures: read(DEPARTURES),
  holdings: { ...report(REPORTS.certificates), required: [['key', 'caseCode', 'idNumber']] },
  returns: report(REPORTS.returns),
  extensions: report(REPORTS.extensions),
  absences: report(REPORTS.absences),
  certificates: report(REPORTS.certificates),
};

/** Words that differ by their marks only: "ĐT" (telephone) and "DT" (ethnic group), "Năm" (year) and "Nam" (man). */
const WITH_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*đ\.?\s?t\.?\s*$/iu, 'dien thoai'],
  [/^\s*năm\s*$/iu, 'nam lich'],
];

/** Folded words of a header, its group before it: `vay nhcs > so tien tr d`. */
export function headerKey(parts: readonly string[]): string {
  return parts
    .map((part) => WITH_MARKS.find(([pattern]) => pattern.test(part))?.[1] ?? foldText(part.replace(/\(\s*\d+\s*\)/g, ' ')))
    .filter(Boolean)
    .join(' > ');
}

/**
 * Matches headers with fields. `remembered`: what this sender's header words meant last time; it wins over the catalogue. `chosen`: what a person
 * says of this file, by letter; it wins over both, also where no words stand.
 */
export function matchColumns(
  kind: ImportKind,
  headers: ReadonlyMap<number, readonly string[]>,
  remembered: Readonly<Record<string, string>> = {},
  chosen: Readonly<Record<string, string>> = {},
): ColumnMatches {
  const columns: ColumnMatch[] = [];
  const unknown: { letter: string; header: string }[] = [];
  const skipped: ColumnMatches['skipped'][number][] = [];
  const byField = new Map<string, string[]>();
  const keys = [...headers.values()].map(headerKey);
  const wordless = Object.keys(chosen).filter((letter) => !headers.has(columnNumber(letter)));
  const all = new Map([...headers, ...wordless.map((letter) => [columnNumber(letter), [] as string[]] as const)]);
  for (const [column, parts] of [...all].sort(([a], [b]) => a - b)) {
    const key = headerKey(parts);
    const letter = columnLetter(column);
    const own = chosen[letter];
    if (!key && !own) continue;
    const neighbours = own ? undefined : byNeighbours(key, keys, columns.at(-1));
    const field = own ?? neighbours ?? remembered[key] ?? fieldOf(kind, key);
    const by = own ? 'chosen' : !neighbours && remembered[key] ? 'remembered' : 'words';
    const header = parts.join(' / ').replace(/\s+/g, ' ').trim();
    if (!field || field === OTHER) unknown.push({ letter, header });
    else if (field === 'skip') skipped.push({ letter, header, by });
    else {
      const letters = byField.get(field) ?? [];
      byField.set(field, [...letters, letter]);
      if (letters.length === 0) columns.push({ column, letter, header, field, by });
    }
  }
  return {
    columns,
    unknown,
    skipped,
    twice: [...byField].filter(([, letters]) => letters.length > 1).map(([field, letters]) => ({ field, letters })),
  };
}

/** A column that is known and not read: words that sound like a field and mean another paper or another day. */
const OTHER = 'other';

/** What is owed at a day stands before and after the movements: the first column of its kind is the opening. */
const BALANCE = /^du no( goc)?( den)?( ngay)? \d/;

/** Words that only their neighbours explain: "DT" beside "Dân tộc", the year beside day and month, "Ngày cấp" of the paper before it. */
function byNeighbours(key: string, keys: readonly string[], before: ColumnMatch | undefined): string | undefined {
  if (BALANCE.test(key)) return keys.find((other) => BALANCE.test(other)) === key ? 'opening' : 'closing';
  if (key === 'dt' && keys.some((other) => other.includes('dan toc'))) return 'phones';
  if (/sinh.* > nam$/.test(key) && keys.includes(key.replace(/nam$/, 'thang'))) return 'birthYear';
  if (/^(ngay cap|noi cap|co quan cap)$/.test(key))
    return key === 'ngay cap' && before && /^certificate/.test(before.field) ? 'certificateDate' : OTHER;
  return undefined;
}

function fieldOf(kind: ImportKind, key: string): string | undefined {
  const { rules } = CATALOGUES[kind];
  return rules.find(({ pattern }) => pattern.test(key))?.field;
}

/** Fields a column of such a file can be read as, in the order of the catalogue. */
export function fieldsOf(kind: ImportKind): string[] {
  return [...new Set(CATALOGUES[kind].rules.map(({ field }) => field))].filter((field) => field !== OTHER && field !== 'skip');
}

/** Groups of fields of which one each must be there, that are not. */
export function missingFields(kind: ImportKind, fields: ReadonlySet<string>): string[][] {
  return CATALOGUES[kind].required.filter((group) => !group.some((field) => fields.has(field))).map((group) => [...group]);
}
