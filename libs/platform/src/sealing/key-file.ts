import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SealingKeys } from './seal';

interface KeyFile {
  current: number;
  keys: Record<string, string>;
  index: string;
}

/** Reads the keys; throws a clear Error when the file is missing or a key has the wrong length. */
export function readKeyFile(path: string): SealingKeys {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  const keys = new Map(Object.entries(file.keys).map(([id, text]) => [Number(id), Buffer.from(text, 'base64')]));
  const index = Buffer.from(file.index, 'base64');
  const current = keys.get(file.current);
  if (!current || index.length !== 32 || [...keys.values()].some((key) => key.length !== 32))
    throw new Error(`${path}: needs a current key, an index key, and 32 bytes for each`);
  keys.delete(file.current);
  return { current: { id: file.current, key: current }, older: keys, index };
}

/** Makes a first key file (never over an existing one); readable by its owner only. */
export function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const key = () => randomBytes(32).toString('base64');
  const file: KeyFile = { current: 1, keys: { 1: key() }, index: key() };
  writeFileSync(path, JSON.stringify(file, null, 2), { flag: 'wx', mode: 0o600 });
}
