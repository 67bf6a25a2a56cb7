import { cellsOf, checkReading, freshReading } from '../../parts/sent-file/reading';
import { letterOf } from '../../parts/sent-file/read-paste';
import type { ReportKind } from '../../parts/sent-file/report-forms';

/** More rows than people look through by eye: such a file goes through the import, step by step. */
export const MOST_ROWS = 2_000;

export interface RowsOfFile {
  /** The file's own header first, then its rows, as if they had been copied out of it. */
  readonly block: readonly (readonly string[])[];
  /** There are more rows than a grid is for. */
  readonly more: boolean;
}

/** The first table of a workbook, its titles and blank lines left out. The server reads it: nothing of the file is kept. */
export async function rowsOfFile(kind: ReportKind, file: File): Promise<RowsOfFile> {
  const reading = freshReading(kind, file);
  const report = await checkReading(reading, {});
  const sheet = report.sheets.find(({ header }) => header !== null) ?? report.sheets[0];
  if (!sheet) return { block: [], more: false };
  const { rows, more } = await cellsOf(reading, sheet.name);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headers = new Map(sheet.columns.map(({ letter, header }) => [letter, header]));
  const header = Array.from({ length: width }, (_, index) => headers.get(letterOf(index)) ?? '');
  const below = rows.filter(({ row, cells }) => row > (sheet.header?.bottom ?? 0) && cells.some((cell) => cell.trim() !== ''));
  return {
    block: [...(sheet.header ? [header] : []), ...below.slice(0, MOST_ROWS).map(({ cells }) => cells)],
    more: more || below.length > MOST_ROWS,
  };
}
