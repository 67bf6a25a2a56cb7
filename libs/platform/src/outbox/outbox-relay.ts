import { systemActor } from '@app/kernel';
import type { TransactionRunner, Tx } from '../database/transaction-runner';
import { Heartbeats } from '../health/heartbeats';
import type { Log } from '../logging/log';
import type { Job, JobQueues } from '../queue/job-queues';
import type { QueueName } from '../queue/queue-names';
import { Duties } from './duties';
import type { OutboxRoute } from './outbox-route';

const BLOCK = 1_000;
const IDLE_MS = 500;
const LONGEST_WAIT_MS = 15_000;

interface Due {
  id: number;
  topic: string;
  passes: number;
}

/**
 * Hands outbox rows over to the queue, the only `add` of the system. Rows are marked in the transaction that gave them away:
 * killed in between, they are given again under the same job id. Any number of relays may run.
 */
export class OutboxRelay {
  private readonly routes: ReadonlyMap<string, OutboxRoute>;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = true;
  private failures = 0;

  constructor(
    private readonly runner: TransactionRunner,
    private readonly queues: JobQueues,
    routes: readonly OutboxRoute[],
    /** Topics this version knows and nobody here listens to. */
    private readonly ignored: readonly string[],
    private readonly log: Log,
  ) {
    this.routes = new Map(routes.map((route) => [route.topic, route]));
    if (this.routes.size !== routes.length) throw new Error('two routes for one outbox topic');
  }

  /** Hands over one block; returns how many rows. Topics this version does not know stay for a newer one of the program. */
  async round(): Promise<number> {
    return this.runner.run(systemActor('relay'), async (tx) => {
      const claimed = await tx.query<Due>(CLAIM, [[...this.routes.keys(), ...this.ignored], BLOCK], 'outbox_claim');
      const due = claimed.filter((row) => this.routes.has(row.topic));
      for (const [queue, jobs] of this.jobs(due)) await this.queues.add(queue, jobs);
      if (due.length) await tx.execute(MARK, [due.map((row) => row.id)], 'outbox_mark');
      if (due.length < claimed.length)
        await Duties.done(
          tx,
          claimed.filter((row) => !this.routes.has(row.topic)).map((row) => row.id),
        );
      await this.beat(tx, claimed.length > 0);
      return claimed.length;
    });
  }

  start(): void {
    this.stopped = false;
    this.plan(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.step();
    }, ms);
  }

  private async step(): Promise<void> {
    try {
      const moved = await this.round();
      if (this.failures) this.log.info({ failures: this.failures }, 'relay works again');
      this.failures = 0;
      this.plan(moved === BLOCK ? 0 : IDLE_MS);
    } catch (error) {
      this.failures++;
      const wait = Math.min(IDLE_MS * 2 ** this.failures, LONGEST_WAIT_MS);
      this.log.warn({ err: error, failures: this.failures, wait }, 'relay waits');
      this.plan(wait);
    }
  }

  /** The id holds the pass: a row handed over again is a new job even while the lost one lies in a failed set. */
  private jobs(due: readonly Due[]): Map<QueueName, Job[]> {
    const rows = new Map<OutboxRoute, Due[]>();
    for (const row of due) {
      const route = this.routes.get(row.topic)!;
      const list = rows.get(route);
      if (list) list.push(row);
      else rows.set(route, [row]);
    }
    const jobs = new Map<QueueName, Job[]>();
    for (const [route, all] of rows) {
      const list = jobs.get(route.queue) ?? [];
      for (let at = 0; at < all.length; at += route.chunk) {
        const part = all.slice(at, at + route.chunk);
        list.push({
          id: `outbox-${part[0]!.id}-${part.length}-${part[0]!.passes}`,
          name: route.job,
          data: { ids: part.map((row) => row.id) },
        });
      }
      jobs.set(route.queue, list);
    }
    return jobs;
  }

  private lastBeat = 0;
  private async beat(tx: Tx, moved: boolean): Promise<void> {
    if (!moved && Date.now() - this.lastBeat < 10_000) return;
    this.lastBeat = Date.now();
    await Heartbeats.beat(tx, 'relay');
  }
}

const CLAIM = `
  select id, topic, passes from outbox
  where enqueued_at is null and done_at is null and dead_at is null and due_at <= now() and topic = any ($1)
  order by due_at, id limit $2 for update skip locked`;

const MARK = `update outbox set enqueued_at = now(), passes = passes + 1 where id = any ($1::bigint[])`;
