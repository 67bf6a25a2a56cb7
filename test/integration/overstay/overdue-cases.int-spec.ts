import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertOverdueCases } from '../../support/overdue-cases';

describe('overdue cases of the fixture', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
  });
  afterAll(() => db.close());

  it('are people abroad whose contract has ended, in communes in force', async () => {
    const made = await insertOverdueCases(db.sql, { count: 100, today: '2026-11-22', communes: 7, withoutMail: 2 });
    expect(made.caseIds).toHaveLength(100);
    expect(made.communes).toHaveLength(7);
    const [row] = await db.sql<{ cases: number; events: number; mails: number }>(
      `select (select count(*)::int from case_file where stage = 'ABROAD' and contract_end < '2026-11-22') as cases,
        (select count(*)::int from case_event) as events, (select count(*)::int from organisation where email is not null) as mails`,
    );
    expect(row).toEqual({ cases: 100, events: 100, mails: 5 + 2 + 3 });
  });
});
