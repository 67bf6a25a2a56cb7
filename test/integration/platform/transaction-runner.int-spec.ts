import { systemActor, type Actor } from '@app/kernel';
import { AuditTrail, Outbox } from '@app/platform';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const officer: Actor = {
  accountId: '00000000-0000-7000-8000-000000000001',
  login: 'officer',
  role: 'department_officer',
  organisationId: null,
  scope: { kind: 'province', province: '12' },
};

describe('TransactionRunner', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
  });
  afterAll(() => db.close());

  it('judges by the frozen business day', async () => {
    const [row] = await db.api.run(officer, (tx) => tx.query<{ today: string }>('select business_day() as today'));
    expect(row?.today).toBe('2026-11-22');
  });

  it('leaves no scope behind on the pooled connection', async () => {
    await Promise.all(Array.from({ length: 30 }, () => db.api.run(officer, async (tx) => tx.query('select 1'))));
    const rows = await db.api.run({ ...officer, scope: { kind: 'none' } }, (tx) =>
      tx.query(`select current_setting('benve.province', true) as province`),
    );
    expect(rows).toEqual([{ province: '' }]);
  });

  it('shows audit entries to their province only, and lets nobody change one', async () => {
    await db.api.run(officer, (tx) => AuditTrail.record(tx, { action: 'test.deed', subject: { kind: 'test' } }));
    const seen = (scope: Actor['scope']) =>
      db.api.run({ ...officer, scope }, (tx) => tx.query(`select id from audit_entry where action = 'test.deed'`));
    expect(await seen({ kind: 'province', province: '12' })).toHaveLength(1);
    expect(await seen({ kind: 'province', province: '15' })).toHaveLength(0);
    expect(await seen({ kind: 'system' })).toHaveLength(0);
    await expect(db.api.run(officer, (tx) => tx.execute(`update audit_entry set action = 'x'`))).rejects.toThrow(/permission denied/);
    await expect(db.jobs.run(systemActor('test'), (tx) => tx.execute(`delete from audit_entry`))).rejects.toThrow(/permission denied/);
  });

  it('never reports a transaction as kept whose failure was swallowed', async () => {
    const swallow = db.api.run(officer, async (tx) => {
      await Outbox.enqueue(tx, 'test.fact.v1', { id: 2 });
      await tx.query('select 1/0').catch(() => undefined);
    });
    await expect(swallow).rejects.toThrow('rolled back');
    expect(await db.sql('select from outbox')).toHaveLength(0);
  });

  it('takes hostile text in a scope as text', async () => {
    const hostile = `12', true), set_config('benve.scope', 'system`;
    const rows = await db.api.run({ ...officer, scope: { kind: 'province', province: hostile } }, (tx) =>
      tx.query(`select current_setting('benve.province', true) as province, current_setting('benve.scope', true) as scope`),
    );
    expect(rows).toEqual([{ province: hostile, scope: 'province' }]);
  });

  it('loses the outbox row with the transaction that failed', async () => {
    await expect(
      db.api.run(officer, async (tx) => {
        await Outbox.enqueue(tx, 'test.fact.v1', { id: 1 });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await db.sql('select from outbox')).toHaveLength(0);
  });
});
