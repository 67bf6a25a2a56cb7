import { connect } from 'node:net';
import { SeedPolicies } from '@app/policy';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { RouteSamples, SAMPLES } from './route-samples';

const INJECTIONS = [
  `'`,
  `''`,
  `"`,
  `\\`,
  `';--`,
  `' or '1'='1`,
  `' or 1=1--`,
  `" or ""="`,
  `1; drop table worker;--`,
  `'; select pg_sleep(600);--`,
  `') or ('1'='1`,
  `admin'--`,
  `' union select null--`,
  `' union select login, password_hash from account--`,
  `$1`,
  `$$`,
  `:id`,
  `{}`,
  `[]`,
  `%`,
  `%%%%%%%%%%`,
  `_`,
  `%' or '%'='`,
  `\\'`,
  `\0`,
  `a\0b`,
  `\ud800`,
  `${'%'.repeat(250)}`,
  `' and (select 1 from pg_user)='1`,
  `1 or 1=1`,
  `1)`,
  `1/**/or/**/1=1`,
  `0x27`,
  `char(39)`,
  `' || (select version()) || '`,
  `;set role benve_owner;`,
  `; reset role`,
  `set_config('benve.scope','system',true)`,
  `x' collate "C`,
  `null`,
  `undefined`,
  `NaN`,
  `Infinity`,
  `-1`,
  `9007199254740993`,
  `1e309`,
  `0`,
  `true`,
  `2026-02-30`,
  `2026-13-01`,
  `infinity`,
  `-infinity`,
  `epoch`,
  `now()`,
  `../../etc/passwd`,
  `<script>`,
  `\r\nSet-Cookie: a=b`,
  `١٢٣`,
  `ỗ`.repeat(60),
  `a`.repeat(400),
  `__proto__`,
  `constructor`,
];

/** Would sign the tester out or lock an account in the middle. */
const ENDS_ACCESS = /\.(close|disable|reset)$/;

jest.setTimeout(300_000);

