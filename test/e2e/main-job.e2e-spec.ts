import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import PostalMime from 'postal-mime';
import { type TestApplication, startApplication } from '../support/application';
import { installation, runBuiltCli } from '../support/built-program';
import { type BuiltJobs, buildJobs, JobsProcess } from '../support/jobs-process';
import { eventually } from '../support/queue-fixture';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const LEARNT = '2026-03-02';
const REPORTED = '2026-03-20';
const END = '2027-03-11';
const PASSWORD = 'chuyến đò cuối năm về bến';
const CENTRE_MAIL = 'trungtam@office.example';
const COMMUNE_MAIL = 'xa-khun-ha@office.example';
const AGENCY_MAIL = 'dn@office.example';

/** Two communes of today's Lai Châu; the people are invented. */
const PEOPLE = [
  { name: 'Lò Văn Thử', born: '12/04/1998', sex: 'Nam', id: '012098900101', commune: 'Khun Há' },
  { name: 'Giàng Thị Mẫu', born: '03/09/2001', sex: 'Nữ', id: '012301900102', commune: 'Khun Há' },
  { name: 'Tẩn A Nghiệm', born: '21/12/1995', sex: 'Nam', id: '012095900103', commune: 'Khun Há' },
  { name: 'Vàng Văn Ví', born: '07/07/1999', sex: 'Nam', id: '012099900104', commune: 'Bản Bo' },
];

