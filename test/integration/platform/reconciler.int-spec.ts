import { systemActor } from '@app/kernel';
import { ForgetDocuments } from '@app/documents';
import { ForgetFiles } from '@app/papers';
import { FolderStore, OutboxRelay, outboxStatus, Reconciler, type Job, type JobQueues, type OutboxRoute } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { RetentionProcessor } from '../../../apps/jobs/src/processors/retention.processor';
import { silentLog } from '../../support/queue-fixture';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const ROUTES: OutboxRoute[] = [
  { topic: 'test.a.v1', queue: 'notices', job: 'a', chunk: 10, patience: 60 },
  { topic: 'test.slow.v1', queue: 'imports', job: 'slow', chunk: 1, patience: 3_600 },
];

describe('Reconciler and relay on the tables', () => {
  let db: TestDatabase;
  let reconciler: Reconciler;
  const added: Job[] = [];
  const queues = {
    add: async (_queue: string, jobs: readonly Job[]) => void added.push(...jobs),
  } as unknown as JobQueues;
  const relay = () => new OutboxRelay(db.jobs, queues, ROUTES, ['test.ignored.v1'], silentLog);
  const insert = (rows: string) => db.sql(`insert into outbox (topic, enqueued_at, done_at, dead_at) values ${rows}`);
  const column = async (sql: string) => (await db.sql<{ v: unknown }>(sql)).map((row) => row.v);
  beforeEach(async () => {
    added.length = 0;
    db = await createTestDatabase({ today: '2026-11-24' });
    reconciler = new Reconciler(db.jobs, ROUTES, silentLog);
  });
  afterEach(() => db.close());

  it('takes back what was handed over too long ago for its kind of work, and nothing else', async () => {
    await insert(`('test.a.v1', now() - interval '2 minutes', null, null), ('test.a.v1', now() - interval '10 seconds', null, null), ('test.slow.v1', now() - interval '2 minutes', null, null),
      ('test.a.v1', now() - interval '2 minutes', now(), null), ('test.a.v1', now() - interval '2 minutes', null, now())`);
    expect(await reconciler.run()).toBe(1);
    expect(await column('select id as v from outbox where enqueued_at is null')).toHaveLength(1);
  });

  it('gives a row handed over again a new job id, so that a lost job of the same name cannot swallow it', async () => {
    await insert(`('test.a.v1', null, null, null)`);
    await relay().round();
    await db.sql(`update outbox set enqueued_at = now() - interval '1 hour'`);
    await reconciler.run();
    await relay().round();
    expect(added).toHaveLength(2);
    expect(added[0]!.id).not.toBe(added[1]!.id);
    expect(added[0]!.data).toEqual(added[1]!.data);
  });

  it('leaves topics of a newer program alone and ends those nobody listens to', async () => {
    await insert(`('future.fact.v9', null, null, null), ('test.ignored.v1', null, null, null)`);
    await relay().round();
    expect(await column('select topic as v from outbox where done_at is null')).toEqual(['future.fact.v9']);
    expect(added).toEqual([]);
  });

  it('marks nothing when the queue did not take the jobs', async () => {
    await insert(`('test.a.v1', null, null, null)`);
    const refusing = { add: async () => Promise.reject(new Error('away')) } as unknown as JobQueues;
    await expect(new OutboxRelay(db.jobs, refusing, ROUTES, [], silentLog).round()).rejects.toThrow('away');
    expect(await column('select count(*)::int as v from outbox where enqueued_at is null')).toEqual([1]);
  });

  it('puts given-up and lost duties back to work when a person asks', async () => {
    await insert(`('test.a.v1', now(), null, now()), ('test.a.v1', now(), null, null), ('test.a.v1', now(), now(), null)`);
    await db.sql(`update outbox set last_error = 'broken' where dead_at is not null`);
    const status = await db.jobs.run(systemActor('test'), outboxStatus);
    expect(status).toEqual([expect.objectContaining({ topic: 'test.a.v1', waiting: 0, handedOver: 1, dead: 1, lastError: 'broken' })]);
    expect(await reconciler.replay()).toBe(2);
    await relay().round();
    expect(added.flatMap((job) => job.data.ids)).toHaveLength(2);
  });

  it('forgets by the retention what its purpose has ended for', async () => {
    await new SeedPolicies(db.jobs).run();
    await insert(
      `('test.a.v1', now(), now() - interval '8 days', null), ('test.a.v1', now(), now() - interval '6 days', null), ('test.a.v1', null, null, null)`,
    );
    await db.sql(
      `insert into login_attempt (login_hash, address, at, succeeded) values ('x', '::1', now() - interval '31 days', false), ('x', '::1', now(), false)`,
    );
    await db.sql(`insert into idempotency_key (account_id, key, route, request_hash, created_at)
      values (gen_random_uuid(), 'a', 'x', 'x', now() - interval '8 days'), (gen_random_uuid(), 'b', 'x', 'x', now())`);
    await new RetentionProcessor(
      db.jobs,
      reconciler,
      new ForgetFiles(db.jobs, new FolderStore('.data/none')),
      new ForgetDocuments(db.jobs, new FolderStore('.data/none')),
    ).process();
    expect(
      await column(
        'select count(*)::int as v from outbox union all select count(*)::int from login_attempt union all select count(*)::int from idempotency_key',
      ),
    ).toEqual([2, 1, 1]);
  });
});
