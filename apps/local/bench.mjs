// `npm run bench [name …]`: the benches of test/bench, each beside the limit it is measured against.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ROOT } from './places.mjs';

await ensureBuild();
const run = spawnSync(process.execPath, ['--enable-source-maps', join(ROOT, 'test/bench/run.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
