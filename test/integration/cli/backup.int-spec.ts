import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '@app/platform';
import { createBackup } from '../../../apps/cli/src/backup/create-backup';
import { damagedParts, readManifest } from '../../../apps/cli/src/backup/backup-manifest';
import { exportTables } from '../../../apps/cli/src/backup/export-tables';
import { restoreBackup } from '../../../apps/cli/src/backup/restore-backup';
import { insertOverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

type Id = { id: string };

describe('backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benve-backup-'));
  const at = (name: string) => join(folder, name);
  const store = new FolderStore(at('store'));
  const other = new FolderStore(at('other'));
  let scan: string;
  let letter: string;
  /** Its bytes are gone; its bytes are on their way. */
  let lost: string;
  let coming: string;
  let office: TestDatabase;
  let fresh: TestDatabase;

  beforeAll(async () => {
    office = await createTestDatabase({ today: '2026-11-24' });
    fresh = await createTestDatabase({ today: '2026-11-24' });
    const { caseIds, centreId } = await insertOverdueCases((text, values) => office.sql(text, values), { count: 200, today: '2026-11-24' });
    const file = async (state: string) =>
      (
        await office.sql<Id>(
          `insert into paper_file (id, case_id, guard, medium, bytes, sha256, scan, state, request_id)
           values (gen_random_uuid(), $1, 'HEALTH', 'pdf', 1, 'x', 'clean', $2, 'x') returning id`,
          [caseIds[0], state],
        )
      )[0]!.id;
    scan = await file('kept');
    lost = await file('kept');
    coming = await file('storing');
    [{ id: letter }] = (await office.sql<Id>(
      `insert into official_document (id, kind, organisation_id, login, state, request_id) values (gen_random_uuid(), 'REFERRAL', $1, 'x', 'done', 'x') returning id`,
      [centreId],
    )) as [Id];
    for (const id of [scan, coming, letter]) await store.keep(id, Buffer.from(`sealed ${id}`));
    await createBackup(office.urls, store, at('whole'));
  });
  afterAll(async () => {
    await Promise.all([office.close(), fresh.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const tables = ['worker', 'case_file', 'case_event', 'organisation', 'admin_unit', 'notice', 'paper_file'];
  const everything = (db: TestDatabase) => Promise.all(tables.map((table) => db.sql(`select * from ${table} t order by t::text`)));

  it('saves every row, though row security binds its role', async () => {
    const manifest = await readManifest(at('whole'));
    for (const table of tables) {
      const [row] = await office.sql<{ count: number }>(`select count(*)::int as count from ${table}`);
      expect([table, manifest.tables.find(({ name }) => name === table)?.rows]).toEqual([table, row!.count]);
    }
    expect(await damagedParts(at('whole'), manifest)).toEqual([]);
  });

  it('sees a changed byte', async () => {
    await createBackup(office.urls, store, at('changed'));
    const file = at('changed/worker.copy.gz');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(file, bytes);
    expect(await damagedParts(at('changed'), await readManifest(at('changed')))).toEqual(['worker']);
    await expect(restoreBackup(fresh.urls, other, at('changed'))).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });

  it('takes along the files that its rows name, says which the store had lost, and sees one that changed or is gone', async () => {
    const manifest = await readManifest(at('whole'));
    expect(manifest.files).toMatchObject({ count: 2, missing: [lost] });
    await createBackup(office.urls, store, at('changed-files'));
    const inBackup = new FolderStore(at('changed-files/files'));
    expect(await inBackup.fetch(coming)).toBeUndefined();
    await inBackup.keep(scan, Buffer.from('changed'));
    await inBackup.forget(letter);
    const damaged = [`files/${scan}`, `files/${letter}`].sort();
    expect(await damagedParts(at('changed-files'), await readManifest(at('changed-files')))).toEqual(damaged);
    await expect(restoreBackup(fresh.urls, other, at('changed-files'))).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      details: { damaged },
    });
    expect(await other.fetch(scan)).toBeUndefined();
    writeFileSync(at('changed-files/files.list'), '');
    expect(await damagedParts(at('changed-files'), manifest)).toEqual(['files.list']);
  });

  it('restores into a fresh database, with numbering that goes on, walls up and mails locked in', async () => {
    await restoreBackup(fresh.urls, other, at('whole'));
    expect(await everything(fresh)).toEqual(await everything(office));
    for (const id of [scan, letter]) expect(await other.fetch(id)).toEqual(await store.fetch(id));
    const [walls] = await fresh.sql<{ open: number }>(
      `select count(*)::int as open from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
    );
    expect(walls!.open).toBe(0);
    const [gate] = await fresh.sql<{ closed: boolean }>(`select closed_since is not null as closed from mail_gate`);
    expect(gate!.closed).toBe(true);
    const [next] = await fresh.sql<{ free: boolean }>(
      `select nextval(pg_get_serial_sequence('case_event', 'id')) > max(id) as free from case_event`,
    );
    expect(next!.free).toBe(true);
  });

  it('never restores over an office in use', async () => {
    await expect(restoreBackup(office.urls, other, at('whole'))).rejects.toMatchObject({ code: 'RESTORE_TARGET_IN_USE' });
  });

  it('refuses a folder that was not finished, and one that is not empty', async () => {
    await expect(readManifest(folder)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    await expect(createBackup(office.urls, store, at('whole'))).rejects.toMatchObject({ code: 'BACKUP_FOLDER_NOT_EMPTY' });
  });

  it('exports readable files without secrets', async () => {
    const rows = await exportTables(office.urls.jobs, at('export'), undefined);
    expect(rows.worker).toBe(200);
    expect(rows.session).toBeUndefined();
    const [head, first] = readFileSync(at('export/worker.csv'), 'utf8').split('\n');
    expect(head).toContain('full_name');
    expect(head).not.toMatch(/cipher|citizen_id_index/);
    expect(first).toContain('Lò Văn Thử');
  });
});
