import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, localDate, systemActor } from '@app/kernel';
import { ListPolicies, PolicyBook, PublishPolicies, SeedPolicies, WorkingCalendar } from '@app/policy';
import alertRules from '../../../libs/policy/src/domain/alert-rules.json';
import { type TestDatabase, createTestDatabase } from '../../support/test-database';

const TODAY = '2026-11-24';
const stay = (graceDays: number) => ({ graceDays, defaultStayDays: 30, pendingRenewalDays: 0, jobSearchDays: 0 });

describe('the policy book', () => {
  let db: TestDatabase;
  let publish: PublishPolicies;
  const at = <T>(day: string, read: (book: PolicyBook) => T) =>
    db.api.run({ ...systemActor('test'), scope: { kind: 'none' } }, async (tx) => read(await PolicyBook.at(tx, localDate(day))));
  const file = (body: unknown) => {
    const path = join(mkdtempSync(join(tmpdir(), 'policy-')), 'rules.json');
    writeFileSync(path, typeof body === 'string' ? body : JSON.stringify(body));
    return path;
  };
  const rules = (...rows: unknown[]) => file({ enteredBy: 'Lò Thị Nhập', approvedBy: 'Vàng Văn Duyệt', rules: rows });
  const refusal = (path: string) =>
    publish.run(path).then(
      () => undefined,
      (error: DomainError) => error,
    );

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    publish = new PublishPolicies(db.jobs);
  });
  afterAll(() => db.close());

  it('is seeded once; a second seed changes nothing', async () => {
    const seed = new SeedPolicies(db.jobs);
    const first = await seed.run();
    expect(first.rules).toBeGreaterThan(50);
    expect(first.holidays).toBeGreaterThan(35);
    expect(await seed.run()).toEqual({ rules: 0, holidays: 0 });
    expect((await db.sql(`select from audit_entry where action = 'policy.seed'`)).length).toBe(1);
  });

  it('reads a market of its own, else the row for all, under any scope', async () => {
    await at(TODAY, (book) => {
      expect(book.requireRule('stay.rule', 'KR').market).toBe('KR');
      expect(book.requireRule('stay.rule', 'RO').market).toBe('*');
      expect(book.requireRule('stay.rule', null).market).toBe('*');
      expect(book.alertRules()[0]).toMatchObject({ code: 'EXPIRY_180', policyRuleId: expect.any(Number) });
      expect(book.alertRules()).toHaveLength(alertRules.length);
      expect(book.markets().find('ĐL')?.code).toBe('TW');
      expect(book.ethnicGroups().find("H'mông")?.code).toBe('08');
      expect(() => book.requireValue('no.such')).toThrow('no.such');
    });
  });

  it('publishes: the old row ends the day before, the past keeps its value', async () => {
    const before = await at('2026-12-01', (book) => book.fingerprint('stay.rule'));
    const path = rules(
      { key: 'stay.rule', market: 'RO', value: stay(3), from: '2026-12-01', basis: 'Quyết định thử' },
      { key: 'stay.rule', market: 'KR', value: stay(10), from: '2026-12-01', basis: 'Quyết định thử' },
    );
    expect(await publish.run(path)).toEqual({ rules: 2, holidays: 0, unchanged: 0 });
    expect(await at('2026-11-30', (book) => book.requireValue('stay.rule', 'KR'))).toMatchObject({ graceDays: 14 });
    expect(await at('2026-12-01', (book) => book.requireValue('stay.rule', 'KR'))).toMatchObject({ graceDays: 10 });
    expect(await at('2026-12-01', (book) => book.fingerprint('stay.rule'))).not.toBe(before);
    expect(await publish.run(path)).toEqual({ rules: 0, holidays: 0, unchanged: 2 });
    const listed = await new ListPolicies(db.jobs).run({ key: 'stay.rule', on: localDate('2026-12-02') });
    expect(listed.rules.find((rule) => rule.market === 'KR')).toMatchObject({
      from: '2026-12-01',
      until: null,
      enteredBy: 'Lò Thị Nhập',
      approvedBy: 'Vàng Văn Duyệt',
    });
  });

  it('keeps what was published when the product is seeded again', async () => {
    await new SeedPolicies(db.jobs).run();
    expect(await at('2026-12-01', (book) => book.requireValue('stay.rule', 'KR'))).toMatchObject({ graceDays: 10 });
  });

  it.each<[string, () => string, string, RegExp]>([
    [
      'the past',
      () => rules({ key: 'stay.rule', value: stay(1), from: '2026-11-01', basis: 'x' }),
      'POLICY_FILE_REFUSED',
      /Dòng 1, mục from: .*2026-11-01 đã qua/,
    ],
    [
      'an overlap',
      () => rules({ key: 'stay.rule', market: 'KR', value: stay(1), from: '2026-11-28', basis: 'x' }),
      'POLICY_FILE_REFUSED',
      /bắt đầu từ 2026-12-01/,
    ],
    ['a misspelt key', () => rules({ key: 'stay.rull', value: 1, from: '2026-12-24', basis: 'x' }), 'POLICY_FILE_REFUSED', /stay\.rull/],
    [
      'a value of another shape',
      () => rules({ key: 'stay.rule', value: { graceDays: '7' }, from: '2026-12-24', basis: 'x' }),
      'POLICY_FILE_REFUSED',
      /mục value/,
    ],
    [
      'a day that does not exist',
      () => rules({ key: 'stay.rule', value: stay(1), from: '2026-02-30', basis: 'x' }),
      'POLICY_FILE_REFUSED',
      /2026-02-30/,
    ],
    ['no basis', () => rules({ key: 'stay.rule', value: stay(1), from: '2026-12-24' }), 'POLICY_FILE_REFUSED', /mục basis/],
    ['one person alone', () => file({ enteredBy: 'Lò Thị A', approvedBy: 'LÒ THỊ A', rules: [] }), 'POLICY_ONE_PERSON', /hai người/],
    ['no JSON', () => file('key: value'), 'POLICY_FILE_UNREADABLE', /JSON/],
    ['no list', () => file({ rules: 1 }), 'POLICY_FILE_UNREADABLE', /rules/],
  ])('refuses %s and changes nothing', async (_, path, code, message) => {
    const [before] = await db.sql<{ n: number }>('select count(*)::int as n, max(id) from policy_rule');
    const error = await refusal(path());
    expect([error?.code, error?.message]).toEqual([code, expect.stringMatching(message)]);
    expect((await db.sql('select count(*)::int as n, max(id) from policy_rule'))[0]).toEqual(before);
  });

  it('is all or nothing: one wrong row stops the file', async () => {
    const error = await refusal(
      rules(
        { key: 'stay.rule', market: 'TW', value: stay(1), from: '2026-12-24', basis: 'x' },
        { key: 'stay.rule', market: 'JP', value: stay(1), from: '2020-01-01', basis: 'x' },
      ),
    );
    expect(error?.details.faults).toEqual([expect.objectContaining({ row: 2, field: 'from' })]);
    expect(await at('2026-12-24', (book) => book.requireValue('stay.rule', 'TW'))).toMatchObject({ graceDays: 7 });
  });

  it('lets nobody overlap rows past the code', async () => {
    await expect(
      db.sql(
        `insert into policy_rule (key, market, value, valid, basis, certain, entered_by) values ('stay.rule', '*', '1', '[2026-01-01,)', 'x', true, 'x')`,
      ),
    ).rejects.toThrow(/policy_rule_overlap/);
  });

  it('lists page by page without losing or repeating a row', async () => {
    const list = new ListPolicies(db.jobs);
    const ids: number[] = [];
    for (let after: number | undefined; ;) {
      const page = await list.run({ after, limit: 7 });
      ids.push(...page.rules.map((rule) => rule.id));
      if ((after = page.next) === undefined) break;
    }
    const all = await db.sql<{ id: string }>('select id from policy_rule');
    expect(ids.length).toBe(new Set(ids).size);
    expect(new Set(ids)).toEqual(new Set(all.map((row) => Number(row.id))));
  });

  it('counts working days by the table, and takes a new day off from a file', async () => {
    const calendar = () => db.jobs.run(systemActor('test'), (tx) => WorkingCalendar.load(tx));
    expect((await calendar()).addWorkingDays(localDate('2026-11-23'), 1)).toBe('2026-11-25');
    const day = { day: '2026-12-07', kind: 'off', name: 'Nghỉ thử', basis: 'Thông báo thử' };
    expect(await publish.run(file({ enteredBy: 'A Một', approvedBy: 'B Hai', rules: [], holidays: [day] }))).toMatchObject({ holidays: 1 });
    expect((await calendar()).addWorkingDays(localDate('2026-12-04'), 1)).toBe('2026-12-08');
    expect(
      (await refusal(file({ enteredBy: 'A Một', approvedBy: 'B Hai', rules: [], holidays: [{ ...day, day: '2026-11-02' }] })))?.code,
    ).toBe('POLICY_FILE_REFUSED');
  });
});
