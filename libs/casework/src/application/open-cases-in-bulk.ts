import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { BulkCaseResult, CaseRecord } from '../domain/case-record';

@Injectable()
export class OpenCasesInBulk {
  /** Results in the order of the rows. */
  async apply(_tx: Tx, _rows: readonly CaseRecord[]): Promise<BulkCaseResult[]> {
    throw new Error('not yet');
  }
}
