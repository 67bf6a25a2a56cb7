import { systemActor } from '@app/kernel';
import type { TransactionRunner } from '../database/transaction-runner';
import type { Log } from '../logging/log';
import type { OutboxRoute } from './outbox-route';

const KEEP_DAYS = 7;

/** Brings back what a queue lost: rows handed over and not done in their time become waiting again. */
export class Reconciler {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly routes: readonly OutboxRoute[],
    private readonly log: Log,
  ) {}

  /** Returns how many rows went back. */
  async run(): Promise<number> {
    const back = await this.runner.run(systemActor('reconciler'), (tx) =>
      tx.execute(RESTORE, [this.routes.map((route) => route.topic), this.routes.map((route) => route.patience)], 'outbox_restore'),
    );
    if (back) this.log.warn({ rows: back }, 'rows the queue had lost');
    return back;
  }

  /** Puts dead duties, and those a queue has and has not done, back to work; returns how many. */
  async replay(): Promise<number> {
    return this.runner.run(systemActor('replay'), (tx) =>
      tx.execute(
        `update outbox set dead_at = null, attempts = 0, enqueued_at = null, due_at = least(due_at, now())
         where done_at is null and (dead_at is not null or enqueued_at is not null)`,
      ),
    );
  }

  /** Forgets done rows and taken messages after a week; returns how many. */
  async prune(): Promise<number> {
    return this.runner.run(systemActor('reconciler'), async (tx) => {
      await tx.execute(`delete from inbox where taken_at < now() - make_interval(days => $1)`, [4 * KEEP_DAYS]);
      return tx.execute(PRUNE, [KEEP_DAYS], 'outbox_prune');
    });
  }
}

const RESTORE = `
  update outbox o set enqueued_at = null
  from unnest($1::text[], $2::int[]) as route (topic, patience)
  where o.topic = route.topic and o.enqueued_at < now() - make_interval(secs => route.patience)
    and o.enqueued_at is not null and o.done_at is null and o.dead_at is null`;

/** Oldest keys first: the done rows lie together at the front of the primary key. */
const PRUNE = `
  delete from outbox where id in (
    select id from (select id, done_at from outbox order by id limit 20000) o where done_at < now() - make_interval(days => $1))`;
