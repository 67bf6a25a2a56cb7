import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storageFault } from './fault.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const DIST = join(ROOT, 'dist');

/** Where this installation keeps what it must not lose. */
export const DATA = resolve(process.env.BENVE_DATA_DIR || join(ROOT, '.data'));

/** How Node runs the API (docker/ says the same): a small nursery for short-lived rows, or each request of the last seconds stays in memory. */
export const API_FLAGS = ['--enable-source-maps', '--max-semi-space-size=1'];

/** Few memory pools for native code (docker/ says the same): with one for each thread the API holds memory that nobody uses. */
export const API_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

/** Makes the data folder and proves that it can be written. Others may pass through it (the database's user must); secrets are closed one by one. */
export function makeDataFolder() {
  try {
    mkdirSync(join(DATA, 'logs'), { recursive: true });
    const probe = join(DATA, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw storageFault(error, DATA);
  }
}
