import { OverstaySweep } from '@app/overstay';
import { AppConfig, type TransactionRunner } from '@app/platform';
import { insertOverdueCases, type OverdueOptions } from '../../support/overdue-cases';
import { differences, forgetSweeps, sweepEffects } from '../../support/sweep-effects';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertAlertPolicies } from './alert-policies';

const TODAY = '2026-11-22';
const DAYS = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', TODAY];

describe('OverstaySweep', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertAlertPolicies(db.sql);
  });
  afterEach(() => db.close());
  const sweepOf = (runner: TransactionRunner, mode: 'demo' | 'production' = 'demo') =>
    new OverstaySweep(runner, Object.assign(new AppConfig(), { BENVE_MODE: mode }));
  const sweep = (asOf?: string) => sweepOf(db.jobs).run({ asOf, startedBy: 'test' });
  const insert = (options: Partial<OverdueOptions> = {}) =>
    insertOverdueCases(db.sql, { count: 300, today: TODAY, oldest: 90, ...options });
  /** Alerts with everything that is decided when they are raised. Whom an unanswered question passed on to depends on when people were told. */
  const asRaised = () =>
    db.sql<{
      line: string;
    }>(`select concat_ws(' ', c.code, a.rule, a.target_date, a.due_on, a.raised_on, a.estimated, a.state,
      array(select r.role || '=' || r.addressee from alert_recipient r where r.alert_id = a.id and not (a.family = 'RETURN_UNCONFIRMED' and r.role <> 'agency') order by 1)) as line
      from alert a join case_file c on c.id = a.case_id order by 1`);

  it('adds nothing when run again, for yesterday, and once more for today', async () => {
    await insert();
    expect((await sweep()).raised).toBeGreaterThan(300);
    const after = await sweepEffects(db.sql);
    for (const asOf of [undefined, '2026-11-21', undefined, TODAY])
      expect(await sweep(asOf)).toMatchObject({ raised: 0, closed: 0, notices: 0 });
    expect(differences(after, await sweepEffects(db.sql))).toEqual([]);
    expect(await db.sql(`select business_day::text as day, state from sweep_run order by 1`)).toEqual([
      { day: '2026-11-21', state: 'done' },
      { day: TODAY, state: 'done' },
    ]);
  });

  it('makes the same alerts with their true dates after five missed days as day by day', async () => {
    await insert();
    for (const day of DAYS) await sweep(day);
    const daily = await asRaised();
    await forgetSweeps(db.sql);
    await sweep(DAYS[0]);
    await sweep(TODAY);
    expect(await asRaised()).toEqual(daily);
  });

  it('finds day by day what one full run finds', async () => {
    await insert();
    for (const day of DAYS) await sweep(day);
    const daily = await asRaised();
    await db.sql(`delete from sweep_run`);
    expect(await sweep()).toMatchObject({ raised: 0, closed: 0 });
    expect(await asRaised()).toEqual(daily);
  });

  it('sees cases that came without an event, and looks at everything after a restore or a change of rules', async () => {
    await insert();
    await sweep();
    await insert({ label: 'later', count: 20, province: '15' });
    await db.sql(`delete from case_event where case_id in (select id from case_file where province_code = '15')`);
    expect((await sweep()).raised).toBeGreaterThan(20);
    await db.sql(`update sweep_run set watermark = '999999999999'`);
    expect(await sweep()).toMatchObject({ raised: 0 });
    expect(await db.sql(`select from sweep_run where watermark > pg_snapshot_xmax(pg_current_snapshot())`)).toHaveLength(0);
    await db.sql(`update policy_rule set valid = daterange('2000-01-01', '2000-01-02') where key = 'stay.rule' and market = 'KR'`);
    await db.sql(
      `insert into policy_rule (key, market, value, valid, basis, certain, entered_by) values ('stay.rule', 'KR', '{"graceDays": 1, "defaultStayDays": 0}', '[2020-01-01,)', 'test', false, 'test')`,
    );
    expect((await sweep()).raised).toBeGreaterThan(0);
  });

  it('leaves nothing when it fails in the middle', async () => {
    await insert();
    await db.sql(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'full disk'; end $$; create trigger fail before insert on sweep_run for each row execute function fail()`,
    );
    await expect(sweep()).rejects.toThrow('full disk');
    for (const table of ['alert', 'alert_recipient', 'notice', 'notice_item', 'outbox', 'desk_task', 'sweep_run'])
      expect(await db.sql(`select from ${table}`)).toHaveLength(0);
  });

  it('holds what was already due when a bulk import brought it, until its release; tells the rest, and what falls due later', async () => {
    const made = await insert({ count: 40 });
    const batch = '00000000-0000-7000-8000-0000000000b1';
    await db.sql(`update case_event set batch_id = $1, recorded_on = $3 where case_id = any ($2)`, [
      batch,
      made.caseIds.slice(0, 10),
      TODAY,
    ]);
    await sweep();
    const held = await db.sql<{ case_id: string; state: string }>(
      `select distinct i.case_id, n.state from notice_item i join notice n on n.id = i.notice_id where i.case_id = any ($1)`,
      [made.caseIds.slice(0, 10)],
    );
    expect(new Set(held.map((row) => row.state))).toEqual(new Set(['held']));
    expect(
      await db.sql(`select from notice_item i join notice n on n.id = i.notice_id where n.state = 'open' and i.case_id = any ($1)`, [
        made.caseIds.slice(10),
      ]),
    ).not.toHaveLength(0);
    await sweep('2027-03-01');
    expect(
      await db.sql(`select from notice_item i join notice n on n.id = i.notice_id where n.state = 'open' and i.case_id = any ($1)`, [
        made.caseIds.slice(0, 10),
      ]),
    ).not.toHaveLength(0);
  });

  it('tells the commune "being verified" while the agency is asked', async () => {
    await insert({ count: 30, oldest: 30, learntOn: TODAY });
    await sweep();
    const items = await db.sql(
      `select distinct verifying from notice_item where kind = 'SUSPECTED_OVERSTAY' and notice_id in (select id from notice where addressee like 'COMMUNE:%')`,
    );
    expect(items).toEqual([{ verifying: true }]);
    await forgetSweeps(db.sql);
    await db.sql(`update case_file set learnt_on = departed_on`);
    for (const day of ['2026-10-20', '2026-11-05', TODAY]) await sweep(day);
    const later = await db.sql(
      `select distinct verifying from notice_item where kind = 'SUSPECTED_OVERSTAY' and notice_id in (select id from notice where addressee like 'COMMUNE:%')`,
    );
    expect(later).toContainEqual({ verifying: false });
  });

  it('refuses a day that is none, and a day to come in production', async () => {
    await expect(sweep('2026-02-30')).rejects.toMatchObject({ code: 'SWEEP_DAY_INVALID' });
    await expect(sweepOf(db.jobs, 'production').run({ asOf: '2026-11-23', startedBy: 'test' })).rejects.toMatchObject({
      code: 'SWEEP_DAY_AHEAD',
    });
    expect(await sweepOf(db.jobs, 'production').run({ asOf: '2026-11-21', startedBy: 'test' })).toMatchObject({
      raised: 0,
    });
  });

  it('a contract that ends on D is asked about on D and suspected not before the grace is over, over month ends, 29 February, Tết and New Year', async () => {
    for (const end of ['2026-02-28', '2028-02-29', '2026-12-31', '2027-02-05', '2026-04-30']) {
      // Ledgers that nobody may empty hang on cases: their guards look away for the length of this.
      await db.sql(`set session_replication_role = replica; truncate case_file, case_event, worker, organisation, alert, notice, outbox, sweep_run cascade;
        set session_replication_role = origin`);
      const [next] = await db.sql<{ day: string }>(`select ($1::date + 1)::text as day`, [end]);
      const made = await insertOverdueCases(db.sql, { count: 3, today: next!.day, oldest: 1, communes: 1 });
      const rules = async (asOf: string) => {
        await sweep(asOf);
        return (
          await db.sql<{ rule: string }>(`select distinct rule from alert where case_id = any ($1) and rule !~ '^EXPIRY'`, [made.caseIds])
        )
          .map((row) => row.rule)
          .sort();
      };
      const shifted = async (days: number) =>
        (await db.sql<{ day: string }>(`select ($1::date + $2::int)::text as day`, [end, days]))[0]!.day;
      expect(await rules(await shifted(-1))).toEqual([]);
      expect(await rules(end)).toEqual(['RETURN_UNCONFIRMED_0']);
      expect(await rules(await shifted(7))).toEqual(['RETURN_UNCONFIRMED_0', 'RETURN_UNCONFIRMED_3']);
      expect(await rules(await shifted(8))).toContain('SUSPECTED_OVERSTAY');
    }
  });
});
