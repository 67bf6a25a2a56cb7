import { parseArgs } from 'node:util';
import { createDataSource, prepareQueueSchema } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { SeedUnits } from '@app/territory';
import { MIGRATIONS } from '@migrations';
import type { DataSource } from 'typeorm';
import type { Command, CommandContext } from '../command';
import { connectionOf } from '../connection-of';

/**
 * Brings the schema up to date as the owner, with the tables of the queues, and fills in rules and places that every installation
 * needs where they are missing. `--status` only tells what is missing (exit 1 when something is).
 */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--status]                     bring the database schema up to date, or tell what is missing',
  async run(context) {
    const { values } = parseArgs({ args: context.argv, options: { status: { type: 'boolean', default: false } } });
    const owner = connectionOf('owner', context.config);
    const dataSource = createDataSource({ url: owner, pool: 2, name: 'benve-migrate', migrations: MIGRATIONS });
    await dataSource.initialize();
    try {
      if (values.status) return await status(dataSource);
      const ran = (await dataSource.runMigrations()).map((migration) => migration.name);
      await prepareQueueSchema(owner);
      const seeded = await seed(context);
      return {
        json: { ran, pending: [], ...seeded },
        text: ran.length ? `Done: ${ran.join(', ')}` : 'The schema is up to date.',
      };
    } finally {
      await dataSource.destroy();
    }
  },
};

async function status(dataSource: DataSource) {
  const table: { name: string | null }[] = await dataSource.query(`select to_regclass('migrations') as name`);
  const rows: { name: string }[] = table[0]?.name ? await dataSource.query(`select name from migrations order by id`) : [];
  const ran = rows.map((row) => row.name);
  const pending = MIGRATIONS.map((migration) => migration.name).filter((name) => !ran.includes(name));
  const text = pending.length ? `Missing: ${pending.join(', ')}` : 'The schema is up to date.';
  return { json: { ran, pending }, text, exit: pending.length ? (1 as const) : (0 as const) };
}

/** Idempotent: what an office has published or imported is never touched. */
async function seed({ application }: CommandContext) {
  const app = await application('jobs');
  return { policies: await app.get(SeedPolicies).run(), units: await app.get(SeedUnits).run() };
}
