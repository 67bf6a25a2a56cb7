import { SeedPolicies } from '@app/policy';
import { type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type Tenants, TODAY } from '../support/tenants';
import { startDescribed } from './described-application';

describe('looking after an installation', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startDescribed(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  const admin = () => tenants.account('administrator').token;
  const get = async (path: string, name = 'administrator') => (await app.call('GET', path, { token: tenants.account(name).token })).json;

  it('creates what is right in a pasted table and says of each other row why not', async () => {
    const accounts = [
      { login: ' Xa-Moi-1 ', role: 'commune_officer', organisation: 'XA-12001', name: 'Lò Thị Mới', email: 'xa1@test.invalid' },
      { login: 'xa-moi-1', role: 'commune_officer', organisation: 'XA-12001' },
      { login: 'centre-12', role: 'centre_staff', organisation: 'TT-12' },
      { login: 'Tên Có Dấu', role: 'centre_staff', organisation: 'TT-12' },
      { login: 'la-1', role: 'king', organisation: 'TT-12' },
      { login: 'la-2', role: 'bank_officer', organisation: 'TT-12' },
      { login: 'la-3', role: 'centre_staff', organisation: 'KHÔNG-CÓ' },
      { login: 'la-4', role: 'centre_staff' },
      { login: 'la-5', role: 'centre_staff', organisation: 'TT-12', email: 'không phải thư' },
      { login: 'quan-tri-2', role: 'administrator' },
    ];
    const answer = await app.call('POST', '/api/v1/admin/accounts/bulk', { token: admin(), body: { accounts }, key: 'paste-table-1' });
    const rows = answer.json.rows as { row: number; verdict: string; code: string | null; link: string | null; message: string | null }[];
    expect([answer.status, answer.json.created, answer.json.refused]).toEqual([200, 2, 8]);
    expect(rows.map(({ verdict, code }) => code ?? verdict)).toEqual([
      'created',
      'LOGIN_TWICE',
      'LOGIN_TAKEN',
      'LOGIN_WRONG',
      'ROLE_UNKNOWN',
      'ROLE_UNFIT',
      'ORGANISATION_UNKNOWN',
      'ORGANISATION_UNKNOWN',
      'EMAIL_WRONG',
      'created',
    ]);
    for (const row of rows)
      expect([row.row, row.link !== null, row.message !== null]).toEqual([row.row, row.code === null, row.code !== null]);
    const token = rows[0]!.link!.split('#')[1]!;
    const set = await app.call('POST', '/api/v1/session/password-link', { body: { token, password: 'ruộng bậc thang mùa gặt' } });
    expect(set.json.login).toBe('xa-moi-1');
    const signedIn = await app.call('POST', '/api/v1/session', { body: { login: 'xa-moi-1', password: 'ruộng bậc thang mùa gặt' } });
    expect((signedIn.json.me as { communes: string[] }).communes).toEqual(['12001']);
    const again = await app.call('POST', '/api/v1/admin/accounts/bulk', { token: admin(), body: { accounts }, key: 'paste-table-1' });
    expect([again.status, again.json.code]).toEqual([409, 'ALREADY_DONE']);
    expect(await db.sql(`select 1 from audit_entry where action = 'identity.create-account'`)).toHaveLength(2);
  });

  it('takes two hundred rows and no more', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ login: `nhieu-${n}`, role: 'commune_officer', organisation: 'XA-12002' }));
    const send = (count: number) => app.call('POST', '/api/v1/admin/accounts/bulk', { token: admin(), body: { accounts: rows(count) } });
    expect((await send(201)).status).toBe(422);
    expect((await send(200)).json).toMatchObject({ created: 200, refused: 0 });
  });

  it('lists accounts with state, last sign-in and the link that is still open', async () => {
    const list = async (query: string) => (await get(`/api/v1/admin/accounts?${query}`)).accounts as Record<string, unknown>[];
    expect(await list('text=Lò Thị')).toEqual([
      expect.objectContaining({ login: 'xa-moi-1', state: 'active', lastSignInAt: expect.stringMatching(/^20/), linkUntil: null }),
    ]);
    expect(await list('text=quan-tri')).toEqual([
      expect.objectContaining({ state: 'invited', lastSignInAt: null, linkUntil: expect.stringMatching(/^20/) }),
    ]);
    for (const account of await list('state=invited&limit=100')) expect(account.state).toBe('invited');
    expect((await list('role=leader')).map(({ login }) => login)).toEqual(['leader-12', 'leader-15']);
  });

  it('names person and office of each deed', async () => {
    const { entries } = (await get('/api/v1/admin/audit?login=centre-12&limit=5')) as { entries: Record<string, unknown>[] };
    expect(entries[0]).toMatchObject({ login: 'centre-12', displayName: 'centre-12', organisationName: 'Trung tâm 12' });
  });

  it('shows agencies with licence, cases and open questions of the own scope only', async () => {
    const of = async (name: string, key: string) =>
      ((await get('/api/v1/agencies', name)).agencies as Record<string, unknown>[]).find((agency) => agency.key === key)!;
    const expected = async (key: string, where: string) => {
      const [row] = await db.sql(
        `select count(*)::int as cases, (count(*) filter (where stage = 'ABROAD'))::int as abroad,
           (select count(*)::int from alert a join case_file f on f.id = a.case_id where a.state = 'open' and f.agency_id = $1 and ${where.replaceAll('c.', 'f.')}) as "openAlerts"
         from case_file c where c.agency_id = $1 and ${where}`,
        [id('org', key)],
      );
      return row as Record<string, number>;
    };
    const twelve = await expected('A', `c.province_code = '12'`);
    expect(twelve.cases).toBeGreaterThan(0);
    expect(await of('centre-12', 'A')).toMatchObject({ ...twelve, licence: 'valid', licenceNumber: '1/GP', licenceSince: '2020-01-01' });
    expect(await of('department-15', 'A')).toMatchObject(await expected('A', `c.province_code = '15'`));
    expect(await of('centre-12-narrow', 'B')).toMatchObject(await expected('B', `c.commune_code = '12001'`));
    await db.sql(`update agency_licence set valid = '[2020-01-01,2026-01-01)' where organisation_id = $1`, [id('org', 'B')]);
    expect(await of('centre-12', 'B')).toMatchObject({ licence: 'expired', licenceNumber: null });
    const [{ overdue }] = (await db.sql<{ overdue: number }>(
      `select count(*)::int as overdue from alert a join case_file c on c.id = a.case_id where c.agency_id = $1 and c.province_code = '12' and a.owner = 'agency' and a.state = 'open' and a.answer_by < '2026-11-22'`,
      [id('org', 'A')],
    )) as [{ overdue: number }];
    expect((await of('centre-12', 'A')).overdueAnswers).toBe(overdue);
    expect(overdue).toBeGreaterThan(0);
  });

  it('tells the state of every part in numbers, without an address or a name', async () => {
    await db.sql(`delete from outbox`);
    await db.sql(`insert into heartbeat (name, at) values ('relay', now()), ('watchdog', now() - interval '10 minutes')`);
    await db.sql(`insert into sweep_run (sweep, business_day, state, finished_at) values ('overstay', '2026-11-22', 'done', now())`);
    await db.sql(`insert into outbox (topic, due_at) values ('a.b.v1', now() - interval '20 minutes')`);
    await db.sql(`update delivery set state = 'bounced' where id in (select min(id) from delivery)`);
    const answer = await app.call('GET', '/api/v1/admin/health', { token: admin() });
    expect(answer.json).toMatchObject({
      healthy: false,
      mailGateClosed: false,
      deliveries: { bounced: 1 },
      sweeps: [{ sweep: 'overstay', businessDay: '2026-11-22', state: 'done', daysBehind: 0 }],
      topics: [{ topic: 'a.b.v1', waiting: 1, handedOver: 0, dead: 0, oldestSeconds: expect.any(Number) }],
    });
    const state = Object.fromEntries((answer.json.findings as { check: string; state: string }[]).map((one) => [one.check, one.state]));
    expect(state).toEqual({ database: 'ok', background: 'fail', outbox: 'warn', sweep: 'ok', mail: 'warn' });
    const [{ letters }] = (await db.sql<{ letters: number }>(
      `select count(*)::int as letters from notice where state = 'letter' and printed_at is null`,
    )) as [{ letters: number }];
    expect(answer.json.lettersWaiting).toBe(letters);
    expect(letters).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/@test\.invalid|Zk/);
  });

  it('puts one given-up duty back to work, says who did, and lets nobody else', async () => {
    const [dead] = await db.sql<{ id: string }>(
      `insert into outbox (topic, payload, dead_at, attempts, last_error, enqueued_at) values ('x.y.v1', '{"secret": 1}', now(), 10, 'SMTP down', now()) returning id::text as id`,
    );
    const list = await app.call('GET', '/api/v1/admin/outbox', { token: admin() });
    expect((list.json.duties as unknown[])[0]).toMatchObject({
      id: Number(dead!.id),
      topic: 'x.y.v1',
      state: 'dead',
      lastError: 'SMTP down',
    });
    expect(list.text).not.toContain('secret');
    const path = `/api/v1/admin/outbox/${dead!.id}/replay`;
    expect((await app.call('POST', path, { token: tenants.account('centre-12').token })).status).toBe(403);
    expect((await app.call('POST', path, { token: admin() })).status).toBe(204);
    expect(await db.sql(`select dead_at, attempts, enqueued_at from outbox where id = $1`, [dead!.id])).toEqual([
      { dead_at: null, attempts: 0, enqueued_at: null },
    ]);
    expect((await app.call('POST', path, { token: admin() })).status).toBe(404);
    expect(await db.sql(`select login, subject_id from audit_entry where action = 'platform.replay-duty'`)).toEqual([
      { login: 'administrator', subject_id: dead!.id },
    ]);
    const officer = tenants.account('centre-12').actor;
    for (const text of ['select * from count_messages()', `select replay_duty(${dead!.id})`])
      await expect(db.api.run(officer, (tx) => tx.query(text))).rejects.toThrow(/for administrators/);
    await expect(db.api.run(officer, (tx) => tx.query('select payload from outbox'))).rejects.toThrow(/permission denied/);
  });
});
