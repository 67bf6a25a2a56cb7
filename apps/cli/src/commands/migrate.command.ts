import { parseArgs } from 'node:util';
import { createDataSource } from '@app/platform';
import { MIGRATIONS } from '@migrations';
import type { Command } from '../command';
import { connectionOf } from '../connection-of';

/** Brings the schema up to date as the owner; `--status` only tells what is missing (exit 1 when something is). */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--status]                     bring the database schema up to date, or tell what is missing',
  async run({ argv, config }) {
    const { values } = parseArgs({ args: argv, options: { status: { type: 'boolean', default: false } } });
    const dataSource = createDataSource({ url: connectionOf('owner', config), pool: 2, name: 'benve-migrate', migrations: MIGRATIONS });
    await dataSource.initialize();
    try {
      if (!values.status) {
        const ran = (await dataSource.runMigrations()).map((migration) => migration.name);
        return { json: { ran, pending: [] }, text: ran.length ? `Done: ${ran.join(', ')}` : 'The schema is up to date.' };
      }
      const known = await dataSource.query(`select name from migrations`).catch(() => []);
      const done = new Set((known as { name: string }[]).map((row) => row.name));
      const pending = MIGRATIONS.map((migration) => migration.name).filter((name) => !done.has(name));
      return { json: { ran: [...done], pending }, text: pending.length ? `Missing: ${pending.join(', ')}` : 'The schema is up to date.', exit: pending.length ? 1 : 0 };
    } finally {
      await dataSource.destroy();
    }
  },
};
