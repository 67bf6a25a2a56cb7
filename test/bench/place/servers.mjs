// Programs started as processes of their own, and what they cost.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { API_ENVIRONMENT, API_FLAGS, DIST } from '../../../apps/local/places.mjs';
import { freePort } from '../../../apps/local/postgres.mjs';
import { TODAY } from './generate.mjs';

/** The API of the build, wired as in an office; `ms`: from spawn to the first healthy answer. */
export const startApi = (server, database) =>
  startServer(
    join(DIST, 'apps/api/src/main.js'),
    '/api/health/ready',
    {
      ...API_ENVIRONMENT,
      DATABASE_URL: database.urls.api,
      BENVE_KEYS_FILE: server.keysFile,
      BENVE_TODAY: TODAY,
      BENVE_MODE: 'demo',
      BENVE_DATA_DIR: server.folder,
    },
    API_FLAGS,
  );

/** The background program of the build, on the queue PostgreSQL itself keeps; no mail leaves it. */
export async function startJobs(server, database) {
  const child = spawn(process.execPath, [join(DIST, 'apps/jobs/src/main.js')], {
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      DATABASE_URL: database.urls.jobs,
      QUEUE_BACKEND: 'postgres',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Bến Về <khong-tra-loi@bench.invalid>',
      BENVE_KEYS_FILE: server.keysFile,
      BENVE_TODAY: TODAY,
      BENVE_MODE: 'demo',
      BENVE_DATA_DIR: server.folder,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
  for (const end = performance.now() + 60_000; !said.includes('background program started');) {
    if (child.exitCode !== null || performance.now() > end) throw new Error(`the background program does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    rss: () => memoryOf(child.pid),
    stop: () => new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGTERM'))),
  };
}

export async function startServer(script, healthPath, environment, flags = []) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env.PATH, TZ: 'UTC', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}: ${said}`);
    // 503 of the health route means up, without a background program: enough here.
    const answer = await fetch(`http://127.0.0.1:${port}${healthPath}`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer && (answer.status === 200 || answer.status === 503 || !healthPath.startsWith('/api'))) break;
    if (performance.now() - began > 60_000) throw new Error(`${script} does not answer: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    port,
    pid: child.pid,
    ms: performance.now() - began,
    rss: () => memoryOf(child.pid),
    stop: () => new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGTERM'))),
  };
}

/** Resident memory in MB now and at its highest. */
export function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return {};
  const text = readFileSync(file, 'utf8');
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024;
  return { now: of('VmRSS'), highest: of('VmHWM') };
}

export const BARE = fileURLToPath(new URL('../limit/w2-bare-server.mjs', import.meta.url));
const LOAD = fileURLToPath(new URL('../measure/http-load.mjs', import.meta.url));

/** Puts load on a port from another process. */
export function load({ port, connections, seconds, requests }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LOAD, String(port), String(connections), String(seconds)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`load generator ended with ${code}`))));
    child.stdin.end(JSON.stringify(requests));
  });
}
