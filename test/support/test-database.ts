import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TransactionRunner, Seal, createDataSource } from '@app/platform';
import { MIGRATIONS } from '@migrations';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

const PASSWORD = 'test';
const ROLES_SQL = readFileSync(join(__dirname, '../../migrations/roles.sql'), 'utf8');

/** A database of its own, cloned from a migrated template, with one pool per role. */
export interface TestDatabase {
  name: string;
  urls: { owner: string; api: string; jobs: string; superuser: string };
  /** As the runtime role of the API: row security applies. */
  api: TransactionRunner;
  /** As the background role. */
  jobs: TransactionRunner;
  seal: Seal;
  /** Bare statements as superuser: for oracles and set-up that must not go through the code under test. */
  sql<R>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
  /** Ends every connection and keeps the database under another name, for others to be cloned `from`. */
  keepAs(template: string): Promise<void>;
}

/** Keys for tests only. */
export const testSeal = new Seal({
  current: { id: 1, key: Buffer.alloc(32, 7) },
  older: new Map(),
  index: Buffer.alloc(32, 9),
});

/** @param options.today frozen business day of both runners (BENVE_TODAY). @param options.from database to clone, kept by {@link TestDatabase.keepAs}. */
export async function createTestDatabase(options: { today?: string; from?: string } = {}): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: this test belongs to a project with services');
  const name = `benve_${randomBytes(6).toString('hex')}`;
  if (options.from) await onServer(server, (db) => db.query(`create database ${name} template ${options.from} strategy file_copy`));
  else await cloneTemplate(server, name);
  const url = (user: string) => {
    const u = new URL(server);
    u.pathname = `/${name}`;
    if (user !== 'postgres') Object.assign(u, { username: user, password: PASSWORD });
    return u.href;
  };
  const urls = {
    owner: url('benve_owner'),
    api: url('benve_api'),
    jobs: url('benve_jobs'),
    superuser: url('postgres'),
  };
  const api = await createDataSource({ url: urls.api, pool: 10, name: 'test-api' }).initialize();
  const jobs = await createDataSource({ url: urls.jobs, pool: 6, name: 'test-jobs' }).initialize();
  const superuser = new Client({ connectionString: urls.superuser });
  await superuser.connect();
  const disconnect = () => Promise.all([api.destroy(), jobs.destroy(), superuser.end()]);
  return {
    name,
    urls,
    api: new TransactionRunner(api, options.today),
    jobs: new TransactionRunner(jobs, options.today),
    seal: testSeal,
    sql: async (text, values) => (await superuser.query(text, values)).rows,
    close: async () => {
      await disconnect();
      await onServer(server, (db) => db.query(`drop database if exists ${name} with (force)`));
    },
    keepAs: async (template) => {
      await disconnect();
      await onServer(server, async (db) => {
        await db.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name]);
        await db.query(`alter database ${name} rename to ${template}`);
      });
    },
  };
}

export async function onServer<T>(server: string, work: (db: Client) => Promise<T>): Promise<T> {
  const db = new Client({ connectionString: server });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

/** The first caller of a Jest run builds the template under an advisory lock; the others clone it. */
async function cloneTemplate(server: string, name: string): Promise<void> {
  const template = `benve_template_${createHash('sha1')
    .update(MIGRATIONS.map((m) => m.toString()).join())
    .digest('hex')
    .slice(0, 12)}`;
  await onServer(server, async (db) => {
    await db.query('select pg_advisory_lock(4711)');
    try {
      if ((await db.query('select from pg_database where datname = $1', [template])).rowCount === 0) {
        await db.query(ROLES_SQL);
        for (const role of ['benve_owner', 'benve_api', 'benve_jobs']) await db.query(`alter role ${role} password '${PASSWORD}'`);
        await db.query(`drop database if exists ${template}_build`);
        await db.query(`create database ${template}_build owner benve_owner`);
        const build = new URL(server);
        Object.assign(build, { username: 'benve_owner', password: PASSWORD, pathname: `/${template}_build` });
        await migrate(createDataSource({ url: build.href, name: 'test-template', migrations: MIGRATIONS }));
        await db.query(`alter database ${template}_build rename to ${template}`);
      }
      await db.query(`create database ${name} template ${template} strategy file_copy`);
    } finally {
      await db.query('select pg_advisory_unlock(4711)');
    }
  });
}

async function migrate(dataSource: DataSource): Promise<void> {
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
