import { launch, newDataFolder, runs, until } from '../support/launcher';

/** Commands without a running server: each brings the database, gives one document, and takes the database down again. */
describe('npm run cli without a server', () => {
  const folder = newDataFolder();
  const env = { BENVE_DATA_DIR: folder.path };
  afterAll(() => folder.remove());
  const leftovers = () => {
    const pid = folder.postmaster();
    return pid !== undefined && runs(pid);
  };

  it('makes the database, answers with JSON alone, and leaves nothing running', async () => {
    const run = launch(['cli', 'migrate', '--json'], env);
    expect(await run.ended).toBe(0);
    expect(JSON.parse(run.stdout())).toMatchObject({ pending: [] });
    expect(leftovers()).toBe(false);
  }, 60_000);

  it('takes two commands at the same time', async () => {
    const both = [launch(['cli', 'migrate', '--status', '--json'], env), launch(['cli', 'migrate', '--status', '--json'], env)];
    expect(await Promise.all(both.map((run) => run.ended))).toEqual([0, 0]);
    for (const run of both) expect(JSON.parse(run.stdout())).toMatchObject({ pending: [] });
    expect(leftovers()).toBe(false);
  }, 60_000);

  it('ends with 1 and a coded document when the command fails', async () => {
    const run = launch(['cli', 'migrate', '--nonsense', '--json'], env);
    expect(await run.ended).toBe(1);
    expect(JSON.parse(run.stdout())).toMatchObject({ error: { code: 'USAGE' } });
    expect(run.stderr()).toContain('migrate [--status]');
  }, 60_000);

  it('needs no database to explain itself', async () => {
    const run = launch(['cli', '--help'], { BENVE_DATA_DIR: '/proc/none' });
    expect(await run.ended).toBe(0);
    expect(run.stdout()).toBe('');
    expect(run.stderr()).toContain('migrate');
  }, 60_000);

  it('stops the database when it is interrupted', async () => {
    const run = launch(['cli', 'demo', 'seed', '--size', 'province', '--json'], env);
    await until(leftovers, 30_000);
    run.signalGroup('SIGINT');
    expect(await run.ended).not.toBe(0);
    expect(leftovers()).toBe(false);
  }, 60_000);
});