/** The work the system is for, from the files of two offices to the answer of a third, by real programs, queue and mail. */
describe('the main job', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benve-main-job-'));
  const at = (name: string) => join(folder, name);
  const links = new Map<string, string>();
  const tokens = new Map<string, string>();
  let db: TestDatabase;
  let built: BuiltJobs;
  let smtp: SmtpSink;
  let api: TestApplication;
  let jobs: JobsProcess | undefined;

  const cli = async (today: string, ...words: string[]) => {
    const { exit, json, stderr } = await runBuiltCli(built, installation(db, built, today), words);
    if (exit !== 0) throw new Error(`cli ${words.join(' ')}: ${JSON.stringify(json)} ${stderr}`);
    return json;
  };
  const apiOn = async (today: string) => {
    await api?.close();
    api = await startApplication(db, installation(db, built, today));
  };
  const jobsOn = async (today: string) => {
    await jobs?.stop();
    jobs = await JobsProcess.start(built, {
      ...installation(db, built, today),
      DATABASE_URL: db.urls.jobs,
      SMTP_URL: smtp.url,
      LOG_LEVEL: 'info',
    });
  };
  const signIn = async (login: string) => {
    const answer = await api.call('POST', '/api/v1/session', { body: { login, password: PASSWORD } });
    expect([login, answer.status, answer.json.code]).toEqual([login, 200, undefined]);
    tokens.set(login, answer.json.token as string);
    return answer.json.token as string;
  };
  const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to === address);

  beforeAll(async () => {
    built = buildJobs();
    smtp = await startSmtpSink();
    db = await createTestDatabase();
    await db.sql(`alter database ${db.name} owner to benve_owner`);
    await writeRegister(at('register.xlsx'));
    await writeDepartures(at('departures.xlsx'));
    writeFileSync(at('organisations.json'), JSON.stringify(ORGANISATIONS));
  }, 120_000);

  afterAll(async () => {
    await jobs?.stop();
    await api?.close();
    await smtp.close();
    await db.close();
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('starts with rules, places and offices; people come in by one-time links', async () => {
    await cli(LEARNT, 'migrate');
    const loaded = await cli(LEARNT, 'organisations', 'load', at('organisations.json'));
    for (const { login, link } of loaded.accounts as { login: string; link: string }[]) links.set(login, link);
    expect(await cli(LEARNT, 'organisations', 'load', at('organisations.json'))).toMatchObject({
      created: 0,
      updated: 0,
      accounts: [],
    });
    await apiOn(LEARNT);
    for (const [login, link] of links) {
      const set = await api.call('POST', '/api/v1/session/password-link', {
        body: { token: link.slice(link.indexOf('#') + 1), password: PASSWORD },
      });
      expect([login, set.status]).toEqual([login, 200]);
    }
    for (const login of links.keys()) await signIn(login);
  }, 120_000);

  it('takes the register of the communes: tried out, taken, and the second time nothing', async () => {
    const words = ['import', 'register', at('register.xlsx'), '--as', 'trungtam'];
    expect(await cli(LEARNT, ...words, '--dry-run')).toMatchObject({
      verdict: 'accept',
      rows: 4,
      created: 4,
      refused: 0,
      ask: 0,
    });
    expect(await db.sql(`select from worker`)).toHaveLength(0);
    expect(await cli(LEARNT, ...words)).toMatchObject({ rows: 4, created: 4 });
    expect(await cli(LEARNT, ...words)).toMatchObject({ rows: 4, created: 0, updated: 0 });
    const stages = await db.sql<{ stage: string; places: string }>(
      `select stage, count(distinct commune_code)::text as places from case_file group by stage`,
    );
    expect(stages).toEqual([{ stage: 'CONTRACTED', places: '2' }]);
  }, 120_000);

  it('takes the exits the agency reports, with a gap for every paper nobody showed', async () => {
    const report = await cli(REPORTED, 'import', 'departures', at('departures.xlsx'), '--as', 'doanhnghiep');
    expect(report).toMatchObject({ rows: 4, updated: 4, refused: 0, ask: 0 });
    const cases = await db.sql<{ stage: string; departed_on: string; contract_end: string }>(
      `select distinct stage, departed_on::text, contract_end::text from case_file`,
    );
    expect(cases).toEqual([{ stage: 'ABROAD', departed_on: '2026-03-12', contract_end: END }]);
    expect((await db.sql(`select from case_gap where closed_on is null`)).length).toBeGreaterThan(0);
    expect(await db.sql(`select from desk_task where kind = 'DEPARTURE_GAP'`)).toHaveLength(4);
  }, 120_000);

  it('asks agency and centre on the day after the end, and changes nothing when it runs again', async () => {
    // One comes home in time: the agency says so on its own page.
    await apiOn('2027-03-10');
    const known = await caseOf(PEOPLE[3]!.id);
    const returned = await api.call('POST', `/api/v1/agency/cases/${known.id}/return`, {
      token: await signIn('doanhnghiep'),
      body: { returnedOn: '2027-03-09', returnType: 'COMPLETED' },
    });
    expect([returned.status, returned.text.slice(0, 200)]).toEqual([200, expect.any(String)]);

    const swept = await cli('2027-03-12', 'sweep', 'run', 'overstay');
    expect(swept).toMatchObject({ sweep: 'overstay', asOf: '2027-03-12' });
    expect(await cli('2027-03-12', 'sweep', 'run', 'overstay')).toMatchObject({ raised: 0 });
    const asked = await db.sql<{ rule: string; n: number }>(
      `select rule, count(*)::int as n from alert where state = 'open' and rule like 'RETURN_UNCONFIRMED%' group by rule`,
    );
    expect(asked).toEqual([{ rule: 'RETURN_UNCONFIRMED_0', n: 3 }]);
  }, 120_000);

  it('tells the commune by mail when the stay has run out unanswered: case codes and a deadline, no names', async () => {
    // The imports were never released: that holds back only what was due when they came, nothing of what falls due a year later.
    expect(await db.sql(`select from notice_release`)).toHaveLength(0);
    for (const day of ['2027-03-15', '2027-03-22', '2027-04-25']) await cli(day, 'sweep', 'run', 'overstay');
    await jobsOn('2027-04-26');
    const told = async () => [COMMUNE_MAIL, CENTRE_MAIL, AGENCY_MAIL].every((address) => mailsTo(address).length > 0);
    await eventually(told, 60_000, 'mails to commune, centre and agency').catch(async (error: Error) => {
      const state = await db.sql(
        `select n.addressee, n.kind, n.state, n.held_batch, d.state as delivery, d.last_error from notice n left join delivery d on d.notice_id = n.id order by n.id`,
      );
      const duties = await db.sql(
        `select topic, count(*)::int, count(done_at)::int as done, max(last_error) as error from outbox group by topic`,
      );
      throw new Error(`${error.message}\n${JSON.stringify(state, null, 1)}\n${JSON.stringify(duties)}\n${jobs!.log.slice(-3000)}`);
    });
    const suspected = await db.sql<{ n: number }>(
      `select count(*)::int as n from alert where rule = 'SUSPECTED_OVERSTAY' and state = 'open'`,
    );
    expect(suspected).toEqual([{ n: 3 }]);
    const codes = (await db.sql<{ code: string }>(`select code from case_file where returned_on is null`)).map(({ code }) => code);
    const letters = await Promise.all(mailsTo(COMMUNE_MAIL).map(({ raw }) => PostalMime.parse(raw)));
    const text = letters.map((letter) => `${letter.subject}\n${letter.text}\n${letter.html}`).join('\n');
    for (const code of codes) expect(text).toContain(code);
    expect(text).toMatch(/\d{2}\/\d{2}\/2027/);
    for (const { name, id } of PEOPLE) for (const secret of [name, id]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/bỏ trốn|quá hạn/i);
    expect(new Set(smtp.mails.map(({ messageId, to }) => `${messageId} ${to}`)).size).toBe(smtp.mails.length);
  }, 180_000);

  it('closes the questions of the case when the commune officer answers over the API', async () => {
    await apiOn('2027-04-27');
    const token = await signIn('canbo.khunha');
    const list = await api.call('GET', '/api/v1/alerts?state=open&rule=SUSPECTED_OVERSTAY', { token });
    const alerts = list.json.alerts as { id: number; caseId: string; caseCode: string }[];
    expect(alerts).toHaveLength(3);
    const { id: caseId } = await caseOf(PEOPLE[0]!.id);
    const mine = alerts.find((alert) => alert.caseId === caseId)!;
    const answer = {
      token,
      key: 'answer-of-the-commune',
      body: { answer: 'RETURNED', happenedOn: '2027-04-20', returnType: 'COMPLETED', note: 'Gia đình báo đã về nhà' },
    };
    const first = await api.call('POST', `/api/v1/alerts/${mine.id}/answers`, answer);
    expect([first.status, first.text]).toEqual([200, expect.any(String)]);
    expect((await api.call('POST', `/api/v1/alerts/${mine.id}/answers`, answer)).json).toEqual(first.json);
    await cli('2027-04-28', 'sweep', 'run', 'overstay');
    expect(await db.sql(`select rule from alert where case_id = $1 and state = 'open' and rule <> 'RESIDENCE_NOTICE'`, [caseId])).toEqual(
      [],
    );
    expect(await db.sql(`select answer from alert_answer where case_id = $1`, [caseId])).toEqual([{ answer: 'RETURNED' }]);
  }, 120_000);

  it('keeps the whole history, and hides it from another commune', async () => {
    const { id } = await caseOf(PEOPLE[0]!.id);
    const detail = await api.call('GET', `/api/v1/cases/${id}`, { token: await signIn('trungtam') });
    expect(detail.json).toMatchObject({ stage: 'RETURNED', returnedOn: '2027-04-20' });
    const timeline = await api.call('GET', `/api/v1/cases/${id}/timeline`, { token: tokens.get('trungtam') });
    const kinds = (timeline.json.events as { kind: string }[]).map(({ kind }) => kind);
    for (const kind of ['REGISTERED', 'CONTRACT_SIGNED', 'DEPARTED', 'RETURNED']) expect(kinds).toContain(kind);
    const alerts = (await api.call('GET', `/api/v1/cases/${id}/alerts`, { token: tokens.get('trungtam') })).json.alerts as {
      rule: string;
    }[];
    for (const rule of ['RETURN_UNCONFIRMED_0', 'RETURN_UNCONFIRMED_3', 'SUSPECTED_OVERSTAY'])
      expect(alerts.map((alert) => alert.rule)).toContain(rule);
    const deeds = (await db.sql<{ action: string }>(`select distinct action from audit_entry`)).map(({ action }) => action);
    for (const action of ['identity.load-organisations', 'imports.import', 'identity.set-password']) expect(deeds).toContain(action);
    // Another commune's officer learns nothing, not even that the case exists.
    const foreign = await api.call('GET', `/api/v1/cases/${id}/timeline`, { token: await signIn('canbo.banbo') });
    expect(foreign.status).toBe(404);
  }, 60_000);

  async function caseOf(citizenId: string): Promise<{ id: string }> {
    const name = PEOPLE.find(({ id }) => id === citizenId)!.name;
    const [row] = await db.sql<{ id: string }>(`select c.id from case_file c join worker w on w.id = c.worker_id where w.full_name = $1`, [
      name,
    ]);
    return row!;
  }
});

