import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT, freePort, launch, newDataFolder, runs } from '../support/launcher';

/** What an operator reads when something is in the way: one line, in Vietnamese, with the way out; exit 1; nothing left running. */
describe('a start that cannot be', () => {
  const folder = newDataFolder();
  afterAll(() => folder.remove());

  const refused = async (env: Record<string, string>, words: string[], node: string[] = []) => {
    const run = launch(['start'], { BENVE_DATA_DIR: folder.path, ...env }, node);
    expect(await run.ended).toBe(1);
    const lines = run
      .stderr()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Đã dựng'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^LỖI: .+\[.+\]$/);
    for (const word of words) expect(lines[0]).toContain(word);
    expect(run.stdout()).not.toContain('    at ');
    expect(folder.processes().filter(({ pid }) => runs(pid))).toEqual([]);
  };

  it('port in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    await refused({ PORT: String(port) }, [`${port}`, `PORT=${port + 1}`]);
    taken.close();
  });

  it('unreachable DATABASE_URL, without showing the password', async () => {
    const port = await freePort();
    const keys = join(folder.path, 'keys.json');
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(keys, '{}');
    const url = `postgres://benve_api:geheim@127.0.0.1:${port}/benve`;
    const env = {
      DATABASE_URL: url,
      DATABASE_JOBS_URL: url,
      PUBLIC_URL: 'https://benve.example',
      SMTP_URL: 'smtp://127.0.0.1:25',
      BENVE_KEYS_FILE: keys,
      PORT: String(await freePort()),
    };
    await refused(env, ['DATABASE_URL', `127.0.0.1:${port}`]);
    const run = launch(['start'], { BENVE_DATA_DIR: folder.path, ...env });
    await run.ended;
    expect(run.stderr()).not.toContain('geheim');
  });

  it('production without what production needs', async () => {
    await refused({ DATABASE_URL: 'postgres://benve_api:x@127.0.0.1:1/benve' }, ['BENVE_KEYS_FILE', 'keys create']);
    const keys = join(folder.path, 'given-keys.json');
    writeFileSync(keys, '{}');
    await refused({ DATABASE_URL: 'postgres://benve_api:x@127.0.0.1:1/benve', BENVE_KEYS_FILE: keys, BENVE_TODAY: '2026-01-01' }, [
      'SMTP_URL',
      'https',
      'BENVE_TODAY',
    ]);
  });

  it('unreachable REDIS_URL', async () => {
    await refused({ REDIS_URL: `redis://127.0.0.1:${await freePort()}`, PORT: String(await freePort()) }, ['REDIS_URL']);
  });

  it('a data folder that cannot be', async () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    await refused({ BENVE_DATA_DIR: join(file, 'below') }, ['BENVE_DATA_DIR']);
  });

  it('too old a Node', async () => {
    const old = join(folder.path, 'old-node.cjs');
    writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });`);
    await refused({}, ['18.20.4', '20.19'], ['--require', old]);
  });

  it('no package registry', () => {
    const checkout = mkdtempSync(join(tmpdir(), 'benve-checkout-'));
    for (const name of ['package.json', 'package-lock.json', '.npmrc', 'apps/local'])
      cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
    const env = {
      ...process.env,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(checkout, 'cache'),
      npm_execpath: '',
      BENVE_DATA_DIR: folder.path,
    };
    const run = spawnSync(process.execPath, [join(checkout, 'apps/local/run.mjs'), 'start'], {
      cwd: checkout,
      env,
      encoding: 'utf8',
    });
    rmSync(checkout, { recursive: true, force: true });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/LỖI: npm ci không thành công.+npm ping.+\[npm ci failed/);
  }, 120_000);
});
