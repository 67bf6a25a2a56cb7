import { systemActor } from '@app/kernel';
import { DutyRunner, JobConsumers, JobQueues, OutboxRelay, Reconciler, type JobProcessor } from '@app/platform';
import { OUTBOX_ROUTES, UNHEARD_TOPICS } from '../../../apps/jobs/src/outbox-routes';
import { ProbeProcessor } from '../../../apps/jobs/src/processors/probe.processor';
import { SWEEPS, SWEEP_GRACE_MINUTES } from '../../../apps/jobs/src/schedules';
import { findMissingSweeps } from '../../../apps/jobs/src/watchdog/missing-sweeps';
import { QueueProbes } from '../../../apps/jobs/src/watchdog/queue-probes';
import { createQueueFixture, eventually, silentLog, type QueueFixture } from '../../support/queue-fixture';

const actor = systemActor('test');

describe('the watchdog', () => {
  let f: QueueFixture;
  beforeEach(async () => {
    f = (await createQueueFixture('postgres', 'watchdog', { today: '2026-11-24' }))!;
  });
  afterEach(() => f.close());

  describe('findMissingSweeps', () => {
    /** Due `minutes` before the present local time; the first minutes after midnight have no earlier time of the same day. */
    const due = async (minutes: number) => {
      const [row] = await f.db.sql<{ at: string | null }>(
        `select to_char(l - make_interval(mins => $1), 'HH24:MI') as at from (select now() at time zone 'Asia/Ho_Chi_Minh' as l) t where l::date = (l - make_interval(mins => $1))::date`,
        [minutes],
      );
      return row?.at ?? undefined;
    };
    const missing = (dueAt: string) => f.db.jobs.run(actor, (tx) => findMissingSweeps(tx, [{ ...SWEEPS[0]!, dueAt }]));

    it('names a sweep whose time has passed without a finished run, and no other', async () => {
      const past = await due(SWEEP_GRACE_MINUTES + 1);
      if (!past) return console.warn('NOT RUN: missing sweep, it is just after midnight in Asia/Ho_Chi_Minh');
      expect(await missing(past)).toEqual(['overstay']);
      expect(await missing('23:59')).toEqual([]);
      await f.db.sql(
        `insert into sweep_run (sweep, business_day, state) values ('overstay', '2026-11-23', 'done'), ('overstay', '2026-11-24', 'running')`,
      );
      expect(await missing(past)).toEqual(['overstay']);
      await f.db.sql(`update sweep_run set state = 'done'`);
      expect(await missing(past)).toEqual([]);
    });
  });

  it('proves a queue by a job that went the whole way, and renews a consumer that stays silent', async () => {
    const backend = f.open();
    const queues = new JobQueues(backend);
    const duties = new DutyRunner(f.db.jobs, silentLog);
    const consumers = new JobConsumers(backend, [new ProbeProcessor('sweeps', duties)], silentLog);
    const relay = new OutboxRelay(f.db.jobs, queues, OUTBOX_ROUTES, UNHEARD_TOPICS, silentLog);
    const probes = new QueueProbes(f.db.jobs, consumers, silentLog);
    const beats = async () => (await f.db.sql<{ name: string }>(`select name from heartbeat order by name`)).map((row) => row.name);
    relay.start();
    await probes.round();
    await eventually(async () => (await beats()).includes('relay'), 10_000, 'relay beat');
    await probes.round();
    expect(await beats()).toEqual(['relay']);
    // Nobody consumes yet: after a while of silence the consumer is opened anew, and the probe on its way is done.
    await f.db.sql(`update outbox set enqueued_at = now() - interval '1 hour'`);
    await new Reconciler(f.db.jobs, OUTBOX_ROUTES, silentLog).run();
    await f.db.sql(`update heartbeat set at = now()`);
    await probes.round(Date.now() + 200_000);
    await eventually(async () => (await beats()).includes('queue:sweeps'), 20_000, 'probe processed');
    expect(await f.db.sql(`select from outbox where topic like 'platform.probe%'`)).toHaveLength(1);
    await relay.stop();
    await consumers.close(1_000);
    await queues.close();
  });

  it('hands every fact to exactly one job, or says that nobody listens', () => {
    const topics = [...OUTBOX_ROUTES.map((route) => route.topic), ...UNHEARD_TOPICS];
    expect(new Set(topics).size).toBe(topics.length);
    expect(topics).toEqual(
      expect.arrayContaining([
        'casework.departure-recorded.v1',
        'casework.return-recorded.v1',
        'casework.extension-recorded.v1',
        'casework.correction-recorded.v1',
      ]),
    );
  });

  it('refuses two processors for one job', () => {
    const processor: JobProcessor = { queue: 'sweeps', job: 'overstay', process: async () => undefined };
    expect(() => new JobConsumers(f.open(), [processor, { ...processor }], silentLog)).toThrow(
      'two processors for the job sweeps overstay',
    );
  });
});
