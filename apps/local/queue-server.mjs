// The queue: REDIS_URL, else a redis-server or valkey-server of our own, else BullMQ's PostgreSQL backend.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { DATA } from './places.mjs';
import { freePort } from './postgres.mjs';

/** @returns {{ kind: 'given', url: string } | { kind: 'own', program: string } | { kind: 'postgres' }} */
export function chooseQueue(env) {
  const wish = env.QUEUE_BACKEND || undefined;
  if (wish !== undefined && wish !== 'redis' && wish !== 'postgres')
    throw new Fault(`QUEUE_BACKEND chỉ nhận redis hoặc postgres, không nhận "${wish}".`, 'QUEUE_BACKEND must be redis or postgres');
  if (wish === 'postgres') return { kind: 'postgres' };
  if (env.REDIS_URL) return { kind: 'given', url: env.REDIS_URL };
  const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
  if (program) return { kind: 'own', program };
  if (wish === 'redis')
    throw new Fault(
      'QUEUE_BACKEND=redis nhưng không có REDIS_URL và không tìm thấy redis-server; hãy cài (apt-get install redis-server), đặt REDIS_URL, hoặc bỏ QUEUE_BACKEND.',
      'QUEUE_BACKEND=redis needs REDIS_URL or redis-server on PATH',
    );
  return { kind: 'postgres' };
}

/** A private server on a free port: nothing evicted, every write on disk within a second. */
export async function startQueueServer(program, port) {
  const folder = join(DATA, 'queue');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = port ?? (await freePort());
  const log = openSync(join(DATA, 'logs', 'queue.log'), 'a', 0o600);
  const child = spawn(
    program,
    ['--port', String(at), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'],
    { stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  const url = `redis://127.0.0.1:${at}`;
  for (let waited = 0; !(await answers(url)); waited += 20) {
    if (child.exitCode !== null || waited > 30_000) throw new Error(`${program} did not start: see logs/queue.log`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { url, port: at, child };
}

/** Does a Redis take commands here? (Speaks just enough of its protocol; a refused password still is an answer.) */
export function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379) });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3_000, () => end(false));
    socket.on('connect', () => (url.startsWith('rediss:') ? end(true) : socket.write('PING\r\n')));
    socket.on('data', (chunk) => end(/^[+-](PONG|NOAUTH|DENIED|ERR)/.test(String(chunk))));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
  });
}
