import { type Actor, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { WorkerCard } from '../domain/worker-card';
import { WorkerCardRows } from '../persistence/worker-card-rows';

/** One person of the actor's scope. Throws NOT_FOUND. */
@Injectable()
export class GetWorker {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, workerId: string): Promise<WorkerCard> {
    const card = await this.runner.run(actor, (tx) => WorkerCardRows.find(tx, workerId));
    if (!card) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
    return card;
  }
}
