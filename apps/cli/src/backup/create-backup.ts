import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '@app/kernel';
import type { FileStore } from '@app/platform';
import { Client, type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupManifest, hashOf, type SavedTable, tableFile } from './backup-manifest';
import { saveFiles, storedIds } from './saved-files';
import { columnList, listTables, migrationsOf, quoted, type TableShape } from './table-catalogue';

export interface BackupUrls {
  /** Background role: sees every row. */
  readonly jobs: string;
  /** Owner: knows the migrations and makes tables again. */
  readonly owner: string;
}

/** Saves every table as of one moment, and the files its rows name, while everybody works on. The queue is left out: it is rebuilt from the tables. */
export async function createBackup(urls: BackupUrls, store: FileStore, folder: string): Promise<BackupManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length)
    throw new DomainError('refused', 'BACKUP_FOLDER_NOT_EMPTY', 'Thư mục sao lưu phải trống. Hãy chọn một thư mục mới.', { folder });
  const migrations = await withClient(urls.owner, migrationsOf);
  const { tables, ids } = await withClient(urls.jobs, async (db) => {
    await db.query('begin isolation level repeatable read read only');
    await db.query(`select set_config('benve.scope', 'system', true)`);
    const saved: SavedTable[] = [];
    for (const table of await listTables(db)) saved.push(await save(db, table, folder));
    return { tables: saved, ids: await storedIds(db) };
  });
  const files = await saveFiles(ids, store, folder);
  const manifest: BackupManifest = { format: 1, createdAt: new Date().toISOString(), migrations, tables, files };
  // Last of all: a folder without a manifest is a backup that was not finished.
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2), { mode: 0o600 });
  return manifest;
}

async function save(db: ClientBase, table: TableShape, folder: string): Promise<SavedTable> {
  const file = tableFile(folder, table.name);
  const rows = db.query(copyTo(`copy (select ${columnList(table)} from ${quoted(table.name)}) to stdout`));
  await pipeline(rows, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  return { ...table, rows: rows.rowCount ?? 0, sha256: await hashOf(file) };
}

export async function withClient<T>(url: string, work: (db: Client) => Promise<T>): Promise<T> {
  const db = new Client({ connectionString: url, application_name: 'benve-backup' });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
