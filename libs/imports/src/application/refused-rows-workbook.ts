import type { Worksheet } from 'exceljs';
import { cellText, type Cell, type Sheet, type SheetRow, type Workbook } from '../domain/cell';
import { isTotalLine } from '../domain/classify-rows';
import { type SheetReport, shownCell } from '../domain/describe-sheets';
import type { RowResult } from '../domain/row-result';

const VERDICT_WORDS: Record<string, string> = { refuse: 'Không nhận', ask: 'Cần quyết định', duplicate: 'Trùng' };

/**
 * The rows that were not taken, as the sender wrote them, below their own header and titles and with the lines that name their commune; the
 * reason stands behind the last column, so that the letters in it stay true. Put right, the file can be sent again as it is. `headers`: last row
 * of the header by sheet.
 */
export async function refusedRowsWorkbook(
  book: Workbook,
  results: readonly RowResult[],
  headers: ReadonlyMap<string, number>,
): Promise<Buffer> {
  const { Workbook: Excel } = await import('exceljs');
  const excel = new Excel();
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
    const own = new Map(results.filter((row) => row.sheet === sheet.name).map((row) => [row.row, row]));
    if (![...own.values()].some(({ verdict }) => verdict in VERDICT_WORDS)) continue;
    writeSheet(excel.addWorksheet(safeSheetName(sheet.name)), sheet, own, headers.get(sheet.name), book.date1904);
  }
  if (excel.worksheets.length === 0) excel.addWorksheet('Không có dòng lỗi');
  return Buffer.from(await excel.xlsx.writeBuffer());
}

/** Last row of the header by sheet. */
export function headerRowsOf(sheets: readonly SheetReport[]): Map<string, number> {
  return new Map(sheets.filter(({ header }) => header).map(({ name, header }) => [name, header!.bottom]));
}

function writeSheet(
  page: Worksheet,
  sheet: Sheet,
  results: ReadonlyMap<number, RowResult>,
  headerRow: number | undefined,
  date1904: boolean,
): void {
  const first = Math.min(...results.keys());
  const header = headerRow ?? first - 1;
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const write = (row: SheetRow, ...more: (string | number)[]) =>
    page.addRow([...Array.from({ length: width }, (_, i) => shown(row.cells[i] ?? null, date1904)), ...more]);
  const written = new Map<number, number>();
  for (const row of sheet.rows.filter(({ n }) => n <= header && n < first)) {
    const line = row.n === header ? write(row, 'Dòng trong tệp', 'Kết quả', 'Lý do') : write(row);
    if (row.n === header) line.font = { bold: true };
    written.set(row.n, line.number);
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    const [from, to] = [written.get(top), written.get(bottom)];
    if (bottom <= header && from && to && to - from === bottom - top) page.mergeCells(from, left, to, right);
  }
  let between: SheetRow[] = [];
  for (const row of sheet.rows.filter(({ n }) => n > header)) {
    const result = results.get(row.n);
    if (!result) {
      if (!isTotalLine(row) && row.cells.some((cell) => /\p{L}/u.test(cellText(cell)))) between.push(row);
      continue;
    }
    if (!(result.verdict in VERDICT_WORDS)) continue;
    for (const line of between) write(line);
    between = [];
    write(row, row.n, VERDICT_WORDS[result.verdict]!, escapeFormula(result.message ?? ''));
  }
  page.getColumn(width + 3).width = 60;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
export function escapeFormula(text: string): string {
  return /^[\s\ufeff\0-\x1f]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function shown(cell: Cell, date1904: boolean): string | number {
  if (typeof cell === 'number') return cell;
  const text = shownCell(cell, date1904);
  return /^[-–—\s]*$/.test(text) || isDay(cell) ? text : escapeFormula(text);
}

const isDay = (cell: Cell) => Array.isArray(cell) && cell[0] === 'd';

function safeSheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'CSV';
}
