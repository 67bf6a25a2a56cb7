import { WatchLoans } from '@app/loans';
import { CloseAlerts, HearClocks, OverstaySweep } from '@app/overstay';
import { AppConfig } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { WatchSettlements } from '@app/settlement';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** Dates of loans, escrows, refunds and contracts in; questions out: who is asked on 22 November 2026, who next, and when it ends. */
describe('clocks of money', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update loan set next_due_on = null; truncate alert, case_clock cascade; update case_file set stage = 'CLOSED'`);
    await db.sql(
      `alter table refund disable trigger all; update refund set paid = principal + interest; update liquidation set state = 'CLOSED'`,
    );
  });
  afterAll(() => db.close());

  const sweep = (asOf: string) =>
    new OverstaySweep(db.jobs, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' })).run({ asOf, startedBy: 'test' });
  const night = async (asOf = '2026-11-22') => {
    const [loans, settlements] = [await new WatchLoans(db.jobs).run(), await new WatchSettlements(db.jobs).run()];
    await new HearClocks(db.jobs, new CloseAlerts(db.jobs)).run();
    await sweep(asOf);
    return loans.clocks + settlements.clocks;
  };
  const asked = () =>
    db.sql<{ rule: string; state: string }>(
      `select rule, target_date::text as target, owner, state, array(select r.role from alert_recipient r where r.alert_id = a.id order by 1) as told from alert a
        where state <> 'superseded' order by rule`,
    );
  const set = (n: number, columns: string) => db.sql(`update loan set ${columns} where id = $1`, [id('loan', n)]);

  it('runs exactly the clocks that independent SQL finds, and asks each once', async () => {
    expect(await night()).toBe(0);
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
    expect(await night()).toBe(8);
    expect(await night()).toBe(0);
    const clocks = await db.sql(`select family, target_date::text as day, case_id as id from case_clock where running order by 1, 2, 3`);
    expect(clocks).toEqual(
      await db.sql(
        `select * from (
           select 'LOAN_DECISION' as family, decide_by::text as day, case_id as id from loan where state in ('APPLIED', 'APPRAISING')
           union select 'INSTALMENT', next_due_on::text, case_id from loan where state = 'ACTIVE' and next_due_on is not null
           union select 'EPS_ESCROW_35', '2026-12-01', id from case_file where market = 'KR' and contract_signed_on = '2026-10-27'
           union select 'LIQUIDATION_180', due_by::text, case_id from liquidation where state = 'OPEN'
           union select 'REFUND_DUE', due_by::text, case_id from refund where paid = 0) x order by 1, 2, 3`,
      ),
    );
    expect(await asked()).toEqual([
      { rule: 'EPS_ESCROW_35_25', target: '2026-12-01', owner: 'centre', state: 'open', told: ['centre'] },
      { rule: 'INSTALMENT_7', target: '2026-11-27', owner: 'centre', state: 'open', told: ['centre'] },
      { rule: 'INSTALMENT_OVER_1', target: '2026-11-01', owner: 'centre', state: 'open', told: ['centre'] },
      { rule: 'LIQUIDATION_180_90', target: '2027-01-28', owner: 'agency', state: 'open', told: ['agency', 'centre'] },
      { rule: 'LOAN_DECISION_2', target: '2026-11-24', owner: 'centre', state: 'open', told: ['centre'] },
    ]);
    expect(await db.sql(`select kind from desk_task where kind like '%_DUE' or kind like 'LOAN_%'`)).toEqual([]);
  });

  it('asks the next office where nobody acts, ends by the facts, and asks again where a fact was taken back', async () => {
    await sweep('2026-12-02');
    await sweep('2026-12-20');
    const due = (await asked()).filter(({ rule }) =>
      ['EPS_ESCROW_35_35', 'INSTALMENT_OVER_30', 'LOAN_DECISION_0', 'REFUND_DUE_OVER_1'].includes(rule),
    );
    expect(due).toEqual([
      { rule: 'EPS_ESCROW_35_35', target: '2026-12-01', owner: 'department', state: 'open', told: ['centre', 'department'] },
      { rule: 'INSTALMENT_OVER_30', target: '2026-11-01', owner: 'department', state: 'open', told: ['centre', 'department'] },
      { rule: 'LOAN_DECISION_0', target: '2026-11-24', owner: 'department', state: 'open', told: ['centre', 'department'] },
      { rule: 'REFUND_DUE_OVER_1', target: '2026-12-01', owner: 'centre', state: 'open', told: ['agency', 'centre'] },
    ]);
    await set(0, `state = 'APPROVED'`);
    await set(4, `next_due_on = '2027-05-01'`);
    await db.sql(`update refund set paid = principal + interest where case_id = $1`, [id('case', 9)]);
    await night('2026-12-20');
    const live = async () => (await asked()).filter(({ state }) => state === 'open').map(({ rule }) => rule);
    expect(await live()).not.toEqual(expect.arrayContaining(['LOAN_DECISION_0']));
    expect((await live()).filter((rule) => /LOAN_DECISION|INSTALMENT_OVER|REFUND/.test(rule))).toEqual(
      expect.not.arrayContaining(['LOAN_DECISION_2', 'LOAN_DECISION_0', 'INSTALMENT_OVER_30', 'REFUND_DUE_OVER_1']),
    );
    await db.sql(`update refund set paid = 0 where case_id = $1`, [id('case', 9)]);
    await night('2026-12-20');
    expect(await live()).toEqual(expect.arrayContaining(['REFUND_DUE_OVER_1']));
  });

  it('takes one word for all lower rungs of the same day, and none for the last: the books end that one', async () => {
    const close = async (rule: string, target: string, deed: string) => {
      const [alert] = await db.sql<{ id: number; province: string }>(
        `select id::int, province_code as province from alert where rule = $1 and target_date = $2 and state = 'open'`,
        [rule, target],
      );
      const { actor } = tenants.account(`centre-${alert!.province}`);
      return new CloseAlerts(db.api).run(actor, { alertId: alert!.id, requestId: `${rule} ${deed}`, deed });
    };
    const ofDay = () =>
      db.sql(
        `select rule, state, closed_reason as why from alert where family = 'INSTALMENT' and target_date = '2026-11-27' and state <> 'superseded' order by rung`,
      );
    expect(await ofDay()).toEqual(
      ['INSTALMENT_7', 'INSTALMENT_0', 'INSTALMENT_OVER_1'].map((rule) => ({ rule, state: 'open', why: null })),
    );
    await close('INSTALMENT_OVER_1', '2026-11-27', 'PAYER_REMINDED');
    expect(await ofDay()).toEqual(
      ['INSTALMENT_7', 'INSTALMENT_0', 'INSTALMENT_OVER_1'].map((rule) => ({ rule, state: 'closed', why: 'PAYER_REMINDED' })),
    );
    await expect(close('EPS_ESCROW_35_35', '2026-12-01', 'PAYER_REMINDED')).rejects.toMatchObject({ code: 'ALERT_NEEDS_BOOKS' });
  });
});
