import { DutyRunner, Heartbeats, type JobRows, type JobProcessor, type QueueName } from '@app/platform';

/** Proof that a queue brings jobs: its heartbeat is written by a job that went the whole way. */
export class ProbeProcessor implements JobProcessor {
  readonly job = 'probe';

  constructor(
    readonly queue: QueueName,
    private readonly duties: DutyRunner,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('probe', ids, (tx) => Heartbeats.beat(tx, `queue:${this.queue}`));
  }
}
