import { TODAY } from '../support/demo-database';
import { Journey } from '../support/journey';
import { ANY_TURN, openOffice, type Office } from '../support/office';
import { asCopied, FIRST_CELL, pasteInto, pasteOwnList } from '../support/sent-files';

const shown = (day: string) => day.split('-').reverse().join('/');

/** What a clerk of a sending agency does between two other jobs. */
describe('journeys of an agency', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  const LOGIN = 'dn-anphuc';
  const cases = (where: string, limit = 1) =>
    office.db.sql<{ id: string; code: string; name: string; signed: string }>(
      `select c.id, c.code, w.full_name as name, c.contract_signed_on::text as signed from case_file c join worker w on w.id = c.worker_id
        where c.agency_id = (select organisation_id from account where login = $1) and ${where} order by c.id limit $2`,
      [LOGIN, limit],
    );
  const stageOf = async (id: string) =>
    (await office.db.sql<{ stage: string }>(`select stage from case_file where id = $1`, [id]))[0]!.stage;
  const enter = async (path = '/') => (await office.enter(LOGIN, { path })).page;

  it('1: what the province asks of us, overdue first', async () => {
    const page = await enter();
    const journey = new Journey(page, { task: 'agency-1', what: 'see what the province asks of us', clicks: 0 });
    await page.waitForSelector('.row-urgent .queue-what');
    const first = (await page.textContent('.queue-due .tone-urgent >> nth=0'))!;
    expect(first).toMatch(/quá \d+ ngày/);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('2: reports many departures by pasting four columns', async () => {
    const page = await enter('/cap-nhat');
    const people = await cases(`c.stage in ('CONTRACTED', 'READY') and c.contract_signed_on is not null`, 40);
    expect(people.length).toBeGreaterThan(1);
    const rows = people.map(({ code, name }) => [code, name, '20/11/2026', '19/11/2029']);
    await page.waitForSelector('.cell-grid');
    const journey = new Journey(page, { task: 'agency-2', what: 'report departures in bulk', clicks: 4 });
    await journey.click(FIRST_CELL);
    await pasteInto(page, FIRST_CELL, asCopied(rows));
    await page.waitForSelector('.send-bar .main-button:enabled');
    await journey.click('.send-bar .main-button');
    await page.waitForSelector('.receipt-bar strong:has-text("BN-2026-")');
    expect(journey.done().inside).toBe(true);
    for (const { id } of people) expect(await stageOf(id)).toBe('ABROAD');
    await page.context().close();
  });

  it('15: proves what was reported, with number and time, ready for paper', async () => {
    const page = await enter('/bien-nhan');
    await page.waitForSelector('tbody tr');
    const journey = new Journey(page, { task: 'agency-15', what: 'prove that we reported', clicks: 1 });
    await journey.click('tbody tr >> nth=0 >> a');
    await page.waitForSelector('.receipt-facts');
    const said = (await page.textContent('.receipt'))!;
    expect(said).toMatch(/BN-2026-/);
    expect(said).toMatch(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1000);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('3: brings one record up to date: the end it has, the end it gets', async () => {
    const [person] = await cases(
      `c.stage = 'ABROAD' and c.returned_on is null and c.contract_end between '2026-12-01' and '2027-12-31' and ${ANY_TURN}`,
    );
    const page = await enter(`/ho-so/${person!.id}`);
    await page.waitForSelector('.case-head');
    expect(await page.locator('.page-deeds >> text=Sửa thông tin').count()).toBe(0);
    const journey = new Journey(page, { task: 'agency-3', what: 'bring one record up to date', clicks: 3 });
    await journey.click('.page-deeds >> text=Ghi việc đã xảy ra');
    await page.selectOption('dialog select >> nth=0', 'EXTENDED');
    expect(await page.textContent('dialog')).toMatch(/\d{2}\/\d{2}\/202[67]/);
    await page
      .getByLabel(/Hết hạn|hết hạn mới/)
      .first()
      .fill('31/12/2028');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    const [after] = await office.db.sql(`select contract_end::text as ends from case_file where id = $1`, [person!.id]);
    expect(after).toEqual({ ends: '2028-12-31' });
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('says when the ministry’s system was brought up to date, and the question of the month is gone', async () => {
    const page = await enter('/?loai=MONTHLY_UPDATE');
    await page.waitForSelector('.queue-row .queue-action');
    const journey = new Journey(page, { task: 'agency-update', what: 'report the monthly update', clicks: 2 });
    await journey.click('.queue-row .queue-action');
    await page.waitForSelector('.side-panel .panel-why:has-text("cơ sở dữ liệu của Bộ")');
    await journey.click('.side-panel .deed .main-button');
    await page.waitForSelector('text=Đã ghi cập nhật ngày');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(
      await office.db.sql(
        `select updated_on::text as day, (select count(*)::int from desk_task t where t.kind = 'MONTHLY_UPDATE' and t.state = 'open' and t.desk = 'agency' and t.agency_id = u.agency_id) as open
           from agency_update u`,
      ),
    ).toEqual([{ day: TODAY, open: 0 }]);
    await page.context().close();
  });

  it('5: publishes what a worker pays, line by line, under the ceilings of law', async () => {
    const page = await enter('/bang-phi');
    await page.waitForSelector('.plain-table tbody tr');
    const journey = new Journey(page, { task: 'agency-5', what: 'publish fees', clicks: 2 });
    await journey.click('.page-deeds .main-button');
    await page.getByLabel('Nước đến', { exact: true }).last().selectOption('TW');
    await page.getByLabel('Ngành nghề').fill('Điều dưỡng');
    await page.getByLabel('Thời hạn').fill('36');
    await page.getByLabel('Lương tháng').fill('22.000.000');
    await page.getByLabel('Số tiền: Tiền dịch vụ').fill('66.000.001');
    await page.waitForSelector('.fee-line .tone-urgent:has-text("vượt trần 66.000.000 đ")');
    await page.getByLabel('Số tiền: Tiền dịch vụ').fill('60.000.000');
    await page.getByLabel('Số tiền: Tiền ký quỹ').fill('12.000.000');
    await page.getByLabel('Số tiền: Thị thực').fill('1.200.000');
    await page.waitForSelector('.fee-total:has-text("73.200.000 đ")');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog:not(:has(form)):has-text("Luật 69/2020/QH14, Điều 23") .fee-total:has-text("73.200.000 đ")');
    expect(journey.done().inside).toBe(true);
    const { json } = await office.app.call('GET', '/api/v1/public/fees?market=TW');
    expect(json.sheets).toContainEqual(expect.objectContaining({ occupation: 'Điều dưỡng', workerPays: 73_200_000 }));
    await page.context().close();
  });

  it('is shown the rule when a sheet passes its ceiling, and loses nothing of it', async () => {
    const page = await enter('/bang-phi?mo=moi&nuoc=JP&nghe=Hàn&thang=12');
    // One item, two payers: its second line is one press, and is taken away by another.
    await page.getByLabel('Số tiền: Tiền dịch vụ').fill('20000000');
    const split = new Journey(page, { task: 'agency-5b', what: 'split an item between two payers', clicks: 1 });
    await split.click('text=Chia người trả');
    await page.getByLabel('Số tiền: Tiền dịch vụ, phần 2').fill('5000000');
    expect(split.done().inside).toBe(true);
    expect(await page.getByLabel('Ai trả: Tiền dịch vụ, phần 2').inputValue()).toBe('AGENCY');
    await page.waitForSelector('.fee-total:has-text("20.000.000 đ")');
    await page.click('text=Bỏ dòng');
    await page.getByLabel('Lương tháng').fill('30000000');
    await page.getByLabel('Số tiền: Tiền dịch vụ').fill('30000001');
    await page.click('dialog .form-deeds .main-button');
    const said = (await page.textContent('dialog [role=alert]'))!;
    expect(said).toContain('vượt trần 30.000.000');
    expect(said).toContain('Điều 23');
    await page.reload();
    expect(await page.getByLabel('Số tiền: Tiền dịch vụ').inputValue()).toMatch(/30\.?000\.?001/);
    await page.context().close();
  });

  it('13: holds the own list against the cases, says which cells are right and reports them', async () => {
    const people = await cases(
      `c.stage = 'ABROAD' and c.returned_on is null and c.contract_end between '2027-01-01' and '2029-12-31' and ${ANY_TURN}`,
      4,
    );
    const page = await enter('/khac-biet');
    await page.waitForSelector('.differences-input textarea');
    // As many as there are: a click a differing cell, one to go on, one to send each form and one to the second of them.
    const journey = new Journey(page, { task: 'agency-13', what: 'reconcile the own list with the centre', clicks: 6 });
    const days = await office.db.sql<{ id: string; left: string; ends: string }>(
      `select id, to_char(departed_on, 'DD/MM/YYYY') as left, to_char(contract_end, 'DD/MM/YYYY') as ends from case_file where id = any ($1)`,
      [people.map(({ id }) => id)],
    );
    const of = (id: string) => days.find((one) => one.id === id)!;
    const [longer, back, same, wrong] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0]];
    await pasteOwnList(page, [
      [longer.code, longer.name.toUpperCase(), of(longer.id).left, '31/12/2030', ''],
      [back.code, back.name, of(back.id).left, of(back.id).ends, '20/11/2026'],
      [same.code, same.name, of(same.id).left, of(same.id).ends, ''],
      [wrong.code, wrong.name, '01/01/2020', of(wrong.id).ends, ''],
      ['BEZZZZZZZZ', 'Người Lạ', '', '', ''],
    ]);
    expect(await page.textContent('.differences-tally')).toMatch(
      /^5 dòng: 1 khớp · 3 khác · 1 không có hồ sơ · 0 không đọc được · \d+ hồ sơ/,
    );
    expect(await page.locator('.differing-cells tbody tr').count()).toBe(3);
    await journey.click('.differences-bar button >> nth=0');
    await journey.click(`.differing-cells tbody:has-text("${wrong.code}") .choice-button:has-text("Trung tâm đúng")`);
    await journey.click('.differences-bar .main-button');
    await page.waitForSelector('.send-bar .main-button:enabled');
    await journey.click('.send-bar .main-button');
    await page.waitForSelector('.receipt-bar');
    await journey.click('.form-choice button:has(.form-waiting)');
    await page.waitForSelector('.send-bar .main-button:enabled');
    await journey.click('.send-bar .main-button');
    await page.waitForFunction(() => document.querySelectorAll('.form-waiting').length === 0);
    await page.waitForSelector('.grid-say:has-text("Chưa có dòng nào")');
    expect(journey.done().inside).toBe(true);
    expect(await stageOf(back.id)).toBe('RETURNED');
    expect(await office.db.sql(`select contract_end::text as ends from case_file where id = $1`, [longer.id])).toEqual([
      { ends: '2030-12-31' },
    ]);
    await page.click('nav >> text=Khác biệt');
    await page.waitForSelector('.differences-tally:has-text("5 dòng: 3 khớp · 1 khác")');
    await page.context().close();
  });

  it('9: reports an early return: day, kind and cause', async () => {
    const [person] = await cases(`c.stage = 'ABROAD' and c.contract_end > '2027-03-01' and c.departed_on < '2026-10-01'`);
    const page = await enter(`/ho-so/${person!.id}`);
    await page.waitForSelector('.case-head');
    const journey = new Journey(page, { task: 'agency-9', what: 'report an early return', clicks: 4 });
    await journey.click('.page-deeds >> text=Ghi việc đã xảy ra');
    await page.selectOption('dialog select >> nth=0', 'RETURNED');
    await page.fill('dialog .field-day', shown('2026-11-20'));
    await page.getByLabel('Hình thức về nước').selectOption('EARLY');
    await page.getByLabel('Lý do').first().fill('Chủ sử dụng thu hẹp sản xuất');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await stageOf(person!.id)).toBe('RETURNED');
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('10: reports an absence in neutral words, to the centre alone', async () => {
    const [person] = await cases(`c.stage = 'ABROAD' and c.contract_end > '2027-03-01' and c.departed_on < '2026-10-01'`);
    const page = await enter('/cap-nhat?mau=absences');
    await page.waitForSelector('.cell-grid');
    expect(await page.textContent('.bulk-report')).toContain('chưa phải là kết luận');
    const journey = new Journey(page, { task: 'agency-10', what: 'report an absence from the workplace', clicks: 4 });
    await journey.click(FIRST_CELL);
    await pasteInto(page, FIRST_CELL, asCopied([[person!.code, person!.name, '24/11/2026', '22/11/2026']]));
    await page.waitForSelector('.send-bar .main-button:enabled');
    await journey.click('.send-bar .main-button');
    await page.waitForSelector('.receipt-bar strong:has-text("BN-2026-")');
    expect(await stageOf(person!.id)).not.toBe('OVERSTAYING');
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('8: certifies the orientation: confirms who passed in the class of the centre, then a list of its own', async () => {
    const people = await cases(
      `c.stage in ('SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY') and not coalesce(c.facts -> 'guards' ? 'ORIENTATION', false)`,
      3,
    );
    expect(people).toHaveLength(3);
    const [passed, also, own] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    for (const { id } of [passed, also])
      await office.db.sql(
        `with of_any_country as (update training_class set market = null where id = (select id from training_class where ends_on <= '2026-11-20' and agency_id is null order by id limit 1) returning id)
         insert into class_seat (class_id, case_id, state, result) select id, $1, 'seated', 'passed' from of_any_country
         on conflict (class_id, case_id) do update set state = 'seated', result = 'passed'`,
        [id],
      );
    const certified = (ids: string[]) =>
      office.db.sql<{ code: string }>(
        `select code from case_file where id = any ($1::uuid[]) and facts -> 'guards' ? 'ORIENTATION' order by code`,
        [ids],
      );
    const page = await enter('/cap-nhat?mau=certificates');
    await page.waitForSelector('.cell-grid');
    const journey = new Journey(page, { task: 'agency-8', what: 'certify the orientation', clicks: 3 });
    await journey.click('text=Lấy danh sách người chưa có chứng chỉ');
    await page.waitForSelector('.send-bar .main-button:enabled');
    await journey.click('.send-bar .main-button');
    await page.waitForSelector('.receipt-bar strong:has-text("BN-2026-")');
    expect(await certified([passed.id, also.id, own.id])).toEqual(
      [{ code: passed.code }, { code: also.code }].sort((a, b) => (a.code < b.code ? -1 : 1)),
    );
    expect(journey.done().inside).toBe(true);
    await page.getByRole('button', { name: 'Xóa hết' }).click();
    await page.click(FIRST_CELL);
    await pasteInto(page, FIRST_CELL, asCopied([[own.code, own.name, '20/11/2026', '015/2026/GCN-AP']]));
    await page.waitForSelector('.send-bar .main-button:enabled');
    const isSent = (answer: { url(): string; request(): { method(): string } }) =>
      answer.url().endsWith('/api/v1/imports') && answer.request().method() === 'POST';
    await Promise.all([page.waitForResponse(isSent), page.click('.send-bar .main-button')]);
    expect(await certified([own.id])).toEqual([{ code: own.code }]);
    await page.context().close();
  });

  it('14: connects an own system: a key that works, from the menu', async () => {
    const page = await enter();
    await page.waitForSelector('.queue-row');
    const journey = new Journey(page, { task: 'agency-14', what: 'connect an own system', clicks: 3 });
    await journey.click('nav >> text=Kết nối API');
    await page.waitForSelector('.new-key');
    await page.fill('form input', 'Phần mềm nhân sự');
    await journey.click('form button[type=submit]');
    const key = (await (await page.waitForSelector('.secret code')).textContent())!;
    expect((await office.app.call('GET', '/api/v1/cases?limit=1', { token: key })).status).toBe(200);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });
});
