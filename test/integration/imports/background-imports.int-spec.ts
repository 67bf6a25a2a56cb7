import { ActorOfLogin } from '@app/identity';
import { CheckFile, FollowImport, ImportTargets, RegisterTarget, RequestImport, RunImportTask, WorkbookReader } from '@app/imports';
import { OpenCasesInBulk } from '@app/casework';
import { type Actor, newId } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { KnownPeople, RegisterWorkersInBulk } from '@app/workers';
import { registerCsv } from '../../support/register-csv';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../../support/tenants';
import { importerOf, READER } from './import-fixture';

jest.setTimeout(120_000);

/** Files the background program takes in: how far they are, how they are stopped, whose rights they have. */
describe('an import in the background', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let requests: RequestImport;
  let follow: FollowImport;
  let tasks: RunImportTask;
  let centre: Actor;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    const targets = new ImportTargets().register(
      new RegisterTarget(new KnownPeople(db.seal), new RegisterWorkersInBulk(db.seal), new OpenCasesInBulk()),
    );
    requests = new RequestImport(db.api, db.seal, targets);
    follow = new FollowImport(db.api);
    tasks = new RunImportTask(db.jobs, db.seal, new ActorOfLogin(db.jobs), new WorkbookReader(READER), targets);
    centre = tenants.account('centre-12').actor;
  });
  afterAll(() => db.close());

  const file = (rows: number, more: { dryRun?: true } = {}) => ({
    kind: 'register',
    fileName: `so-${rows}.csv`,
    bytes: registerCsv(rows),
    ...more,
  });
  const kept = async () =>
    (
      await db.sql<{ kept: string }>(
        `select concat_ws(' ', (select count(*) from worker), (select count(*) from case_file), (select count(*) from case_event), (select count(*) from import_batch)) as kept`,
      )
    )[0]!.kept;
  const ask = async (rows: number, more: { dryRun?: true } = {}, request = newId()) =>
    (await requests.run(centre, file(rows, more), request)).importId;
  /** Every state its sender saw while the work went on. */
  const watch = async (importId: string, work: Promise<unknown>, look = async (_phase: string) => {}) => {
    const seen = new Set<string>();
    let over = false;
    const end = work.finally(() => (over = true));
    end.catch(() => undefined);
    while (!over) {
      const { phase, done, of } = await follow.get(centre, importId);
      seen.add(phase);
      expect(done).toBeLessThanOrEqual(Math.max(of, done));
      await look(phase);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await end;
    return seen;
  };

  it('waits with its duty, sealed, once for one request', async () => {
    const before = await kept();
    const request = newId();
    const importId = await ask(10, {}, request);
    expect(await ask(10, {}, request)).toBe(importId);
    expect(
      await db.sql(`select payload from outbox where topic = 'imports.requested.v1' and payload->>'importId' = $1`, [importId]),
    ).toEqual([{ payload: { importId } }]);
    expect(await db.sql(`select from import_task where position('Vàng' in encode(file_cipher, 'escape')) > 0`)).toEqual([]);
    expect(await follow.get(centre, importId)).toMatchObject({ phase: 'waiting', done: 0, report: null, startedAt: null });
    expect(await kept()).toBe(before);
    await expect(follow.get(tenants.account('centre-15').actor, importId)).rejects.toMatchObject({ kind: 'missing' });
    await expect(follow.cancel(tenants.account('centre-15').actor, importId)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('shows how far it is, ends with its commit, and does nothing a second time', async () => {
    const importId = await ask(1_500);
    const seen = await watch(importId, tasks.run(importId));
    expect([...seen].some((phase) => ['checking', 'writing'].includes(phase))).toBe(true);
    const done = await follow.get(centre, importId);
    expect(done).toMatchObject({ phase: 'done', report: { batch: importId, created: 1_500, rows: 1_500, refused: 0 } });
    expect(done.done).toBe(done.of);
    expect(await db.sql(`select file_cipher from import_task where id = $1`, [importId])).toEqual([{ file_cipher: null }]);
    const after = await kept();
    expect(await tasks.run(importId)).toBe('ended');
    expect(await kept()).toBe(after);
    await expect(follow.cancel(centre, importId)).rejects.toMatchObject({ code: 'IMPORT_ENDED' });
  });

  it('answers a try-out as the check on the spot does, and keeps nothing', async () => {
    const before = await kept();
    const importId = await ask(300, { dryRun: true });
    await tasks.run(importId);
    const { phase, report } = await follow.get(centre, importId);
    const { results: _, ...counts } = await new CheckFile(importerOf(db).importFile).run(centre, file(300));
    expect(phase).toBe('done');
    expect(report).toMatchObject(JSON.parse(JSON.stringify(counts)) as object);
    expect(await kept()).toBe(before);
  });

  it('tells a file that cannot be read by its reason', async () => {
    const { importId } = await requests.run(centre, { ...file(1), bytes: Buffer.from('không phải sổ') }, newId());
    await tasks.run(importId);
    expect(await follow.get(centre, importId)).toMatchObject({ phase: 'done', report: { verdict: 'refuse' } });
  });

  it('stops when its sender wishes, and nothing of it is kept', async () => {
    const waiting = await ask(20);
    expect(await follow.cancel(centre, waiting)).toMatchObject({ phase: 'cancelled' });
    expect(await tasks.run(waiting)).toBe('ended');
    const before = await kept();
    const running = await ask(6_000);
    let asked = false;
    await watch(running, tasks.run(running), async (phase) => {
      if (asked || phase === 'waiting') return;
      asked = true;
      await follow.cancel(centre, running);
    });
    expect(await follow.get(centre, running)).toMatchObject({ phase: 'cancelled', report: null });
    expect(await kept()).toBe(before);
    expect(await db.sql(`select file_cipher from import_task where id = any ($1)`, [[waiting, running]])).toEqual([
      { file_cipher: null },
      { file_cipher: null },
    ]);
  });

  it('is taken in with the rights of its sender, not with those of the background program', async () => {
    const rights = await db.jobs.as('benve_api').run(centre, async (tx) => ({
      role: (await tx.query<{ role: string }>(`select current_user as role`))[0]!.role,
      foreign: await tx.query(`select from worker where province_code <> '12'`),
    }));
    expect(rights).toEqual({ role: 'benve_api', foreign: [] });
    expect((await db.jobs.run(centre, (tx) => tx.query<{ role: string }>(`select current_user as role`)))[0]!.role).toBe('benve_jobs');
    const importId = await ask(5);
    await db.sql(`update account set state = 'disabled' where login = 'centre-12'`);
    await tasks.run(importId);
    await db.sql(`update account set state = 'active' where login = 'centre-12'`);
    expect(await follow.get(centre, importId)).toMatchObject({ phase: 'failed', report: { reasons: [{ code: 'ACCOUNT_UNKNOWN' }] } });
  });

  it('is left to the program that is at it, and taken from one that is dead', async () => {
    const importId = await ask(3);
    await db.sql(`update import_task set phase = 'writing', attempts = 1, seen_at = now() where id = $1`, [importId]);
    expect(await tasks.run(importId)).toBe('busy');
    await db.sql(`update import_task set seen_at = now() - interval '16 seconds' where id = $1`, [importId]);
    expect(await tasks.run(importId)).toBe('ended');
    expect(await follow.get(centre, importId)).toMatchObject({ phase: 'done', report: { unchanged: 3 } });
  });
});
