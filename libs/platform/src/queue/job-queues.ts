import { Queue, type IQueueBackend } from 'bullmq';
import { withDeadline } from './deadline';
import type { QueueBackend } from './queue-backend';
import type { QueueName } from './queue-names';

/** A hint to do something now: the name of the work and ids of rows. */
export interface Job {
  id: string;
  name: string;
  data: { ids: readonly number[] };
}

export interface Schedule {
  /** Stable: one schedule per id, changed in place and never removed and added again. */
  id: string;
  queue: QueueName;
  job: string;
  /** Cron pattern in `zone`. */
  pattern: string;
  zone: string;
}

type AnyQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, never>;

/** How long the store may take before a hint counts as not given. The row stays and is tried again. */
const PATIENCE_MS = 5_000;

/** The only door into the queues; used by the outbox relay and by the upsert of schedules. */
export class JobQueues {
  private readonly queues = new Map<QueueName, AnyQueue>();

  constructor(private readonly backend: QueueBackend) {}

  /** Throws when the store did not take all of them in time; taking one twice is harmless (same id). */
  async add(queue: QueueName, jobs: readonly Job[]): Promise<void> {
    const entries = jobs.map(({ id, name, data }) => ({
      name,
      data,
      opts: {
        jobId: id,
        attempts: 3,
        backoff: { type: 'exponential', delay: 2_000 },
        removeOnComplete: true,
        removeOnFail: { age: 86_400, count: 1_000 },
      },
    }));
    await withDeadline(this.open(queue).addBulk(entries), PATIENCE_MS, `queue ${queue} does not answer`);
  }

  /** Restores a schedule that is missing, changed or no longer ticking; leaves a sound one alone. True when it wrote. */
  async ensureSchedule(schedule: Schedule, now = Date.now()): Promise<boolean> {
    const queue = this.open(schedule.queue);
    const found = await withDeadline(queue.getJobScheduler(schedule.id), PATIENCE_MS, `queue ${schedule.queue} does not answer`);
    const ticking = found?.next !== undefined && found.next > now - 120_000;
    if (found && ticking && found.pattern === schedule.pattern && found.tz === schedule.zone) return false;
    const upsert = queue.upsertJobScheduler(
      schedule.id,
      { pattern: schedule.pattern, tz: schedule.zone },
      {
        name: schedule.job,
        data: { ids: [] },
        opts: { removeOnComplete: true, removeOnFail: { age: 86_400, count: 100 } },
      },
    );
    await withDeadline(upsert, PATIENCE_MS, `queue ${schedule.queue} does not answer`);
    return true;
  }

  /** Takes schedules of earlier versions out of the queues: nobody answers their jobs any more. Returns their ids. */
  async dropUnknown(known: readonly Schedule[]): Promise<string[]> {
    const dropped: string[] = [];
    for (const name of new Set(known.map(({ queue }) => queue))) {
      const queue = this.open(name);
      const there = await withDeadline(queue.getJobSchedulers(), PATIENCE_MS, `queue ${name} does not answer`);
      for (const { key } of there.filter((one) => !known.some(({ id }) => id === one.key))) {
        await withDeadline(queue.removeJobScheduler(key), PATIENCE_MS, `queue ${name} does not answer`);
        dropped.push(key);
      }
    }
    return dropped;
  }

  /** Jobs that BullMQ gave up; their rows are handed over again by the reconciler. */
  async failedJobs(queue: QueueName): Promise<number> {
    return withDeadline(this.open(queue).getFailedCount(), PATIENCE_MS, `queue ${queue} does not answer`);
  }

  async close(): Promise<void> {
    const closing = [...this.queues.values()].map((queue) =>
      withDeadline(queue.close(), PATIENCE_MS, 'close').catch(() => queue.disconnect()),
    );
    this.queues.clear();
    await Promise.allSettled(closing);
    await this.backend.close();
  }

  private open(name: QueueName): AnyQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue: AnyQueue = new Queue(name, { connection: this.backend.connection('produce'), prefix: 'benve' }, this.backend.factory);
    // Each call reports its own failure; the event would end the process.
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }
}