async function writeRegister(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sổ theo dõi');
  sheet.addRow(['SỔ THEO DÕI NGƯỜI LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI']);
  sheet.addRow([]);
  sheet.addRow([
    'STT',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Số CCCD',
    'Xã',
    'Điện thoại',
    'Thị trường',
    'Doanh nghiệp',
    'Ngày đăng ký',
    'Ngày ký hợp đồng',
  ]);
  for (const [i, one] of PEOPLE.entries())
    sheet.addRow([
      i + 1,
      one.name,
      one.born,
      one.sex,
      one.id,
      one.commune,
      `031290010${i}`,
      'Nhật Bản',
      'Cty Thử Nghiệm',
      '05/01/2026',
      '10/02/2026',
    ]);
  await book.xlsx.writeFile(path);
}

async function writeDepartures(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Xuất cảnh');
  sheet.addRow([
    'STT',
    'Họ và tên',
    'Số CCCD',
    'Ngày xuất cảnh',
    'Nước đến',
    'Chủ sử dụng lao động',
    'Hợp đồng từ ngày',
    'Hợp đồng đến ngày',
  ]);
  for (const [i, one] of PEOPLE.entries())
    sheet.addRow([i + 1, one.name, one.id, '12/03/2026', 'Nhật Bản', 'Xưởng cơ khí thử nghiệm', '12/03/2026', '11/03/2027']);
  await book.xlsx.writeFile(path);
}

