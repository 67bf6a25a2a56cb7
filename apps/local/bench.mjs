// `npm run bench [name …]`: the benches of test/bench, one after the other, each beside the limit it is measured against.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ROOT } from './places.mjs';

await ensureBuild();
const folder = join(ROOT, 'test', 'bench');
const all = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.mjs')).sort() : [];
const wanted = process.argv.slice(2);
const chosen = wanted.length ? all.filter((name) => wanted.some((word) => name.startsWith(word))) : all;
if (!chosen.length) {
  console.error(`No such bench. There are: ${all.map((name) => name.replace('.bench.mjs', '')).join(', ') || 'none'}.`);
  process.exit(1);
}
let failed = 0;
for (const name of chosen) {
  console.log(`\n== ${name.replace('.bench.mjs', '')}`);
  if (spawnSync(process.execPath, ['--enable-source-maps', join(folder, name)], { cwd: ROOT, stdio: 'inherit' }).status !== 0) failed++;
}
console.log(`\n${chosen.length} tried, ${failed} failed`);
process.exit(failed ? 1 : 0);
