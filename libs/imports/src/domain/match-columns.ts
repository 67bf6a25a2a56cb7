import { foldText } from '@app/kernel';
import DEPARTURES from './columns-departures.json';
import REGISTER from './columns-register.json';
import { columnLetter } from './cell';

export type ImportKind = 'register' | 'departures';

/** A column of the file and the field it was matched with. */
export interface ColumnMatch {
  /** From 1. */
  readonly column: number;
  readonly letter: string;
  /** Words of the header, groups first. */
  readonly header: string;
  readonly field: string;
}

export interface ColumnMatches {
  readonly columns: readonly ColumnMatch[];
  /** Fields named by two columns; the first is taken unless the field decides who a person is. */
  readonly twice: readonly { readonly field: string; readonly letters: readonly string[] }[];
  /** Columns with words that no field knows. */
  readonly unknown: readonly { readonly letter: string; readonly header: string }[];
  /** Letters of columns known and left out on purpose. */
  readonly skipped: readonly string[];
}

interface Catalogue {
  readonly required: readonly (readonly string[])[];
  readonly rules: readonly { readonly field: string; readonly pattern: RegExp }[];
}

const read = (file: { required: string[][]; rules: string[][] }): Catalogue => ({
  required: file.required,
  rules: file.rules.map(([field, pattern]) => ({ field: field!, pattern: new RegExp(pattern!) })),
});
const CATALOGUES: Record<ImportKind, Catalogue> = { register: read(REGISTER), departures: read(DEPARTURES) };

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

/** Matches headers with fields. `remembered`: what this sender's header words meant last time; it wins over the catalogue. */
export function matchColumns(
  kind: ImportKind,
  headers: ReadonlyMap<number, readonly string[]>,
  remembered: Readonly<Record<string, string>> = {},
): ColumnMatches {
  const columns: ColumnMatch[] = [];
  const unknown: { letter: string; header: string }[] = [];
  const skipped: string[] = [];
  const byField = new Map<string, string[]>();
  const keys = [...headers.values()].map(headerKey);
  for (const [column, parts] of headers) {
    const key = headerKey(parts);
    if (!key) continue;
    const letter = columnLetter(column);
    const field = byNeighbours(key, keys, columns.at(-1)) ?? remembered[key] ?? fieldOf(kind, key);
    const header = parts.join(' / ').replace(/\s+/g, ' ').trim();
    if (!field || field === OTHER) unknown.push({ letter, header });
    else if (field === 'skip') skipped.push(letter);
    else {
      const letters = byField.get(field) ?? [];
      byField.set(field, [...letters, letter]);
      if (letters.length === 0) columns.push({ column, letter, header, field });
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

/** Words that only their neighbours explain: "DT" beside "Dân tộc", the year beside day and month, "Ngày cấp" of the paper before it. */
function byNeighbours(key: string, keys: readonly string[], before: ColumnMatch | undefined): string | undefined {
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

/** Groups of fields of which one each must be there, that are not. */
export function missingFields(kind: ImportKind, fields: ReadonlySet<string>): string[][] {
  return CATALOGUES[kind].required.filter((group) => !group.some((field) => fields.has(field))).map((group) => [...group]);
}
