import { resolve } from 'node:path';
import { fileStoreOf } from '@app/platform';
import { damagedParts, readManifest } from '../backup/backup-manifest';
import { createBackup } from '../backup/create-backup';
import { restoreBackup } from '../backup/restore-backup';
import { type Command, UsageError } from '../command';
import { connectionOf } from '../connection-of';

/** Backups by COPY: no pg_dump is needed, and a running office is not disturbed. */
export const backupCommand: Command = {
  name: 'backup',
  usage: [
    'backup create <folder>                 save every table as of now, and scans and documents, into an empty folder',
    'backup verify <folder>                 is the backup whole and unchanged?',
    'backup restore <folder>                put it into a fresh database and the file store; mails stay locked in until somebody opens the gate',
  ].join('\n'),
  async run({ argv, config }) {
    const [verb, given] = argv;
    if (!given || argv.length > 2) throw new UsageError('Name one folder.');
    const folder = resolve(given);
    if (verb === 'verify') {
      const manifest = await readManifest(folder);
      const damaged = await damagedParts(folder, manifest);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        json: { folder, createdAt: manifest.createdAt, tables: manifest.tables.length, rows, files: manifest.files?.count ?? 0, damaged },
        text: damaged.length ? `Damaged: ${damaged.join(', ')}` : `Whole: ${rows} rows, ${manifest.files?.count ?? 'no'} files.`,
        exit: damaged.length ? 1 : 0,
      };
    }
    const work = { create: createBackup, restore: restoreBackup }[verb ?? ''];
    if (!work) throw new UsageError('Say what to do: create, verify or restore.');
    const urls = { jobs: connectionOf('jobs', config), owner: connectionOf('owner', config) };
    const { createdAt, tables, files } = await work(urls, fileStoreOf(config), folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      json: { folder, createdAt, tables: tables.length, rows, files: files?.count ?? 0, missing: files?.missing ?? [] },
      text: `${verb === 'create' ? 'Saved' : 'Restored'} ${rows} rows of ${tables.length} tables and ${files?.count ?? 'no'} files${files?.missing.length ? `; ${files.missing.length} files were not in the store` : ''}.`,
    };
  },
};
