import { systemActor } from '@app/kernel';
import { Heartbeats, JobConsumers, type Log, type QueueName, TransactionRunner, type Tx } from '@app/platform';
import { probeTopic } from '../outbox-routes';

const SILENT_SECONDS = 90;

/** Sends a probe through each queue and renews the consumer of one that stays silent although the relay works. */
export class QueueProbes {
  private readonly since = new Map<QueueName, number>();

  constructor(
    private readonly runner: TransactionRunner,
    private readonly consumers: JobConsumers,
    private readonly log: Log,
  ) {}

  async round(now = Date.now()): Promise<void> {
    const ages = await this.runner.run(systemActor('watchdog'), async (tx) => {
      for (const queue of this.consumers.queues) await sendProbe(tx, queue);
      return new Map((await Heartbeats.list(tx)).map((beat) => [beat.name, beat.age]));
    });
    if ((ages.get('relay') ?? Infinity) > 30) return;
    for (const queue of this.consumers.queues) {
      const begun = this.since.get(queue) ?? now;
      this.since.set(queue, begun);
      const silent = Math.min(ages.get(`queue:${queue}`) ?? Infinity, (now - begun) / 1000);
      if (silent < SILENT_SECONDS || this.consumers.isBusy(queue)) continue;
      this.log.error({ queue, silent }, 'queue brings no jobs: consumer renewed');
      this.since.set(queue, now);
      await this.consumers.restart(queue);
    }
  }
}

/** One probe per queue on its way at a time, at most every half minute. */
async function sendProbe(tx: Tx, queue: QueueName): Promise<void> {
  await tx.execute(
    `insert into outbox (topic) select $1 where not exists (select from outbox where topic = $1 and done_at is null and id > (select coalesce(max(id), 0) - 100000 from outbox))
       and not exists (select from heartbeat where name = $2 and at > now() - interval '30 seconds')`,
    [probeTopic(queue), `queue:${queue}`],
    'probe_send',
  );
}
