import { ImportTargets, RegisterTarget, RequestImport } from '@app/imports';
import { OpenCasesInBulk } from '@app/casework';
import { newId } from '@app/kernel';
import { readKeyFile, Seal } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { KnownPeople, RegisterWorkersInBulk } from '@app/workers';
import { buildJobs, type BuiltJobs, JobsProcess } from '../support/jobs-process';
import { BACKENDS, createQueueFixture, eventually, type QueueFixture } from '../support/queue-fixture';
import { registerCsv } from '../support/register-csv';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';

const ROWS = 4_000;

jest.setTimeout(300_000);

describe.each(BACKENDS)('kill -9 of the background program during an import, queue on %s', (kind) => {
  let queue: QueueFixture | undefined;
  let built: BuiltJobs;
  let tenants: Tenants;
  let jobs: JobsProcess | undefined;
  beforeAll(async () => {
    queue = await createQueueFixture(kind, `import-kill on ${kind}`, { today: TODAY });
    if (!queue) return;
    tenants = await insertTenants(queue.db);
    await new SeedPolicies(queue.db.jobs).run();
    built = buildJobs();
  });
  afterAll(async () => {
    await jobs?.kill();
    await queue?.close();
    built?.remove();
  });

  const start = (queueNow: QueueFixture) =>
    JobsProcess.start(built, {
      DATABASE_URL: queueNow.db.urls.jobs,
      SMTP_URL: 'smtp://127.0.0.1:9',
      BENVE_TODAY: TODAY,
      QUEUE_BACKEND: kind,
      LOG_LEVEL: 'info',
      ...(queueNow.redis ? { REDIS_URL: queueNow.redis.url } : {}),
    });

  it('takes the file in once, whole, by the next program', async () => {
    if (!queue) return;
    const { db } = queue;
    const seal = new Seal(readKeyFile(built.keysFile));
    const targets = new ImportTargets().register(
      new RegisterTarget(new KnownPeople(seal), new RegisterWorkersInBulk(seal), new OpenCasesInBulk()),
    );
    const count = async (sql: string) => Number((await db.sql<{ n: string }>(`select count(*) as n from ${sql}`))[0]!.n);
    const state = async () =>
      (await db.sql<{ phase: string; attempts: number }>(`select phase, attempts from import_task where id = $1`, [importId]))[0]!;
    const before = [await count('worker'), await count('case_file'), await count('case_event')];
    const { importId } = await new RequestImport(db.api, seal, targets).run(
      tenants.account('centre-12').actor,
      { kind: 'register', fileName: 'so.csv', bytes: registerCsv(ROWS) },
      newId(),
    );
    for (let kill = 1; kill <= 3; kill++) {
      jobs = await start(queue);
      await eventually(async () => (await state()).attempts >= kill && (await state()).phase !== 'waiting', 60_000, `attempt ${kill}`);
      await new Promise((resolve) => setTimeout(resolve, kill * 150));
      await jobs.kill();
      if ((await state()).phase === 'done') break;
      await eventually(
        async () =>
          (
            await db.sql(`select from pg_stat_activity where datname = $1 and usename = 'benve_jobs' and application_name = 'benve-jobs'`, [
              db.name,
            ])
          ).length === 0,
        30_000,
        'the dead program is gone from the database',
      );
      expect([await count('worker'), await count('case_file'), await count('case_event')]).toEqual(before);
      await db.sql(`update import_task set seen_at = now() - interval '1 minute' where id = $1`, [importId]);
      await db.sql(`update outbox set enqueued_at = enqueued_at - interval '1 hour' where done_at is null and enqueued_at is not null`);
      await queue.expireLocks();
    }
    jobs = await start(queue);
    await eventually(async () => (await state()).phase === 'done', 120_000, 'the import');
    expect(await count('worker')).toBe(before[0]! + ROWS);
    expect(await count('case_file')).toBe(before[1]! + ROWS);
    expect(await count(`import_batch where id = '${importId}'`)).toBe(1);
    await eventually(
      async () => (await count(`outbox where topic = 'imports.requested.v1' and done_at is null`)) === 0,
      60_000,
      'its duty is done',
    );
    console.log(`import killed on ${kind}: ${(await state()).attempts} attempts, one effect`);
  });
});
