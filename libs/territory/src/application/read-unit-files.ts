import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import type { FileLine, UnitFault } from '../domain/unit-file';

/** One file of units as text, with the digest it is known by. */
export interface UnitFile {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** Bytes must be UTF-8: a file saved in an old Vietnamese encoding would store letters nobody can read. */
export function unitFile(name: string, bytes: Uint8Array): UnitFile {
  const sha256 = createHash('sha256').update(name).update('\0').update(bytes).digest('hex');
  try {
    return { name, sha256, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new DomainError('invalid', 'UNITS_FILE_ENCODING', `Tệp ${name} không phải UTF-8. Hãy lưu lại tệp bằng mã UTF-8.`, { file: name });
  }
}

/** `units.csv` must be there; the other two only where a file of the whole country needs them. */
export async function readUnitFolder(folder: string): Promise<UnitFile[]> {
  const files: UnitFile[] = [];
  for (const name of ['units.csv', 'succession.csv', 'former_communes.csv']) {
    const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (bytes) files.push(unitFile(name, bytes));
    else if (name === 'units.csv')
      throw new DomainError(
        'invalid',
        'UNITS_FILE_MISSING',
        'Thư mục không có tệp units.csv. Hãy chỉ đúng thư mục chứa dữ liệu đơn vị hành chính.',
        { folder },
      );
  }
  return files;
}

/** Records with their line numbers; the header must hold exactly these columns (and may hold the optional ones). */
export function readLines(
  file: UnitFile | undefined,
  columns: readonly string[],
  optional: readonly string[],
  faults: UnitFault[],
): FileLine[] {
  if (!file) return [];
  const fault = (line: number, column: string, value: string, message: string) =>
    void faults.push({ file: file.name, line, column, value, message });
  try {
    const records = parse(file.text, { bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const header = records.shift()?.record ?? [];
    for (const column of columns) if (!header.includes(column)) fault(1, column, '', 'thiếu cột này');
    for (const column of header) if (![...columns, ...optional].includes(column)) fault(1, column, column, 'cột lạ');
    return records.map(({ record, info }) => ({
      file: file.name,
      line: info.lines,
      values: Object.fromEntries(header.map((column, at) => [column, record[at] ?? ''])),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: number };
    fault(
      lines ?? 0,
      '',
      '',
      `dòng không đúng dạng CSV (${error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? 'thừa hoặc thiếu ô' : error.code})`,
    );
    return [];
  }
}
