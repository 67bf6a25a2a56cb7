import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { WorkerPage, WorkerSearch } from '../domain/worker-line';

@Injectable()
export class SearchWorkers {
  async run(_actor: Actor, _search: WorkerSearch): Promise<WorkerPage> {
    throw new Error('not yet');
  }
}
