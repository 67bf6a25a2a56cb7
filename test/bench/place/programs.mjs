// The program's own parts as the benches use them: from the build, wired as the processes wire them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST, ROOT } from '../../../apps/local/places.mjs';
import { TODAY } from './generate.mjs';

const require = createRequire(import.meta.url);
require(join(ROOT, 'node_modules/reflect-metadata'));

export const lib = (name) => require(join(DIST, 'libs', name, 'src/index.js'));
/** A part that the lib does not export: only for what is measured apart (a parser). */
export const part = (path) => require(join(DIST, path));
export const packaged = (name) => require(name);

/** A runner of transactions on this connection, frozen at the benches' day; `close` ends its pool. */
export async function openRunner(url, pool = 10) {
  const { createDataSource, TransactionRunner } = lib('platform');
  const source = await createDataSource({ url, pool, name: 'bench' }).initialize();
  return { source, runner: new TransactionRunner(source, TODAY), close: () => source.destroy() };
}

export function settings(more = {}) {
  return lib('platform').readConfig({ DATABASE_URL: 'postgres://bench/bench', BENVE_TODAY: TODAY, ...more });
}
