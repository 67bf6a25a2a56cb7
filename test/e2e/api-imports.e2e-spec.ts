import { SeedPolicies } from '@app/policy';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import { registerCsv } from '../support/register-csv';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { RouteSamples } from './route-samples';

const CSV = [
  'TT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Xã,Thị trường',
  '1,Vàng A Páo,01/02/1998,Nam,012098900001,Xã 12001,Nhật Bản',
  '2,Giàng Thị Mỷ,31/02/1999,Nữ,012199900002,Xã 12001,Nhật Bản',
].join('\r\n');

jest.setTimeout(300_000);

describe('files over HTTP', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let routes: Route[];
  let samples: RouteSamples;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    routes = routeTable(app.application);
    samples = await RouteSamples.of(app);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  let made = 0;
  const send = async (path: string, form: FormData | string, { name = 'centre-12', type = '', key = `upload-${++made}-x` } = {}) => {
    const response = await fetch(`${app.url}/api/v1/imports${path}`, {
      method: 'POST',
      body: form,
      headers: {
        authorization: `Bearer ${tenants.account(name).token}`,
        'idempotency-key': key,
        ...(type && { 'content-type': type }),
      },
    });
    const text = await response.text();
    expect(
      samples.faultsOf(routes, 'POST', `/api/v1/imports${path}`, {
        status: response.status,
        text,
        json: {},
        headers: response.headers,
      }),
    ).toEqual([]);
    return {
      status: response.status,
      text,
      json: /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as Record<string, unknown>) : {},
      type: response.headers.get('content-type'),
    };
  };
  const form = (content: string | Buffer, fields: Record<string, string> = { kind: 'register' }, fileName = 'danh-sach.csv') => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.append(field, value);
    data.append('file', new Blob([new Uint8Array(Buffer.from(content))]), fileName);
    return data;
  };
  const people = () => db.sql('select from worker').then((rows) => rows.length);

  it('tries a file out and keeps nothing', async () => {
    const before = await people();
    const answer = await send('/check', form(CSV));
    expect([answer.status, answer.json.batch, answer.json.rows, answer.json.created, answer.json.refused]).toEqual([200, null, 2, 1, 1]);
    expect(await people()).toBe(before);
    expect(await db.sql(`select from import_batch where file_name = 'danh-sach.csv'`)).toHaveLength(0);
  });

  it('holds an own list of an agency against its cases, for nobody else, and keeps nothing', async () => {
    const mine = tenants.people.find(({ n }) => n % 3 === 0)!;
    const send = (name: string) =>
      fetch(`${app.url}/api/v1/agency/differences`, {
        method: 'POST',
        body: form(`Mã HS,Họ tên,Ngày về nước\n${mine.caseCode},Người Khác,\n`, { holds: 'open' }),
        headers: { authorization: `Bearer ${tenants.account(name).token}`, 'idempotency-key': `differ-${name}` },
      });
    const answer = await send('agency-a');
    const text = await answer.text();
    expect(
      samples.faultsOf(routes, 'POST', '/api/v1/agency/differences', { status: answer.status, text, json: {}, headers: answer.headers }),
    ).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      lines: 1,
      people: [{ caseCode: mine.caseCode, differences: [{ field: 'fullName', theirs: 'Người Khác', form: null }] }],
    });
    expect(JSON.parse(await (await send('agency-b')).text())).toMatchObject({ people: [], unknown: [{ key: mine.caseCode }] });
    expect((await send('centre-12')).status).toBe(403);
    expect(await db.sql(`select from import_batch where file_name = 'danh-sach.csv'`)).toHaveLength(0);
  });

  it('takes it in once, whatever is sent again, and shows it to its province only', async () => {
    const before = await people();
    const answers = await Promise.all([
      send('', form(CSV)),
      send('', form(CSV)),
      send('', form(CSV), { key: 'same-upload-x' }),
      send('', form(CSV), { key: 'same-upload-x' }),
    ]);
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201]);
    const after = await people();
    expect(after - before).toBe(Math.max(...answers.map((a) => a.json.created as number)));
    expect((await send('', form(CSV))).json).toMatchObject({ created: 0 });
    expect(await people()).toBe(after);
    const list = (name: string) => app.call('GET', '/api/v1/imports?limit=100', { token: tenants.account(name).token }).then((a) => a.text);
    expect(await list('centre-12')).toContain('danh-sach.csv');
    expect(await list('centre-15')).not.toContain('danh-sach.csv');
  });

  it('takes a file for the background program: 202 at once, once per request, its progress by itself', async () => {
    const before = await people();
    const answer = await send('?background=true', form(CSV), { key: 'background-upload-x' });
    expect(answer.status).toBe(202);
    expect((await send('?background=true', form(CSV), { key: 'background-upload-x' })).json).toEqual(answer.json);
    const path = `/api/v1/imports/${String(answer.json.importId)}`;
    const progress = (name: string) => app.call('GET', `${path}/progress`, { token: tenants.account(name).token });
    expect(await progress('centre-12')).toMatchObject({ status: 200, json: { phase: 'waiting', done: 0, of: 0, dryRun: false } });
    expect((await progress('centre-15')).status).toBe(404);
    const cancelled = await app.call('POST', `${path}/cancel`, { token: tenants.account('centre-12').token, key: 'background-cancel-x' });
    expect([cancelled.status, cancelled.json.phase]).toEqual([200, 'cancelled']);
    expect(await people()).toBe(before);
  });

  it('lets nobody wait for the answer to a large file', async () => {
    const large = await send('/check', form(registerCsv(4_000)));
    expect([large.status, typeof large.json.importId]).toEqual([202, 'string']);
    const here = await send('/check?background=false', form(registerCsv(50)));
    expect([here.status, here.json.rows]).toEqual([200, 50]);
  });

  it('gives the refused rows back as a workbook', async () => {
    const answer = await send('/refused-rows', form(CSV));
    expect([answer.status, answer.type]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect(answer.text.slice(0, 2)).toBe('PK');
  });

  it('reads a file as a person says, shows its cells, and takes nothing that is not of the form', async () => {
    const wishes = {
      kind: 'register',
      headerRow: JSON.stringify({ CSV: [1, 1] }),
      mapping: JSON.stringify({ CSV: { B: 'fullName' } }),
      cells: JSON.stringify([{ sheet: 'CSV', row: 3, column: 'C', value: '28/02/1999' }]),
    };
    const fixed = await send('/check', form(CSV.replace('A Páo', 'A Dê').replace('00001', '00011').replace('00002', '00012'), wishes));
    expect([fixed.status, fixed.json.created, fixed.json.refused]).toEqual([200, 2, 0]);
    const cells = await send('/cells', form(CSV, { kind: 'register', sheet: 'CSV', rows: '[3]' }));
    expect([cells.status, cells.json]).toEqual([
      200,
      {
        sheet: 'CSV',
        more: false,
        rows: [{ row: 3, cells: ['2', 'Giàng Thị Mỷ', '31/02/1999', 'Nữ', '012199900002', 'Xã 12001', 'Nhật Bản'] }],
      },
    ]);
    expect((await send('/cells', form(CSV, { kind: 'register', sheet: 'Không có' }))).status).toBe(422);
    const wrong: Record<string, string>[] = [
      { headerRow: '{"CSV": 1}' },
      { headerRow: '{"CSV": [5, 1]}' },
      { headerRow: '{"CSV": [1, 40]}' },
      { headerRow: '[1]' },
      { mapping: '{"CSV": {"1": "fullName"}}' },
      { mapping: '{"CSV": {"A": ["fullName"]}}' },
      { mapping: '{"CSV": {"A": "salary"}}' },
      { cells: '[{"sheet": "CSV", "row": 1, "column": "A"}]' },
      { cells: '[{"sheet": "CSV", "row": 1, "column": "A", "value": "x", "more": 1}]' },
      { cells: '[{"sheet": "CSV", "row": 0, "column": "A", "value": "x"}]' },
      { cells: `[${Array.from({ length: 5_001 }, () => '{"sheet":"CSV","row":1,"column":"A","value":""}').join()}]` },
      { sheets: '"CSV"' },
      { note: 'x'.repeat(1_001) },
      { note: 'a\u0000b' },
    ];
    for (const fields of wrong) {
      const answer = await send('/check', form(CSV, { kind: 'register', ...fields }));
      expect([JSON.stringify(fields).slice(0, 60), answer.status]).toEqual([JSON.stringify(fields).slice(0, 60), 400]);
    }
  });

  it('gives the sender a receipt number, and the rows left behind while the file is kept', async () => {
    const taken = await send('', form(CSV.replace('00001', '00021').replace('00002', '00022'), { kind: 'register', note: 'Đợt 1' }));
    const { token } = tenants.account('centre-12');
    const batch = await app.call('GET', `/api/v1/imports/${String(taken.json.batch)}`, { token });
    expect(batch.json).toMatchObject({ receipt: expect.stringMatching(/^BN-2026-\d{4,}$/), note: 'Đợt 1', sentBy: expect.any(String) });
    const back = await fetch(`${app.url}/api/v1/imports/${String(taken.json.batch)}/refused-rows`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([back.status, (await back.text()).slice(0, 2)]).toEqual([200, 'PK']);
    await db.sql(`update import_batch set file_cipher = null where id = $1`, [taken.json.batch]);
    const gone = await app.call('GET', `/api/v1/imports/${String(taken.json.batch)}/refused-rows`, { token });
    expect([gone.status, (gone.json as { code: string }).code]).toEqual([409, 'FILE_FORGOTTEN']);
  });

  it('answers broken uploads and hostile files with 4xx or a refusal, never 5xx', async () => {
    const boundary = 'multipart/form-data; boundary=XX';
    const part = (head: string, body: string, end = '\r\n--XX--\r\n') => `--XX\r\n${head}\r\n\r\n${body}${end}`;
    const file = 'Content-Disposition: form-data; name="file"; filename="a.csv"';
    const raw: [string, string][] = [
      ['', boundary],
      ['--XX', boundary],
      ['--XX--\r\n', boundary],
      ['nothing of the kind', boundary],
      [part(file, 'a,b', ''), boundary],
      [part('Content-Disposition: form-data', 'x'), boundary],
      [part('X: y', 'x'), boundary],
      [part(file, CSV), 'multipart/form-data'],
      [part(file, CSV), 'multipart/form-data; boundary='],
      [part(file, CSV), 'multipart/mixed; boundary=XX'],
      [part(`${file.replace('a.csv', '../../../etc/passwd')}`, CSV), boundary],
      [part(file, CSV, `\r\n${part('Content-Disposition: form-data; name="__proto__"', 'x')}`), boundary],
      [part(file, CSV, `\r\n--XX\r\n${file}\r\n\r\nsecond\r\n--XX--\r\n`), boundary],
      [
        Array.from({ length: 60 }, (_, i) => `--XX\r\nContent-Disposition: form-data; name="f${i}"\r\n\r\nx\r\n`).join('') + '--XX--\r\n',
        boundary,
      ],
      [part(`${file}\r\n${'X: y\r\n'.repeat(3_000)}`, 'x'), boundary],
    ];
    const wrong: string[] = [];
    for (const [body, type] of raw)
      for (const path of ['/check', '']) {
        const answer = await send(path, body, { type });
        if (answer.status >= 500) wrong.push(`${JSON.stringify(body).slice(0, 80)}: ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    const hostile = [
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04 broken'),
      Buffer.alloc(100_000, 0xff),
      Buffer.from('\0\0\0'),
      Buffer.from('<html>'),
      Buffer.from('a'.repeat(1_000_000)),
      Buffer.from('"'.repeat(10_000)),
    ];
    for (const bytes of hostile)
      for (const fields of [
        { kind: 'register' },
        { kind: 'departures' },
        { kind: '__proto__' },
        { kind: 'register', answers: '{' },
        { kind: 'register', answers: '[1]' },
      ] as Record<string, string>[]) {
        const answer = await send('/check', form(bytes, fields));
        if (answer.status >= 500 || (answer.status === 200 && answer.json.verdict !== 'refuse' && (answer.json.created as number) > 0))
          wrong.push(`${bytes.subarray(0, 12).toString()} ${JSON.stringify(fields)}: ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    console.log(`uploads: ${raw.length * 2 + hostile.length * 5} tried, ${wrong.length} failed`);
    expect(wrong).toEqual([]);
  });

  it('stops a file beyond the limit', async () => {
    expect((await send('/check', form(Buffer.alloc(21 * 1_048_576)))).status).toBe(413);
  });
});
