// `npm start` once installed: from the command to the first healthy answer, and what the API process weighs. Nothing is compared: the bound is absolute.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../apps/local/places.mjs';
import { freePort } from '../../../apps/local/postgres.mjs';
import { median } from '../measure/pairs.mjs';
import { memoryOf } from '../place/servers.mjs';

const NOT_PASSED = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_JOBS_URL',
  'REDIS_URL',
  'SMTP_URL',
  'BENVE_TODAY',
  'BENVE_KEYS_FILE',
  'BENVE_MODE',
  'PUBLIC_URL',
];

export async function run({ server, pairs, report }) {
  const folder = join(server.folder, 'start');
  mkdirSync(folder, { recursive: true });
  const first = await startOnce(folder);
  report.add({ work: 'npm start, very first (data folder, demo data)', value: first.seconds, of: 's' });
  const later = [];
  for (let round = 0; round < Math.min(pairs, 3); round++) later.push(await startOnce(folder));
  report.add({
    work: 'npm start, first healthy answer',
    value: median(later.map((run) => run.seconds)),
    of: 's',
    must: { op: '<=', to: 10 },
    goal: { op: '<=', to: 3 },
  });
  report.add({
    work: 'npm start, API process',
    value: median(later.map((run) => run.memory)),
    of: 'MB',
    must: { op: '<=', to: 250 },
    goal: { op: '<=', to: 220 },
  });
  rmSync(folder, { recursive: true, force: true });
}

async function startOnce(folder) {
  const port = await freePort();
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_PASSED.includes(name)));
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'apps/local/run.mjs'), 'start'], {
    cwd: ROOT,
    env: { ...environment, BENVE_DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-3000)));
  try {
    for (;;) {
      assert.equal(child.exitCode, null, `npm start ended: ${said}`);
      assert.ok(performance.now() - began < 180_000, `npm start is not ready after three minutes: ${said}`);
      const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(1000),
      }).catch(() => undefined);
      if (answer?.status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const seconds = (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return { seconds, memory: apiMemory(folder) };
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
  }
}

/** The API among this folder's processes. */
function apiMemory(folder) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const mine = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`BENVE_DATA_DIR=${folder}\0`);
      if (mine && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/src/main.js')) return memoryOf(pid).now;
    } catch {
      // ended meanwhile, or not ours to read
    }
  }
  throw new Error('the API process was not found');
}
