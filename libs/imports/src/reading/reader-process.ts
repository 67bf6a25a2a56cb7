import { readCsv } from './read-csv';
import { FileRefused, type ReadingLimits } from './reading-limits';
import { type ReadingSink, readXlsx } from './read-xlsx';

/**
 * Program of the child process that opens other people's files: it alone touches the bytes, with little memory, no database and no
 * secret. The file comes in by stdin, rows go out as messages.
 */
async function main(): Promise<void> {
  const limits = JSON.parse(process.argv[2] ?? '{}') as ReadingLimits;
  const send = (message: unknown) => new Promise<void>((resolve) => process.send!(message, undefined, undefined, () => resolve()));
  const sink: ReadingSink = {
    book: (head) => send(['book', head]),
    sheet: (name, hidden) => send(['sheet', name, hidden]),
    rows: (rows) => send(['rows', rows]),
    sheetEnd: (tail) => send(['end', tail]),
  };
  try {
    const bytes = await input(limits);
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) await readXlsx(bytes, limits, sink);
    else if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw new FileRefused(
        'FILE_NOT_XLSX',
        'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu thành "Excel Workbook (*.xlsx)" rồi gửi lại.',
      );
    else if (bytes.length === 0) throw new FileRefused('FILE_DAMAGED', 'Tệp trống. Hãy kiểm tra rồi gửi lại.');
    else await readCsv(bytes, limits, sink);
    await send(['done']);
  } catch (error) {
    await send(error instanceof FileRefused ? ['refused', error.code, error.message] : ['failed', String((error as Error).stack)]);
  }
  process.disconnect?.();
}

async function input(limits: ReadingLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.fileBytes)
      throw new FileRefused(
        'FILE_TOO_LARGE_INFLATED',
        `Tệp lớn hơn ${limits.fileBytes >> 20} MB. Hãy chia tệp làm nhiều phần rồi gửi từng phần.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

void main();
