import { columnLetter, cellText, type Cell, type Workbook } from '../domain/cell';
import type { ImportReport } from './import-report';
import { daySerial } from '../domain/read-date';

const VERDICT_WORDS: Record<string, string> = { refuse: 'Không nhận', ask: 'Cần quyết định', duplicate: 'Trùng' };

/** The rows that were not taken, as the sender wrote them, with the reason in front: to be put right and sent again. */
export async function refusedRowsWorkbook(book: Workbook, report: ImportReport): Promise<Buffer> {
  const { Workbook: Excel } = await import('exceljs');
  const excel = new Excel();
  const held = report.results.filter(({ verdict }) => verdict in VERDICT_WORDS);
  for (const sheet of book.sheets.filter((one) => !one.hidden && held.some((row) => row.sheet === one.name))) {
    const page = excel.addWorksheet(safeSheetName(sheet.name));
    const own = new Map(held.filter((row) => row.sheet === sheet.name).map((row) => [row.row, row]));
    const first = Math.min(...own.keys());
    for (const row of sheet.rows.filter(({ n }) => n < first && n >= first - 12)) page.addRow(['', '', '', ...row.cells.map((cell) => escapeFormula(cellText(cell)))]);
    page.addRow(['Dòng', 'Kết quả', 'Lý do', ...Array.from({ length: Math.max(...sheet.rows.map(({ cells }) => cells.length)) }, (_, i) => columnLetter(i + 1))]).font = { bold: true };
    for (const row of sheet.rows) {
      const result = own.get(row.n);
      if (result) page.addRow([row.n, VERDICT_WORDS[result.verdict], escapeFormula(result.message ?? ''), ...row.cells.map((cell) => shown(cell, book.date1904))]);
    }
    page.getColumn(3).width = 60;
  }
  if (excel.worksheets.length === 0) excel.addWorksheet('Không có dòng lỗi');
  return Buffer.from(await excel.xlsx.writeBuffer());
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
export function escapeFormula(text: string): string {
  return /^[\s\ufeff\0-\x1f]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function shown(cell: Cell, date1904: boolean): string | number {
  if (typeof cell === 'number') return cell;
  if (Array.isArray(cell) && cell[0] === 'd') {
    const day = daySerial(cell[1] as number, date1904);
    return day ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : String(cell[1]);
  }
  return escapeFormula(cellText(cell));
}

function safeSheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'CSV';
}
