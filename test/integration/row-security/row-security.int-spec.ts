import { OPEN_TABLES, RESOLVER_FUNCTIONS } from '@app/identity';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertTenants, type TenantAccount, type Tenants, TODAY } from '../../support/tenants';
import { oracleOf } from './oracle';

/** Facts that everybody may read and few may write. */
const PUBLIC = ['agency_branch', 'agency_licence', 'fee_sheet', 'job_fair', 'recruitment_permission', 'organisation', 'organisation_alias'];

/** Row-level security alone: bare selects as the API's database role, no service in between, against an oracle of independent SQL. */
describe('row security alone', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let tables: string[];
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    tables = (
      await db.sql<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
      )
    ).map((row) => row.name);
  });
  afterAll(() => db.close());

  const seen = (account: TenantAccount, table: string) =>
    db.api.run(account.actor, async (tx) =>
      (await tx.query<{ row: string }>(`select ctid::text as row from ${table}`)).map((r) => r.row).sort(),
    );
  const allowed = async (account: TenantAccount, table: string) =>
    (await db.sql<{ row: string }>(`select ctid::text as row from ${table} t where ${oracleOf(account.actor)[table] ?? 'null::boolean'}`))
      .map((r) => r.row)
      .sort();
  const differing = async (table: string) => {
    const wrong: string[] = [];
    for (const account of tenants.accounts) {
      const [is, must] = [await seen(account, table), await allowed(account, table)];
      if (is.join() !== must.join()) wrong.push(`${account.name} sees ${is.length} of ${table}, must see ${must.length}`);
    }
    return wrong;
  };

  it('knows every protected table, and every one of them holds rows', async () => {
    const oracle = oracleOf(tenants.account('centre-12').actor);
    expect(tables).toEqual(Object.keys(oracle).sort());
    const empty = [];
    for (const table of tables) if ((await db.sql(`select 1 from ${table} limit 1`)).length === 0) empty.push(table);
    expect(empty).toEqual([]);
  });

  it('shows each of the accounts exactly its own rows of every table', async () => {
    const wrong = (await Promise.all(tables.map(differing))).flat();
    console.log(`row security: ${tables.length * tenants.accounts.length} tried, ${wrong.length} failed`);
    expect(wrong).toEqual([]);
  });

  it('shows how a person stands with the bank to the offices of the province and the bank alone, among the questions too', async () => {
    for (const family of ['INSTALMENT', 'EPS_ESCROW_35', 'LOAN_DECISION', 'LIQUIDATION_180'])
      await db.sql(
        `with asked as (
           insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, owner)
           select c.id, c.province_code, $1, $1, 1, '2026-10-01', '2026-10-01', '2026-10-01', 'centre' from case_file c returning id)
         insert into alert_recipient (alert_id, role, addressee, since) select id, 'centre', 'X', '2026-10-01' from asked`,
        [family],
      );
    expect((await Promise.all(['alert', 'alert_recipient'].map(differing))).flat()).toEqual([]);
    const families = (name: string) =>
      db.api.run(tenants.account(name).actor, (tx) => tx.query<{ family: string }>(`select distinct family from alert order by 1`));
    for (const name of ['commune-12001', 'agency-a'])
      expect([name, (await families(name)).map(({ family }) => family)]).toEqual([name, ['LIQUIDATION_180', 'SUSPECTED_OVERSTAY']]);
    expect(await families('centre-12')).toHaveLength(5);
  });

  it('compares sets that are not empty: several tenants see rows of each table, nobody but the administrator sees all of a private one', async () => {
    const open = PUBLIC;
    for (const table of tables) {
      const [{ total }] = (await db.sql<{ total: number }>(`select count(*)::int as total from ${table}`)) as [{ total: number }];
      const counts = await Promise.all(
        tenants.accounts.filter((a) => a.role !== 'administrator').map(async (a) => (await allowed(a, table)).length),
      );
      expect([table, counts.filter((n) => n > 0).length >= 2]).toEqual([table, true]);
      if (!open.includes(table)) expect([table, Math.max(...counts) < total]).toEqual([table, true]);
    }
  });

  it('shows nothing of anybody without a scope', async () => {
    const stranger = {
      ...tenants.account('centre-12'),
      actor: { accountId: null, login: 'x', role: 'leader', organisationId: null, scope: { kind: 'none' } },
    } as unknown as TenantAccount;
    for (const table of tables.filter((t) => !PUBLIC.includes(t))) expect([table, await seen(stranger, table)]).toEqual([table, []]);
  });

  it('keeps interleaved tenants apart on the pooled connections', async () => {
    const mine = new Map(await Promise.all(tenants.accounts.map(async (a) => [a.name, (await allowed(a, 'case_file')).join()] as const)));
    const wrong: string[] = [];
    const rounds = 2_000;
    for (let i = 0; i < rounds; i += 50)
      await Promise.all(
        Array.from({ length: 50 }, async (_, k) => {
          const account = tenants.accounts[(i + k * 7) % tenants.accounts.length]!;
          if ((await seen(account, 'case_file')).join() !== mine.get(account.name)) wrong.push(account.name);
        }),
      );
    console.log(`interleaved: ${rounds} tried, ${wrong.length} failed`);
    expect(wrong).toEqual([]);
  });

  it('refuses to write rows of other tenants', async () => {
    const { actor } = tenants.account('centre-12');
    const foreign = tenants.people.find((p) => p.province === '15')!;
    const tries = [
      [`update worker set full_name = 'x' where id = $1`, [foreign.workerId]],
      [`update case_file set stage = 'CLOSED' where id = $1`, [foreign.caseId]],
      [`update desk_task set state = 'done' where case_id = $1`, [foreign.caseId]],
    ] as const;
    for (const [text, values] of tries) expect(await db.api.run(actor, (tx) => tx.execute(text, values))).toBe(0);
    const own = tenants.people.find((p) => p.province === '12')!;
    await expect(
      db.api.run(actor, (tx) => tx.execute(`update worker set province_code = '15' where id = $1`, [own.workerId])),
    ).rejects.toThrow(/row-level security/);
    await expect(
      db.api.run(actor, (tx) =>
        tx.execute(`insert into case_event (case_id, request_id, kind, stage_after) values ($1, 'x', 'X', 'X')`, [foreign.caseId]),
      ),
    ).rejects.toThrow(/row-level security/);
    const clerk = tenants.account('agency-a').actor;
    await expect(
      db.api.run(clerk, (tx) =>
        tx.execute(
          `insert into agency_licence (id, organisation_id, number, valid, state) values (gen_random_uuid(), $1, 'x', '[2030-01-01,)', 'valid')`,
          [clerk.organisationId],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(db.api.run(clerk, (tx) => tx.execute(`update account set role = 'administrator'`))).rejects.toThrow(/permission denied/);
    await expect(
      db.api.run(clerk, (tx) =>
        tx.execute(`insert into account (id, login, role, display_name) values (gen_random_uuid(), 'evil', 'administrator', 'x')`),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      db.api.run(clerk, (tx) =>
        tx.execute(
          `insert into api_key (id, account_id, organisation_id, label, token_hash) values (gen_random_uuid(), $1, $2, 'x', 'x')`,
          [tenants.account('agency-b').actor.accountId, tenants.account('agency-b').actor.organisationId],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  describe('catalogue', () => {
    it('forces row security on every table that is not listed as open', async () => {
      const bare = await db.sql<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`,
      );
      expect(bare.map((row) => row.name)).toEqual([...OPEN_TABLES].sort());
    });

    it('has views with security_invoker only, and no materialized view', async () => {
      expect(
        await db.sql(
          `select relname from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v' and reloptions::text not like '%security_invoker=true%'))`,
        ),
      ).toEqual([]);
    });

    it('lets these functions and no others pass row security, each with a fixed search_path, none for everybody', async () => {
      const found = await db.sql<{ signature: string; owner: string; path: string | null; open: boolean }>(
        `select p.oid::regprocedure::text as signature, proowner::regrole::text as owner, array_to_string(proconfig, ',') as path, coalesce(array_to_string(proacl, ',') ~ '(^|,)=X', true) as open
         from pg_proc p where pronamespace = 'public'::regnamespace and (prosecdef or proowner = 'benve_resolver'::regrole) order by 1`,
      );
      expect(found.map((row) => row.signature)).toEqual([...RESOLVER_FUNCTIONS].sort());
      for (const row of found)
        expect(row).toMatchObject({
          signature: row.signature,
          owner: 'benve_resolver',
          open: false,
          path: expect.stringMatching(/^search_path=pg_catalog.*pg_temp$/),
        });
    });

    it('gives the runtime roles nothing of their own and no way to more', async () => {
      const owned = await db.sql(
        `select c.relname from pg_class c where relowner in ('benve_api'::regrole, 'benve_jobs'::regrole) union all select proname from pg_proc where proowner in ('benve_api'::regrole, 'benve_jobs'::regrole)`,
      );
      expect(owned).toEqual([]);
      const roles = await db.sql(
        `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname in ('benve_api', 'benve_jobs') order by 1`,
      );
      expect(roles).toEqual([
        { rolname: 'benve_api', strong: false },
        { rolname: 'benve_jobs', strong: false },
      ]);
      const member = await db.sql(
        `select r.rolname from pg_roles r where pg_has_role('benve_api', r.oid, 'member') and r.rolname <> 'benve_api'`,
      );
      expect(member).toEqual([]);
      expect(
        await db.sql(
          `select 1 where has_schema_privilege('benve_api', 'public', 'create') or has_schema_privilege('benve_resolver', 'public', 'create')`,
        ),
      ).toEqual([]);
    });
  });

  /** The check above must be able to fail: without its policy, and with an open one, each table turns it red. */
  it('turns red for every table whose policy is dropped or opened', async () => {
    const green: string[] = [];
    for (const table of tables) {
      const policies = await db.sql<{ name: string; cmd: string; qual: string }>(
        `select policyname as name, cmd, qual from pg_policies where tablename = $1 and 'benve_api' = any (roles) and qual is not null`,
        [table],
      );
      for (const policy of policies) await db.sql(`alter policy ${policy.name} on ${table} using (false)`);
      if ((await differing(table)).length === 0) green.push(`${table} without policy`);
      if (!PUBLIC.includes(table)) {
        for (const policy of policies) await db.sql(`alter policy ${policy.name} on ${table} using (true)`);
        if ((await differing(table)).length === 0) green.push(`${table} with an open policy`);
      }
      for (const policy of policies) await db.sql(`alter policy ${policy.name} on ${table} using (${policy.qual})`);
    }
    console.log(`mutations: ${tables.length * 2 - PUBLIC.length} tried, ${green.length} not noticed`);
    expect(green).toEqual([]);
    expect((await Promise.all(tables.map(differing))).flat()).toEqual([]);
  });
});
