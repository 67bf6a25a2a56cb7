import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** One run of `npm start` or `npm run cli` as its user would start it: a process group of its own, nothing inherited from this test run. */
export interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Waits until stdout or stderr holds the text. */
  saying(text: string, ms?: number): Promise<void>;
  /** A signal to the whole group, as a terminal's Ctrl-C. */
  signalGroup(signal: NodeJS.Signals): void;
}

const CLEAN = [
  'DATABASE_URL',
  'DATABASE_JOBS_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'SMTP_URL',
  'BENVE_TODAY',
  'BENVE_MODE',
  'BENVE_KEYS_FILE',
  'PUBLIC_URL',
  'NODE_OPTIONS',
  'INIT_CWD',
  'npm_lifecycle_event',
];

export function launch(words: string[], env: Record<string, string> = {}, node: string[] = []): Run {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !CLEAN.includes(key) && !key.startsWith('TEST_') && !key.startsWith('JEST_')),
  );
  const child = spawn(process.execPath, [...node, join(ROOT, 'apps/local/run.mjs'), ...words], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal!)));
  return {
    child,
    ended,
    stdout: () => out,
    stderr: () => err,
    async saying(text, ms = 60_000) {
      await until(
        () => (out + err).includes(text) || child.exitCode !== null,
        ms,
        () => `never said "${text}":\n${out}${err}`,
      );
      if (!(out + err).includes(text)) throw new Error(`ended without saying "${text}":\n${out}${err}`);
    },
    signalGroup(signal) {
      try {
        process.kill(-child.pid!, signal);
      } catch {
        // it has ended by itself
      }
    },
  };
}

/** A data folder of its own, deleted at the end. It is closed to others: the database's user, when we are root, must find another place. */
export function newDataFolder(): {
  path: string;
  remove(): void;
  processes(): { name: string; pid: number }[];
  postmaster(): number | undefined;
} {
  const path = mkdtempSync(join(tmpdir(), 'benve-run-'));
  return {
    path,
    postmaster() {
      const pointer = join(path, 'pg.location');
      const file = join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(path, 'pg'), 'postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
    processes: () =>
      existsSync(join(path, 'processes.json')) ? JSON.parse(readFileSync(join(path, 'processes.json'), 'utf8')).processes : [],
  };
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export async function until(
  done: () => boolean | Promise<boolean>,
  ms: number,
  complaint: () => string = () => 'did not happen in time',
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Does this process still run? A zombie does not. */
export function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
