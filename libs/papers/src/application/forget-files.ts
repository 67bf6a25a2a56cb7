import { systemActor } from '@app/kernel';
import { FileStore, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { PaperFileRows } from '../persistence/paper-file-rows';

const BLOCK = 200;

/** Forgets files whose purpose has ended, bytes first: a row without bytes is found again, bytes without a row never. */
@Injectable()
export class ForgetFiles {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly store: FileStore,
  ) {}

  /** How many went. Stopped in the middle it goes on the next night. */
  async run(): Promise<number> {
    const own = <T>(work: Parameters<typeof this.runner.run<T>>[1]) => this.runner.run(systemActor('retention'), work);
    const months = await own(
      async (tx) =>
        (await PolicyBook.at(tx)).requireValue<{ scansAfterDepartureMonths: number }>('retention.periods').scansAfterDepartureMonths,
    );
    for (let gone = 0; ;) {
      const ids = await own((tx) => PaperFileRows.outlived(tx, months, BLOCK));
      for (const id of ids) await this.store.forget(id);
      if (ids.length > 0) gone += await own((tx) => PaperFileRows.drop(tx, ids));
      if (ids.length < BLOCK) return gone;
    }
  }
}
