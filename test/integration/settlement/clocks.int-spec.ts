import { WatchLoans } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import { WatchSettlements } from '@app/settlement';
import { id, insertTenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** Dates in, duties out: which clock of money puts what on whose desk, on 22 November 2026. */
describe('clocks of money', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update loan set next_due_on = null`);
    await db.sql(
      `alter table refund disable trigger all; update refund set paid = principal + interest; update liquidation set state = 'CLOSED'`,
    );
  });
  afterAll(() => db.close());

  const duties = () =>
    db.sql<{ state: string }>(
      `select kind, desk, due_on::text as due, state from desk_task where kind like 'LOAN%' or kind in ('LIQUIDATION_DUE', 'ESCROW_DUE', 'REFUND_DUE') order by kind, due_on`,
    );
  const run = async () => {
    const [loans, settlements] = [await new WatchLoans(db.jobs).run(), await new WatchSettlements(db.jobs).run()];
    return { opened: loans.opened + settlements.opened, closed: loans.closed + settlements.closed };
  };

  it('opens each duty once, and closes it when its reason is gone', async () => {
    expect(await run()).toEqual({ opened: 0, closed: 0 });
    const set = (n: number, columns: string) => db.sql(`update loan set ${columns} where id = $1`, [id('loan', n)]);
    await set(0, `state = 'APPLIED', decide_by = '2026-11-24'`);
    await set(1, `state = 'APPLIED', decide_by = '2026-12-30'`);
    await set(3, `next_due_on = '2026-11-27'`);
    await set(4, `next_due_on = '2026-11-01'`);
    await set(6, `next_due_on = '2027-03-01'`);
    await db.sql(`update liquidation set state = 'OPEN', ended_on = '2026-08-01', due_by = '2027-01-28' where case_id = $1`, [
      id('case', 7),
    ]);
    await db.sql(`update case_file set stage = 'RETURNED', returned_on = '2026-08-01' where id = $1`, [id('case', 7)]);
    await db.sql(
      `update case_file set stage = 'CONTRACTED', market = 'KR', legal_form = 'PUBLIC', contract_signed_on = '2026-10-27' where id = $1`,
      [id('case', 10)],
    );
    await db.sql(`update escrow set state = 'DUE' where case_id = $1`, [id('case', 10)]);
    await db.sql(`update refund set paid = 0 where case_id = $1`, [id('case', 9)]);
    expect(await run()).toEqual({ opened: 6, closed: 0 });
    expect(await run()).toEqual({ opened: 0, closed: 0 });
    expect(await duties()).toEqual([
      { kind: 'ESCROW_DUE', desk: 'centre', due: '2026-12-01', state: 'open' },
      { kind: 'LIQUIDATION_DUE', desk: 'agency', due: '2027-01-28', state: 'open' },
      { kind: 'LOAN_DECISION', desk: 'centre', due: '2026-11-24', state: 'open' },
      { kind: 'LOAN_INSTALMENT', desk: 'centre', due: '2026-11-27', state: 'open' },
      { kind: 'LOAN_LATE', desk: 'centre', due: '2026-11-01', state: 'open' },
      { kind: 'REFUND_DUE', desk: 'agency', due: '2026-12-01', state: 'open' },
    ]);
    await set(0, `state = 'APPROVED'`);
    await set(4, `next_due_on = '2027-05-01'`);
    await db.sql(`update liquidation set state = 'CLOSED' where case_id = $1`, [id('case', 7)]);
    expect(await run()).toEqual({ opened: 0, closed: 3 });
    expect((await duties()).filter(({ state }) => state === 'done')).toHaveLength(3);
  });
});
