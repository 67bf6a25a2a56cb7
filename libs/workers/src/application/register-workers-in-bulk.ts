import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { BulkWorkerResult, WorkerRecord } from '../domain/worker-record';

@Injectable()
export class RegisterWorkersInBulk {
  /** Results in the order of the rows. */
  async apply(_tx: Tx, _rows: readonly WorkerRecord[]): Promise<BulkWorkerResult[]> {
    throw new Error('not yet');
  }
}
