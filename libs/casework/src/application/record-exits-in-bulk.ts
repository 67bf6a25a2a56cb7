import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { ExitRecord } from '../domain/case-record';
import type { BulkMilestoneResult, RecordCommand } from '../domain/record-command';

@Injectable()
export class RecordExitsInBulk {
  /** Results in the order of the rows; same decisions as one by one. */
  async apply(_tx: Tx, _rows: readonly ExitRecord[]): Promise<BulkMilestoneResult[]> {
    throw new Error('not yet');
  }

  /** Any facts, in bulk. */
  async record(_tx: Tx, _commands: readonly RecordCommand[]): Promise<BulkMilestoneResult[]> {
    throw new Error('not yet');
  }
}
