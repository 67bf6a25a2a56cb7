import { createServer as createHttp } from 'node:http';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForgetFiles } from '@app/papers';
import { ClamScanner, FileStore, FolderStore, S3Store, ScannerUnavailable } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import sharp from 'sharp';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type TenantAccount, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

/** Scans of papers over HTTP: what is taken, what is kept, who gets it. */
describe('papers', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let person: TenantPerson;
  let centre: TenantAccount;
  /** What the scanner of the test says of the next file. */
  let scanner: { answer: string; heard: Buffer; port: number; close(): void };
  const folder = mkdtempSync(join(tmpdir(), 'benve-files-'));
  const stored = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    scanner = await clamd();
    app = await startApplication(db, { BENVE_TODAY: TODAY, BENVE_DATA_DIR: folder, CLAMD_URL: `tcp://127.0.0.1:${scanner.port}` });
    person = tenants.people.find(({ n, province }) => n % 3 === 0 && province === '12' && n % 6 >= 3)!;
    centre = tenants.account('centre-12');
    await db.sql(`update case_file set stage = 'CONTRACTED', departed_on = null where id = $1`, [person.caseId]);
  });
  afterAll(async () => {
    scanner?.close();
    await app?.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = async (account: TenantAccount, bytes: Buffer, more: Record<string, string> = {}, key = `papers-${Math.random()}`) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ caseId: person.caseId, guard: 'HEALTH', ...more })) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'Lò Văn A.jpg');
    const answer = await fetch(`${app.url}/api/v1/paper-files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.token}`, 'idempotency-key': key },
      body: form,
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const get = (account: TenantAccount, path: string) =>
    fetch(`${app.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${account.token}` } });
  const content = (account: TenantAccount, fileId: string) =>
    fetch(`${app.url}/api/v1/paper-files/${fileId}/content`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${account.token}`,
        'idempotency-key': `papers-${Math.random()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ reason: 'Kiểm tra giấy tờ' }),
    });
  const photo = (side = 64, format: 'jpeg' | 'png' = 'jpeg') =>
    sharp({ create: { width: side, height: side / 2, channels: 3, background: '#b3c6ff' } })
      .withExif({ IFD0: { Artist: 'CANARY-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 20/1 0/1' } })
      .withMetadata({ orientation: 6 })
      [format]()
      .toBuffer();

  it('draws a photo anew without what the camera wrote, upright, sealed in the store, and hands it out as an attachment', async () => {
    const sent = await photo();
    expect(sent.includes('CANARY-CAMERA')).toBe(true);
    const taken = await send(centre, Buffer.concat([sent, Buffer.from('HIDDEN-BEHIND-THE-END')]));
    expect(taken).toMatchObject({ status: 201, json: { known: false } });
    const kept = readFileSync(join(stored()[0]!.parentPath, stored()[0]!.name));
    expect(kept.includes('JFIF')).toBe(false);
    const answer = await content(centre, taken.json.fileId as string);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="health.jpg"');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const word of ['CANARY-CAMERA', 'HIDDEN', 'GPS', 'Exif']) expect([word, bytes.includes(word)]).toEqual([word, false]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 32, height: 64 });
    expect(await db.sql(`select field_class, purpose from read_log where worker_id = $1 and purpose = 'file'`, [person.workerId])).toEqual([
      { field_class: 'paper:HEALTH', purpose: 'file' },
    ]);
  });

  it('lists what was shown and scanned, with no name of the sender’s file', async () => {
    const answer = await (await get(centre, `cases/${person.caseId}/papers`)).text();
    expect(answer).not.toContain('Lò Văn A');
    expect(JSON.parse(answer)).toMatchObject({
      files: expect.arrayContaining([expect.objectContaining({ guard: 'HEALTH', medium: 'picture', scan: 'clean' })]) as unknown,
    });
  });

  it('takes the same content and the same request once', async () => {
    const before = stored().length;
    const bytes = await photo(48);
    const [first, again] = [await send(centre, bytes, {}, 'papers-once'), await send(centre, bytes, {}, 'papers-once')];
    expect(again.json).toEqual(first.json);
    expect((await send(centre, bytes)).json).toEqual({ fileId: first.json.fileId, known: true });
    expect(stored().length).toBe(before + 1);
  });

  it('finds the case by the code in a file name, in scope only', async () => {
    const byCode = (login: string) =>
      send(tenants.account(login), Buffer.concat([PDF, Buffer.from('% code\n%%EOF')]), { caseCode: person.caseCode, guard: 'FEES' });
    expect(await byCode('agency-a')).toMatchObject({ status: 201, json: { known: false } });
    expect((await byCode('agency-b')).status).toBe(404);
    expect(await db.sql(`select case_id from paper_file where guard = 'FEES'`)).toEqual([{ case_id: person.caseId }]);
  });

  it.each([
    ['a page that can run', async () => Buffer.from('<html><script>alert(1)</script>'), 'FILE_KIND_REFUSED'],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'FILE_KIND_REFUSED'],
    ['a PDF with an archive glued behind', async () => Buffer.concat([PDF, Buffer.from('PK\x03\x04rest')]), 'FILE_KIND_REFUSED'],
    ['a picture cut off', async () => (await photo(400)).subarray(0, 300), 'FILE_KIND_REFUSED'],
    ['a small file that unfolds to more pixels than allowed', () => photo(12_000, 'png'), 'FILE_KIND_REFUSED'],
    ['ten megabytes and one', async () => Buffer.concat([PDF, Buffer.alloc(10_485_761), PDF]), 'FILE_TOO_LARGE'],
  ])('refuses %s and keeps nothing', async (_, make, code) => {
    const before = stored().length;
    const answer = await send(centre, await make());
    expect(answer).toMatchObject({ status: 422, json: { code } });
    expect(stored().length).toBe(before);
  });

  it('asks the scanner, and keeps nothing of what it finds', async () => {
    const before = stored().length;
    scanner.answer = 'stream: Eicar-Test-Signature FOUND\0';
    expect(await send(centre, PDF)).toMatchObject({ status: 409, json: { code: 'FILE_INFECTED' } });
    expect(scanner.heard.includes('%PDF-1.4')).toBe(true);
    scanner.answer = 'stream: OK\0';
    expect(stored().length).toBe(before);
    expect(await db.sql(`select from paper_file where state = 'storing'`)).toHaveLength(0);
  });

  it('says that the scanner gives no verdict, and keeps nothing', async () => {
    const before = stored().length;
    for (const answer of ['', 'INSTREAM size limit exceeded. ERROR\0']) {
      scanner.answer = answer;
      expect(await send(centre, await photo(52))).toMatchObject({ status: 409, json: { code: 'SCANNER_UNAVAILABLE' } });
    }
    scanner.answer = 'stream: OK\0';
    await expect(new ClamScanner('127.0.0.1', 1).scan(PDF)).rejects.toBeInstanceOf(ScannerUnavailable);
    expect(stored().length).toBe(before);
  });

  it('gives and takes only where the case is seen: another agency, commune or province finds nothing, a bank may not ask', async () => {
    const { json } = await send(tenants.account('agency-a'), PDF, { guard: 'VISA' });
    const status = async (name: string) => (await content(tenants.account(name), json.fileId as string)).status;
    expect(await Promise.all(['agency-a', 'centre-12', `commune-${person.commune}`, 'department-12'].map(status))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await Promise.all(['agency-b', 'centre-15', 'commune-15001'].map(status))).toEqual([404, 404, 404]);
    expect(await Promise.all(['bank-12', 'leader-12', 'administrator'].map(status))).toEqual([403, 403, 403]);
    expect((await send(tenants.account('agency-b'), PDF)).status).toBe(404);
    expect((await send(tenants.account('bank-12'), PDF)).status).toBe(403);
    expect(await db.sql(`select from paper_file where organisation_id = (select id from organisation where key = 'B')`)).toHaveLength(0);
  });

  it('takes a picture of a visit from its commune and shows it to commune and centre; an agency neither sends nor sees one', async () => {
    const [commune, agency] = [tenants.account(`commune-${person.commune}`), tenants.account('agency-a')];
    const visit = { visitId: id('visit', person.n) };
    const visitFile = async (account: TenantAccount) => {
      const { files } = (await (await get(account, `cases/${person.caseId}/papers`)).json()) as {
        files: { id: string; guard: string | null; visitId: string | null }[];
      };
      return files.filter(({ visitId }) => visitId === visit.visitId);
    };
    const taken = await send(commune, await photo(70), visit);
    expect(taken).toMatchObject({ status: 201, json: { known: false } });
    for (const account of [commune, centre])
      expect(await visitFile(account)).toContainEqual(expect.objectContaining({ id: taken.json.fileId, guard: null }));
    const given = await content(centre, String(taken.json.fileId));
    expect(given.headers.get('content-disposition')).toContain('visit.jpg');
    expect(await visitFile(agency)).toEqual([]);
    expect((await content(agency, String(taken.json.fileId))).status).toBe(404);
    expect((await send(agency, await photo(72), visit)).status).toBe(404);
  });

  it('stops at the quota of a case', async () => {
    await db.sql(`update policy_rule set value = jsonb_set(value, '{filesPerCase}', '2') where key = 'papers.limits'`);
    expect(await send(centre, await photo(80))).toMatchObject({ status: 429, json: { code: 'FILES_FULL' } });
    await db.sql(`update policy_rule set value = jsonb_set(value, '{filesPerCase}', '60') where key = 'papers.limits'`);
  });

  it('takes a wrong scan away, and the nightly run forgets bytes whose purpose has ended', async () => {
    const { json } = await send(centre, await photo(96), { guard: 'POLICE_RECORD' });
    const fileId = json.fileId as string;
    const removal = await app.call('POST', `/api/v1/paper-files/${fileId}/removal`, {
      token: centre.token,
      body: { reason: 'Chụp nhầm giấy' },
    });
    expect(removal.json).toEqual({ fileId, removed: true });
    expect((await content(centre, fileId)).status).toBe(404);
    const forget = new ForgetFiles(db.jobs, new FolderStore(join(folder, 'files')));
    await forget.run();
    expect(stored().map(({ name }) => name)).toContain(fileId);
    await db.sql(`update paper_file set removed_at = now() - interval '31 days' where id = $1`, [fileId]);
    expect(await forget.run()).toBe(1);
    expect(stored().map(({ name }) => name)).not.toContain(fileId);
    expect(await forget.run()).toBe(0);
  });

  it('keeps a scan of somebody who left for the months of the rule, counted from its own day where it came later', async () => {
    const forget = new ForgetFiles(db.jobs, new FolderStore(join(folder, 'files')));
    const { json } = await send(centre, await photo(88), { guard: 'POLICE_RECORD' });
    const left = async () => (await db.sql(`select from paper_file where id = $1`, [json.fileId])).length;
    const exit = (on: string | null) => db.sql(`update case_file set departed_on = $2 where id = $1`, [person.caseId, on]);
    const sent = (on: string) => db.sql(`update paper_file set sent_at = $2 where id = $1`, [json.fileId, `${on} 12:00+07`]);
    for (const [departed, sentOn, kept] of [
      ['2023-01-10', '2025-11-22', 1],
      ['2025-11-22', '2025-01-10', 1],
      [null, '2020-01-10', 1],
      ['2023-01-10', '2025-11-21', 0],
    ] as const) {
      await exit(departed);
      await sent(sentOn);
      await forget.run();
      expect([departed, sentOn, await left()]).toEqual([departed, sentOn, kept]);
    }
    await exit(null);
  });

  it('forgets what a process that died had begun to write', async () => {
    const [row] = await db.sql<{ id: string }>(
      `insert into paper_file (id, case_id, guard, medium, bytes, sha256, scan, request_id, sent_at)
       values (gen_random_uuid(), $1, 'FEES', 'pdf', 1, 'x', 'clean', 'died', now() - interval '2 days') returning id`,
      [person.caseId],
    );
    const place = join(folder, 'files', row!.id.slice(-2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${row!.id}.half`), 'half');
    expect(await new ForgetFiles(db.jobs, new FolderStore(join(folder, 'files'))).run()).toBe(1);
    expect(stored().filter(({ name }) => name.endsWith('.half'))).toEqual([]);
  });

  it('says that the store has no room, keeps no row as kept, and takes the same file when there is room again', async () => {
    const [id] = stored();
    writeFileSync(join(folder, 'blocked'), '');
    const store = app.application.get(FileStore);
    const place = (store as unknown as { folder: string }).folder;
    Object.assign(store, { folder: join(folder, 'blocked') });
    const bytes = await photo(72);
    expect(await send(centre, bytes)).toMatchObject({ status: 409, json: { code: 'STORE_UNAVAILABLE' } });
    expect((await content(centre, id!.name)).status).toBe(409);
    Object.assign(store, { folder: place });
    expect(await send(centre, bytes)).toMatchObject({ status: 201, json: { known: false } });
    await db.sql(`update paper_file set sent_at = now() - interval '2 days' where state = 'storing'`);
    expect(await new ForgetFiles(db.jobs, new FolderStore(join(folder, 'files'))).run()).toBe(1);
  });

  it('speaks the S3 protocol to a store that is configured', async () => {
    const bucket = await s3();
    const store = new S3Store({ bucket: `http://127.0.0.1:${bucket.port}/giay-to`, region: 'vn-1', keyId: 'KEY', secret: 'secret' });
    const name = '0191d000-0000-7000-8000-000000000001';
    await store.keep(name, Buffer.from('sealed bytes'));
    expect((await store.fetch(name))?.toString()).toBe('sealed bytes');
    await store.forget(name);
    expect(await store.fetch(name)).toBeUndefined();
    await store.forget(name);
    expect(bucket.signed).toEqual(new Set(['AWS4-HMAC-SHA256 Credential=KEY']));
    bucket.close();
    await expect(store.keep(name, Buffer.from('x'))).rejects.toThrow('the file store');
  });
});

/** A listener that speaks clamd's INSTREAM and answers as told. */
async function clamd() {
  const state = { answer: 'stream: OK\0', heard: Buffer.alloc(0), port: 0, close: () => undefined as void };
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.subarray(-4).equals(Buffer.alloc(4))) {
        state.heard = all;
        socket.end(state.answer);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.close = () => void server.close();
  return state;
}

/** A bucket in memory. */
async function s3() {
  const objects = new Map<string, Buffer>();
  const signed = new Set<string>();
  const server = createHttp((request, response) => {
    const parts: Buffer[] = [];
    signed.add((request.headers.authorization ?? '').split('/')[0]!);
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const name = request.url!;
      if (request.method === 'PUT') objects.set(name, Buffer.concat(parts));
      const found = objects.get(name);
      if (request.method === 'DELETE') objects.delete(name);
      response.writeHead(request.method === 'GET' && !found ? 404 : request.method === 'DELETE' ? 204 : 200);
      response.end(request.method === 'GET' ? found : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, signed, close };
}
