// Under the system's Node: packages, then the task under Node 24. Signals pass through; a killed launcher takes its task along.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { Fault } from './fault.mjs';
import { ensurePackages, nodeProgram } from './packages.mjs';
import { ROOT } from './places.mjs';

const TASKS = {
  start: ['start.mjs'],
  build: ['build.mjs'],
  test: ['test.mjs'],
  'test:redis': ['test.mjs', '--redis'],
  'test:faults': ['test.mjs', '--faults'],
  'test:browser': ['test.mjs', '--browser'],
  bench: ['bench.mjs'],
  'bench:web': ['bench.mjs', '--web'],
  check: ['check.mjs'],
  cli: ['cli.mjs'],
  client: ['client.mjs'],
};

export async function launch(task, words) {
  if (!Object.hasOwn(TASKS, task ?? ''))
    throw new Fault(`Không có việc "${task ?? ''}"; các việc: ${Object.keys(TASKS).join(', ')}.`, 'unknown task');
  ensurePackages();
  const node = nodeProgram();
  const [script, ...first] = TASKS[task];
  const child = spawn(node, [join(ROOT, 'apps/local', script), ...first, ...words], {
    cwd: process.cwd(),
    // The channel ends with this process, however it ends: the task then stops what it started.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  // SIGINT and SIGHUP of a terminal reach the whole group; sent to this process alone they must travel on (twice does no harm).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchNpm(child);
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** npm killed by force cannot tell us: its place as our parent is taken by another. */
function watchNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
