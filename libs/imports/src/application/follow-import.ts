import { type Actor, DomainError, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ImportProgress, ImportTaskRows } from '../persistence/import-task-rows';

/** How far a file is that waits for the background program or is being taken in, and the wish that it stop. */
@Injectable()
export class FollowImport {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND. */
  async get(actor: Actor, importId: string): Promise<ImportProgress> {
    return this.runner.run(actor, async (tx) => (await ImportTaskRows.find(tx, importId)) ?? missing());
  }

  /** Until the commit nothing of the file is kept; afterwards the batch can be taken back. Refuses with NOT_FOUND, IMPORT_ENDED. */
  async cancel(actor: Actor, importId: string): Promise<ImportProgress> {
    return this.runner.run(actor, async (tx) => {
      const asked = await ImportTaskRows.cancel(tx, importId);
      const task = (await ImportTaskRows.find(tx, importId)) ?? missing();
      if (!asked && task.phase !== 'cancelled')
        throw new DomainError('refused', 'IMPORT_ENDED', 'Tệp này đã xử lý xong. Hãy dùng Hoàn tác nếu cần lấy lại.');
      return task;
    });
  }
}

function missing(): never {
  throw notFound();
}
