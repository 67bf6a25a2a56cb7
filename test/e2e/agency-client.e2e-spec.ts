import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SeedPolicies } from '@app/policy';
import { ApiDocument } from '../../apps/api/src/public/openapi.controller';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';

const ROOT = join(__dirname, '../..');
const TABLES = [
  'case_event',
  'case_file',
  'outbox',
  'audit_entry',
  'desk_task',
  'case_gap',
  'worker',
  'demand',
  'webhook_message',
  'import_task',
];
const run = promisify(execFile);

jest.setTimeout(300_000);

describe('an agency and its own system', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let project: string;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    const { token } = tenants.account('agency-a');
    for (const kind of ['live', 'read', 'trial']) {
      const made = await app.call('POST', '/api/v1/agency/api-keys', { token, body: { label: kind, kind, days: 30 } });
      keys[kind] = made.json.key as string;
    }
    project = mkdtempSync(join(tmpdir(), 'benve-client-'));
    const written = join(project, 'openapi.json');
    writeFileSync(written, JSON.stringify(app.application.get(ApiDocument).document));
    mkdirSync(join(project, 'node_modules'));
    const installed = join(project, 'node_modules/benve-agency-client');
    await run(process.execPath, [join(ROOT, 'apps/agency-client/build-client.mjs'), written, installed]);
    symlinkSync(join(ROOT, 'node_modules/openapi-fetch'), join(project, 'node_modules/openapi-fetch'));
    symlinkSync(join(ROOT, 'node_modules/@types'), join(project, 'node_modules/@types'));
    cpSync(join(installed, 'example.ts'), join(project, 'example.ts'));
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  });
  afterAll(async () => {
    rmSync(project, { recursive: true, force: true });
    await app.close();
    await db.close();
  });

  const rows = () =>
    db
      .sql<Record<string, number>>(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`)
      .then(([counts]) => counts!);
  const stageOf = (caseId: string) =>
    db.sql<{ stage: string; version: number }>(`select stage, version from case_file where id = $1`, [caseId]).then(([row]) => row!);
  /** One more person of the agency with a contract, in front of all who wait. */
  const ready = async () => {
    const [one] = await db.sql<{ id: string; code: string }>(
      `update case_file set stage = 'CONTRACTED', agency_id = $1, departed_on = null
        where id = (select id from case_file where stage = 'REGISTERED' and province_code in ('12', '15') order by id limit 1) returning id, code`,
      [tenants.account('agency-a').actor.organisationId],
    );
    return one!;
  };
  const example = async (key: string) => {
    const env = { ...process.env, BENVE_URL: app.url, BENVE_KEY: key };
    const { stdout } = await run(process.execPath, [join(project, 'example.ts'), TODAY], { env, cwd: project });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  it('has types that hold the example good and refuse what the API has not', async () => {
    writeFileSync(
      join(project, 'wrong.ts'),
      `import { connect } from 'benve-agency-client';
const client = connect({ url: '', key: '' });
await client.POST('/api/v1/agency/cases/{caseId}/exit', { params: { path: { caseId: 'x' } }, body: { exitedOn: '2026-11-20' } });
await client.POST('/api/v1/agency/api-keys', { body: { label: 'x' } });`,
    );
    const compiler = [join(ROOT, 'node_modules/typescript7/lib/tsc.js'), '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck'];
    const files = ['example.ts', 'wrong.ts'].map((name) => join(project, name));
    const faults = await run(process.execPath, [
      ...compiler,
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      ...files,
    ]).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
    expect(faults.match(/\w+\.ts\(\d+/g)).toEqual(['wrong.ts(3', 'wrong.ts(4']);
  });

  it('tries a report first and keeps nothing of it, then reports for real: the same answer, and the case moves', async () => {
    const { id, code } = await ready();
    const [before, counted] = [await stageOf(id), await rows()];
    const tried = await example(keys.trial!);
    expect(tried).toMatchObject({ case: code, trial: true, stage: 'ABROAD' });
    expect([await stageOf(id), await rows()]).toEqual([before, counted]);
    expect(await example(keys.live!)).toEqual({ ...tried, trial: false });
    expect((await stageOf(id)).stage).toBe('ABROAD');
  });

  it('gets the real refusal by a trial, and marks it', async () => {
    const { id } = await ready();
    const path = `/api/v1/agency/cases/${id}/exit`;
    const body = { exitOn: '2027-12-31' };
    const tried = await app.call('POST', path, { token: keys.trial, body });
    const real = await app.call('POST', path, { token: keys.live, body });
    expect(tried.status).toBe(422);
    expect({ ...tried.json, requestId: '' }).toEqual({ ...real.json, requestId: '' });
    expect([tried.headers.get('benve-trial'), real.headers.get('benve-trial')]).toEqual(['true', null]);
  });

  it('answers a repeated trial as it answers a repeated report, without mixing the two', async () => {
    const { id } = await ready();
    const path = `/api/v1/agency/cases/${id}/exit`;
    const send = (token: string, exitOn: string) => app.call('POST', path, { token, body: { exitOn }, key: 'sent-twice-1' });
    const first = await send(keys.trial!, TODAY);
    expect(first.status).toBe(200);
    const again = await send(keys.trial!, TODAY);
    expect([again.headers.get('idempotency-replayed'), again.json]).toEqual(['true', first.json]);
    expect((await send(keys.trial!, '2026-11-21')).json.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await stageOf(id)).stage).toBe('CONTRACTED');
    const real = await send(keys.live!, TODAY);
    expect([real.headers.get('idempotency-replayed'), real.headers.get('benve-trial')]).toEqual([null, null]);
    expect((await stageOf(id)).stage).toBe('ABROAD');
  });

  it('sees with a trial what a commit would have refused: checks put off to the end run too', async () => {
    const actor = { ...tenants.account('agency-a').actor, trial: true as const };
    await db.sql(`create table late_check (id int primary key, other int references late_check deferrable initially deferred)`);
    await db.sql(`grant all on late_check to benve_api`);
    await expect(db.api.run(actor, (tx) => tx.execute(`insert into late_check values (1, 2)`))).rejects.toThrow(/foreign key/);
    expect(await db.api.run(actor, (tx) => tx.execute(`insert into late_check values (1, 1)`))).toBe(1);
    expect(await db.sql(`select * from late_check`)).toEqual([]);
  });

  it.each([
    ['read', 'POST', '/api/v1/agency/cases/:id/exit', 403, 'KEY_READS_ONLY'],
    ['read', 'GET', '/api/v1/cases?limit=1', 200, undefined],
    ['trial', 'GET', '/api/v1/cases?limit=1', 200, undefined],
    ['trial', 'POST', '/api/v1/paper-files', 403, 'TRIAL_REFUSED'],
    ['trial', 'POST', '/api/v1/imports', 403, 'TRIAL_REFUSED'],
    ['trial', 'POST', '/api/v1/agency/api-keys', 403, 'ROLE_NOT_ALLOWED'],
  ])('a %s key: %s %s → %s %s', async (kind, method, path, status, code) => {
    const body = method === 'POST' ? { body: { exitOn: TODAY } } : {};
    const answer = await app.call(method, path.replace(':id', tenants.people[0]!.caseId), { token: keys[kind], ...body });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it.each([
    ['trial', '', 200, undefined],
    ['trial', '?background=true', 200, undefined],
    ['read', '', 200, undefined],
    ['trial', '', 422, 'TRIAL_FILE_TOO_LARGE'],
  ])('takes a list to /imports/check with a %s key (%s) and keeps nothing: %s %s', async (kind, query, status, refusal) => {
    const { code } = await ready();
    const counted = await rows();
    const form = new FormData();
    form.set('kind', 'departures');
    form.set(
      'file',
      new File(
        [`Mã HS / CCCD,Họ tên,Ngày xuất cảnh,Ngày hết hạn HĐ\n${code},,20/11/2026,19/11/2029\n${refusal ? ' '.repeat(350_000) : ''}`],
        'xuat-canh.csv',
      ),
    );
    const answer = await fetch(`${app.url}/api/v1/imports/check${query}`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${keys[kind]!}`, 'idempotency-key': `check-${kind}-${query.length}-${status}` },
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(refusal ? { code: refusal } : { rows: 1, updated: 1 });
    expect(await rows()).toEqual(counted);
  });

  it('loses a key on its last day', async () => {
    await db.sql(`update api_key set expires_at = now() - interval '1 second' where label = 'read'`);
    expect((await app.call('GET', '/api/v1/cases?limit=1', { token: keys.read })).status).toBe(401);
  });
});
