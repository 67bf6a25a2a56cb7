// `npm run check`: everything a reviewer should not have to look for. Each part runs, then the verdict.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './places.mjs';

const program = (path) => join(ROOT, 'node_modules', path);
const FOLDERS = ['apps', 'libs', 'migrations', 'test'];

function part(name, file, ...args) {
  const began = Date.now();
  const run = spawnSync(file, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });
  const ok = run.status === 0 && !/npm warn .*(Missing|Invalid).*lock file/.test(run.stderr ?? '');
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`);
  return ok;
}

const node = process.execPath;
const npm = process.env.npm_execpath?.endsWith('.js') ? [process.env.npm_node_execpath ?? node, process.env.npm_execpath] : ['npm'];
const passed = [
  part('types', node, program('typescript7/lib/tsc.js'), '-p', 'tsconfig.json', '--noEmit'),
  part('types of the screens', node, program('typescript7/lib/tsc.js'), '-p', 'apps/web/tsconfig.json', '--noEmit'),
  part('types of the browser tests', node, program('typescript7/lib/tsc.js'), '-p', 'test/browser/tsconfig.json', '--noEmit'),
  part('lint', node, program('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', ...FOLDERS),
  part('format', node, program('oxfmt/bin/oxfmt'), '--check', ...FOLDERS),
  part('unused', node, program('knip/bin/knip.js')),
  part('lock', ...npm, 'ci', '--dry-run', '--loglevel=warn', '--ignore-scripts'),
];
const failed = passed.filter((ok) => !ok).length;
console.log(`${passed.length} tried, ${failed} failed`);
process.exit(failed ? 1 : 0);
