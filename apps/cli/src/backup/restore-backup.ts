import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@app/kernel';
import type { FileStore } from '@app/platform';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BackupManifest, damagedParts, readManifest, tableFile } from './backup-manifest';
import { type BackupUrls, withClient } from './create-backup';
import { restoreFiles } from './saved-files';
import { listTables, migrationsOf, quoted } from './table-catalogue';

/** What only an installation in use has. */
const IN_USE = ['organisation', 'account', 'worker', 'case_file'];

/**
 * Puts a backup into a fresh database, whole or not at all, and its files into the store before that. Mails stay locked in until a person opens the gate: the database believes that what
 * was sent after the backup is still owed.
 */
export async function restoreBackup(urls: BackupUrls, store: FileStore, folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  const damaged = await damagedParts(folder, manifest);
  if (damaged.length)
    throw new DomainError('refused', 'BACKUP_DAMAGED', 'Bản sao lưu bị hỏng, không phục hồi. Hãy dùng bản khác.', {
      damaged,
    });
  await withClient(urls.jobs, refuseUsed);
  await withClient(urls.owner, async (db) => {
    const known = await migrationsOf(db);
    if (known.join() !== manifest.migrations.join())
      throw new DomainError(
        'refused',
        'BACKUP_VERSION_DIFFERS',
        'Bản sao lưu thuộc phiên bản khác của phần mềm. Hãy cài đúng phiên bản đó, phục hồi, rồi mới nâng cấp.',
        { missing: manifest.migrations.filter((name) => !known.includes(name)) },
      );
    await restoreFiles(folder, store);
    await db.query('begin');
    await fill(db, folder, manifest);
    await db.query(`update mail_gate set closed_since = now(), reason = 'restored backup', changed_by = 'restore'`);
    await db.query('commit');
  });
  return manifest;
}

async function refuseUsed(db: ClientBase): Promise<void> {
  await db.query('begin read only');
  await db.query(`select set_config('benve.scope', 'system', true)`);
  for (const table of IN_USE)
    if ((await db.query(`select from ${quoted(table)} limit 1`)).rowCount)
      throw new DomainError(
        'refused',
        'RESTORE_TARGET_IN_USE',
        'Cơ sở dữ liệu này đã có dữ liệu. Chỉ phục hồi vào cơ sở dữ liệu mới, chưa dùng.',
        { table },
      );
}

/**
 * The owner is bound by row security like everybody; it is lifted within this transaction only. Triggers rest meanwhile: what they judge and
 * derive was judged and derived when the rows were written, and a child may come before its parent.
 */
async function fill(db: ClientBase, folder: string, manifest: BackupManifest): Promise<void> {
  const tables = (await listTables(db)).filter(({ name }) => manifest.tables.some((saved) => saved.name === name));
  const forced = (
    await db.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
    )
  ).rows.map(({ name }) => name);
  for (const name of forced) await db.query(`alter table ${quoted(name)} no force row level security`);
  for (const { name } of tables) await db.query(`alter table ${quoted(name)} disable trigger user`);
  await db.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  for (const { name } of tables) {
    const saved = manifest.tables.find((table) => table.name === name)!;
    const into = db.query(copyFrom(`copy ${quoted(name)} (${saved.columns.map(quoted).join(', ')}) from stdin`));
    await pipeline(createReadStream(tableFile(folder, name)), createGunzip(), into);
    if (into.rowCount !== saved.rows)
      throw new DomainError('refused', 'BACKUP_DAMAGED', 'Số dòng phục hồi khác với bản kê. Không phục hồi.', {
        table: name,
      });
  }
  await db.query(NEXT_NUMBERS);
  // Deferred checks first: a table with waiting checks takes no change of its shape.
  await db.query('set constraints all immediate');
  for (const { name } of tables) await db.query(`alter table ${quoted(name)} enable trigger user`);
  for (const name of forced) await db.query(`alter table ${quoted(name)} force row level security`);
}

/** Every identity column goes on after the highest number it has given. */
const NEXT_NUMBERS = `
  do $$ declare c record; begin
    for c in select table_name, column_name from information_schema.columns where table_schema = 'public' and is_identity = 'YES' loop
      execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I', c.table_name, c.column_name, c.column_name, c.table_name);
    end loop;
  end $$`;
