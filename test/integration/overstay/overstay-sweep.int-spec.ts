import { OverstaySweep } from '@app/overstay';
import { AppConfig } from '@app/platform';
import { insertOverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertAlertPolicies } from './alert-policies';

const TODAY = '2026-11-22';

describe('OverstaySweep', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertAlertPolicies(db.sql);
  });
  afterEach(() => db.close());
  const sweep = (asOf?: string) => new OverstaySweep(db.jobs, Object.assign(new AppConfig(), { DATABASE_URL: '' })).run({ asOf, startedBy: 'test' });

  it('asks about every overdue case and adds nothing when run again', async () => {
    await insertOverdueCases(db.sql, { count: 500, today: TODAY });
    const first = await sweep();
    expect(first.raised).toBeGreaterThan(500);
    expect(await sweep()).toMatchObject({ raised: 0, closed: 0, notices: 0 });
    expect(await sweep('2026-11-21')).toMatchObject({ raised: 0, closed: 0, notices: 0 });
  });
});
