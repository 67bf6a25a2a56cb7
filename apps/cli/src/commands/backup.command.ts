import { resolve } from 'node:path';
import { damagedTables, readManifest } from '../backup/backup-manifest';
import { createBackup } from '../backup/create-backup';
import { restoreBackup } from '../backup/restore-backup';
import { type Command, UsageError } from '../command';
import { connectionOf } from '../connection-of';

/** Backups by COPY: no pg_dump is needed, and a running office is not disturbed. */
export const backupCommand: Command = {
  name: 'backup',
  usage: [
    'backup create <folder>                 save every table as of now into an empty folder',
    'backup verify <folder>                 is the backup whole and unchanged?',
    'backup restore <folder>                put it into a fresh database; mails stay locked in until somebody opens the gate',
  ].join('\n'),
  async run({ argv, config }) {
    const [verb, given] = argv;
    if (!given || argv.length > 2) throw new UsageError('Name one folder.');
    const folder = resolve(given);
    if (verb === 'verify') {
      const manifest = await readManifest(folder);
      const damaged = await damagedTables(folder, manifest);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        json: { folder, createdAt: manifest.createdAt, tables: manifest.tables.length, rows, damaged },
        text: damaged.length ? `Damaged: ${damaged.join(', ')}` : `Whole: ${rows} rows.`,
        exit: damaged.length ? 1 : 0,
      };
    }
    const work = { create: createBackup, restore: restoreBackup }[verb ?? ''];
    if (!work) throw new UsageError('Say what to do: create, verify or restore.');
    const { createdAt, tables } = await work({ jobs: connectionOf('jobs', config), owner: connectionOf('owner', config) }, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      json: { folder, createdAt, tables: tables.length, rows },
      text: `${verb === 'create' ? 'Saved' : 'Restored'} ${rows} rows of ${tables.length} tables.`,
    };
  },
};
