import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { startDescribed } from './described-application';

const PASSWORD = 'ruộng bậc thang mùa gặt';

jest.setTimeout(300_000);

describe('coming in over HTTP', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update account set password_hash = $1`, [await hash(PASSWORD)]);
    app = await startDescribed(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  beforeEach(() => db.sql('delete from login_attempt'));

  const signIn = (login = 'centre-12', headers: Record<string, string> = {}, password = PASSWORD) =>
    app.call('POST', '/api/v1/session', { body: { login, password }, headers });
  const me = (headers: Record<string, string>) => app.call('GET', '/api/v1/session', { headers });

  it('gives browsers a cookie no script reads, and other programs a token; nothing is cached', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^benve=bvs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await me({ cookie: cookie.split(';')[0]! })).json).toMatchObject({
      login: 'centre-12',
      role: 'centre_staff',
      provinceCode: '12',
    });
    expect((await me({ authorization: `Bearer ${answer.json.token as string}` })).status).toBe(200);
    expect((await me({ authorization: `Bearer ${answer.json.token as string}x` })).status).toBe(401);
    expect(answer.text).not.toMatch(/argon2|password/i);
  });

  it('binds the cookie to the host where https is served', async () => {
    const secure = await startApplication(db, { PUBLIC_URL: 'https://benve.example.vn' });
    const answer = await secure.call('POST', '/api/v1/session', { body: { login: 'centre-12', password: PASSWORD } });
    await secure.close();
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-benve=bvs_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it.each(['sign-out', 'disable', 'reset', 'jurisdiction', 'password'])('ends a session for the very next request: %s', async (way) => {
    const { json } = await signIn('commune-12002');
    const authorization = `Bearer ${json.token as string}`;
    expect((await me({ authorization })).status).toBe(200);
    const admin = tenants.account('administrator').token;
    const path = `/api/v1/admin/accounts/${tenants.account('commune-12002').actor.accountId}`;
    const deeds: Record<string, () => Promise<{ status: number }>> = {
      'sign-out': () => app.call('DELETE', '/api/v1/session', { headers: { authorization } }),
      disable: () => app.call('POST', `${path}/disable`, { token: admin }),
      reset: () => app.call('POST', `${path}/reset`, { token: admin }),
      jurisdiction: () => app.call('PUT', `${path}/communes`, { token: admin, body: { communes: ['12002', '12003'] } }),
      password: () =>
        app.call('PUT', '/api/v1/session/password', {
          headers: { authorization },
          body: { current: PASSWORD, password: `${PASSWORD} mới` },
        }),
    };
    expect((await deeds[way]!()).status).toBeLessThan(300);
    expect((await me({ authorization })).status).toBe(401);
    await db.sql(`update account set state = 'active', password_hash = $1 where login = 'commune-12002'`, [await hash(PASSWORD)]);
  });

  it('slows guesses, whatever the forwarded address says, and answers unknown names the same', async () => {
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await signIn('department-12', { 'x-forwarded-for': `10.0.0.${i}` }, 'wrong password here'));
    expect(answers.map((a) => a.status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(answers[5]!.headers.get('retry-after')).toMatch(/^\d+$/);
    const strip = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    const known = await signIn('leader-12', {}, 'wrong password here');
    const unknown = await signIn('nobody-at-all', {}, 'wrong password here');
    expect(strip(known.text)).toBe(strip(unknown.text));
  });

  it('counts the address behind as many trusted proxies as configured, never further', async () => {
    const behind = await startApplication(db, { PROXY_HOPS: '1' });
    const from = (address: string) =>
      behind.call('POST', '/api/v1/session', {
        body: { login: 'x-y', password: 'no' },
        headers: { 'x-forwarded-for': address },
      });
    for (const address of ['1.1.1.1, 9.9.9.9', '2.2.2.2, 9.9.9.9']) await from(address);
    const seen = await db.sql<{ address: string }>('select distinct address from login_attempt');
    await behind.close();
    expect(seen).toEqual([{ address: '9.9.9.9' }]);
  });

  it('refuses a page of another site on every writing route, the sign-in included', async () => {
    const { json } = await signIn();
    const cookie = `benve=${json.token as string}`;
    const paths = ['/api/v1/session', '/api/v1/workers', '/api/v1/tasks/1/finish', '/api/v1/imports'];
    for (const path of paths)
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ] as Record<string, string>[]) {
        const answer = await app.call('POST', path, { headers: { ...headers, cookie }, body: {} });
        expect([path, headers, answer.status, answer.json.code]).toEqual([path, headers, 403, 'ORIGIN_REFUSED']);
      }
    const own = await app.call('POST', '/api/v1/workers/search', {
      headers: { cookie, origin: app.url, 'sec-fetch-site': 'same-origin' },
      body: { text: 'lo' },
    });
    expect(own.status).toBe(200);
  });

  it('lets an agency make a key that acts as its account, and take it back at once', async () => {
    const { token } = tenants.account('agency-a');
    const key = 'one-key-for-the-key';
    const made = await app.call('POST', '/api/v1/agency/api-keys', { token, body: { label: 'Máy chủ' }, key });
    expect(made.status).toBe(201);
    const secret = made.json.key as string;
    expect(JSON.stringify(await db.sql('select * from idempotency_key'))).not.toContain(secret);
    const again = () => app.call('POST', '/api/v1/agency/api-keys', { token, body: { label: 'Máy chủ' }, key });
    const shown = { code: 'API_KEY_SHOWN', details: { id: made.json.id } };
    expect((await again()).json).toMatchObject(shown);
    // Past the ledger the row itself knows the request.
    await db.sql(`delete from idempotency_key where key = $1`, [key]);
    expect((await again()).json).toMatchObject(shown);
    expect(await db.sql(`select id from api_key where label = 'Máy chủ'`)).toEqual([{ id: made.json.id }]);
    expect((await app.call('GET', '/api/v1/cases', { token: secret })).status).toBe(200);
    expect((await app.call('POST', '/api/v1/agency/api-keys', { token: secret, body: { label: 'x' } })).status).toBe(403);
    const revoke = await app.call('DELETE', `/api/v1/agency/api-keys/${made.json.id as string}`, { token });
    expect(revoke.status).toBe(204);
    expect((await app.call('GET', '/api/v1/cases', { token: secret })).status).toBe(401);
  });

  it('brings a new person in by a link that works once', async () => {
    const admin = tenants.account('administrator').token;
    const made = await app.call('POST', '/api/v1/admin/accounts', {
      token: admin,
      body: { login: 'new-officer', role: 'centre_staff', organisation: 'TT-15' },
    });
    expect(made.status).toBe(201);
    const token = (made.json.link as string).split('#')[1]!;
    expect(JSON.stringify(await db.sql('select * from one_time_link'))).not.toContain(createHash('sha256').update('x').digest('hex'));
    expect((await app.call('POST', '/api/v1/session/password-link', { body: { token, password: 'short' } })).json.code).toBe(
      'PASSWORD_SHORT',
    );
    expect((await app.call('POST', '/api/v1/session/password-link', { body: { token, password: PASSWORD } })).status).toBe(200);
    expect((await app.call('POST', '/api/v1/session/password-link', { body: { token, password: PASSWORD } })).json.code).toBe(
      'LINK_INVALID',
    );
    expect((await signIn('new-officer')).json).toMatchObject({ me: { provinceCode: '15', role: 'centre_staff' } });
    const wrong = await app.call('POST', '/api/v1/admin/accounts', {
      token: admin,
      body: { login: 'wrong-one', role: 'bank_officer', organisation: 'TT-15' },
    });
    expect(wrong.json.code).toBe('ROLE_UNFIT');
  });
});
