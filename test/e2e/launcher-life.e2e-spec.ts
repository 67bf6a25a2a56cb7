import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, answers, freePort, launch, newDataFolder, runs, until } from '../support/launcher';

/** The life of one installation: first start, second start at once, hard kill, recovery, stop, start again. */
describe('npm start', () => {
  const folder = newDataFolder();
  let env: Record<string, string>;
  let url: string;
  let run: Run;
  const start = () => launch(['start'], env);
  const ready = 'Dừng: Ctrl-C';
  const postmaster = () => folder.postmaster() ?? 0;

  beforeAll(async () => {
    const port = await freePort();
    env = { BENVE_DATA_DIR: folder.path, PORT: String(port) };
    url = `http://localhost:${port}`;
    run = start();
    await run.saying(ready, 120_000);
  }, 150_000);

  afterAll(async () => {
    run.signalGroup('SIGTERM');
    await run.ended;
    folder.remove();
  }, 60_000);

  it('says on one screen where everything is', async () => {
    expect(run.stderr().replace(/^Đã dựng.*\n/gm, '')).toBe('');
    const screen = run.stdout();
    expect(screen).toContain(url);
    expect(screen).toContain(folder.path);
    for (const login of ['trungtam', 'sonoivu', 'dn-anphuc', 'xa-', 'nganhang', 'lanhdao', 'quantri']) expect(screen).toContain(login);
    expect(screen).toMatch(/mật khẩu chung: \S{15,}/);
    expect(screen.slice(screen.indexOf('Bến Về đã sẵn sàng')).split('\n').length).toBeLessThanOrEqual(26);
    expect(await answers(`${url}/api/health/ready`)).toBe(true);
    expect(await answers(/http:\/\/localhost:\d+\/(?=\s+mọi thư)/.exec(screen)![0])).toBe(true);
  });

  it('keeps its secrets to itself', () => {
    for (const file of ['secrets.json', 'keys.json', 'demo-accounts.json', 'demo-password', 'processes.json'])
      expect((statSync(join(folder.path, file)).mode & 0o077).toString(8)).toBe('0');
  });

  it('tells a second start where the first one runs', async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toContain(`đang chạy rồi tại ${url}`);
    expect(second.stderr().trim().split('\n')).toHaveLength(1);
    expect(await answers(`${url}/api/health/ready`)).toBe(true);
  });

  it('lends its services to commands', async () => {
    const before = postmaster();
    const command = launch(['cli', 'migrate', '--status', '--json'], env);
    expect(await command.ended).toBe(0);
    expect(JSON.parse(command.stdout())).toMatchObject({ pending: [] });
    expect(postmaster()).toBe(before);
    expect(runs(before)).toBe(true);
  });

  it.each(['api', 'jobs', 'mail', 'queue', 'postgres'])(
    'brings %s back when it is killed',
    async (name) => {
      const pidOf = () => (name === 'postgres' ? postmaster() : folder.processes().find((one) => one.name === name)?.pid);
      const pid = pidOf();
      if (pid === undefined) return expect(name).toBe('queue'); // no redis-server here: the queue lives in PostgreSQL
      process.kill(pid, 'SIGKILL');
      await until(() => !runs(pid), 5_000);
      await until(
        async () => pidOf() !== pid && runs(pidOf()!) && (await answers(`${url}/api/health/ready`)),
        30_000,
        () => run.stdout() + run.stderr(),
      );
    },
    60_000,
  );

  it('recovers from being killed by force, with the data kept', async () => {
    const left = folder.processes().filter(({ name }) => name !== 'launcher');
    run.signalGroup('SIGKILL');
    await run.ended;
    expect(left.filter(({ pid }) => runs(pid)).length).toBeGreaterThan(0);
    run = start();
    await run.saying(ready, 60_000);
    for (const { name, pid } of left) expect([name, runs(pid)]).toEqual([name, false]);
    expect(run.stdout()).not.toContain('Đang tạo dữ liệu mẫu');
    expect(run.stdout()).toContain('trungtam');
    expect(await answers(`${url}/api/health/ready`)).toBe(true);
  }, 90_000);

  it('stops all when only the outer launcher is killed by force', async () => {
    const pids = [...folder.processes().map(({ pid }) => pid), postmaster()];
    process.kill(run.child.pid!, 'SIGKILL');
    await until(() => !pids.some(runs), 20_000);
    run = start();
    await run.saying(ready, 60_000);
  }, 90_000);

  it('ends all it started at Ctrl-C, and resumes quickly', async () => {
    const pids = [...folder.processes().map(({ pid }) => pid), postmaster()];
    expect(pids.length).toBeGreaterThanOrEqual(5);
    run.signalGroup('SIGINT');
    expect(await run.ended).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
    expect(await answers(`${url}/api/health/ready`)).toBe(false);
    const began = Date.now();
    run = start();
    await run.saying(ready, 60_000);
    const ms = Date.now() - began;
    console.info(`second start: ${ms} ms`);
    expect(ms).toBeLessThan(30_000);
  }, 90_000);
});
