import { createKeyFile } from '@app/platform';
import { join } from 'node:path';
import { answers, freePort, launch, newDataFolder, runs } from '../support/launcher';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** With a database of the operator's own the launcher brings nothing that a trial has. */
describe('npm start with DATABASE_URL', () => {
  const folder = newDataFolder();
  let db: TestDatabase;
  let smtp: SmtpSink;

  beforeAll(async () => {
    db = await createTestDatabase();
    await db.sql(`alter database ${db.name} owner to benve_owner`);
    smtp = await startSmtpSink();
    createKeyFile(join(folder.path, 'office-keys.json'));
  });
  afterAll(async () => {
    await smtp.close();
    await db.close();
    folder.remove();
  });

  it('runs in production: migrated, without demo data, catcher or a database of its own', async () => {
    const port = await freePort();
    const run = launch(['start'], {
      BENVE_DATA_DIR: folder.path,
      PORT: String(port),
      PUBLIC_URL: 'https://benve.office.example',
      DATABASE_URL: db.urls.api,
      DATABASE_JOBS_URL: db.urls.jobs,
      DATABASE_OWNER_URL: db.urls.owner,
      BENVE_KEYS_FILE: join(folder.path, 'office-keys.json'),
      SMTP_URL: smtp.url,
      QUEUE_BACKEND: 'postgres',
    });
    await run.saying('Dừng: Ctrl-C', 90_000);
    expect(run.stdout()).toContain('chạy thật');
    expect(run.stdout()).not.toContain('dùng thử');
    expect(await answers(`http://127.0.0.1:${port}/api/health/ready`)).toBe(true);
    expect(
      folder
        .processes()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['api', 'jobs', 'launcher']);
    expect(folder.postmaster()).toBeUndefined();
    const pids = folder.processes().map(({ pid }) => pid);
    run.signalGroup('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
    expect(await db.sql(`select from organisation`)).toEqual([]);
    expect((await db.sql(`select from policy_rule`)).length).toBeGreaterThan(0);
  }, 120_000);

  it('refuses demo data there', async () => {
    const run = launch(['cli', 'demo', 'seed', '--json'], {
      BENVE_DATA_DIR: folder.path,
      PUBLIC_URL: 'https://benve.office.example',
      DATABASE_URL: db.urls.api,
      DATABASE_JOBS_URL: db.urls.jobs,
      DATABASE_OWNER_URL: db.urls.owner,
      BENVE_KEYS_FILE: join(folder.path, 'office-keys.json'),
      SMTP_URL: smtp.url,
    });
    expect(await run.ended).toBe(1);
    expect(JSON.parse(run.stdout())).toMatchObject({ error: { code: 'DEMO_REFUSED' } });
  }, 60_000);
});
