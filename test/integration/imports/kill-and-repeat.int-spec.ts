import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createImportFixture, hasShared, type ImportFixture, ROOT, SHARED } from './import-fixture';

const FILE = 'data/registers/danh-sach-xkld-phong-tho.xlsx';
const TODAY = '2026-11-22';
const ready = hasShared('killed and doubled imports', FILE);

describe('an import that is killed, doubled or taken back', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (ready) fixture = await createImportFixture(TODAY);
  });
  afterAll(async () => fixture?.close());

  const stored = () =>
    fixture.db.sql<Record<string, number>>(
      `select (select count(*) from worker) workers, (select count(*) from case_file) cases, (select count(*) from case_event where kind <> 'CORRECTED') events, (select count(*) from contract_version where voided_at is null) contracts, (select count(*) from worker_phone) phones`,
    );
  const file = () => ({
    kind: 'register',
    fileName: 'ds.xlsx',
    bytes: readFileSync(join(SHARED, FILE)),
    answers: { ID_LEADING_ZERO_LOST: 'yes' },
  });

  it('killed -9 at ten moments: nothing is half there, and the next import is whole', async () => {
    if (!ready) return;
    let killed = 0;
    for (let i = 0; i < 10; i++) {
      const child = fork(
        join(__dirname, 'import-child.ts'),
        ['register', join(SHARED, FILE), 'centre-12', fixture.db.urls.api, fixture.db.urls.jobs, TODAY],
        {
          execArgv: ['--require', join(ROOT, 'test/support/register-ts.cjs')],
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        },
      );
      const done = await new Promise<boolean>((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', () => resolve(false));
        child.on('message', (message) => {
          if (message === 'ready') setTimeout(() => child.kill('SIGKILL'), 150 + i * 120);
          else resolve(true);
        });
      });
      child.kill('SIGKILL');
      if (done) break;
      killed += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [now] = await stored();
      if (Number(now!.workers) > 0) break;
      expect(now).toEqual({ workers: 0, cases: 0, events: 0, contracts: 0, phones: 0 });
    }
    const actor = await fixture.actor('centre-12');
    await fixture.importFile.run(actor, file());
    const first = await stored();
    const again = await fixture.importFile.run(actor, file());
    expect(again.created + again.updated).toBe(0);
    expect(await stored()).toEqual(first);
    expect(Number(first[0]!.workers)).toBe(125 + 8);
    console.info(`killed imports: ${killed} tried, 0 failed`);
  }, 120_000);

  it('taken back: what the batch made is gone, except what somebody changed since', async () => {
    if (!ready) return;
    const actor = await fixture.actor('centre-12');
    const [batch] = await fixture.db.sql<{ id: string }>(
      `select id from import_batch where (counts->>'created')::int > 0 order by created_at limit 1`,
    );
    const [touched] = await fixture.db.sql<{ id: string }>(
      `update case_file set version = version + 1 where id = (select case_id from import_row where batch_id = $1 and case_id is not null limit 1) returning id`,
      [batch!.id],
    );
    const undone = await fixture.undo.run(actor, batch!.id);
    expect(undone.left.some(({ id }) => id === touched!.id)).toBe(true);
    const [now] = await stored();
    expect(Number(now!.cases)).toBe(1);
    await expect(fixture.undo.run(actor, batch!.id)).rejects.toMatchObject({ code: 'BATCH_UNDONE' });
  }, 60_000);

  it('two uploads at once make everybody once', async () => {
    if (!ready) return;
    const actor = await fixture.actor('centre-12');
    const reports = await Promise.all([fixture.importFile.run(actor, file()), fixture.importFile.run(actor, file())]);
    expect(reports.map(({ created }) => created).sort((a, b) => a - b)[0]).toBe(0);
    expect(await fixture.db.sql(`select citizen_id_index from worker group by 1 having count(*) > 1`)).toEqual([]);
    expect(await fixture.db.sql(`select worker_id from case_file group by 1 having count(*) > 1`)).toEqual([]);
  }, 60_000);
});
