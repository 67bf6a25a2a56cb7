import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteRequested } from '@app/documents';
import { ActorOfLogin } from '@app/identity';
import { AppConfig, FileStore } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import yauzl from 'yauzl';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);

/** Word files as an office gets them: asked for over HTTP, written by the background program, opened as Word opens them. */
describe('official documents', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let people: TenantPerson[];
  const folder = mkdtempSync(join(tmpdir(), 'benve-documents-'));
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY, BENVE_DATA_DIR: folder });
    people = tenants.people.filter(({ n, province }) => province === '12' && n % 3 === 0);
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (login: string, body: object, key?: string) =>
    app.call('POST', '/api/v1/documents', { token: tenants.account(login).token, body, ...(key && { key }) });
  const write = (documentId: string) =>
    new WriteRequested(db.jobs, new ActorOfLogin(db.jobs), app.application.get(FileStore), db.seal, app.application.get(AppConfig)).run(
      documentId,
    );
  const fetchFile = (login: string, documentId: string) =>
    fetch(`${app.url}/api/v1/documents/${documentId}/file`, { headers: { authorization: `Bearer ${tenants.account(login).token}` } });
  const partsOf = async (login: string, body: object) => {
    const { json } = await ask(login, body);
    expect(await write(json.id as string)).toBe('done');
    return unzip(Buffer.from(await (await fetchFile(login, json.id as string)).arrayBuffer()));
  };
  const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(' ');

  it('lays a letter out as the Decree says: margins, fonts, number above from the second page, place and day', async () => {
    const parts = await partsOf('centre-12', { kind: 'REFERRAL', caseIds: [people[0]!.caseId] });
    const page = parts['word/document.xml']!;
    // Twips: 20 mm = 1134, 30 mm = 1701, 15 mm = 851; A4 = 11906 × 16838.
    expect(/<w:pgMar[^>]*>/.exec(page)![0]).toMatch(/w:top="1134".*w:right="851".*w:bottom="1134".*w:left="1701"/);
    expect(/<w:pgSz[^>]*>/.exec(page)![0]).toMatch(/w:w="11906".*w:h="16838"/);
    expect(page).toContain('<w:titlePg/>');
    expect([...new Set([...page.matchAll(/w:ascii="([^"]*)"/g)].map(([, font]) => font))]).toEqual(['Times New Roman']);
    const said = words(page);
    expect(said).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(said).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(said).toMatch(/Số: ……\/GGT-/);
    expect(said).toContain('ngày 22 tháng 11 năm 2026');
    expect(said).toContain(people[0]!.canary);
    expect(said).not.toContain(people[0]!.citizenId);
    expect(Object.entries(parts).filter(([name, xml]) => name.startsWith('word/header') && xml.includes('PAGE'))).toHaveLength(1);
  });

  it('writes many people into one file, a page of their own each', async () => {
    const caseIds = people.slice(0, 3).map(({ caseId }) => caseId);
    const page = (await partsOf('centre-12', { kind: 'RETURN_COMMITMENT', caseIds }))['word/document.xml']!;
    expect([...page.matchAll(/<w:sectPr/g)]).toHaveLength(3);
    for (const { canary } of people.slice(0, 3)) expect(words(page)).toContain(canary);
  });

  it('prints a class list across the page, and certificates with their check code', async () => {
    const classId = id('class', tenants.people.find(({ n, province }) => n % 3 === 2 && province === '12')!.n);
    const list = (await partsOf('centre-12', { kind: 'CLASS_LIST', classId }))['word/document.xml']!;
    expect(/<w:pgSz[^>]*>/.exec(list)![0]).toContain('w:orient="landscape"');
    expect(words(list)).toContain('Tổng số: 1 người');
    const certificate = words((await partsOf('centre-12', { kind: 'CERTIFICATE', classId }))['word/document.xml']!);
    expect(certificate).toContain('có giá trị đến hết ngày 12/11/2028');
    expect(certificate).toMatch(/Mã kiểm tra: CHECK\w+ \(http:\/\/localhost:3000\/cong-khai\/chung-chi\)/);
  });

  it('names in a certificate what the class taught, with a last day only where it has one, for country and trade it was issued for', async () => {
    const classId = id('class', tenants.people.find(({ n, province }) => n % 3 === 2 && province === '12')!.n);
    await db.sql(`update training_class set kind = 'VOCATION' where id = $1`, [classId]);
    await db.sql(`update training_certificate set valid_until = null, occupation = 'Hàn xì' where class_id = $1`, [classId]);
    const said = words((await partsOf('centre-12', { kind: 'CERTIFICATE', classId }))['word/document.xml']!);
    expect(said).toContain('Đã hoàn thành khóa đào tạo kỹ năng nghề cho người lao động');
    expect(said).toContain('nghề Hàn xì');
    expect(said).not.toMatch(/định hướng|có giá trị đến/);
  });

  it('leaves certificates to the office of the class, whoever else may read it', async () => {
    const agencyClass = id('class', tenants.people.find(({ n, province }) => n % 3 === 0 && province === '12')!.n);
    const agency = tenants.account('agency-a');
    expect((await app.call('GET', `/api/v1/training/classes/${agencyClass}`, { token: tenants.account('centre-12').token })).status).toBe(
      200,
    );
    expect((await ask('centre-12', { kind: 'CERTIFICATE', classId: agencyClass })).json).toMatchObject({ code: 'DOCUMENT_NOT_YOURS' });
    expect((await ask(agency.name, { kind: 'CERTIFICATE', classId: agencyClass })).json).toMatchObject({ kind: 'CERTIFICATE' });
  });

  it('puts the confirmation of the commune under its own head, also where the centre prepares it', async () => {
    const page = (await partsOf('centre-12', { kind: 'COMMUNE_CONFIRMATION', caseIds: [people[0]!.caseId] }))['word/document.xml']!;
    const [commune] = await db.sql<{ name: string }>(
      `select u.name from case_file c join admin_unit u on u.level = 'commune' and u.code = c.commune_code where c.id = $1`,
      [people[0]!.caseId],
    );
    expect(words(page)).toContain(`Ủy ban nhân dân ${commune!.name}`.toUpperCase());
    expect(words(page)).toContain(`Ủy ban nhân dân ${commune!.name} xác nhận:`);
    expect(words(page)).toMatch(/Số: ……\/GXN-UBND/);
    expect(words(page)).not.toMatch(/trung tâm/i);
  });

  it('takes a request once, writes once, and gives it to nobody else', async () => {
    const body = { kind: 'REFERRAL', caseIds: [people[1]!.caseId] };
    const [first, again] = [await ask('centre-12', body, 'document-once'), await ask('centre-12', body, 'document-once')];
    expect(again.json.id).toBe(first.json.id);
    const documentId = first.json.id as string;
    expect((await fetchFile('centre-12', documentId)).status).toBe(409);
    expect(
      await db.sql(`select payload from outbox where topic = 'documents.requested.v1' and payload ->> 'documentId' = $1`, [documentId]),
    ).toEqual([{ payload: { documentId } }]);
    expect([await write(documentId), await write(documentId)]).toEqual(['done', 'ended']);
    expect((await fetchFile('centre-12', documentId)).status).toBe(200);
    expect((await fetchFile('centre-15', documentId)).status).toBe(404);
    expect((await fetchFile('agency-a', documentId)).status).toBe(404);
  });

  it('refuses people out of sight, kinds of another office, and a document about nobody', async () => {
    const foreign = tenants.people.find(({ province }) => province === '15')!;
    expect((await ask('centre-12', { kind: 'REFERRAL', caseIds: [people[0]!.caseId, foreign.caseId] })).status).toBe(404);
    expect((await ask('agency-a', { kind: 'REFERRAL', caseIds: [people[0]!.caseId] })).json).toMatchObject({ code: 'DOCUMENT_NOT_YOURS' });
    expect((await ask('centre-12', { kind: 'REFERRAL' })).json).toMatchObject({ code: 'DOCUMENT_SUBJECT_MISSING' });
  });
});

function unzip(bytes: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const parts: Record<string, string> = {};
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (failed, zip) => {
      if (failed) return reject(failed);
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts[entry.fileName] = Buffer.concat(chunks).toString('utf8');
            zip.readEntry();
          });
        }),
      );
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}
