// The embedded database with its roles. Passwords are random and lie beside the data, readable by their owner only.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { storageFault } from './fault.mjs';
import { DATA, ROOT } from './places.mjs';
import { startPostgres } from './postgres.mjs';

const require = createRequire(import.meta.url);
const ROLES = ['benve_owner', 'benve_api', 'benve_jobs'];
const SECRETS = join(DATA, 'secrets.json');

function secrets() {
  if (!existsSync(SECRETS)) {
    const made = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('hex')]));
    writeFileSync(SECRETS, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(SECRETS, 'utf8'));
}

/**
 * Starts the server of this data folder and makes roles and database where they are missing.
 * @param {{ fresh?: boolean, port?: number }} options
 */
export async function openDatabase(options = {}) {
  const server = await startPostgres({
    dataDir: join(DATA, 'pg'),
    logFile: join(DATA, 'logs', 'postgres.log'),
    ...options,
  }).catch((error) => {
    throw storageFault(error, join(DATA, 'pg'));
  });
  const passwords = secrets();
  await prepare(server, passwords);
  const url = (role) => server.url('benve', role, passwords[role]);
  return {
    server,
    environment: {
      DATABASE_URL: url('benve_api'),
      DATABASE_JOBS_URL: url('benve_jobs'),
      DATABASE_OWNER_URL: url('benve_owner'),
    },
  };
}

async function prepare(server, passwords) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    await client.query(readFileSync(join(ROOT, 'migrations', 'roles.sql'), 'utf8'));
    for (const role of ROLES) await client.query(`alter role ${role} password '${passwords[role]}'`);
    if ((await client.query(`select from pg_database where datname = 'benve'`)).rowCount) return;
    await client.query(`create database benve owner benve_owner`);
    await client.query(`revoke connect on database benve from public`);
    await client.query(`grant connect on database benve to benve_api, benve_jobs`);
  } finally {
    await client.end();
  }
}
