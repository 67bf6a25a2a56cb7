import { SeedPolicies } from '@app/policy';
import { oracleOf } from '../integration/row-security/oracle';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantAccount, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);

/** Lists, searches, histories and counts over HTTP: exactly the set that independent SQL gives, page by page, for random filters and each role. */
describe('lists', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let tried = 0;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
    console.log(`lists: ${tried} tried`);
  });

  const oracle = async (account: TenantAccount, table: string, condition: string, column = 'id') =>
    (
      await db.sql<{ v: string }>(
        `select t.${column}::text as v from ${table} t where (${oracleOf(account.actor)[table]}) and ${condition} order by 1`,
      )
    ).map((row) => row.v);
  const of = (...roles: string[]) => tenants.accounts.filter((a) => roles.includes(a.role));

  async function pages(
    account: TenantAccount,
    path: string,
    list: string,
    limit: number,
  ): Promise<{ ids: string[]; first: Record<string, unknown> }> {
    const ids: string[] = [];
    let first: Record<string, unknown> | undefined;
    for (let next: unknown, rounds = 0; rounds < 60; rounds++) {
      const cursor = next === undefined ? '' : `&${path.includes('/notices') ? 'before' : 'after'}=${encodeURIComponent(String(next))}`;
      const { json, status, text } = await app.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`, {
        token: account.token,
      });
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`);
      first ??= json;
      ids.push(...(json[list] as { id: string | number }[]).map((line) => String(line.id)));
      if ((next = json.next) === undefined) break;
    }
    tried++;
    expect(new Set(ids).size).toBe(ids.length);
    return { ids: ids.sort(), first: first! };
  }

  it('cases: random filters, every role, any page size, and the total', async () => {
    let seed = 42;
    const random = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    const filters: [query: string, condition: string][] = [
      ['', 'true'],
      ['market=JP', `t.market = 'JP'`],
      ['market=KR', `t.market = 'KR'`],
      ['stages=REGISTERED', `t.stage = 'REGISTERED'`],
      ['endTo=2026-12-31', `t.contract_end <= '2026-12-31'`],
      ['endFrom=2027-01-01', `t.contract_end >= '2027-01-01'`],
      ['communeCode=12001', `t.commune_code = '12001'`],
      ['communeCode=15002', `t.commune_code = '15002'`],
    ];
    const accounts = of('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer');
    for (let i = 0; i < 120; i++) {
      const account = accounts[i % accounts.length]!;
      const [a, b] = [filters[random(filters.length)]!, filters[random(filters.length)]!];
      const same = a[0].split('=')[0] === b[0].split('=')[0];
      const query = same ? a[0] : [a[0], b[0]].filter(Boolean).join('&');
      const condition = same ? a[1] : `${a[1]} and ${b[1]}`;
      const expected = await oracle(account, 'case_file', condition);
      const { ids, first } = await pages(account, `/api/v1/cases?${query}${query ? '&' : ''}total=true`, 'cases', 1 + random(9));
      expect([account.name, query, ids]).toEqual([account.name, query, expected]);
      if (query !== 'endFrom=2027-01-01' && first.total !== undefined) expect(first.total).toBe(expected.length);
    }
  });

  it('people by name: words in any order, without marks, never anybody of another place', async () => {
    for (const account of of('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'))
      for (const text of [
        'Lò Văn',
        'van lo',
        ...tenants.people.filter((p) => p.n % 4 === 0).map((p) => p.canary),
        tenants.people[1]!.canary.toUpperCase(),
      ]) {
        const words = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(' ');
        const expected = await oracle(account, 'worker', words.map((word) => `' ' || t.name_key || ' ' like '% ${word} %'`).join(' and '));
        const { ids } = await pages(account, `/api/v1/workers?text=${encodeURIComponent(text)}`, 'workers', 7);
        expect([account.name, text, ids]).toEqual([account.name, text, expected]);
      }
  });

  it('people by number: found only where they may be seen', async () => {
    for (const account of of('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'))
      for (const person of tenants.people.filter((p) => p.n % 5 === 0)) {
        const expected = await oracle(account, 'worker', `t.id = '${person.workerId}'`);
        const { json } = await app.call('POST', '/api/v1/workers/search', {
          token: account.token,
          body: { citizenId: person.citizenId },
        });
        tried++;
        expect((json.workers as { id: string }[]).map((w) => w.id)).toEqual(expected);
        expect(JSON.stringify(json)).not.toContain(person.citizenId);
      }
  });

  it('the cases of a person: those of the scope and no others', async () => {
    for (const account of of('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer'))
      for (const person of tenants.people.filter((p) => p.n % 5 === 0)) {
        const seen = (await oracle(account, 'worker', `t.id = '${person.workerId}'`)).length > 0;
        const answer = await app.call('GET', `/api/v1/workers/${person.workerId}/cases`, { token: account.token });
        tried++;
        expect([account.name, answer.status]).toEqual([account.name, seen ? 200 : 404]);
        if (seen)
          expect((answer.json.cases as { id: string }[]).map(({ id: one }) => one)).toEqual(
            await oracle(account, 'case_file', `t.worker_id = '${person.workerId}'`),
          );
      }
  });

  it('timelines, tasks, notices, borrowers, counts and audits', async () => {
    for (const account of tenants.accounts) {
      const may = (path: string) => app.call('GET', path, { token: account.token }).then((a) => a.status === 200);
      if (await may('/api/v1/tasks'))
        expect((await pages(account, '/api/v1/tasks', 'tasks', 4)).ids).toEqual(await oracle(account, 'desk_task', `t.state = 'open'`));
      if (await may('/api/v1/notices'))
        expect((await pages(account, '/api/v1/notices', 'notices', 5)).ids).toEqual(await oracle(account, 'notice', 'true'));
      if (await may('/api/v1/bank/borrowers'))
        expect((await pages(account, '/api/v1/bank/borrowers', 'borrowers', 3)).ids).toEqual(await oracle(account, 'case_file', 'true'));
      if (await may('/api/v1/overstay-proposals')) {
        const { json } = await app.call('GET', '/api/v1/overstay-proposals', { token: account.token });
        expect((json.proposals as unknown[]).length).toBe((await oracle(account, 'overstay_confirmation', 'true')).length);
      }
      if (await may('/api/v1/lead/counts')) {
        const { json } = await app.call('GET', '/api/v1/lead/counts', { token: account.token });
        const total = (json.counts as { cases: number }[]).reduce((sum, row) => sum + row.cases, 0);
        expect(total).toBe((await oracle(account, 'case_file', 'true')).length);
      }
      if (await may('/api/v1/cases'))
        for (const caseId of (await oracle(account, 'case_file', 'true')).slice(0, 4)) {
          const { json } = await app.call('GET', `/api/v1/cases/${caseId}/timeline`, { token: account.token });
          tried++;
          expect((json.events as { id: number }[]).map((e) => String(e.id))).toEqual(
            await oracle(account, 'case_event', `t.case_id = '${caseId}'`),
          );
        }
    }
  });

  it('alerts: never outside the scope, nothing missed by the province', async () => {
    for (const account of of('centre_staff', 'department_officer', 'agency_clerk', 'commune_officer')) {
      const { ids } = await pages(account, '/api/v1/alerts', 'alerts', 6);
      const visible = await oracle(account, 'alert', 'true');
      expect(ids.filter((one) => !visible.includes(one))).toEqual([]);
      if (account.role === 'department_officer') expect(ids).toEqual(visible);
      expect(ids.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['family=SUSPECTED_OVERSTAY', `t.family = 'SUSPECTED_OVERSTAY'`],
    ['owner=commune', `t.owner = 'commune'`],
    ['overdue=true', `t.state = 'open' and t.answer_by < business_day()`],
    ['family=RETURN_UNCONFIRMED&owner=agency', `t.family = 'RETURN_UNCONFIRMED' and t.owner = 'agency'`],
  ])('alerts by %s: all of them and no others', async (query, where) => {
    const account = tenants.account('department-12');
    const { ids } = await pages(account, `/api/v1/alerts?${query}`, 'alerts', 6);
    expect(ids).toEqual(await oracle(account, 'alert', `t.state in ('open', 'answered') and ${where}`));
  });

  it('shows a bank nothing but the dates of its borrowers', async () => {
    const { json } = await app.call('GET', '/api/v1/bank/borrowers', { token: tenants.account('bank-12').token });
    for (const line of json.borrowers as object[])
      expect(Object.keys(line).sort()).toEqual(['code', 'contractEnd', 'departedOn', 'fullName', 'id', 'returnedOn']);
  });

  it('shows leaders no name', async () => {
    const { text } = await app.call('GET', '/api/v1/lead/counts', { token: tenants.account('leader-12').token });
    expect(tenants.people.filter((p) => text.includes(p.canary) || text.includes(p.caseCode))).toEqual([]);
  });
});