describe('hostile input', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let routes: Route[];
  let samples: RouteSamples;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    routes = routeTable(app.application);
    samples = await RouteSamples.of(app);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  const accountFor = (route: Route) =>
    tenants.accounts.find((a) => route.access!.roles === 'anyone' || route.access!.roles.includes(a.role))!;
  const idsOf = async (route: Route) =>
    Object.fromEntries(
      await Promise.all(
        samples.objectsOf(route).map(async (name) => [name, (await SAMPLES[name]!(tenants.people[0]!, db)).value] as const),
      ),
    );
  const pathOf = (route: Route, ids: Record<string, string>) => route.path.replace(/:(\w+)/g, (_, name: string) => ids[name]!);

  it('takes SQL in every query parameter as text or refuses it, in time', async () => {
    const wrong: string[] = [];
    let tried = 0;
    // The library that writes workbooks is loaded at its first use: that is not the answer's time.
    const centre = tenants.accounts.find(({ role }) => role === 'centre_staff')!;
    await app.call('GET', '/api/v1/cases/export?columns=code', { token: centre.token });
    for (const route of routes.filter((r) => r.method === 'GET')) {
      const ids = await idsOf(route);
      for (const parameter of samples.queryParameters(route))
        await Promise.all(
          INJECTIONS.map(async (payload) => {
            const rest = samples
              .queryParameters(route)
              .filter((p) => p.required && p.name !== parameter.name)
              .map((p) => `${p.name}=thu&`)
              .join('');
            const text = encodeURIComponent(payload.toWellFormed());
            // A statement put to sleep would run into the time limit of its connection, which is no 200, 400 or 422.
            const answer = await app.call(
              'GET',
              `${pathOf(route, ids)}?${rest}${parameter.name}=${payload === '\ud800' ? '%ED%A0%80' : text}`,
              { token: accountFor(route).token },
            );
            tried++;
            if (![200, 400, 422].includes(answer.status))
              wrong.push(`${route.path} ${parameter.name}=${payload.slice(0, 40)}: ${answer.status}`);
            for (const person of tenants.people.filter((p) => p.province === '15'))
              if (accountFor(route).actor.scope.kind === 'province' && answer.text.includes(person.canary))
                wrong.push(`${route.path} leaks`);
          }),
        );
    }
    console.log(`injections: ${tried} tried, ${wrong.length} failed`);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
  });

  it('takes hostile path segments as nothing that exists', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((r) => r.path.includes(':')))
      await Promise.all(
        INJECTIONS.filter((p) => !/^\d+$/.test(p) && !p.includes('/')).map(async (payload) => {
          const path = route.path.replace(/:\w+/g, encodeURIComponent(payload.toWellFormed()));
          const answer = await app.call(route.method, path, {
            token: accountFor(route).token,
            body: samples.body(route, await idsOf(route)),
          });
          if (![400, 404, 414].includes(answer.status)) wrong.push(`${route.method} ${path}: ${answer.status}`);
        }),
      );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('refuses every column of every table that a request does not name', async () => {
    const columns = (
      await db.sql<{ name: string }>(`select distinct column_name as name from information_schema.columns where table_schema = 'public'`)
    ).map((row) => row.name);
    const names = [
      ...new Set(columns.flatMap((name) => [name, name.replace(/_(\w)/g, (_, c: string) => c.toUpperCase())])),
      'tenantId',
      'isAdmin',
      'scope',
      'permissions',
    ];
    const wrong: string[] = [];
    let tried = 0;
    for (const route of routes.filter((r) => samples.schema(r))) {
      const known = Object.keys(samples.schema(route)!.properties ?? {});
      const ids = await idsOf(route);
      const token = accountFor(route).token;
      const unknown = names.filter((name) => !known.includes(name));
      // Each refusal names its field, so forty may share a request (a refusal lists at most fifty).
      for (let i = 0; i < unknown.length; i += 40) {
        const some = unknown.slice(i, i + 40);
        const answer = await app.call(route.method, pathOf(route, ids), {
          token,
          headers: samples.headers(route),
          body: { ...samples.body(route, ids), ...Object.fromEntries(some.map((name) => [name, 'administrator'])) },
        });
        const named = new Set(((answer.json.errors ?? []) as { field: string }[]).map((fault) => fault.field));
        tried += some.length;
        wrong.push(
          ...some.filter((name) => answer.status !== 422 || !named.has(name)).map((name) => `${route.handler} ${name}: ${answer.status}`),
        );
      }
    }
    console.log(`mass assignment: ${tried} tried, ${wrong.length} failed`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tried).toBeGreaterThan(2_000);
  });

  it('answers broken, wrong and nested bodies with 4xx and the fields at fault, never 5xx', async () => {
    const bodies: unknown[] = [
      '{',
      '[',
      'null',
      '"x"',
      '[]',
      '{"a":',
      '{"a":1}}',
      '\u0000',
      '{"__proto__":{"role":"administrator"}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"login":{"$ne":null}}',
      '[[[[[[[[[[]]]]]]]]]]',
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
      '{"answer":"RETURNED","answer":5}',
      { fullName: ['x'], communeCode: 12001 },
      '{"fullName":9007199254740993,"communeCode":null}',
      { text: NaN },
      { kind: 'DEPARTED', effectiveOn: { $gt: '' } },
      { kind: 'DEPARTED', contract: 'x' },
      { kind: 'DEPARTED', contract: { kind: 'employment', endsOn: '2026-02-30' } },
      { kind: 'DEPARTED', detail: [1] },
      { kind: 'COUNSELLED', detail: { note: 'a\u0000b' } },
      { label: 'x'.repeat(100_000) },
      { communes: ['1'.repeat(6)] },
      { communes: 'x' },
    ];
    const wrong: string[] = [];
    let tried = 0;
    for (const route of routes.filter((r) => r.method !== 'GET' && !ENDS_ACCESS.test(r.handler)))
      for (const body of bodies) {
        const ids = await idsOf(route);
        const answer = await app.call(route.method, pathOf(route, ids), {
          token: accountFor(route).token,
          body,
          headers: samples.headers(route),
        });
        tried++;
        if (answer.status >= 500 || (samples.schema(route) && answer.status < 400))
          wrong.push(`${route.method} ${route.path} ${JSON.stringify(body).slice(0, 60)}: ${answer.status}`);
        if (answer.status >= 400 && !(answer.headers.get('content-type') ?? '').startsWith('application/problem+json'))
          wrong.push(`${route.path}: no problem+json`);
      }
    console.log(`bodies: ${tried} tried, ${wrong.length} failed`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it('limits bodies, addresses, headers and content types', async () => {
    const { token } = tenants.account('centre-12');
    const status = async (path: string, init: RequestInit) => (await fetch(app.url + path, init)).status;
    const json = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': 'limits-1',
    };
    expect(
      await status('/api/v1/workers/search', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ text: 'x'.repeat(10_000_000) }),
      }),
    ).toBe(413);
    expect(await status(`/api/v1/workers?text=${'x'.repeat(20_000)}`, { headers: { authorization: `Bearer ${token}` } })).toBe(431);
    expect(
      await status(
        `/api/v1/cases?${Array.from({ length: 3_000 }, (_, i) => `a${i}=1`)
          .join('&')
          .slice(0, 15_000)}`,
        { headers: { authorization: `Bearer ${token}` } },
      ),
    ).toBeLessThan(500);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])
      expect([
        type,
        await status('/api/v1/workers/search', {
          method: 'POST',
          headers: { ...json, 'content-type': type },
          body: 'text=x',
        }),
      ]).toEqual([type, 415]);
    expect(
      await status('/api/v1/workers/search', {
        method: 'POST',
        headers: { ...json, 'content-encoding': 'gzip' },
        body: Buffer.from('1f8b', 'hex'),
      }),
    ).toBeGreaterThanOrEqual(400);
  });

  it('survives sockets that speak slowly or nonsense', async () => {
    const { port } = new URL(app.url);
    const idle = Array.from({ length: 300 }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of idle) socket.on('error', () => undefined).write('POST /api/v1/session HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const nonsense = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    nonsense.write('\u0016\u0003\u0001 rubbish\r\n\r\n');
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const started = performance.now();
      expect((await app.call('GET', '/api/health/live')).status).toBe(200);
      times.push(performance.now() - started);
    }
    for (const socket of [...idle, nonsense]) socket.destroy();
    expect(times.sort((a, b) => a - b)[28]).toBeLessThan(1_000);
  });
});
