import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup } from '../../../apps/cli/src/backup/create-backup';
import { damagedTables, readManifest } from '../../../apps/cli/src/backup/backup-manifest';
import { exportTables } from '../../../apps/cli/src/backup/export-tables';
import { restoreBackup } from '../../../apps/cli/src/backup/restore-backup';
import { insertOverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benve-backup-'));
  const at = (name: string) => join(folder, name);
  let office: TestDatabase;
  let fresh: TestDatabase;

  beforeAll(async () => {
    office = await createTestDatabase({ today: '2026-11-24' });
    fresh = await createTestDatabase({ today: '2026-11-24' });
    await insertOverdueCases((text, values) => office.sql(text, values), { count: 200, today: '2026-11-24' });
    await createBackup(office.urls, at('whole'));
  });
  afterAll(async () => {
    await Promise.all([office.close(), fresh.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const tables = ['worker', 'case_file', 'case_event', 'organisation', 'admin_unit', 'notice'];
  const everything = (db: TestDatabase) => Promise.all(tables.map((table) => db.sql(`select * from ${table} t order by t::text`)));

  it('saves every row, though row security binds its role', async () => {
    const manifest = await readManifest(at('whole'));
    for (const table of tables) {
      const [row] = await office.sql<{ count: number }>(`select count(*)::int as count from ${table}`);
      expect([table, manifest.tables.find(({ name }) => name === table)?.rows]).toEqual([table, row!.count]);
    }
    expect(await damagedTables(at('whole'), manifest)).toEqual([]);
  });

  it('sees a changed byte', async () => {
    await createBackup(office.urls, at('changed'));
    const file = at('changed/worker.copy.gz');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(file, bytes);
    expect(await damagedTables(at('changed'), await readManifest(at('changed')))).toEqual(['worker']);
    await expect(restoreBackup(fresh.urls, at('changed'))).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });

  it('restores into a fresh database, with numbering that goes on, walls up and mails locked in', async () => {
    await restoreBackup(fresh.urls, at('whole'));
    expect(await everything(fresh)).toEqual(await everything(office));
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
    await expect(restoreBackup(office.urls, at('whole'))).rejects.toMatchObject({ code: 'RESTORE_TARGET_IN_USE' });
  });

  it('refuses a folder that was not finished, and one that is not empty', async () => {
    await expect(readManifest(folder)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    await expect(createBackup(office.urls, at('whole'))).rejects.toMatchObject({ code: 'BACKUP_FOLDER_NOT_EMPTY' });
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
