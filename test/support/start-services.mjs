// One PostgreSQL (and one Redis where redis-server or valkey-server is found) for a whole Jest run.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startPostgres } from '../../apps/local/postgres.mjs';

export default async function startServices() {
  if (globalThis.benveServices) return; // several Jest projects of one run share the services
  const folder = mkdtempSync(join(tmpdir(), 'benve-test-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    flags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
      '-c',
      'shared_buffers=256MB',
    ],
  });
  process.env.TEST_POSTGRES_URL = postgres.url('postgres');
  const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
  let redis;
  if (program) {
    const port = await freePort();
    redis = spawn(
      program,
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
        '--dir',
        folder,
      ],
      { stdio: 'ignore' },
    );
    process.env.TEST_REDIS_URL = `redis://127.0.0.1:${port}`;
  }
  globalThis.benveServices = { folder, postgres, redis };
}
