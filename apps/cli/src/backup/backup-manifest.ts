import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { damagedFiles, type SavedFiles } from './saved-files';

export interface SavedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly sha256: string;
}

/** What a backup says of itself. */
export interface BackupManifest {
  readonly format: 1;
  readonly createdAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly SavedTable[];
  /** Absent: made by a version that left the file store to others. */
  readonly files?: SavedFiles;
}

export const tableFile = (folder: string, name: string) => join(folder, `${name}.copy.gz`);

export async function readManifest(folder: string): Promise<BackupManifest> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').then(
    (text) => JSON.parse(text) as BackupManifest,
    () => undefined,
  );
  if (manifest?.format !== 1)
    throw new DomainError('invalid', 'BACKUP_UNREADABLE', 'Thư mục này không phải bản sao lưu của Bến Về, hoặc bản sao lưu làm dở.', {
      folder,
    });
  return manifest;
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Tables and files that differ from what the manifest says of them. */
export async function damagedParts(folder: string, manifest: BackupManifest): Promise<string[]> {
  const damaged: string[] = [];
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOf(tableFile(folder, name)).catch(() => '')) !== sha256) damaged.push(name);
  return [...damaged, ...(manifest.files ? await damagedFiles(folder, manifest.files) : [])];
}