const ORGANISATIONS = [
  {
    kind: 'employment_service_centre',
    key: 'TT-12',
    name: 'Trung tâm Dịch vụ việc làm (thử nghiệm)',
    province: '12',
    email: CENTRE_MAIL,
    accounts: [{ login: 'trungtam', role: 'centre_staff' }],
  },
  {
    kind: 'department_of_home_affairs',
    key: 'SNV-12',
    name: 'Sở Nội vụ (thử nghiệm)',
    province: '12',
    email: 'sonoivu@office.example',
    accounts: [{ login: 'sonoivu', role: 'department_officer' }],
  },
  {
    kind: 'sending_agency',
    key: 'TN',
    name: 'Công ty Thử Nghiệm',
    aliases: ['Thử Nghiệm', 'Cty Thử Nghiệm'],
    email: AGENCY_MAIL,
    accounts: [{ login: 'doanhnghiep', role: 'agency_clerk' }],
  },
  {
    kind: 'commune_peoples_committee',
    key: 'UBND-KH',
    name: 'UBND xã Khun Há',
    province: '12',
    commune: '03430',
    email: COMMUNE_MAIL,
    accounts: [{ login: 'canbo.khunha', role: 'commune_officer' }],
  },
  {
    kind: 'commune_peoples_committee',
    key: 'UBND-BB',
    name: 'UBND xã Bản Bo',
    province: '12',
    commune: '03424',
    email: 'xa-ban-bo@office.example',
    accounts: [{ login: 'canbo.banbo', role: 'commune_officer' }],
  },
];
