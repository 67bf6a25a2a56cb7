import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@app/kernel';
import { FolderStore } from '@app/platform';
import { readManifest } from '../../apps/cli/src/backup/backup-manifest';
import { createBackup } from '../../apps/cli/src/backup/create-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';
import { insertOverdueCases } from '../support/overdue-cases';
import { eventually } from '../support/queue-fixture';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const FILES = 40;
const NEVER = FILES * 10;
jest.setTimeout(300_000);

/** A backup that breaks off is none; a restore that breaks off is begun again and ends as if nothing had happened. */
describe('backup and restore, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benve-backup-kill-'));
  const at = (name: string) => join(folder, name);
  let office: TestDatabase;
  let fresh: TestDatabase;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    office = await createTestDatabase({ today: '2026-11-24' });
    fresh = await createTestDatabase({ today: '2026-11-24' });
    const { caseIds } = await insertOverdueCases(office.sql, { count: 200, today: '2026-11-24' });
    const store = new FolderStore(at('store'));
    for (let n = 0; n < FILES; n++) {
      const id = newId();
      await office.sql(
        `insert into paper_file (id, case_id, guard, medium, bytes, sha256, scan, state, request_id) values ($1, $2, 'HEALTH', 'pdf', 1, 'x', 'clean', 'kept', 'x')`,
        [id, caseIds[n]],
      );
      await store.keep(id, Buffer.from(`sealed ${n}`));
    }
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all([office.close(), fresh.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (verb: 'create' | 'restore', db: TestDatabase, files: string, stop: number, into: string) => {
    const child = spawn(
      process.execPath,
      [
        '-r',
        './test/support/register-ts.cjs',
        'test/support/backup-child.ts',
        verb,
        db.urls.jobs,
        db.urls.owner,
        at(files),
        String(stop),
        at(into),
      ],
      { cwd: join(__dirname, '../..'), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    children.push(child);
    return child;
  };
  const said = (child: ChildProcess) =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
    });
  const kill = async (child: ChildProcess) => {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  const stored = (name: string) =>
    Object.fromEntries(
      readdirSync(at(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const rows = async (db: TestDatabase) => {
    const all: unknown[] = [];
    for (const table of ['worker', 'case_file', 'case_event', 'paper_file'])
      all.push(await db.sql(`select * from ${table} t order by t::text`));
    return all;
  };

  it.each([1, FILES / 2, FILES])('a backup killed at file %i is no backup, and disturbs no later one', async (stop) => {
    const child = start('create', office, 'store', stop, `broken-${stop}`);
    expect(await said(child)).toBe('halted');
    await kill(child);
    await expect(readManifest(at(`broken-${stop}`))).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    await expect(restoreBackup(fresh.urls, new FolderStore(at('other')), at(`broken-${stop}`))).rejects.toMatchObject({
      code: 'BACKUP_UNREADABLE',
    });
  });

  it('a restore killed among its files, and while it fills the tables, is begun again and ends whole', async () => {
    await createBackup(office.urls, new FolderStore(at('store')), at('whole'));
    for (const stop of [1, FILES / 2, FILES]) {
      const child = start('restore', fresh, 'restored', stop, 'whole');
      expect(await said(child)).toBe('halted');
      await kill(child);
      expect(await fresh.sql(`select from case_file`)).toHaveLength(0);
    }
    await fresh.sql('begin');
    await fresh.sql('lock table worker in access share mode');
    const filling = start('restore', fresh, 'restored', NEVER, 'whole');
    const waiting = () => fresh.sql(`select from pg_locks where not granted and relation = 'worker'::regclass`);
    await eventually(async () => (await waiting()).length === 1, 60_000, 'the restore waits to fill the tables');
    expect(Object.keys(stored('restored'))).toHaveLength(FILES);
    await kill(filling);
    await fresh.sql('rollback');
    expect(await fresh.sql(`select from case_file`)).toHaveLength(0);

    const last = start('restore', fresh, 'restored', NEVER, 'whole');
    expect(await said(last)).toBe('done');
    expect(await rows(fresh)).toEqual(await rows(office));
    expect(stored('restored')).toEqual(stored('store'));
  });
});
