import { localDate } from '@app/kernel';
import { AlertQueries } from '@app/overstay';
import { SeedPolicies } from '@app/policy';
import {
  ChaseReports,
  DecideReport,
  OpenReportRows,
  ReadCommuneReport,
  ReadReportBoard,
  SendReport,
  WorkQueue,
  WriteReport,
} from '@app/reporting';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { id, insertTenants, type Tenants, TODAY } from '../../support/tenants';
import { wordsOf } from '../../support/word-text';
import { type Facts, putCase, resetReports } from './reported-cases';

const MONTH = localDate('2026-10-01');

describe('the monthly report', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
  });
  afterAll(() => db.close());
  beforeEach(() => resetReports(db));

  const put = (n: number, facts: Facts) => putCase(db, n, facts);
  const actor = (name: string) => tenants.account(name).actor;
  const figures = async (name = 'commune-12001', month = MONTH) => {
    const report = await new ReadCommuneReport(db.api).run(actor(name), { month });
    return Object.fromEntries(report.figures.filter(({ value }) => value > 0).map(({ indicator, value }) => [indicator, value]));
  };
  const send = (name: string, remark = 'Không.', requestId = `${name}-${remark}`) =>
    new SendReport(db.api).run(actor(name), { month: MONTH, remark, requestId });
  const board = (name = 'centre-12') => new ReadReportBoard(db.api).run(actor(name), MONTH);
  const EXIT = { stage: 'ABROAD', contract_end: '2029-01-01' };
  /** Numbers of exits, without those that say the same once more. */
  const exits = ({ 'exits.month': month = 0, 'exits.year': year = 0, 'exits.yearPersons': persons = 0 }: Record<string, number>) => ({
    month,
    year,
    persons,
  });

  it.each<[string, Facts, object]>([
    ['first day of the window', { ...EXIT, departed_on: '2026-10-01' }, { month: 1, year: 1, persons: 1 }],
    ['last day of the window', { ...EXIT, departed_on: '2026-10-31' }, { month: 1, year: 1, persons: 1 }],
    ['the day after it', { ...EXIT, departed_on: '2026-11-01' }, { month: 0, year: 0, persons: 0 }],
    ['the month before', { ...EXIT, departed_on: '2026-09-30' }, { month: 0, year: 1, persons: 1 }],
    ['first day of the year', { ...EXIT, departed_on: '2026-01-01' }, { month: 0, year: 1, persons: 1 }],
    ['last day of the year before', { ...EXIT, departed_on: '2025-12-31' }, { month: 0, year: 0, persons: 0 }],
    [
      'back before the month was over',
      { stage: 'RETURNED', departed_on: '2026-10-02', returned_on: '2026-10-20', contract_end: '2027-01-01', return_type: 'EARLY' },
      { month: 1, year: 1, persons: 1 },
    ],
  ])('counts an exit by its day: %s', async (_, facts, counted) => {
    await put(0, facts);
    expect(exits(await figures())).toEqual(counted);
  });

  it('counts who left twice in a year twice in turns and once in persons, and a new end of the contract as no exit', async () => {
    await put(0, {
      stage: 'RETURNED',
      departed_on: '2026-02-01',
      returned_on: '2026-06-01',
      contract_end: '2026-06-01',
      return_type: 'COMPLETED',
    });
    await db.sql(
      `insert into case_file (id, code, worker_id, province_code, commune_code, legal_form, market, stage, departed_on, contract_end, opened_from)
       values ($1, 'AGAINAGAIN', $2, '12', '12001', 'SEASONAL', 'KR', 'ABROAD', '2026-10-12', '2027-03-01', 'record')`,
      [id('case', 'again'), id('worker', 0)],
    );
    await put(1, { ...EXIT, departed_on: '2024-05-01', contract_end: '2026-10-15' });
    const before = await figures();
    expect(exits(before)).toEqual({ month: 1, year: 2, persons: 1 });
    expect(before).toMatchObject({ 'exits.seasonal': 1, 'exits.market.KR': 1, 'ended.month': 1, 'ended.unconfirmed': 1 });
    await db.sql(
      `insert into contract_version (id, case_id, kind, starts_on, ends_on) values ($1, $2, 'extension', '2026-10-16', '2027-10-15')`,
      [id('extension', 1), id('case', 1)],
    );
    await put(1, { ...EXIT, departed_on: '2024-05-01', contract_end: '2027-10-15' });
    const after = await figures();
    expect(exits(after)).toEqual({ month: 1, year: 2, persons: 1 });
    expect([after['ended.month'], after.unconfirmed]).toEqual([undefined, undefined]);
  });

  it.each<[string, Facts, Record<string, number>]>([
    [
      'home on time',
      { stage: 'RETURNED', returned_on: '2026-10-20', contract_end: '2026-10-20', return_type: 'COMPLETED' },
      { 'returned.month': 1, 'returned.onTime': 1, 'ended.month': 1 },
    ],
    [
      'home some days before the end, contract done',
      { stage: 'RETURNED', returned_on: '2026-10-15', contract_end: '2026-10-20', return_type: 'COMPLETED' },
      { 'returned.month': 1, 'returned.onTime': 1, 'ended.month': 1 },
    ],
    [
      'home early',
      { stage: 'RETURNED', returned_on: '2026-10-20', contract_end: '2027-10-20', return_type: 'EARLY' },
      { 'returned.month': 1, 'returned.early': 1 },
    ],
    [
      'home early, by an end that lay in the month',
      { stage: 'RETURNED', returned_on: '2026-10-02', contract_end: '2026-10-20', return_type: 'EARLY' },
      { 'returned.month': 1, 'returned.early': 1 },
    ],
    [
      'ended, nobody knows',
      { stage: 'ABROAD', contract_end: '2026-10-20' },
      { 'ended.month': 1, 'ended.unconfirmed': 1, unconfirmed: 1, abroad: 1, 'abroad.market.JP': 1 },
    ],
    ['ended earlier, nobody knows', { stage: 'ABROAD', contract_end: '2026-05-20' }, { unconfirmed: 1, abroad: 1, 'abroad.market.JP': 1 }],
    [
      'ended, home after the month',
      { stage: 'RETURNED', contract_end: '2026-10-20', returned_on: '2026-11-03', return_type: 'COMPLETED' },
      { 'ended.month': 1, 'ended.unconfirmed': 1, unconfirmed: 1, abroad: 1, 'abroad.market.JP': 1 },
    ],
    ['ended, stays lawfully', { stage: 'LAWFUL_STAY', contract_end: '2026-10-20' }, { 'ended.month': 1, abroad: 1, 'abroad.market.JP': 1 }],
    [
      'confirmed',
      { stage: 'OVERSTAYING', contract_end: '2026-05-20' },
      { unconfirmed: 1, 'overstay.total': 1, abroad: 1, 'abroad.market.JP': 1 },
    ],
    ['died there', { stage: 'DECEASED', contract_end: '2026-10-20' }, { 'ended.month': 1 }],
    ['died there, closed', { stage: 'CLOSED', facts: '{"closedFrom":"DECEASED"}', contract_end: '2026-10-20' }, { 'ended.month': 1 }],
    [
      'stays lawfully, closed',
      { stage: 'CLOSED', facts: '{"closedFrom":"LAWFUL_STAY"}', contract_end: '2026-10-20' },
      { 'ended.month': 1, abroad: 1, 'abroad.market.JP': 1 },
    ],
    [
      'home after the month, closed',
      {
        stage: 'CLOSED',
        facts: '{"closedFrom":"RETURNED"}',
        contract_end: '2026-10-20',
        returned_on: '2026-11-03',
        return_type: 'COMPLETED',
      },
      { 'ended.month': 1, 'ended.unconfirmed': 1, unconfirmed: 1, abroad: 1, 'abroad.market.JP': 1 },
    ],
  ])('counts ends and returns: %s', async (_, facts, counted) => {
    await put(0, { departed_on: '2023-10-01', ...facts });
    const { 'demand.waiting': _waiting, ...rest } = await figures();
    expect(rest).toEqual(counted);
  });

  it.each<[string, string, { on: string | null } | null, Record<string, number>]>([
    ['as told', '2026-10-05', null, { 'overstay.new': 1, 'overstay.cured': 1 }],
    ['corrected into the month', '2026-09-30', { on: '2026-10-01' }, { 'overstay.new': 1, 'overstay.cured': 1 }],
    ['corrected out of the month', '2026-10-05', { on: '2026-09-30' }, { 'overstay.cured': 1 }],
    ['withdrawn', '2026-10-05', { on: null }, {}],
  ])('counts a confirmed overstay by the day that stands: %s', async (_, told, correction, counted) => {
    await put(0, { stage: 'RETURNED', departed_on: '2023-10-01', contract_end: '2026-05-20', returned_on: '2026-10-20' });
    await db.sql(
      `insert into case_event (case_id, request_id, kind, effective_on, stage_after) values ($1, 'told', 'OVERSTAY_CONFIRMED', $2, 'OVERSTAYING')`,
      [id('case', 0), told],
    );
    if (correction)
      await db.sql(
        `insert into case_event (case_id, request_id, kind, effective_on, stage_after, corrects_id, detail)
         select case_id, 'corrected', 'CORRECTED', $2, 'RETURNED', id, case when $2::date is null then '{"withdrawn":true}'::jsonb else '{}' end
           from case_event where case_id = $1 and kind = 'OVERSTAY_CONFIRMED'`,
        [id('case', 0), correction.on],
      );
    const shown = await figures();
    expect(Object.fromEntries(Object.entries(shown).filter(([name]) => /^overstay/.test(name)))).toEqual(counted);
  });

  it('counts new wishes by their day in Việt Nam, and who was counselled once, whatever became of the case', async () => {
    await put(0, { opened_from: 'desk', created_at: '2026-10-31T16:59:59Z' });
    await put(1, { opened_from: 'desk', created_at: '2026-10-31T17:00:00Z' });
    await put(2, { stage: 'WITHDRAWN', created_at: '2025-06-01' });
    await db.sql(
      `insert into counselling (id, case_id, held_on, channel, outcome) select gen_random_uuid(), $1, d, 'PHONE', 'REFUSED'
         from unnest('{2026-09-30,2026-10-01,2026-10-31}'::date[]) d`,
      [id('case', 2)],
    );
    expect(await figures()).toMatchObject({ 'demand.new': 1, counselled: 1 });
  });

  it('keeps in January what belongs to who came home in December', async () => {
    await put(0, {
      stage: 'RETURNED',
      departed_on: '2023-01-10',
      returned_on: '2025-12-28',
      contract_end: '2026-01-10',
      return_type: 'COMPLETED',
    });
    await db.sql(
      `insert into family_visit (id, case_id, request_id, visited_on, visitors, purpose, outcome) values (gen_random_uuid(), $1, 'january', '2026-01-05', 'Xã', 'REMIND', 'FAMILY_AGREED')`,
      [id('case', 0)],
    );
    await put(1, { stage: 'RETURNED', departed_on: '2023-01-10', returned_on: '2025-12-28', contract_end: '2025-12-28' });
    await db.sql(
      `insert into counselling (id, case_id, held_on, channel, outcome) values (gen_random_uuid(), $1, '2026-01-07', 'PHONE', 'AGREED')`,
      [id('case', 1)],
    );
    expect(await figures('commune-12001', localDate('2026-01-01'))).toMatchObject({ 'ended.month': 1, visits: 1, counselled: 1 });
  });

  it('counts who left by sex, ethnic group, household, and without a certificate', async () => {
    for (const n of [0, 1, 2]) await put(n, { ...EXIT, departed_on: '2026-10-05' });
    await db.sql(`update worker set sex = 'F', ethnic_code = '03', household_class = 'POOR' where id = $1`, [id('worker', 0)]);
    await db.sql(`update worker set ethnic_code = '01', household_class = 'NEAR_POOR' where id = $1`, [id('worker', 1)]);
    await db.sql(`insert into worker_priority_group (worker_id, code) values ($1, 'DISCHARGED_SOLDIER')`, [id('worker', 2)]);
    await db.sql(`insert into case_gap (case_id, source, guards, open_guards) values ($1, 'departure', '{ORIENTATION}', '{ORIENTATION}')`, [
      id('case', 1),
    ]);
    await db.sql(
      `insert into family_visit (id, case_id, request_id, visited_on, visitors, purpose, outcome)
       select gen_random_uuid(), $1, 'visit-' || d, d, 'Xã', 'REMIND', 'FAMILY_AGREED' from unnest('{2026-10-01,2026-10-31,2026-11-01}'::date[]) d`,
      [id('case', 1)],
    );
    expect(await figures()).toMatchObject({
      'exits.month': 3,
      'exits.women': 1,
      'exits.ethnic': 1,
      'exits.poor': 1,
      'exits.nearPoor': 1,
      'exits.discharged': 1,
      'exits.untrained': 1,
      visits: 2,
    });
    expect(await figures('commune-12002')).not.toHaveProperty('exits.month');
  });

  it('shows the loans to who sees the books only', async () => {
    const { figures: shown } = await board();
    expect(shown.find(({ indicator }) => indicator === 'loans.number')!.value).toBeGreaterThan(0);
    const phone = await new ReadCommuneReport(db.api).run(actor('commune-12001'), { month: MONTH });
    expect(phone.figures.some(({ indicator }) => indicator.startsWith('loans.'))).toBe(false);
  });

  it('freezes what was sent: a late fact changes what is counted today, and asks for a new version', async () => {
    await put(0, { ...EXIT, departed_on: '2026-10-05' });
    const first = await send('commune-12001');
    expect(first).toMatchObject({ version: 1, state: 'submitted', late: true, target: 6 });
    expect((await send('commune-12001')).id).toBe(first.id);
    await expect(send('commune-12001', 'Không.', 'again')).rejects.toMatchObject({ code: 'REPORT_UNCHANGED' });
    await put(1, { ...EXIT, departed_on: '2026-10-30' });
    const read = await new ReadCommuneReport(db.api).run(actor('commune-12001'), { month: MONTH });
    expect(read.restated).toContainEqual({ indicator: 'exits.month', sent: 1, now: 2 });
    const sent = await new OpenReportRows(db.api).run(actor('centre-12'), { month: MONTH, indicator: 'exits.month', reportId: first.id });
    expect(sent.people.map(({ caseId }) => caseId)).toEqual([id('case', 0)]);
    expect(await send('commune-12001', 'Không.', 'corrected')).toMatchObject({ version: 2 });
    expect(await db.sql(`select value::int from report_line where report_id = $1 and indicator = 'exits.month'`, [first.id])).toEqual([
      { value: 1 },
    ]);
    await expect(db.api.run(actor('commune-12001'), (tx) => tx.execute(`update report_line set value = 9`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.api.run(actor('commune-12001'), (tx) => tx.execute(`update monthly_report set remark = 'x'`))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('goes up: communes send, one is sent back and sends again, the centre takes all in, the leader approves', async () => {
    await put(0, { ...EXIT, departed_on: '2026-10-05' });
    await put(6, { ...EXIT, departed_on: '2026-10-07' });
    const decide = (name: string, reportId: string, deed: 'return' | 'accept', note?: string) =>
      new DecideReport(db.api).run(actor(name), reportId, { deed, note, requestId: `${name}-${reportId}-${deed}` });
    const one = await send('commune-12001');
    const two = await send('commune-12002');
    expect(await board()).toMatchObject({ state: 'draft', frozen: false, sent: 2, warnings: { late: 1 } });
    expect(await decide('centre-12', one.id, 'return', 'Thiếu nhận xét')).toMatchObject({
      state: 'returned',
      decisionNote: 'Thiếu nhận xét',
    });
    expect(await board()).toMatchObject({ sent: 1, warnings: { late: 2 } });
    await expect(decide('leader-12', two.id, 'accept')).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
    await expect(decide('centre-15', two.id, 'accept')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await send('commune-12001', 'Đã bổ sung.')).toMatchObject({ version: 2 });
    await expect(decide('centre-12', one.id, 'return')).rejects.toMatchObject({ code: 'REPORT_DECIDED' });
    const whole = await send('centre-12', 'Toàn tỉnh.');
    const shown = await board('leader-12');
    expect(shown).toMatchObject({ state: 'submitted', frozen: true, sent: 2, reportId: whole.id, target: 18 });
    expect(shown.units.map(({ communeCode, state }) => [communeCode, state])).toEqual([
      ['12001', 'consolidated'],
      ['12002', 'consolidated'],
      ['12003', 'draft'],
    ]);
    expect(shown.figures.find(({ indicator }) => indicator === 'exits.month')).toMatchObject({ value: 2, before: 0 });
    await expect(decide('centre-12', whole.id, 'accept')).rejects.toMatchObject({ code: 'REPORT_NOT_YOURS' });
    expect(await decide('leader-12', whole.id, 'accept')).toMatchObject({ state: 'accepted' });
    expect(await db.sql(`select count(*)::int as n from monthly_report where part_of = $1`, [whole.id])).toEqual([{ n: 2 }]);
    expect(await db.sql(`select action from audit_entry where subject_id = $1 order by id`, [whole.id])).toEqual([
      { action: 'reporting.send-report' },
      { action: 'reporting.accept-report' },
    ]);
  });

  it('lies on the desk of who has not sent, goes when it is sent, and comes back with the reason', async () => {
    await db.sql(`delete from desk_task where kind like 'REPORT_%'`);
    const open = async () =>
      (
        await db.sql<{ line: string }>(
          `select concat_ws(' ', desk, coalesce(commune_code, province_code), kind, due_on) as line from desk_task where kind like 'REPORT_%' and state = 'open' order by 1`,
        )
      ).map(({ line }) => line);
    const chase = () => new ChaseReports(db.jobs).run();
    expect(await chase()).toEqual({ opened: 7 });
    expect(await chase()).toEqual({ opened: 0 });
    // Nobody can sign in for the office of 12003; its officer answers from another.
    expect(await open()).toEqual([
      'centre 12 REPORT_DUE 2026-11-09',
      'centre 15 REPORT_DUE 2026-11-09',
      'commune 12001 REPORT_DUE 2026-11-09',
      'commune 12002 REPORT_DUE 2026-11-09',
      'commune 12003 REPORT_DUE 2026-11-09',
      'commune 15001 REPORT_DUE 2026-11-09',
      'commune 15002 REPORT_DUE 2026-11-09',
    ]);
    const { id: reportId } = await send('commune-12001');
    expect(await open()).not.toContain('commune 12001 REPORT_DUE 2026-11-09');
    const queue = new WorkQueue(db.api, new AlertQueries(db.api));
    await new DecideReport(db.api).run(actor('centre-12'), reportId, { deed: 'return', note: 'Thiếu nhận xét', requestId: 'back' });
    expect(await open()).toContain('commune 12001 REPORT_RETURNED');
    expect((await queue.list(actor('commune-12001'), { code: 'REPORT_RETURNED' })).rows).toMatchObject([
      { why: 'Báo cáo tháng 10/2026 được trả lại để bổ sung; lý do ghi trong báo cáo.', nextAction: 'SEND_REPORT', caseId: null },
    ]);
    await send('commune-12001', 'Đã bổ sung.', 'once more');
    expect((await open()).filter((line) => line.includes('12001'))).toEqual([]);
    expect(await chase()).toEqual({ opened: 0 });
  });

  it('opens exactly the people behind each number, as counted now', async () => {
    for (const n of [0, 1, 6]) await put(n, { ...EXIT, departed_on: '2026-10-05' });
    const { figures: shown } = await board();
    for (const { indicator, value } of shown.filter(({ indicator: name }) => !/^loans|^visits/.test(name))) {
      const { cases } = await new OpenReportRows(db.api).run(actor('centre-12'), { month: MONTH, indicator });
      expect([indicator, cases]).toEqual([indicator, value]);
    }
    const own = await new OpenReportRows(db.api).run(actor('centre-12'), { month: MONTH, indicator: 'exits.month', communeCode: '12002' });
    expect(own.people).toMatchObject([{ caseId: id('case', 6), communeName: 'Xã 12002' }]);
  });

  it('takes no month that still runs, and nobody else’s', async () => {
    const early = { month: localDate('2026-11-01'), remark: 'Không.', requestId: 'early' };
    await expect(new SendReport(db.api).run(actor('commune-12001'), early)).rejects.toMatchObject({ code: 'REPORT_TOO_EARLY' });
    const foreign = { month: MONTH, communeCode: '12002', remark: 'Không.', requestId: 'foreign' };
    await expect(new SendReport(db.api).run(actor('commune-12001'), foreign)).rejects.toMatchObject({ code: 'REPORT_UNIT_MISSING' });
    await expect(send('leader-12')).rejects.toMatchObject({ code: 'REPORT_UNIT_MISSING' });
  });

  it('is written as it was sent: by the Decree, without a number and a name, the sums of the communes below each other', async () => {
    await put(0, { ...EXIT, departed_on: '2026-10-05' });
    await put(6, { ...EXIT, departed_on: '2026-10-07' });
    const { id: reportId } = await send('centre-12', 'Đề nghị mở thêm lớp.');
    await put(7, { ...EXIT, departed_on: '2026-10-08' });
    const writer = new WriteReport(db.api);
    const word = await wordsOf(await writer.word(actor('leader-12'), reportId, 'w'));
    for (const said of [
      'Số: ……/BC-TT-12',
      'Kết quả đưa người lao động đi làm việc ở nước ngoài tháng 10 năm 2026',
      'Đề nghị mở thêm lớp.',
      'Xã 12003',
      'Phụ lục I',
    ])
      expect(word).toContain(said.startsWith('Phụ') ? said.toUpperCase() : said);
    expect(word).not.toMatch(/Zk[a-z]{2}wz/);
    const { Workbook } = await import('exceljs');
    const book = new Workbook();
    await book.xlsx.load((await writer.annex(actor('centre-12'), reportId, 'a')) as never);
    const sheet = book.getWorksheet('Theo xã')!;
    const rows = sheet.getRows(2, 4)!.map((row) => [row.getCell(2).value, row.getCell(3).value, row.getCell(4).value]);
    expect(rows).toEqual([
      ['Xã 12001', 6, 1],
      ['Xã 12002', 6, 1],
      ['Xã 12003', 6, 0],
      ['Tổng số', 18, 2],
    ]);
    await expect(writer.word(actor('centre-15'), reportId, 'f')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
