import { systemActor } from '@app/kernel';
import { DutyRunner, JobConsumers, JobQueues, Outbox, OutboxRelay, Reconciler, type JobProcessor, type OutboxRoute } from '@app/platform';
import { BACKENDS, createQueueFixture, eventually, silentLog, type QueueFixture } from '../../support/queue-fixture';

const ROUTES: OutboxRoute[] = [{ topic: 'test.effect.v1', queue: 'notices', job: 'effect', chunk: 20, patience: 1 }];

describe.each(BACKENDS)('OutboxRelay on %s', (kind) => {
  let fixture: QueueFixture | undefined;
  let stop: (() => Promise<void>)[];
  let calls: number;
  beforeEach(async () => {
    stop = [];
    calls = 0;
    fixture = await createQueueFixture(kind, `OutboxRelay on ${kind}`);
    await fixture?.db.sql('create table effect (n int); grant insert on effect to benve_jobs');
  });
  afterEach(async () => {
    for (const end of stop.reverse()) await end();
    await fixture?.close();
  });

  /** One background process: relay, reconciler and a consumer whose effect is one row per duty; number 13 is poisoned. */
  function startProcess(f: QueueFixture): JobQueues {
    const backend = f.open();
    const duties = new DutyRunner(f.db.jobs, silentLog);
    const effect: JobProcessor = {
      queue: 'notices',
      job: 'effect',
      process: ({ ids }) =>
        duties.run('test', ids, async (tx, rows) => {
          calls++;
          for (const row of rows) {
            if (row.payload.n === 13) throw new Error('poison');
            await tx.execute('insert into effect values ($1)', [row.payload.n]);
          }
        }),
    };
    const queues = new JobQueues(backend);
    const consumers = new JobConsumers(backend, [effect], silentLog);
    const relay = new OutboxRelay(f.db.jobs, queues, ROUTES, ['test.ignored.v1'], silentLog);
    const reconciler = new Reconciler(f.db.jobs, ROUTES, silentLog);
    const timer = setInterval(() => void reconciler.run().catch(() => undefined), 500);
    consumers.start();
    relay.start();
    stop.push(async () => {
      clearInterval(timer);
      await relay.stop();
      await consumers.close(2_000);
      await queues.close();
    });
    return queues;
  }
  const owe = (f: QueueFixture, from: number, to: number) =>
    f.db.jobs.run(systemActor('test'), (tx) =>
      tx.execute(
        `insert into outbox (topic, payload) select 'test.effect.v1', jsonb_build_object('n', n) from generate_series($1::int, $2::int) n`,
        [from, to],
      ),
    );
  const effects = async (f: QueueFixture) => (await f.db.sql<{ n: number }>('select n from effect order by n')).map((row) => row.n);
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it('does every duty once, in chunks, and the API needs no queue to owe one', async () => {
    if (!fixture) return;
    const f = fixture;
    await f.db.api.run({ ...systemActor('test'), scope: { kind: 'none' } }, (tx) => Outbox.enqueue(tx, 'test.effect.v1', { n: 100 }));
    await owe(f, 101, 400);
    startProcess(f);
    await eventually(async () => (await effects(f)).length >= 301, 20_000, 'effects');
    expect(await effects(f)).toEqual(numbers(100, 400));
    expect(calls).toBeLessThanOrEqual(20);
    expect(await f.db.sql(`select from outbox where done_at is null and topic = 'test.effect.v1'`)).toHaveLength(0);
  });

  it('stops only the poisoned row and says why', async () => {
    if (!fixture) return;
    const f = fixture;
    await owe(f, 1, 60);
    startProcess(f);
    await eventually(async () => (await effects(f)).length >= 59, 20_000, 'effects');
    expect(await effects(f)).toEqual(numbers(1, 60).filter((n) => n !== 13));
    await f.db.sql('update outbox set attempts = 9, due_at = now(), enqueued_at = null where done_at is null');
    const dead = await eventually(
      async () => (await f.db.sql<{ last_error: string }>('select last_error from outbox where dead_at is not null'))[0],
      10_000,
      'dead row',
    );
    expect(dead.last_error).toContain('poison');
  });

  it('brings everything back after the queue was emptied in the middle, without a second effect', async () => {
    if (!fixture) return;
    const f = fixture;
    startProcess(f);
    for (let block = 0; block < 5; block++) {
      await owe(f, 1_000 + block * 200, 1_199 + block * 200);
      await f.flush();
    }
    await eventually(async () => (await effects(f)).length >= 1_000, 60_000, 'effects');
    expect(await effects(f)).toEqual(numbers(1_000, 1_999));
  });

  it('works with two processes on one outbox', async () => {
    if (!fixture) return;
    const f = fixture;
    startProcess(f);
    startProcess(f);
    await owe(f, 1_000, 2_999);
    await eventually(async () => (await effects(f)).length >= 2_000, 30_000, 'effects');
    expect(await effects(f)).toEqual(numbers(1_000, 2_999));
  });

  it('restores a schedule that was lost and leaves a sound one alone', async () => {
    if (!fixture) return;
    const f = fixture;
    const queues = startProcess(f);
    const schedule = {
      id: 'overstay',
      queue: 'sweeps' as const,
      job: 'sweep',
      pattern: '0 1 * * *',
      zone: 'Asia/Ho_Chi_Minh',
    };
    expect(await queues.ensureSchedule(schedule)).toBe(true);
    expect(await queues.ensureSchedule(schedule)).toBe(false);
    await f.flush();
    expect(await queues.ensureSchedule(schedule)).toBe(true);
    await queues.ensureSchedule({ ...schedule, id: 'retired' });
    expect(await queues.dropUnknown([schedule])).toEqual(['retired']);
    expect(await queues.dropUnknown([schedule])).toEqual([]);
    expect(await queues.ensureSchedule(schedule)).toBe(false);
  });

  it('waits while the queue is away and goes on when it is back', async () => {
    const f = fixture;
    if (!f?.redis) return;
    startProcess(f);
    await owe(f, 1, 12);
    await eventually(async () => (await effects(f)).length === 12, 20_000, 'effects');
    await f.redis.kill();
    await owe(f, 101, 150);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await f.db.sql('select from outbox where done_at is null')).toHaveLength(50);
    await f.redis.start();
    await eventually(async () => (await effects(f)).length >= 62, 50_000, 'effects after the queue came back');
    expect(await effects(f)).toEqual([...numbers(1, 12), ...numbers(101, 150)]);
  });
});
