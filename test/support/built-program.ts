import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BuiltJobs } from './jobs-process';
import type { TestDatabase } from './test-database';

/** What every program of one installation is told, on one business day. */
export function installation(db: TestDatabase, built: BuiltJobs, today: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    DATABASE_URL: db.urls.api,
    DATABASE_JOBS_URL: db.urls.jobs,
    DATABASE_OWNER_URL: db.urls.owner,
    BENVE_KEYS_FILE: built.keysFile,
    PUBLIC_URL: 'http://localhost:3000',
    BENVE_TODAY: today,
    LOG_LEVEL: 'silent',
    ...more,
  };
}

/** One operator command of the built program: its document and exit code. */
export async function runBuiltCli(
  built: BuiltJobs,
  env: Record<string, string>,
  words: string[],
): Promise<{ exit: number; json: Record<string, unknown>; stderr: string }> {
  const main = join(built.main, '../../../cli/src/main.js');
  const child = spawn(process.execPath, [main, ...words, '--json'], {
    env: { PATH: process.env.PATH!, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const exit = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  if (!out.startsWith('{')) throw new Error(`cli ${words.join(' ')} ended with ${exit} and said:\n${out}${err}`);
  return { exit, json: JSON.parse(out) as Record<string, unknown>, stderr: err };
}
