import type { LocalDate } from '@app/kernel';
import { renderWeekly, type WeeklyLine } from '@app/notices';
import { TellWeeklyNews } from '@app/reporting';
import { PHONE } from '../support/browser';
import { PASSWORD } from '../support/demo-database';
import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

describe('journeys of leaders', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  const home = async (task: string, what: string, clicks: number, options = {}) => {
    const { page } = await office.enter('lanhdao', options);
    await page.waitForSelector('.tile');
    return { page, journey: new Journey(page, { task, what, clicks }) };
  };

  it('1, 2, 5, 13: on target, who is behind, overstay by market, how fresh: all at once', async () => {
    const { page, journey } = await home('leader-1', 'are we on target? who is behind? by market? fresh?', 0);
    const text = (await page.textContent('.overview'))!;
    for (const said of ['Đúng tiến độ là', 'thiếu nhiều nhất trước', 'Chưa xác nhận', 'cập nhật trong 7 ngày qua'])
      expect(text).toContain(said);
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('3: why is a commune behind?', async () => {
    const { page, journey } = await home('leader-3', 'why is a commune behind?', 1);
    await journey.click('.commune-bars button >> nth=0');
    await page.waitForSelector('.stage-counts li');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('4: compared with last year', async () => {
    const { page, journey } = await home('leader-4', 'compare with last year', 1);
    await journey.click('.page-deeds input[type=checkbox]');
    await page.waitForSelector('text=Cùng kỳ 2025');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('6, 8: orientation, and how agencies behave, with n beside each share', async () => {
    const { page, journey } = await home('leader-6', 'orientation and agencies', 1);
    expect(await page.textContent('.overview')).toMatch(/Đã học định hướng.*người xuất cảnh.*Trả lời đúng hạn/s);
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('7: loans overdue, by cause, amount and number', async () => {
    const { page, journey } = await home('leader-7', 'loans overdue', 1);
    await journey.click('nav >> text=Nợ quá hạn');
    await page.waitForSelector('.figure-row');
    const [due] = await office.db.sql<{ loans: number }>(
      `select count(*)::int as loans from loan where province_code = '12' and state in ('ACTIVE', 'LATE', 'OVERDUE', 'FROZEN')`,
    );
    expect(due!.loans).toBeGreaterThan(0);
    expect(await page.textContent('.figure-row >> nth=-1')).toMatch(/^Cộng\d+/);
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('9: paper for the meeting', async () => {
    const { page, journey } = await home('leader-9', 'print one page', 1);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '1');
    });
    await journey.click('.page-deeds .main-button');
    await page.waitForSelector('body[data-printed]');
    expect(await page.textContent('.page-note')).toContain('Số liệu đến ngày 26/11/2026');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('10: allocate targets', async () => {
    const { page, journey } = await home('leader-10', 'open the grid of targets', 1);
    await journey.click('.page-deeds a');
    await page.waitForSelector('.targets-table input');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('12: the weekly news: one link of the mail opens the numbers', async () => {
    await new TellWeeklyNews(office.db.jobs).run();
    const [notice] = await office.db.sql<{ lines: WeeklyLine[]; office: string; day: LocalDate }>(
      `select n.lines, n.day::text as day, 'Sở Nội vụ' as office from notice n join account a on n.addressee = 'LEAD:' || a.id where a.login = 'lanhdao' and n.kind = 'weekly'`,
    );
    const { html } = renderWeekly({ ...notice!, monday: notice!.day, site: office.url });
    const { page } = await home('leader-12', 'read the weekly news', 1);
    await page.setContent(html);
    expect(await page.locator('li').count()).toBe(notice!.lines.length);
    expect(notice!.lines.length).toBeLessThanOrEqual(8);
    const journey = new Journey(page, { task: 'leader-12', what: 'from the weekly mail to the numbers', clicks: 1 });
    await journey.click('li a >> nth=0');
    await page.waitForSelector('.tile');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('11: gives a task on a number; the desk answers, and the answer stands on the page', async () => {
    const { page, journey } = await home('leader-11', 'give a task on a number', 3);
    await journey.click('.figure >> nth=2 >> text=Giao việc');
    await journey.type('Gọi từng gia đình, báo lại ngày về', 'dialog textarea');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('text=Việc đã giao');
    expect(journey.done()).toMatchObject({ inside: true });
    const [task] = await office.db.sql<{ id: string }>(
      `select id::text as id from desk_task where kind = 'LEADER_ASSIGNMENT' order by id desc limit 1`,
    );
    const { page: desk } = await office.enter('trungtam', { path: `/?loai=LEADER_ASSIGNMENT&mo=task-${task!.id}` });
    await desk.waitForSelector('blockquote >> text=Gọi từng gia đình');
    expect(await desk.getAttribute('.deed a.rows-link', 'href')).toContain('/lao-dong?');
    await desk.fill('.deed textarea', 'Đã gọi hết, ba người về tháng sau');
    await desk.click('.deed .main-button');
    await desk.waitForSelector('text=Đã báo kết quả cho lãnh đạo');
    await page.reload();
    await page.waitForSelector('text=Trả lời: Đã gọi hết, ba người về tháng sau');
  });

  it('14: on the phone', async () => {
    const { page, journey } = await home('leader-14', 'the same page on the phone', 0, PHONE);
    expect(await page.textContent('.figure-number >> nth=0')).toMatch(/\d+ \/ \d+ người/);
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('15: approves the report of the month', async () => {
    const { token } = (await office.app.call('POST', '/api/v1/session', { body: { login: 'trungtam', password: PASSWORD } })).json;
    const sent = await office.app.call('POST', '/api/v1/monthly-reports', {
      token: token as string,
      body: { month: '2026-10-01', remark: 'Không.' },
    });
    expect(sent.status).toBe(200);
    const { page, journey } = await home('leader-15', 'read and approve a report', 2);
    await journey.click('nav >> text=Báo cáo tháng');
    await page.waitForSelector('.figure-table tbody tr');
    expect(await page.$$('.figure-table .link-button')).toHaveLength(0);
    await journey.click('.report-approve');
    await page.waitForSelector('.page-note >> text=Đã duyệt');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select state from monthly_report where commune_code = ''`)).toEqual([{ state: 'accepted' }]);
  });
});

describe('journeys of those who run it', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('5: make users from a list', async () => {
    const { page } = await office.enter('quantri', { path: '/nguoi-dung' });
    await page.waitForSelector('.account-table');
    const journey = new Journey(page, { task: 'operator-5', what: 'make users from a pasted list', clicks: 5 });
    await journey.click('.page-deeds .plain-button');
    const [centre] = await office.db.sql<{ key: string }>(`select key from organisation where kind = 'employment_service_centre' limit 1`);
    const list = Array.from({ length: 5 }, (_, i) => `Cán bộ ${i}\tcanbo-${i}\tcentre_staff\t${centre!.key}\t\t`).join('\n');
    await journey.type(list, 'dialog textarea');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog input[readonly] >> nth=4');
    await journey.click('dialog .form-deeds .main-button');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('11: a locked-out user', async () => {
    const { page } = await office.enter('quantri', { path: '/nguoi-dung' });
    await page.waitForSelector('.account-table');
    const journey = new Journey(page, { task: 'operator-11', what: 'a new link for a locked-out user', clicks: 3 });
    await journey.type('nganhang', '.account-filters input[type=search]');
    await journey.click('.account-deeds button >> nth=0');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog input[readonly]');
    await journey.click('dialog .form-deeds .main-button');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('13: who changed this?', async () => {
    const { page } = await office.enter('quantri', { path: '/nhat-ky' });
    await page.waitForSelector('.audit-table');
    const journey = new Journey(page, { task: 'operator-13', what: 'who did what', clicks: 3 });
    await page.selectOption('.audit-filters select', 'casework.record');
    await page.waitForSelector('.audit-table td:has-text("Ghi mốc hồ sơ")');
    await journey.click('.audit-table td:nth-child(2) button >> nth=0');
    await page.waitForURL(/ai=/);
    expect(journey.done()).toMatchObject({ inside: true });
  });
});

describe('journeys of families', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('3: is this firm licensed?', async () => {
    const page = await (await office.browser.newContext(PHONE)).newPage();
    await page.goto(`${office.url}/cong-khai/`);
    const journey = new Journey(page, { task: 'public-3', what: 'is this firm licensed?', clicks: 2 });
    await journey.tap('main a[href*="/doanh-nghiep"]');
    await page.waitForSelector('main input');
    await journey.type('hoa ban', 'main input >> nth=0');
    await journey.tap('main button[type=submit]');
    await page.waitForSelector('text=Hoa Ban');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('5: where is my file?', async () => {
    const { page: desk } = await office.enter('trungtam');
    const [found] = await office.db.sql<{ id: string }>(`select id from case_file where stage = 'SELECTED' order by code limit 1`);
    const receipt = await desk.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/cases/${id}/receipt`, {
        method: 'POST',
        headers: { 'idempotency-key': 'receipt-of-the-journey-5' },
      });
      return (await answer.json()) as { caseCode: string; pin: string };
    }, found!.id);
    const page = await (await office.browser.newContext(PHONE)).newPage();
    await page.goto(`${office.url}/cong-khai/`);
    const journey = new Journey(page, { task: 'public-5', what: 'where is my file?', clicks: 3 });
    await journey.tap('main a[href*="/tra-cuu"]');
    await page.waitForSelector('main input');
    await journey.type(receipt.caseCode, 'main input >> nth=0');
    await journey.type(receipt.pin, 'main input >> nth=1');
    await journey.tap('main button[type=submit]');
    await page.waitForSelector('text=Bước 2/7');
    expect(journey.done()).toMatchObject({ inside: true });
  });
});
