import { Worker, type IQueueBackend } from 'bullmq';
import type { Log } from '../logging/log';
import { withDeadline } from './deadline';
import type { QueueBackend } from './queue-backend';
import type { QueueName } from './queue-names';

export interface JobRows {
  /** Outbox rows; empty for a scheduled job. */
  ids: readonly number[];
}

/** Does one kind of job. Must be harmless when run twice, at once or after it was done. */
export interface JobProcessor {
  readonly queue: QueueName;
  /** Name of the job; exactly one processor answers to it. */
  readonly job: string;
  process(data: JobRows): Promise<void>;
}

type AnyWorker = Worker<JobRows, void, string, IQueueBackend, never, never>;

const CONCURRENCY: Record<QueueName, number> = { notices: 4, sweeps: 1, imports: 1 };

/** Takes jobs off the queues and gives each to its processor. */
export class JobConsumers {
  private readonly workers = new Map<QueueName, AnyWorker>();
  private readonly active = new Map<QueueName, number>();
  private readonly byName: ReadonlyMap<string, JobProcessor>;

  /** Throws when two processors answer to one job: the start refuses. */
  constructor(
    private readonly backend: QueueBackend,
    processors: readonly JobProcessor[],
    private readonly log: Log,
  ) {
    const byName = new Map<string, JobProcessor>();
    for (const processor of processors) {
      const key = `${processor.queue} ${processor.job}`;
      if (byName.has(key)) throw new Error(`two processors for the job ${key}`);
      byName.set(key, processor);
    }
    this.byName = byName;
  }

  answers(queue: QueueName, job: string): boolean {
    return this.byName.has(`${queue} ${job}`);
  }

  start(): void {
    for (const { queue } of this.byName.values()) if (!this.workers.has(queue)) this.open(queue);
  }

  /** Whether a job of this queue is being done in this process now. */
  isBusy(queue: QueueName): boolean {
    return (this.active.get(queue) ?? 0) > 0;
  }

  /** Queues this process consumes. */
  get queues(): QueueName[] {
    return [...new Set([...this.byName.values()].map((processor) => processor.queue))];
  }

  /** For a queue whose connection looks alive but brings no job any more. */
  async restart(queue: QueueName): Promise<void> {
    const worker = this.workers.get(queue);
    this.open(queue);
    if (worker) await withDeadline(worker.close(true), 5_000, 'close').catch(() => undefined);
  }

  /** Lets running jobs finish for `graceMs`, then leaves them to whoever starts next. */
  async close(graceMs = 25_000): Promise<void> {
    const closing = [...this.workers.values()].map((worker) =>
      withDeadline(worker.close(), graceMs, 'grace is over').catch(() =>
        withDeadline(worker.close(true), 2_000, 'close').catch(() => undefined),
      ),
    );
    this.workers.clear();
    await Promise.all(closing);
  }

  private open(queue: QueueName): void {
    const worker: AnyWorker = new Worker(
      queue,
      async (job) => {
        const processor = this.byName.get(`${queue} ${job.name}`);
        if (!processor) throw new Error(`no processor for the job ${queue} ${job.name}`);
        this.active.set(queue, (this.active.get(queue) ?? 0) + 1);
        try {
          await processor.process(job.data);
        } finally {
          this.active.set(queue, this.active.get(queue)! - 1);
        }
      },
      {
        connection: this.backend.connection('consume'),
        prefix: 'benve',
        concurrency: CONCURRENCY[queue],
        // A job whose process was killed twice would otherwise be given up whatever its attempts.
        maxStalledCount: 1_000,
        lockDuration: 30_000,
        stalledInterval: 15_000,
        drainDelay: 5,
        runRetryDelay: 2_000,
      },
      this.backend.factory,
    );
    worker.on('error', (error) => this.log.warn({ queue, err: error }, 'queue connection'));
    worker.on('failed', (job, error) => this.log.error({ queue, job: job?.name, jobId: job?.id, err: error }, 'job failed'));
    this.workers.set(queue, worker);
  }
}
