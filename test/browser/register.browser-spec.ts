import type { Page } from './support/browser';
import { Journey, keepResult } from './support/journey';
import { openOffice, type Office } from './support/office';

/** Registering somebody who stands at the desk. */
describe('registering a worker', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page, faults } = await office.enter('trungtam'));
  });
  afterAll(() => office?.close());
  const open = async () => {
    await page.goto(`${office.url}/lao-dong/moi`);
    await page.waitForSelector('form input');
  };

  it('takes twelve fields by keyboard alone, in at most 16 stops, and opens the case', async () => {
    await open();
    const journey = new Journey(page, { task: 'centre-3', what: 'register a walk-in', clicks: 0, keys: 18 });
    let stops = 1;
    const next = async (text = '') => {
      await journey.press('Tab');
      stops++;
      if (text) await journey.type(text);
    };
    await journey.type('012098987654');
    await next('Thào A Thử Mới');
    await next('5/3/98');
    await next();
    await next('0510 111 222');
    await next('phong tho');
    await page.waitForSelector('[role=listbox][aria-busy=false] [role=option]');
    await journey.press('Enter');
    await next('Bản Vàng');
    await next('Hm');
    await next('H');
    await next('Nh');
    await next('Vàng Thị Mỷ Thử');
    await next('mẹ');
    await next('0510 333 444');
    await next();
    await next();
    await next();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đăng ký và mở hồ sơ');
    await journey.press('Enter');
    await page.waitForURL(/\/ho-so\//);
    const outcome = journey.done();
    keepResult('register-stops', { stops });
    expect(stops).toBeLessThanOrEqual(16);
    expect(outcome.usedClicks).toBe(0);
    const [row] = await office.db.sql<{ commune: string }>(
      `select w.birth_date::text, w.sex, w.ethnic_code, w.household_class, u.name as commune, c.market, f.full_name as relative, f.consent
         from worker w join case_file c on c.worker_id = w.id join family_contact f on f.worker_id = w.id
         join admin_unit u on u.code = w.commune_code and u.level = 'commune' and u.valid_to = 'infinity' where w.full_name = 'Thào A Thử Mới'`,
    );
    expect(row).toMatchObject({
      birth_date: '1998-03-05',
      sex: 'M',
      ethnic_code: '08',
      household_class: 'POOR',
      market: 'JP',
      relative: 'Vàng Thị Mỷ Thử',
      consent: false,
    });
    expect(row!.commune).toMatch(/Phong Thổ/);
  });

  it('shows beside the form who is known already, and opens that person instead', async () => {
    const [known] = await office.db.sql<{ id: string; full_name: string; birth_date: string }>(
      `select id, full_name, birth_date::text from worker where birth_precision = 'YMD' and commune_code is not null order by id limit 1`,
    );
    await open();
    await page.getByLabel('Họ và tên', { exact: false }).first().fill(known!.full_name.toUpperCase());
    const [year, month, day] = known!.birth_date.split('-');
    await page.getByLabel('Ngày sinh').fill(`${Number(day)}.${Number(month)}.${year}`);
    await page.waitForSelector('.alike-row');
    expect(await page.textContent('.alike-row')).toContain('cùng họ tên, ngày sinh');
    await page.click('.alike-row a');
    await page.waitForURL(/\/ho-so\//);
    await page.waitForSelector('.case-head');
    expect(await page.textContent('h1')).toBe(known!.full_name);
  });

  it('keeps what was typed over a reload, and no number of it', async () => {
    await open();
    await page.getByLabel('Số CCCD').fill('012098912345');
    await page.getByLabel('Họ và tên', { exact: false }).first().fill('Lò Thị Dở Dang');
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('012098912345');
    await page.reload();
    await page.waitForSelector('form input');
    expect(await page.getByLabel('Họ và tên', { exact: false }).first().inputValue()).toBe('Lò Thị Dở Dang');
    expect(await page.getByLabel('Số CCCD').inputValue()).toBe('');
  });

  it('finds the commune of today by an old name, and chooses nothing by itself', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Xã, phường' }).fill('Giang Ma');
    await page.waitForSelector('[role=option]');
    expect(await page.textContent('[role=option]')).toContain('Giang Ma');
    await page.getByRole('combobox', { name: 'Xã, phường' }).press('Tab');
    expect(await page.getByRole('combobox', { name: 'Xã, phường' }).inputValue()).toBe('Giang Ma');
  });

  it('did nothing a page must not do', () => expect(faults).toEqual([]));
});
