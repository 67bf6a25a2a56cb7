import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { Duplicate } from '../domain/register-command';
import type { WorkerRecord } from '../domain/worker-record';

@Injectable()
export class FindDuplicates {
  async of(_tx: Tx, _person: WorkerRecord): Promise<Duplicate[]> {
    throw new Error('not yet');
  }
}
