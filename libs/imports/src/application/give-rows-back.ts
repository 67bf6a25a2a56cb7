import { type Actor, DomainError, notFound } from '@app/kernel';
import { Seal, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BatchRows } from '../persistence/batch-rows';
import { WorkbookReader } from '../reading/workbook-reader';
import { refusedRowsWorkbook } from './refused-rows-workbook';

/** The rows of a batch that were not taken, as a workbook with the reasons, while its file is kept. */
@Injectable()
export class GiveRowsBack {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly reader: WorkbookReader,
  ) {}

  /** Throws NOT_FOUND, FILE_FORGOTTEN. */
  async run(actor: Actor, batchId: string): Promise<Buffer> {
    const { stored, results } = await this.runner.run(actor, async (tx) => {
      const found = await BatchRows.stored(tx, batchId);
      if (!found) throw notFound();
      return { stored: found, results: await BatchRows.rows(tx, batchId, null) };
    });
    if (!stored.file) throw new DomainError('refused', 'FILE_FORGOTTEN', 'Tệp gốc đã được xóa sau thời hạn lưu. Hãy dùng tệp của đơn vị.');
    const book = await this.reader.read(this.seal.openBytes(stored.file, batchId));
    const headers = new Map(Object.entries(stored.wishes.headerRow ?? {}).map(([sheet, [, bottom]]) => [sheet, bottom]));
    return refusedRowsWorkbook(book, results, headers);
  }
}
