import type { Page } from './support/browser';
import { ANY_TURN, openOffice, type Office } from './support/office';

/** The work queue: seen in Chromium, done in Chromium, checked in the database. */
describe('the work queue', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  const open = () =>
    office.db.sql<{ open: number }>(`select count(*)::int as open from desk_task where state = 'open' and desk = 'centre'`);
  const putTasks = (kind: string, many: number) =>
    office.db.sql(
      `insert into desk_task (desk, province_code, commune_code, kind, dedupe_key, case_id, worker_id, detail)
       select 'centre', c.province_code, c.commune_code, $1, 'test:' || $1 || c.id, c.id, c.worker_id, '{}' from case_file c where c.province_code = '12' order by c.id limit $2`,
      [kind, many],
    );
  beforeAll(async () => {
    office = await openOffice();
    await putTasks('FOREIGN_DUPLICATE', 2);
  });
  afterAll(() => office?.close());
  beforeEach(async () => {
    ({ page, faults } = await office.enter('trungtam'));
    await page.waitForSelector('.queue-row');
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('puts the most pressing first and says why each row is there, by which rule and until when', async () => {
    expect(await page.textContent('.queue-heading >> nth=0')).toBe('Khẩn');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = await page.textContent('.side-panel');
    expect(panel).toContain('Vì sao ở đây');
    expect(panel).toMatch(/[A-Z]+_[A-Z0-9_]+/);
    expect(page.url()).toContain('mo=alert-');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.side-panel', { state: 'detached' });
    expect(page.url()).not.toContain('mo=');
  });

  it('speaks English to whoever chose it: what the server writes as well as the screen', async () => {
    await page.evaluate(() => localStorage.setItem('benve.language', 'en'));
    await page.reload();
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.panel-why')).toMatch(/^[\x20-\x7e’]+$/);
    await page.keyboard.press('Escape');
    const said = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/work?bucket=urgent&limit=1').then((one) => one.json());
      return (answer as { rows: { why: string }[] }).rows[0]!.why;
    });
    expect(said).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/);
    await page.goto(`${office.url}/ho-so/01900000-0000-7000-8000-000000000000`);
    await page.waitForSelector('text=Nothing of this kind within your area.');
    faults.length = 0;
  });

  it('keeps the chosen bucket in the address, and Back undoes it', async () => {
    await page.click('.tab-week');
    await page.waitForSelector('.tab-week[aria-pressed=true]');
    expect(page.url()).toContain('nhom=week');
    await page.waitForFunction(() => [...document.querySelectorAll('.queue-heading')].every((one) => one.textContent === 'Tuần này'));
    await page.goBack();
    await page.waitForSelector('.tab-all[aria-pressed=true]');
  });

  it('answers a question by keyboard alone; the row goes, the fact is in the case', async () => {
    await page.click('.tab-urgent');
    await page.waitForSelector('.tab-urgent[aria-pressed=true]');
    await page.waitForSelector('.queue-row');
    // The first row that asks whether somebody came home (others are closed by what was done), in no programme with a longest turn.
    const asks = await office.db.sql<{ row: string }>(
      `select 'alert-' || a.id as row from alert a join case_file c on c.id = a.case_id
        where a.family in ('EXPIRY', 'RETURN_UNCONFIRMED', 'SUSPECTED_OVERSTAY') and ${ANY_TURN}`,
    );
    let row: string | null = null;
    while (!asks.some((one) => one.row === row)) {
      await page.keyboard.press('j');
      row = await page.getAttribute('.queue-main:focus', 'data-row');
    }
    const name = await page.textContent('.queue-main:focus b');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.choice');
    await page.keyboard.press('2');
    await page.waitForSelector('.field-day:focus');
    await page.keyboard.type('31/12/27');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(`.queue-main[data-row="${row}"]`, { state: 'detached' });
    expect(await page.textContent('.notice')).toContain(name!.trim());
    const [alert] = await office.db.sql<{ state: string; end: string }>(
      `select a.state, c.contract_end::text as end from alert a join case_file c on c.id = a.case_id where a.id = $1`,
      [row!.replace('alert-', '')],
    );
    expect(alert).toEqual({ state: 'closed', end: '2027-12-31' });
    await page.waitForFunction(() => document.activeElement?.classList.contains('queue-main'));
  });

  it('keeps what was typed when the page is gone, and forgets it when it was sent', async () => {
    await page.click('.tab-today');
    await page.waitForSelector('.queue-row.row-today');
    await page.click('.queue-main >> nth=0');
    await page.fill('.side-panel textarea', 'Đã đối chiếu giấy tờ gốc, là hai người');
    await page.reload();
    await page.waitForSelector('.side-panel textarea');
    expect(await page.inputValue('.side-panel textarea')).toBe('Đã đối chiếu giấy tờ gốc, là hai người');
    const [before] = await open();
    await page.click('.side-panel .main-button');
    await page.waitForSelector('.side-panel', { state: 'detached' });
    const [after] = await open();
    expect(after!.open).toBe(before!.open - 1);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('benve.draft')))).toEqual([]);
  });

  it('puts a row off with a reason, and one press takes it back', async () => {
    await page.click('.tab-today');
    await page.waitForSelector('.queue-row.row-today');
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.waitForSelector('.side-panel details[open] .field-day:focus');
    await page.click('text=7 ngày');
    await page.fill('.side-panel details input:not(.field-day)', 'Gia đình hẹn trả lời sau');
    await page.click('text=Ẩn việc này');
    await page.waitForSelector('.tab-hidden');
    await page.keyboard.press('z');
    await page.waitForSelector('.tab-hidden', { state: 'detached' });
    await page.waitForSelector('.queue-row.row-today');
    expect(await office.db.sql(`select 1 from work_snooze`)).toHaveLength(0);
  });

  it('never moves a row under the hand: what came in above is counted, and shown when asked', async () => {
    await page.click('.tab-urgent');
    await page.waitForSelector('.tab-urgent[aria-pressed=true]');
    await page.waitForSelector('.queue-row');
    await page.hover('.queue-row >> nth=3');
    const first = await page.textContent('.queue-row >> nth=0');
    await office.db.sql(
      `insert into desk_task (desk, province_code, kind, dedupe_key, detail, due_on) values ('centre', '12', 'FOREIGN_DUPLICATE', 'test:live', '{}', '2020-01-01')`,
    );
    await page.waitForSelector('.queue-news .link-button');
    expect(await page.textContent('.queue-row >> nth=0')).toBe(first);
    await page.keyboard.press('r');
    await page.waitForFunction((text) => document.querySelector('.queue-row')?.textContent !== text, first);
    await page.mouse.move(2, 2);
    await office.db.sql(
      `update desk_task set state = 'done', closed_at = now(), closed_on = business_day() where dedupe_key = 'test:live'`,
    );
    await page.waitForFunction((text) => document.querySelector('.queue-row')?.textContent === text, first);
  });

  it('folds many tasks of one kind into one row that opens them', async () => {
    await putTasks('DELIVERY_DEAD', 12);
    await page.goto(`${office.url}/?nhom=today`);
    await page.click('.queue-fold-open');
    await page.waitForFunction(() => document.querySelectorAll('.queue-row').length === 12);
    expect(page.url()).toContain('loai=DELIVERY_DEAD');
  });
});
