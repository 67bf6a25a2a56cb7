import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { shownCell } from '../domain/describe-sheets';
import { withTypedCells } from '../domain/reading-wishes';
import { FileRefused } from '../reading/reading-limits';
import { WorkbookReader } from '../reading/workbook-reader';
import type { SentFile } from './import-file';
import { ImportTargets } from './import-target';

export interface SheetCells {
  readonly sheet: string;
  /** Texts from column A on; shorter where nothing follows. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** There are more rows than were given. */
  readonly more: boolean;
}

const MOST_ROWS = 5_000;

/** The cells of a sheet as the sender sees them, so that wrong ones can be put right where they stand. Nothing is kept. */
@Injectable()
export class ReadCells {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly reader: WorkbookReader,
    private readonly targets: ImportTargets,
  ) {}

  /** `rows`: only these; without a sheet the fullest one that is shown. Refuses with ROLE_NOT_ALLOWED, IMPORT_KIND_UNKNOWN, SHEET_UNKNOWN or the code of a file that cannot be opened. */
  async run(actor: Actor, file: SentFile, wanted: { sheet: string; rows?: readonly number[] }): Promise<SheetCells> {
    const target = this.targets.get(file.kind);
    await this.runner.run(actor, async (tx) => target.admit(tx));
    const book = await this.reader.read(file.bytes).catch((error: unknown) => {
      if (error instanceof FileRefused) throw new DomainError('invalid', error.code, error.message);
      throw error;
    });
    const shown = withTypedCells(book, file.wishes?.cells).sheets.filter(({ hidden }) => !hidden);
    const fullest = [...shown].sort((a, b) => b.rows.length - a.rows.length)[0];
    const sheet = wanted.sheet ? shown.find(({ name }) => name === wanted.sheet) : fullest;
    if (!sheet) throw new DomainError('invalid', 'SHEET_UNKNOWN', 'Tệp không có trang tính này. Hãy chọn trang trong danh sách.');
    const only = wanted.rows && new Set(wanted.rows);
    const rows = only ? sheet.rows.filter(({ n }) => only.has(n)) : sheet.rows;
    return {
      sheet: sheet.name,
      rows: rows.slice(0, MOST_ROWS).map(({ n, cells }) => ({ row: n, cells: cells.map((cell) => shownCell(cell, book.date1904)) })),
      more: rows.length > MOST_ROWS,
    };
  }
}
