import { systemActor } from '@app/kernel';
import { type JobProcessor, Reconciler, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';

/** Forgets what its purpose has ended for: done duties, answers kept for retries, old sign-in tries (Law 91/2025/QH15). */
@Injectable()
export class RetentionProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'retention';

  constructor(
    private readonly runner: TransactionRunner,
    private readonly reconciler: Reconciler,
  ) {}

  async process(): Promise<void> {
    await this.reconciler.prune();
    await this.runner.run(systemActor('retention'), async (tx) => {
      const { idempotencyDays } = (await PolicyBook.at(tx)).requireValue<{ idempotencyDays: number }>('retention.periods');
      await tx.execute(`delete from idempotency_key where created_at < now() - make_interval(days => $1)`, [idempotencyDays]);
      await tx.execute(`delete from login_attempt where at < now() - interval '30 days'`);
    });
  }
}
