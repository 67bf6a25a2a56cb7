import { ROLES } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { Controller, Get } from '@nestjs/common';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, PROVINCES, type TenantAccount, type TenantPerson, type Tenants, TODAY } from '../support/tenants';
import { oracleOf } from '../integration/row-security/oracle';
import { foreignCanaries, NO_OBJECTS, RouteSamples, SAMPLES, type Sample } from './route-samples';

/** Failures by what they share: a broken route is one line, with one example. */
function grouped(failures: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const failure of failures) {
    const key = failure
      .replace(/^\S+ /, '')
      .replace(/about \w+/, '')
      .replace(/"requestId":"[^"]*"/, '')
      .slice(0, 120);
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()].map((list) => `${list.length} × ${list[0]!.slice(0, 330)}`);
}

jest.setTimeout(900_000);

/** Every live route × every account × own, foreign and no tenant, over HTTP. New routes are covered without a line here. */
describe('access matrix', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let routes: Route[];
  let samples: RouteSamples;
  const canaries = new Map<string, string[]>();
  let tried = 0;
  /** Routes whose real answer was held against its description, and every difference. */
  const shaped = new Set<string>();
  const unlike = new Set<string>();
  const failed: string[] = [];

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update policy_rule set value = '1000' where key = 'privacy.reveals_per_hour'`);
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    routes = routeTable(app.application);
    samples = await RouteSamples.of(app);
    for (const account of tenants.accounts)
      canaries.set(account.name, await foreignCanaries(db, tenants, account, oracleOf(account.actor)));
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
    console.log(`access matrix: ${tried} tried, ${failed.length} failed`);
  });

  const judge = (what: string, right: boolean, got: string) => {
    tried++;
    if (!right) failed.push(`${what}: ${got}`);
  };
  const noLeak = (account: TenantAccount, what: string, text: string) => {
    const leaked = canaries.get(account.name)!.filter((canary) => text.includes(canary));
    judge(`${account.name} ${what} leak`, leaked.length === 0, leaked.slice(0, 5).join());
  };
  const known = new Map<string, Promise<boolean>>();
  /** Kept from before the first write: what an account may see of the fixture does not change with what is written. */
  const visible = (account: TenantAccount, sample: Sample) => {
    const key = `${account.name} ${sample.table} ${sample.where}`;
    if (!known.has(key)) known.set(key, isVisible(account, sample));
    return known.get(key)!;
  };
  const isVisible = async (account: TenantAccount, { table, where }: Sample) =>
    (await db.sql(`select 1 from ${table} t where ${where} and (${oracleOf(account.actor)[table] ?? 'true'})`)).length > 0;

  /** Calls a route about one person's objects. The session itself must outlive the test. */
  const send = async (route: Route, account: TenantAccount | undefined, person: TenantPerson, spare = false) => {
    const found = Object.fromEntries(
      await Promise.all(samples.objectsOf(route).map(async (name) => [name, await SAMPLES[name]!(person, db)] as const)),
    );
    const ids = Object.fromEntries(Object.entries(found).map(([name, sample]) => [name, sample.value]));
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name]!) + samples.query(route);
    const answer = spare
      ? undefined
      : await app.call(route.method, path, {
          token: account?.token,
          body: samples.body(route, ids),
          headers: samples.headers(route),
        });
    if (answer && answer.status < 300 && !route.handler.startsWith('OpenApi')) {
      shaped.add(route.handler);
      for (const fault of samples.answerFaults(route, answer)) unlike.add(`${route.handler}: ${fault}`);
    }
    return { answer, objects: found };
  };
  const ENDS_SESSION = ['SessionController.close', 'SessionController.changePassword'];

  it('has a declaration on each route, and a sample for each object a route names', () => {
    const unknown = routes.flatMap((route) =>
      samples
        .objectsOf(route)
        .filter((name) => !SAMPLES[name])
        .map((name) => `${route.handler}: ${name}`),
    );
    expect(unknown).toEqual([]);
    expect(routes.filter((route) => !route.access).map((route) => route.handler)).toEqual([]);
    const documented = routes.filter((route) => !route.handler.startsWith('OpenApi')).filter((route) => !samples.operation(route));
    expect(documented.map((route) => route.handler)).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  it('refuses to start with a route that declares nothing', async () => {
    @Controller('api/v1/forgotten')
    class Forgotten {
      @Get()
      list(): string[] {
        return [];
      }
    }
    await expect(startApplication(db, {}, [Forgotten])).rejects.toThrow(/Forgotten\.list.*has no @Access/);
  });

  it('refuses to start as a role that passes row security', async () => {
    await expect(startApplication({ ...db, urls: { ...db.urls, api: db.urls.superuser } })).rejects.toThrow(
      /superuser or passes row security/,
    );
    await expect(startApplication({ ...db, urls: { ...db.urls, api: db.urls.owner } })).rejects.toThrow(/the runtime role owns/);
  });

  it('refuses to start in production over demo organisations', async () => {
    await db.sql(`update organisation set demo = true where key = 'A'`);
    const env = { BENVE_MODE: 'production', PUBLIC_URL: 'https://benve.example.vn', SMTP_URL: 'smtp://localhost:25' };
    await expect(startApplication(db, env)).rejects.toThrow(/demo organisation A in production/);
    await db.sql(`update organisation set demo = false`);
  });

  it('answers strangers nothing', async () => {
    for (const route of routes.filter((r) => r.access!.roles !== 'anyone')) {
      const { answer } = await send(route, undefined, tenants.people[0]!);
      judge(`stranger ${route.handler}`, answer!.status === 401, `${answer!.status} ${answer!.text.slice(0, 200)}`);
    }
    expect(grouped(failed)).toEqual([]);
  });

  it('refuses every role that is not declared', async () => {
    for (const role of ROLES) {
      const account = tenants.accounts.find((a) => a.role === role)!;
      for (const route of routes.filter((r) => r.access!.roles !== 'anyone' && !r.access!.roles.includes(role))) {
        const { answer } = await send(route, account, tenants.people[0]!);
        judge(`${account.name} ${route.handler}`, answer!.status === 403, `${answer!.status} ${answer!.text.slice(0, 200)}`);
        noLeak(account, route.handler, answer!.text);
      }
    }
    expect(grouped(failed)).toEqual([]);
  });

  it('gives own objects, hides foreign ones as 404, and leaks no word of them', async () => {
    const people = PROVINCES.flatMap((province) =>
      [0, 1, 3, 5, 6, 8, 10].map((k) => tenants.people.filter((p) => p.province === province)[k]!),
    );
    const writes = (route: Route) => route.method !== 'GET';
    const about = async (route: Route, account: TenantAccount, person: TenantPerson) => {
      const { objects } = await send(route, account, person, true);
      const foreign = (await Promise.all(Object.values(objects).map((sample) => visible(account, sample)))).includes(false);
      if (writes(route) && !foreign && route.path.startsWith('/api/v1/admin')) return; // own administration is tested by itself: it would disable the accounts at work
      const { answer } = await send(route, account, person);
      const what = `${account.name} ${route.method} ${route.path} about ${person.canary}`;
      if (foreign) judge(what, answer!.status === 404, `foreign, got ${answer!.status} ${answer!.text.slice(0, 300)}`);
      else
        judge(
          what,
          answer!.status < 500 && ![401, 404].includes(answer!.status) && (answer!.status !== 403 || writes(route)),
          `own, got ${answer!.status} ${answer!.text.slice(0, 300)}`,
        );
      noLeak(account, `${route.method} ${route.path}`, answer!.text);
    };
    // Reads first: a write changes what later reads may show.
    for (const route of [...routes].sort((a, b) => Number(writes(a)) - Number(writes(b)))) {
      if (ENDS_SESSION.includes(route.handler) || route.access!.roles === 'anyone') continue;
      for (const person of samples.objectsOf(route).length ? people : people.slice(0, 1))
        await Promise.all(
          tenants.accounts
            .filter((a) => (route.access!.roles as string[]).includes(a.role))
            .map((account) => about(route, account, person)),
        );
    }
    expect(grouped(failed)).toEqual([]);
  });

  it('changes no row of another tenant by any refused write', async () => {
    const clerk = tenants.account('commune-12001');
    const foreign = tenants.people.filter((p) => p.commune !== '12001');
    const before = await fingerprint();
    for (const route of routes.filter(
      (r) =>
        r.method !== 'GET' &&
        r.access!.roles !== 'anyone' &&
        !ENDS_SESSION.includes(r.handler) &&
        samples.objectsOf(r).some((name) => !NO_OBJECTS.includes(name)),
    ))
      for (const person of foreign.slice(0, 3)) {
        const { answer } = await send(route, clerk, person);
        judge(`${route.handler} foreign write`, [403, 404].includes(answer!.status), `${answer!.status} ${answer!.text.slice(0, 200)}`);
      }
    expect(await fingerprint()).toEqual(before);
    expect(grouped(failed)).toEqual([]);
  });

  it('describes a success of every operation, and has answered nothing else', () => {
    const described = routes.filter((route) => !route.handler.startsWith('OpenApi'));
    const silent = described.filter((route) => {
      const success = samples.success(route);
      return !success?.description || (success.status !== '204' && !success.content);
    });
    expect(silent.map((route) => route.handler)).toEqual([]);
    console.log(`answers: ${shaped.size} of ${described.length} routes answered with success, ${unlike.size} differences`);
    expect([...unlike].sort()).toEqual([]);
    expect(shaped.size).toBeGreaterThan(30);
  });

  const fingerprint = async () => {
    const rows = await db.sql<{ hash: string }>(
      `select md5(string_agg(x, '|' order by x)) as hash from (
         select 'w' || to_jsonb(w)::text as x from worker w union all select 'c' || to_jsonb(c)::text from case_file c union all select 'e' || to_jsonb(e)::text from case_event e
         union all select 'a' || to_jsonb(a)::text from alert a union all select 'v' || to_jsonb(v)::text from family_visit v union all select 'o' || to_jsonb(o)::text from overstay_confirmation o
         union all select 't' || to_jsonb(t)::text from desk_task t union all select 'n' || to_jsonb(n)::text from notice n) all_rows`,
    );
    return rows[0]!.hash;
  };
});
