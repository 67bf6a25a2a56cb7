import { systemActor } from '@app/kernel';
import { FileStore, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { DocumentRows } from '../persistence/document-rows';

const BLOCK = 200;

/** Forgets documents that were asked for long ago, bytes first: the office has its copy, and may ask for another. */
@Injectable()
export class ForgetDocuments {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly store: FileStore,
  ) {}

  /** How many went. Stopped in the middle it goes on the next night. */
  async run(): Promise<number> {
    const own = <T>(work: (tx: Tx) => Promise<T>) => this.runner.run(systemActor('retention'), work);
    const days = await own(async (tx) => (await PolicyBook.at(tx)).requireValue<number>('documents.keep_days'));
    for (let gone = 0; ;) {
      const ids = await own((tx) => DocumentRows.outlived(tx, days, BLOCK));
      for (const id of ids) await this.store.forget(id);
      if (ids.length > 0) gone += await own((tx) => DocumentRows.drop(tx, ids));
      if (ids.length < BLOCK) return gone;
    }
  }
}
