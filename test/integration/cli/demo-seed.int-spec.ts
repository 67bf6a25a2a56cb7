import { AGENCY_FAMILIES } from '@app/overstay';
import { MONEY_FAMILIES } from '../../../libs/overstay/src/domain/money-clocks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@app/kernel';
import { createKeyFile, readConfig, type AppConfig } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { SeedUnits } from '@app/territory';
import { seedDemo } from '../../../apps/cli/src/demo/seed-demo';
import { openApplication } from '../../../apps/cli/src/open-context';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const TODAY = '2026-11-24';

describe('demo seed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benve-demo-'));
  const keys = join(folder, 'keys.json');
  let db: TestDatabase;

  beforeAll(async () => {
    createKeyFile(keys);
    db = await createTestDatabase({ today: TODAY });
    const app = await openApplication('jobs', configOn(TODAY));
    await app.get(SeedPolicies).run();
    await app.get(SeedUnits).run();
    await app.close();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const configOn = (day: string): AppConfig =>
    readConfig({
      DATABASE_URL: db.urls.api,
      DATABASE_JOBS_URL: db.urls.jobs,
      BENVE_KEYS_FILE: keys,
      BENVE_TODAY: day,
      LOG_LEVEL: 'silent',
    });
  const seed = () =>
    seedDemo({
      people: 500,
      today: localDate(TODAY),
      password: 'hạt ngô hạt lúa mùa này',
      open: (day, role = 'jobs') => openApplication(role, configOn(day)),
    });

  it('tells a province without one fact that the lifecycle refuses', async () => {
    const seeded = await seed();
    expect(seeded.refused).toEqual([]);
    expect(seeded).toMatchObject({ communes: 38, already: false });
    expect(seeded.workers).toBeGreaterThan(450);
    expect(seeded.facts).toBeGreaterThan(100);
    expect(new Set(seeded.accounts.map(({ role }) => role)).size).toBe(7);
  }, 120_000);

  it('has people in every stage and questions of every rule', async () => {
    const stages = await db.sql<{ stage: string }>(`select distinct stage from case_file`);
    expect(stages).toHaveLength(18);
    const rules = (await db.sql<{ rule: string }>(`select distinct rule from alert`)).map(({ rule }) => rule);
    const known = await db.sql<{ rule: string; family: string }>(
      `select substr(key, 7) as rule, value ->> 'family' as family from policy_rule where key like 'alert.%'`,
    );
    // What agencies owe as a whole lies on desks, and clocks of money are told by the first night.
    const elsewhere: readonly string[] = [...AGENCY_FAMILIES, ...MONEY_FAMILIES];
    expect(known.filter(({ rule, family }) => !elsewhere.includes(family) && !rules.includes(rule))).toEqual([]);
    expect(
      await db.sql(
        `select kind, desk from desk_task where kind in ('LICENCE_END', 'PERMISSION_END', 'MONTHLY_UPDATE') and desk in ('agency', 'centre') group by 1, 2 order by 1, 2`,
      ),
    ).toEqual(
      expect.arrayContaining([
        { kind: 'LICENCE_END', desk: 'agency' },
        { kind: 'LICENCE_END', desk: 'centre' },
        { kind: 'MONTHLY_UPDATE', desk: 'agency' },
        { kind: 'PERMISSION_END', desk: 'centre' },
      ]),
    );
    // Most communes have sent last month's report in time.
    expect(await db.sql(`select count(*)::int as sent, bool_or(sent_on > due_on) as late from monthly_report`)).toEqual([
      { sent: 32, late: false },
    ]);
    const owed = await db.sql<{ addressee: string }>(`select distinct split_part(addressee, ':', 1) as addressee from notice order by 1`);
    expect(owed.map(({ addressee }) => addressee)).toEqual(['AGENCY', 'COMMUNE', 'ESC', 'SO']);
  });

  it('changes nothing the second time', async () => {
    const count = () => db.sql(`select (select count(*) from worker) as people, (select count(*) from case_event) as facts`);
    const before = await count();
    expect(await seed()).toMatchObject({ already: true, workers: 0, cases: 0, facts: 0, alerts: 0 });
    expect(await count()).toEqual(before);
  }, 60_000);

  it('keeps away from real offices', async () => {
    await db.sql(`update organisation set key = 'TTDVVL-12' where key = 'DEMO-TTDVVL-12'`);
    await expect(seed()).rejects.toMatchObject({ code: 'DEMO_REFUSED', details: { organisation: 'TTDVVL-12' } });
  }, 60_000);
});
