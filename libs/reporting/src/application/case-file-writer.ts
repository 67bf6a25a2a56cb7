import { PassThrough } from 'node:stream';
import type { CaseLine } from '@app/casework';
import { CASE_COLUMNS, type CaseColumnName, cellOf, type FileCell } from './case-columns';

const DAY_FORMAT = 'dd/mm/yyyy';
/** A cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes lines into a workbook as they come. Only the rows of one page and the compressed file are in
 * memory, and nothing is sent before all of it is right: a fault is told as one, not as half a file.
 */
export async function writeCaseFile(
  pages: AsyncIterable<readonly CaseLine[]>,
  columns: readonly CaseColumnName[],
  market: (code: string) => string,
): Promise<Buffer> {
  const { stream } = await import('exceljs');
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((name) => ({ header: CASE_COLUMNS[name].label, width: CASE_COLUMNS[name].width }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  for await (const lines of pages)
    for (const line of lines) {
      const cells = columns.map((name) => cellOf(name, line, market));
      const row = sheet.addRow(cells.map(valueOf));
      for (const [i, cell] of cells.entries()) if (cell !== null && typeof cell === 'object') row.getCell(i + 1).numFmt = DAY_FORMAT;
      row.commit();
    }
  sheet.commit();
  await book.commit();
  return Buffer.concat(chunks);
}

function valueOf(cell: FileCell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'object') return new Date(`${cell.day}T00:00:00Z`);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
