import { OPEN_TABLES, RESOLVER_FUNCTIONS } from '@app/identity';
import { createDataSource } from '@app/platform';
import { MIGRATIONS } from '@migrations';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** What the catalogue of a migrated database must say, whatever the migrations mean to say. */
describe('the schema', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.close());

  const names = async (sql: string, values: unknown[] = []) => (await db.sql<{ name: string }>(sql, values)).map(({ name }) => name);
  const tables = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'`;

  it('explains every table', async () => {
    expect(await names(`select relname as name from ${tables} and coalesce(obj_description(c.oid), '') = ''`)).toEqual([]);
  });

  it('protects every table that is not listed as open, and forces it', async () => {
    expect(
      await names(
        `select relname as name from ${tables} and not (relrowsecurity and relforcerowsecurity) and relname <> all ($1) order by 1`,
        [[...OPEN_TABLES]],
      ),
    ).toEqual([]);
    expect(
      await names(
        `select relname as name from ${tables} and relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)`,
      ),
    ).toEqual([]);
  });

  it('lists no open table that does not exist or is protected', async () => {
    const open = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`,
    );
    expect(open).toEqual([...OPEN_TABLES].sort());
  });

  it('lets runtime roles own nothing and grants nothing to everybody', async () => {
    expect(await names(`select relname as name from pg_class where relowner in ('benve_api'::regrole, 'benve_jobs'::regrole)`)).toEqual([]);
    expect(await names(`select relname as name from ${tables} and relacl::text ~ '[{,]=[a-zA-Z]'`)).toEqual([]);
  });

  it('gives foreign rights to the listed functions only, each with a fixed search path', async () => {
    const functions = await db.sql<{ name: string; owner: string; fixed: boolean }>(
      `select oid::regprocedure::text as name, pg_get_userbyid(proowner) as owner, coalesce(proconfig::text like '%search_path=%', false) as fixed
       from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(functions.filter(({ fixed }) => !fixed)).toEqual([]);
    const foreign = functions.filter(({ owner }) => owner === 'benve_resolver').map(({ name }) => name);
    expect(foreign.sort()).toEqual([...RESOLVER_FUNCTIONS].sort());
  });

  it('keeps its identity keys and foreign keys sound: no column of a person without its wall', async () => {
    // A table that refers to a person or case and is open would leak who is followed.
    expect(
      await names(
        `select distinct r.relname as name from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class t on t.oid = k.confrelid
         where k.contype = 'f' and t.relname in ('worker', 'case_file') and not r.relrowsecurity`,
      ),
    ).toEqual([]);
  });

  it('goes up, down to nothing and up again', async () => {
    await db.sql(`create database ${db.name}_round owner benve_owner`);
    const url = new URL(db.urls.owner);
    url.pathname = `/${db.name}_round`;
    const source = await createDataSource({ url: url.href, name: 'test-round', migrations: MIGRATIONS }).initialize();
    try {
      expect(await source.runMigrations()).toHaveLength(MIGRATIONS.length);
      const before = await source.query(`select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`);
      // A step down takes back what its own step up had granted, nothing else.
      const lend = MIGRATIONS.findIndex(({ name }) => name.startsWith('LendMoney'));
      for (const _ of MIGRATIONS.slice(lend)) await source.undoLastMigration();
      expect(await source.query(`select has_column_privilege('benve_resolver', 'case_file', 'departed_on', 'select') as kept`)).toEqual([
        { kept: true },
      ]);
      for (const _ of MIGRATIONS.slice(0, lend)) await source.undoLastMigration();
      expect(
        await source.query(
          `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and relname <> 'migrations'`,
        ),
      ).toEqual([]);
      await source.runMigrations();
      expect(await source.query(`select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`)).toEqual(before);
    } finally {
      await source.destroy();
      await db.sql(`drop database ${db.name}_round`);
    }
  });
});
