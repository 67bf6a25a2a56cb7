// The benches' own PostgreSQL, with settings a province would run with, and one generated database per size that survives between runs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DATA, DIST, ROOT } from '../../../apps/local/places.mjs';
import { startPostgres } from '../../../apps/local/postgres.mjs';
import { connect } from './connect.mjs';
import { generate } from './generate.mjs';

const require = createRequire(import.meta.url);
const ROLES = ['benve_owner', 'benve_api', 'benve_jobs'];
const PASSWORD = 'bench';
const FOLDER = join(DATA, 'bench');

/** A commit is durable, as in an office; memory for a machine of 24 GB and 2 cores. */
export const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '4GB',
  effective_cache_size: '16GB',
  work_mem: '32MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  max_connections: '200',
};

/** Everything the generated rows depend on: another schema or generator makes another place. */
function placeKey() {
  const hash = createHash('sha256');
  const generator = readdirSync(join(ROOT, 'test/bench/place')).filter((name) => /\.sql$|^(generate|names)\.mjs$/.test(name));
  for (const [folder, names] of [
    ['migrations', readdirSync(join(ROOT, 'migrations'))],
    ['test/bench/place', generator],
  ])
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(ROOT, folder, name)));
  return hash.digest('hex').slice(0, 12);
}

export async function openBenchServer() {
  mkdirSync(FOLDER, { recursive: true });
  const server = await startPostgres({
    dataDir: join(FOLDER, 'pg'),
    logFile: join(FOLDER, 'postgres.log'),
    fresh: true,
    flags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  });
  const root = await connect(server.url('postgres'));
  await root.query(readFileSync(join(ROOT, 'migrations/roles.sql'), 'utf8'));
  for (const role of ROLES) await root.query(`alter role ${role} password '${PASSWORD}'`);
  const url = (database, user = 'postgres') => (user === 'postgres' ? server.url(database) : server.url(database, user, PASSWORD));
  const keysFile = join(FOLDER, 'keys.json');
  if (!existsSync(keysFile)) require(join(DIST, 'libs/platform/src/sealing/key-file.js')).createKeyFile(keysFile);
  let clones = 0;

  return {
    folder: FOLDER,
    keysFile,
    version: (await root.query('show server_version')).rows[0].server_version,
    /** Generates the place of this size where it is missing; returns its database. */
    async place(size, say) {
      const name = `benve_bench_${size}`;
      const key = placeKey();
      const found = await root.query(`select shobj_description(oid, 'pg_database') as key from pg_database where datname = $1`, [name]);
      if (found.rows[0]?.key === key) return name;
      await root.query(`drop database if exists ${name} with (force)`);
      await root.query(`create database ${name} owner benve_owner`);
      await migrate(url(name, 'benve_owner'));
      await generate({ url: url(name), jobsUrl: url(name, 'benve_jobs'), size, say });
      await root.query(`comment on database ${name} is '${key}'`);
      return name;
    },
    /** A copy for one bench to write in; `drop` takes it away. */
    async copy(place) {
      const name = `benve_bench_copy_${++clones}`;
      await root.query(`drop database if exists ${name} with (force)`);
      await root.query(`create database ${name} template ${place} owner benve_owner strategy file_copy`);
      return {
        name,
        urls: {
          superuser: url(name),
          owner: url(name, 'benve_owner'),
          api: url(name, 'benve_api'),
          jobs: url(name, 'benve_jobs'),
        },
        drop: () => root.query(`drop database if exists ${name} with (force)`),
      };
    },
    checkpoint: () => root.query('checkpoint'),
    async close() {
      await root.end();
      await server.stop();
    },
  };
}

async function migrate(ownerUrl) {
  const { createDataSource } = require(join(DIST, 'libs/platform/src/database/data-source.js'));
  const { prepareQueueSchema } = require(join(DIST, 'libs/platform/src/queue/postgres-backend.js'));
  const { MIGRATIONS } = require(join(DIST, 'migrations/index.js'));
  const source = await createDataSource({ url: ownerUrl, name: 'bench-migrate', migrations: MIGRATIONS }).initialize();
  await source.runMigrations();
  await source.destroy();
  await prepareQueueSchema(ownerUrl);
}
