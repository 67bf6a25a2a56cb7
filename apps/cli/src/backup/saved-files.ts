import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { type FileStore, FolderStore } from '@app/platform';
import type { ClientBase } from 'pg';

/** Scans and documents of a backup: sealed as they lie in the store, each under the id of its row. */
export interface SavedFiles {
  readonly count: number;
  /** Rows whose bytes the store no longer had: their pages say so after a restore as they did before. */
  readonly missing: readonly string[];
  /** Of the list of all files with their own hashes. */
  readonly sha256: string;
}

/** Everything whose bytes lie in the store. A table that begins to keep bytes there is named here. */
const STORED = `
  select id::text from paper_file where state <> 'storing'
  union all select id::text from official_document where state = 'done' order by 1`;

const LANES = 8;
const LIST = 'files.list';
const storeOf = (folder: string) => new FolderStore(join(folder, 'files'));
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export async function storedIds(db: ClientBase): Promise<string[]> {
  return (await db.query<{ id: string }>(STORED)).rows.map(({ id }) => id);
}

/** Bytes come before their rows say so, and a name never changes: what the snapshot names is whole, however long the copying takes. */
export async function saveFiles(ids: readonly string[], store: FileStore, folder: string): Promise<SavedFiles> {
  const hashes = new Map<string, string>();
  await inLanes(ids, async (id) => {
    const bytes = await store.fetch(id);
    if (!bytes) return;
    await storeOf(folder).keep(id, bytes);
    hashes.set(id, hashOf(bytes));
  });
  const saved = ids.filter((id) => hashes.has(id));
  const list = saved.map((id) => `${id} ${hashes.get(id)}\n`).join('');
  await writeFile(join(folder, LIST), list, { mode: 0o600 });
  return { count: saved.length, missing: ids.filter((id) => !hashes.has(id)), sha256: hashOf(list) };
}

/** Files that are gone or differ from what the list says of them; the list itself if it is another. */
export async function damagedFiles(folder: string, { sha256 }: SavedFiles): Promise<string[]> {
  const list = await listOf(folder);
  if (list === undefined || hashOf(list) !== sha256) return [LIST];
  const damaged: string[] = [];
  await inLanes(entriesOf(list), async ([id, hash]) => {
    const bytes = await storeOf(folder).fetch(id);
    if (!bytes || hashOf(bytes) !== hash) damaged.push(`files/${id}`);
  });
  return damaged.sort();
}

/** Before the tables: a restore that breaks off here has changed no database and is simply begun again. */
export async function restoreFiles(folder: string, store: FileStore): Promise<void> {
  await inLanes(entriesOf((await listOf(folder)) ?? ''), async ([id]) => {
    const bytes = await storeOf(folder).fetch(id);
    if (!bytes) throw new DomainError('refused', 'BACKUP_DAMAGED', 'Bản sao lưu bị hỏng, không phục hồi. Hãy dùng bản khác.', { file: id });
    await store.keep(id, bytes);
  });
}

const listOf = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, LIST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

const entriesOf = (list: string): [id: string, hash: string][] =>
  list
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ') as [string, string]);

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
