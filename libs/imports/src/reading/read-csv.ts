import { parse } from 'csv-parse/sync';
import type { SheetRow } from '../domain/cell';
import { looksTcvn3, looksVni } from '../domain/legacy-text';
import { FileRefused, type ReadingLimits } from './reading-limits';
import { type ReadingSink, tooManyRows } from './read-xlsx';

const NOT_TEXT =
  'Tệp không phải .xlsx và cũng không đọc được như tệp .csv UTF-8. Hãy mở bằng Excel và lưu thành "Excel Workbook (*.xlsx)" hoặc "CSV UTF-8".';

/** Reads comma, semicolon or tab separated text, in UTF-8 or UTF-16, with a last try for the old Vietnamese code pages. */
export async function readCsv(bytes: Buffer, limits: ReadingLimits, sink: ReadingSink): Promise<void> {
  const text = decode(bytes);
  if (text.includes('\0') || /^\s*<(!doctype|html|\?xml|table)/i.test(text)) throw new FileRefused('FILE_NOT_XLSX', NOT_TEXT);
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: separator(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
    }) as string[][];
  } catch {
    throw new FileRefused('FILE_DAMAGED', 'Tệp .csv bị hỏng: có dấu nháy kép mở mà không đóng. Hãy lưu lại bằng Excel rồi gửi lại.');
  }
  await sink.book({ format: 'csv', date1904: false, externalLinks: false });
  await sink.sheet('CSV', false);
  const rows: SheetRow[] = [];
  records.forEach((record, i) => {
    const cells = record.map((value) => (value === '' ? null : value));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > limits.columns)
      throw new FileRefused('FILE_TOO_LARGE_INFLATED', `Tệp có quá ${limits.columns} cột. Hãy xóa các cột thừa rồi gửi lại.`);
    if (cells.length > 0) rows.push({ n: i + 1, hidden: false, cells });
  });
  if (rows.length > limits.rows) throw tooManyRows(limits);
  for (let at = 0; at < rows.length; at += 500) await sink.rows(rows.slice(at, at + 500));
  await sink.sheetEnd({ merges: [], hiddenColumns: [] });
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin = bytes.toString('latin1');
    if (/[\0-\x08\x0e-\x1a]/.test(latin)) throw new FileRefused('FILE_NOT_XLSX', NOT_TEXT);
    const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
    if (VIETNAMESE.test(vietnamese) && !looksVni(latin)) return vietnamese;
    return looksTcvn3(latin) || looksVni(latin) ? latin : vietnamese;
  }
}

/** Nothing but letters of Vietnamese with their tones, figures and marks: the page was guessed right. */
const VIETNAMESE = /^[\s!-~\u00a0–—‘’“”…àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]*$/iu;

/** The separator that cuts the first lines into the most columns, the same in most lines. */
function separator(text: string): string {
  const named = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  if (named) return named[1]!;
  const lines = text.split(/\r?\n/, 60);
  const count = (mark: string) => lines.reduce((sum, line) => sum + Math.min(line.split(mark).length - 1, 60), 0);
  return [';', '\t', ','].map((mark) => ({ mark, n: count(mark) })).sort((a, b) => b.n - a.n)[0]!.mark;
}
