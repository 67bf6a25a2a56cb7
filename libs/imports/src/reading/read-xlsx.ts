import type { Cell, Sheet, SheetRow } from '../domain/cell';
import { FileRefused, type ReadingLimits } from './reading-limits';
import { StringsSink } from './scan-strings';
import { SheetSink } from './scan-sheet';
import { XmlScanner } from './scan-xml';
import { ZipParts } from './zip-parts';
import { readWorkbookParts } from './workbook-parts';

/** Where the reader puts what it reads; promises make it wait. */
export interface ReadingSink {
  book(head: { format: 'xlsx' | 'csv'; date1904: boolean; externalLinks: boolean }): void | Promise<void>;
  sheet(name: string, hidden: boolean): void | Promise<void>;
  rows(rows: readonly SheetRow[]): void | Promise<void>;
  sheetEnd(tail: Pick<Sheet, 'merges' | 'hiddenColumns'>): void | Promise<void>;
}

const BLOCK = 500;

/** Streams a workbook. Hidden sheets are named, not read: what an office hides it does not send. */
export async function readXlsx(bytes: Buffer, limits: ReadingLimits, sink: ReadingSink): Promise<void> {
  const zip = await ZipParts.open(bytes, limits);
  const parts = await readWorkbookParts(zip);
  const visible = parts.sheets.filter(({ hidden }) => !hidden);
  zip.checkDeclared([...visible.map(({ part }) => part), ...(parts.sharedStrings ? [parts.sharedStrings] : [])]);
  await sink.book({ format: 'xlsx', date1904: parts.date1904, externalLinks: parts.externalLinks });
  let strings: readonly Cell[] = [];
  if (parts.sharedStrings) {
    const table = new StringsSink();
    const scanner = new XmlScanner(table);
    await zip.stream(parts.sharedStrings, (chunk) => scanner.write(chunk));
    scanner.end();
    strings = table.strings;
  }
  let rows = 0;
  for (const { name, hidden, part } of parts.sheets) {
    await sink.sheet(name, hidden);
    if (hidden) {
      await sink.sheetEnd({ merges: [], hiddenColumns: [] });
      continue;
    }
    const page = new SheetSink(strings, parts.styles, limits);
    const scanner = new XmlScanner(page);
    const pass = () => {
      rows += page.rows.length;
      if (rows > limits.rows) throw tooManyRows(limits);
      const block = page.rows;
      page.rows = [];
      return sink.rows(block);
    };
    await zip.stream(part, (chunk) => {
      scanner.write(chunk);
      return page.rows.length >= BLOCK ? pass() : undefined;
    });
    scanner.end();
    if (!page.ended) throw new FileRefused('FILE_DAMAGED', 'Tệp bị cắt: trang tính chưa đến dòng cuối. Hãy gửi lại tệp đầy đủ.');
    if (page.rows.length > 0) await pass();
    await sink.sheetEnd({ merges: page.merges, hiddenColumns: page.hiddenColumns });
  }
}

export function tooManyRows(limits: ReadingLimits): FileRefused {
  return new FileRefused(
    'FILE_TOO_MANY_ROWS',
    `Tệp có quá ${limits.rows.toLocaleString('vi-VN')} dòng. Hãy chia tệp làm nhiều phần rồi gửi từng phần.`,
  );
}
