import { FileRefused, type SheetRow, WorkbookReader } from '@app/imports';
import type { Actor } from '@app/kernel';
import { SetTargets } from '@app/reporting';
import type { INestApplicationContext } from '@nestjs/common';
import type { CommandResult } from '../command';

const NO_HEADER = 'Không thấy dòng tiêu đề có đủ ba cột: xã (tên hoặc mã), năm, chỉ tiêu xuất cảnh.';

/** `cli import targets <file> --as <login>`: yearly targets of exits by commune from a small table; sent twice it changes nothing. */
export async function importTargets(app: INestApplicationContext, actor: Actor, bytes: Buffer, dryRun: boolean): Promise<CommandResult> {
  const refuse = (message: string): CommandResult => ({
    json: { batch: null, verdict: 'refuse', reasons: [{ message }] },
    text: message,
    exit: 2,
  });
  try {
    const book = await app.get(WorkbookReader).read(bytes);
    const sheet = book.sheets.find(({ hidden }) => !hidden);
    const read = sheet && (await app.get(SetTargets).read(actor, linesOf(sheet.rows), dryRun));
    if (!read) return refuse(NO_HEADER);
    const { refused, ...counts } = read;
    const results = refused.map(({ row, code, message }) => ({ sheet: sheet.name, row, verdict: 'refuse', column: null, code, message }));
    const told = refused.map(({ row, message }) => `Dòng ${row}: ${message}`);
    return {
      json: { batch: null, verdict: 'import', ...counts, duplicate: 0, refused: refused.length, ask: 0, questions: [], results },
      text: [
        `${counts.rows} dòng: ${counts.created} thêm, ${counts.updated} cập nhật, ${counts.unchanged} không đổi, ${refused.length} không nhận.`,
        ...told,
      ].join('\n'),
      exit: 0,
    };
  } catch (error) {
    if (error instanceof FileRefused) return refuse(error.message);
    throw error;
  }
}

/** Rows as text, each at the line the spreadsheet counts. */
function linesOf(rows: readonly SheetRow[]): string[][] {
  const lines: string[][] = [];
  for (const { n, cells } of rows)
    lines[n - 1] = cells.map((cell) => (typeof cell === 'object' && cell !== null ? String(cell[1] ?? '') : String(cell ?? '')));
  return Array.from(lines, (line) => line ?? []);
}
