import { OverstaySweep, TryRules } from '@app/overstay';
import { AppConfig } from '@app/platform';
import { PublishPolicies, SeedPolicies } from '@app/policy';
import { localDate, type Actor } from '@app/kernel';
import { insertOverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const TODAY = '2026-11-22';
const officer = (province: string): Actor => ({
  accountId: null,
  login: 'department',
  role: 'department_officer',
  organisationId: null,
  scope: { kind: 'province', province },
});
interface Count {
  rule: string;
  communeCode: string;
  alerts: number;
}

/** A trial must say what a real publication and a real sweep then do, and change nothing itself. */
describe('rules tried on live cases', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    await new SeedPolicies(db.jobs).run();
    await insertOverdueCases(db.sql, { count: 300, today: TODAY, oldest: 90 });
    await insertOverdueCases(db.sql, { count: 60, today: TODAY, oldest: 90, province: '15', label: 'other' });
    // Of every second person only the contract's end is known: the end of the stay is estimated by rule.
    await db.sql(`update case_file set stay_until = null where get_byte(decode(md5(code), 'hex'), 0) % 2 = 0`);
  });
  afterEach(() => db.close());
  const sweep = () => new OverstaySweep(db.jobs, new AppConfig()).run({ startedBy: 'test' });
  const rule = async (key: string, change: object, market = '*') => {
    const [row] = await db.sql<{ value: object }>(`select value from policy_rule where key = $1 and market = $2`, [key, market]);
    return { key, market, value: { ...row!.value, ...change }, from: TODAY, basis: 'thử', certain: false, note: '' };
  };
  const picture = () =>
    db.sql<{ table: string; hash: string }>(
      ['alert', 'alert_recipient', 'notice', 'notice_item', 'outbox', 'desk_task', 'sweep_run', 'policy_rule', 'audit_entry']
        .map((table) => `select '${table}' as table, md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as hash from ${table} x`)
        .join(' union all '),
    );
  const counted = (where: string, values: unknown[] = []) =>
    db.sql<Count>(
      `select a.rule, c.commune_code as "communeCode", count(*)::int as alerts from alert a join case_file c on c.id = a.case_id
       where c.province_code = '12' and ${where} group by 1, 2 order by 1, 2`,
      values,
    );
  const byRule = (counts: readonly Count[]) => {
    const sums = new Map<string, number>();
    for (const { rule: name, alerts } of counts) sums.set(name, (sums.get(name) ?? 0) + alerts);
    return Object.fromEntries([...sums].sort());
  };
  const byCommune = (counts: readonly Count[]) => {
    const sums = new Map<string, number>();
    for (const { communeCode, alerts } of counts) sums.set(communeCode, (sums.get(communeCode) ?? 0) + alerts);
    return Object.fromEntries([...sums].sort());
  };

  it.each<[string, number, () => Promise<object>[]]>([
    ['an earlier suspicion', 0, () => [rule('alert.SUSPECTED_OVERSTAY', { offsetDays: -3, estimatedOffsetDays: -25 })]],
    ['shorter stays', 1, () => ['JP', 'KR'].map((market) => rule('stay.rule', { defaultStayDays: 10, graceDays: 2 }, market))],
    [
      'a later reminder and a longer stay',
      1,
      () => [rule('alert.RETURN_UNCONFIRMED_3', { offsetDays: 30 }), rule('stay.rule', { defaultStayDays: 60 }, 'JP')],
    ],
  ])('says what then happens: %s', async (_, leastClosed, propose) => {
    await sweep();
    const rows = await Promise.all(propose());
    await db.sql(`create temporary table live_before on commit preserve rows as select id from alert where state in ('open', 'answered')`);
    const [{ last }] = (await db.sql<{ last: number }>(`select max(id)::int as last from alert`)) as [{ last: number }];
    const before = await picture();
    const trial = await new TryRules(db.api).run(officer('12'), rows);
    const foreign = await new TryRules(db.api).run(officer('15'), rows);
    expect(await picture()).toEqual(before);
    expect(trial.asOf).toBe(localDate(TODAY));

    const published = await new PublishPolicies(db.jobs).publish(
      { enteredBy: 'A', approvedBy: 'B', rules: rows as never, holidays: [] },
      { ...officer('12'), role: 'system', scope: { kind: 'system' } },
    );
    expect(published.rules).toBe(rows.length);
    await sweep();
    const opened = await counted(`a.id > $1 and a.state = 'open'`, [last]);
    const closed = await counted(`a.id in (select id from live_before) and a.state = 'closed'`);
    expect(opened.length).toBeGreaterThan(0);
    expect(closed.length).toBeGreaterThanOrEqual(leastClosed);
    const said = (what: 'opens' | 'closes') =>
      Object.fromEntries(trial.byRule.filter((row) => row[what]).map((row) => [row.rule, row[what]]));
    const place = (what: 'opens' | 'closes') =>
      Object.fromEntries(trial.byCommune.filter((row) => row[what]).map((row) => [row.communeCode, row[what]]));
    expect(said('opens')).toEqual(byRule(opened));
    expect(said('closes')).toEqual(byRule(closed));
    expect(place('opens')).toEqual(byCommune(opened));
    expect(place('closes')).toEqual(byCommune(closed));
    expect(trial.opens).toBe(opened.reduce((sum, { alerts }) => sum + alerts, 0));
    expect(trial.communes).toBe(new Set(opened.map(({ communeCode }) => communeCode)).size);
    const codes = await db.sql<{ code: string }>(
      `select distinct c.code from alert a join case_file c on c.id = a.case_id where c.province_code = '12' and a.id > $1 and a.state = 'open' order by 1 limit 50`,
      [last],
    );
    expect([...trial.examples].sort()).toEqual(codes.map(({ code }) => code).sort());
    expect(foreign.examples.filter((code) => trial.examples.includes(code))).toEqual([]);
  });

  it('finds on a first day everything the first sweep opens', async () => {
    const rows = [await rule('privacy.reveals_per_hour', {})].map((row) => ({ ...row, value: 31 }));
    const trial = await new TryRules(db.api).run(officer('12'), rows);
    await sweep();
    expect(trial.opens).toBe((await counted(`a.state = 'open'`)).reduce((sum, { alerts }) => sum + alerts, 0));
    expect(trial.opens).toBeGreaterThan(300);
  });

  it('refuses what could not be published, with every fault', async () => {
    const wrong = { ...(await rule('alert.SUSPECTED_OVERSTAY', { offsetDays: 'bảy' })), from: '2020-01-01' };
    await expect(new TryRules(db.api).run(officer('12'), [wrong])).rejects.toMatchObject({ code: 'POLICY_FILE_REFUSED' });
  });
});
