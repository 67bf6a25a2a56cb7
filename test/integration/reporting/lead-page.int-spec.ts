import { gzipSync } from 'node:zlib';
import { CaseQueries, CountCases, type CaseFilter } from '@app/casework';
import type { Actor } from '@app/kernel';
import { LeadPage, SetTargets } from '@app/reporting';
import { SeedPolicies } from '@app/policy';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { id, insertTenants, type Tenants, TODAY } from '../../support/tenants';

/** The leader's page: every number against the case list that its own query opens, and against plain SQL. */
describe('leader page', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let page: LeadPage;
  let targets: SetTargets;
  let leader: Actor;
  let centre: Actor;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    page = new LeadPage(db.api, new CountCases(db.api));
    targets = new SetTargets(db.api);
    leader = tenants.account('leader-12').actor;
    centre = tenants.account('centre-12').actor;
    // Exits of this year and the last, on both sides of the cut-off; one confirmed, others abroad with time left.
    await db.sql(`update case_file c set departed_on = case when n % 4 = 0 then date '2026-03-01' + n when n % 4 = 1 then date '2025-03-01' + n when n % 4 = 2 then date '2025-12-20' else departed_on end,
      market = (array['JP', 'KR'])[1 + n % 2], contract_end = case when n % 2 = 0 then date '2028-01-01' else contract_end end
      from (select id, row_number() over (order by code)::int as n from case_file where stage = 'ABROAD') x where x.id = c.id`);
    await db.sql(
      `update case_file set stage = 'OVERSTAYING' where id = (select id from case_file where province_code = '12' and stage = 'ABROAD' order by code limit 1)`,
    );
    await db.sql(
      `update case_gap set open_guards = '{ORIENTATION}', guards = '{ORIENTATION}' where case_id in (select id from case_file where departed_on >= '2026-01-01' order by code limit 2)`,
    );
  });
  afterAll(() => db.close());

  const count = async (condition: string) =>
    (await db.sql<{ n: number }>(`select count(*)::int as n from case_file where province_code = '12' and ${condition}`))[0]!.n;
  const filterOf = (rows: string): CaseFilter => {
    const { stages, market, communeCode, ...same } = Object.fromEntries(new URLSearchParams(rows));
    return {
      ...(same as CaseFilter),
      ...(stages && { stages: stages.split(',') as never }),
      ...(market && { markets: [market] }),
      ...(communeCode && { communes: [communeCode] }),
    };
  };
  const listed = async (rows: string) =>
    (await new CaseQueries(db.api).list(centre, { ...filterOf(rows), limit: 1, withTotal: true })).total;

  it('counts exits against the plan, the pace and the same days of last year', async () => {
    const { exits, until, communes } = await page.run(leader);
    expect(until).toBe(TODAY);
    expect(exits).toMatchObject({ actual: await count(`departed_on between '2026-01-01' and '${TODAY}'`), target: 18, expected: 16 });
    expect(exits.lastYear).toBe(await count(`departed_on between '2025-01-01' and '2025-11-22'`));
    expect(exits.lastYear).toBeLessThan(await count(`departed_on between '2025-01-01' and '2025-12-31'`));
    const gaps = communes.map(({ expected, actual }) => expected! - actual);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    expect(communes.reduce((sum, { actual }) => sum + actual, 0)).toBe(exits.actual);
  });

  it('opens exactly the rows behind each number', async () => {
    const overview = await page.run(leader);
    const numbers: [number, string][] = [
      [overview.exits.actual, overview.exits.rows],
      [overview.orientation.missing.part, overview.orientation.missing.rows],
      [overview.overstay.confirmed.part, overview.overstay.confirmed.rows],
      [overview.overstay.unconfirmed.part, overview.overstay.unconfirmed.rows],
      ...overview.communes.flatMap((one): [number, string][] => [
        [one.actual, one.rows],
        [one.overstay.confirmed.part, one.overstay.confirmed.rows],
        [one.overstay.unconfirmed.part, one.overstay.unconfirmed.rows],
      ]),
      ...overview.markets.flatMap((one): [number, string][] => [
        [one.exits, one.rows],
        [one.overstay.unconfirmed.part, one.overstay.unconfirmed.rows],
      ]),
      ...overview.agencies.map((one): [number, string] => [one.exits, one.rows]),
      ...overview.months.map((one): [number, string] => [one.actual, one.rows]),
      ...overview.funnel.map((one): [number, string] => [one.listed, one.rows]),
    ];
    for (const [number, rows] of numbers) expect([rows, await listed(rows)]).toEqual([rows, number]);
    expect(numbers.filter(([number]) => number > 0).length).toBeGreaterThan(10);
    expect(overview.overstay.confirmed.part).toBe(1);
    expect(overview.orientation.missing.part).toBeGreaterThan(0);
    console.log(`leader page: ${numbers.length} numbers held against their rows`);
  });

  it('keeps confirmed and unconfirmed apart, over one denominator', async () => {
    const { overstay } = await page.run(leader);
    expect(overstay.confirmed.of).toBe(overstay.unconfirmed.of);
    expect(overstay.confirmed.of).toBe(await count(`stage in ('ABROAD', 'OVERSTAYING')`));
    expect(overstay.unconfirmed.part).toBeGreaterThan(0);
  });

  it('measures agencies by answers within their own time, with the number asked', async () => {
    await db.sql(
      `update alert a set policy_rule_id = p.id, raised_on = '2026-06-01' from policy_rule p where p.key = 'alert.RETURN_UNCONFIRMED_0'`,
    );
    await db.sql(
      `update alert_answer set organisation_id = $1, answered_on = '2026-06-02' where case_id in (select id from case_file where agency_id = $1 and code < 'CASEXXXX15')`,
      [id('org', 'A')],
    );
    const { agencies } = await page.run(leader);
    const one = agencies.find(({ agencyId }) => agencyId === id('org', 'A'))!;
    expect(one.onTime.of).toBeGreaterThan(0);
    expect(one.onTime.part).toBe(
      (
        await db.sql<{ n: number }>(
          `select count(distinct alert_id)::int as n from alert_answer join case_file c on c.id = case_id where organisation_id = $1 and c.province_code = '12'`,
          [id('org', 'A')],
        )
      )[0]!.n,
    );
  });

  it('tells how fresh it is, and no name', async () => {
    const overview = await page.run(leader);
    expect(overview.freshness.communes.of).toBe(3);
    expect(overview.freshness.communes.part).toBeGreaterThan(0);
    const text = JSON.stringify(overview);
    expect(tenants.people.filter(({ canary, caseCode }) => text.includes(canary) || text.includes(caseCode))).toEqual([]);
    expect(gzipSync(text).length).toBeLessThan(60 * 1024);
    expect(overview.months).toHaveLength(12);
    expect(overview.months.reduce((sum, { plan }) => sum + plan!, 0)).toBe(18);
  });

  it('shows an account of some communes these alone', async () => {
    const { communes, exits } = await page.run(tenants.account('centre-12-narrow').actor);
    expect(communes.map(({ communeCode }) => communeCode)).toEqual(['12001']);
    expect(exits.target).toBe(6);
  });

  it('takes targets, changes nothing twice, and refuses a commune of another province', async () => {
    const wanted = [
      { communeCode: '12001', exits: 9 },
      { communeCode: null, exits: 40 },
    ];
    expect(await targets.put(centre, 2026, wanted)).toEqual({ created: 1, updated: 1, unchanged: 0 });
    expect(await targets.put(centre, 2026, wanted)).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await targets.list(leader, 2026)).toMatchObject({ province: 40, sum: 21 });
    expect((await page.run(leader)).exits.target).toBe(40);
    await expect(targets.put(centre, 2026, [{ communeCode: '15001', exits: 1 }])).rejects.toMatchObject({ code: 'TARGET_PLACE_UNKNOWN' });
    await expect(targets.put(tenants.account('centre-12-narrow').actor, 2026, wanted)).rejects.toMatchObject({ code: 'PROVINCE_NEEDED' });
    expect(await targets.list(tenants.account('leader-15').actor, 2026)).toMatchObject({ province: null, sum: 12 });
  });

  it('reads targets from a table', async () => {
    const lines = [
      ['Xã', 'Năm', 'Chỉ tiêu'],
      ['12001', '2027', '7'],
      ['Xã 12002', '2027', '8'],
      ['Xã Không Có', '2027', '1'],
      ['12001', '2027', '9'],
    ];
    const read = await targets.read(centre, lines, false);
    expect(read).toMatchObject({
      rows: 4,
      created: 2,
      refused: [
        { row: 4, code: 'TARGET_PLACE_UNKNOWN' },
        { row: 5, code: 'TARGET_TWICE' },
      ],
    });
    expect(await targets.read(centre, lines, false)).toMatchObject({ created: 0, unchanged: 2 });
    expect((await targets.list(centre, 2027)).sum).toBe(15);
    expect(await targets.read(centre, [['a']], false)).toBeUndefined();
  });
});
