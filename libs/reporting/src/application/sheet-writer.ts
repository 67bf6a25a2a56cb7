import type { PrintedTable } from '../domain/report-tables';

/** Digits in groups of three, as printed: a number again in a workbook. */
const WHOLE = /^\d{1,3}(\.\d{3})*$/;

/** Tables as sheets of a workbook; numbers stay numbers, except in columns that hold text (`texts`, counted from 0). */
export async function writeSheets(
  tables: readonly (PrintedTable & { readonly name: string; readonly texts?: readonly number[] })[],
): Promise<Buffer> {
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  for (const { name, head, rows, widths, texts = [] } of tables) {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape' },
    });
    sheet.columns = head.map((header, i) => ({ header, width: Math.max(8, Math.round(widths[i]! * 1.4)) }));
    const top = sheet.getRow(1);
    top.font = { bold: true };
    top.alignment = { wrapText: true, vertical: 'top' };
    for (const cells of rows) {
      const row = sheet.addRow(cells.map((cell, i) => (WHOLE.test(cell) && !texts.includes(i) ? Number(cell.replaceAll('.', '')) : cell)));
      for (let i = 2; i < cells.length; i++) row.getCell(i + 1).numFmt = '#,##0';
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
