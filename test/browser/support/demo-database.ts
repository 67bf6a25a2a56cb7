import { createHash } from 'node:crypto';
import { localDate } from '@app/kernel';
import { readConfig } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { SeedUnits } from '@app/territory';
import { MIGRATIONS } from '@migrations';
import { seedDemo } from '../../../apps/cli/src/demo/seed-demo';
import { openApplication } from '../../../apps/cli/src/open-context';
import { keyFile } from '../../support/application';
import { createTestDatabase, onServer, type TestDatabase } from '../../support/test-database';

/** The business day of every browser test: a Thursday in the middle of a month. */
export const TODAY = '2026-11-26';
export const PASSWORD = 'hạt ngô hạt lúa mùa này';

/** A database of its own with the demo province in it, as `npm start` makes it. The first caller of a run seeds; the others clone. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const template = `benve_demo_${createHash('sha1').update(MIGRATIONS.map(String).join()).digest('hex').slice(0, 12)}`;
  await onServer(process.env.TEST_POSTGRES_URL!, async (server) => {
    await server.query('select pg_advisory_lock(4712)');
    try {
      const known = await server.query('select from pg_database where datname = $1', [template]);
      if (!known.rowCount) await seedTemplate(template);
    } finally {
      await server.query('select pg_advisory_unlock(4712)');
    }
  });
  return createTestDatabase({ today: TODAY, from: template });
}

async function seedTemplate(template: string): Promise<void> {
  const db = await createTestDatabase({ today: TODAY });
  const keys = keyFile();
  const configOn = (day: string) =>
    readConfig({
      DATABASE_URL: db.urls.api,
      DATABASE_JOBS_URL: db.urls.jobs,
      BENVE_KEYS_FILE: keys,
      BENVE_TODAY: day,
      LOG_LEVEL: 'silent',
    });
  const first = await openApplication('jobs', configOn(TODAY));
  await first.get(SeedPolicies).run();
  await first.get(SeedUnits).run();
  await first.close();
  await seedDemo({
    people: 500,
    today: localDate(TODAY),
    password: PASSWORD,
    open: (day, role = 'jobs') => openApplication(role, configOn(day)),
  });
  await db.keepAs(template);
}
