import { textFile, letterOf, looksLikeHeader } from '../../parts/sent-file/read-paste';
import type { Reading } from '../../parts/sent-file/reading';
import { formFields, type ReportKind } from '../../parts/sent-file/report-forms';

/** Rows being put together on the screen. In memory only: they hold identity numbers. */
export interface ReportDraft {
  readonly kind: ReportKind;
  /** The sender's own header, where one was pasted along; null: the columns of the form. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Field by letter, where a person chose. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

const EMPTY_ROWS = 15;
/** The importer names a CSV's only sheet so. */
const CSV_SHEET = 'CSV';
/** Line 1 of the file is the header. */
export const FIRST_LINE = 2;

export const emptyDraft = (kind: ReportKind): ReportDraft => ({ kind, header: null, rows: blankRows(EMPTY_ROWS), chosen: {}, answers: {} });

const blankRows = (count: number): string[][] => Array.from({ length: count }, () => []);
const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');
export const filledRows = ({ rows }: ReportDraft): number => rows.filter(isFilled).length;

/** Rows the program itself has put together: no header among them. */
export const draftOf = (kind: ReportKind, rows: readonly (readonly string[])[]): ReportDraft => ({
  ...emptyDraft(kind),
  rows: padded(rows),
});

/** Puts a block of cells in at a row and column; a header pasted along into the first cell, under whatever title, becomes the header. */
export function putBlock(draft: ReportDraft, block: readonly (readonly string[])[], at: { line: number; column: number }): ReportDraft {
  const top = at.line === 0 && at.column === 0 ? headerOf(block) : -1;
  if (top >= 0) return { ...draft, header: block[top]!, chosen: {}, rows: padded(block.slice(top + 1)) };
  const rows = draft.rows.map((row) => [...row]);
  block.forEach((cells, i) => {
    while (rows.length <= at.line + i) rows.push([]);
    const row = rows[at.line + i]!;
    cells.forEach((cell, j) => {
      while (row.length <= at.column + j) row.push('');
      row[at.column + j] = cell;
    });
  });
  return { ...draft, rows: padded(rows) };
}

/** Where the header of a block stands: in its first row, or below the one or two cells a title has. */
function headerOf(block: readonly (readonly string[])[]): number {
  const titles = block.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 2);
  const top = looksLikeHeader(block[0] ?? []) ? 0 : titles;
  return top >= 0 && top < block.length - 1 && looksLikeHeader(block[top]!) ? top : -1;
}

/** There is always an empty row to go on typing. */
function padded(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = rows.findLastIndex(isFilled);
  return [...rows.slice(0, last + 1), ...blankRows(Math.max(EMPTY_ROWS - last - 1, 3))];
}

/** Only the rows of these lines stay on the screen. */
export function keepLines(draft: ReportDraft, lines: ReadonlySet<number>): ReportDraft {
  return { ...draft, rows: padded(draft.rows.filter((_, i) => lines.has(i + FIRST_LINE))) };
}

/** The rows as a file the importer reads, with what the form already knows of its columns. */
export function readingOf(draft: ReportDraft, words: readonly string[], note: string): Reading {
  const preset = draft.header ? {} : Object.fromEntries(formFields(draft.kind).map((field, i) => [letterOf(i), field]));
  const last = draft.rows.findLastIndex(isFilled);
  return {
    kind: draft.kind,
    file: textFile([draft.header ?? words, ...draft.rows.slice(0, last + 1)], `${draft.kind}.csv`),
    answers: draft.answers,
    headerRow: { [CSV_SHEET]: [1, 1] },
    mapping: { [CSV_SHEET]: { ...preset, ...draft.chosen } },
    cells: [],
    note,
  };
}
