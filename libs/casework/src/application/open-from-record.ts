import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { BulkCaseResult, CaseRecord } from '../domain/case-record';

@Injectable()
export class OpenFromRecord {
  async run(_actor: Actor, _record: CaseRecord): Promise<BulkCaseResult> {
    throw new Error('not yet');
  }
}
