import type { Page } from './support/browser';
import { TODAY } from './support/demo-database';
import { Journey, keepResult } from './support/journey';
import { openOffice, type Office } from './support/office';

/** The list of workers, as the centre lives in it. */
describe('the list of workers', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page, faults } = await office.enter('trungtam', { acceptDownloads: true }));
  });
  afterAll(() => office?.close());

  const open = async (query = '') => {
    await page.goto(`${office.url}/lao-dong${query}`);
    await page.waitForSelector('.grid-name');
  };
  const count = async (where: string) =>
    Number((await office.db.sql<{ n: string }>(`select count(*) as n from case_file c where ${where}`))[0]!.n);

  it('keeps filters in the address as chips, and shows exactly those rows', async () => {
    await open('?market=KR&stages=ABROAD');
    const expected = await count(`market = 'KR' and stage = 'ABROAD' and list_end >= '${TODAY}'`);
    expect(await page.textContent('.page-count')).toContain(`${expected} hồ sơ`);
    expect(await page.locator('.filter-chip').allInnerTexts()).toEqual(['Đang làm việc ở nước ngoài ×', 'Hàn Quốc ×']);
    await page.locator('.filter-chip', { hasText: 'Đang làm việc' }).click();
    await page.waitForURL((url) => !url.search.includes('stages'));
    await page.goBack();
    await page.waitForURL(/stages=ABROAD/);
    await page.goto(`${office.url}/lao-dong?text=khongcoaitenthenay`);
    await page.click('text=Bỏ hết lọc');
    await page.waitForSelector('.grid-name');
  });

  it('sorts names as Vietnamese are sorted, by the server', async () => {
    await open('?sort=name');
    const names = (await page.locator('.grid-name').allInnerTexts()).slice(0, 12);
    const key = (name: string) => [name.split(' ').at(-1), name.split(' ')[0], name].join(' ');
    expect(names).toEqual([...names].sort((a, b) => new Intl.Collator('vi').compare(key(a), key(b))));
  });

  it('is walked by keyboard: arrows, Space selects, Enter opens, J goes on, and the way back leads to the list', async () => {
    await open('?market=JP');
    const names = await page.locator('.grid-name').allInnerTexts();
    await page
      .locator('[role=gridcell]')
      .first()
      .click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-head');
    expect(await page.textContent('h1')).toBe(names[1]);
    await page.keyboard.press('j');
    await page.waitForFunction((name) => document.querySelector('h1')?.textContent === name, names[2]);
    expect(await page.textContent('.pager')).toMatch(/3\/\d+/);
    await page.click('.crumbs a');
    await page.waitForURL(/lao-dong\?market=JP/);
    await page.click('.grid-name >> nth=4');
    await page.waitForFunction(() => /^\D*5\//.test(document.querySelector('.pager')?.textContent ?? ''));
  });

  it('moves 25 people in at most 5 clicks, says who was refused and why, and takes it back by one', async () => {
    const ready = `stage in ('COUNSELLED', 'SOURCED')`;
    const before = await count(ready);
    await open('?stages=COUNSELLED,SOURCED');
    const journey = new Journey(page, { task: 'centre-5', what: 'move many people to selected', clicks: 5, keys: 1 });
    await journey.click('[role=columnheader] input');
    await journey.press('s');
    await page.selectOption('dialog select', 'SELECTED');
    await page.fill('dialog .field-day', '26/11/2026');
    await journey.click('dialog .main-button');
    await page.waitForSelector('.notice-done');
    const outcome = journey.done();
    expect(outcome.inside).toBe(true);
    expect(await count(ready)).toBe(0);
    if (await page.locator('dialog').count()) await page.keyboard.press('Escape');
    await page.click('.notice button');
    await page.waitForFunction(() => document.querySelector('.notice')?.textContent?.includes('Đã hoàn tác'));
    expect(await count(ready)).toBe(before);
    keepResult('bulk-stage', { moved: before, clicks: outcome.usedClicks });
  });

  it('keeps columns, their order and density with the account', async () => {
    await open();
    await page.click('text="Cột"');
    await page.getByLabel('Dày').check();
    await page.getByLabel('Ngày xuất cảnh', { exact: true }).check();
    await page.getByLabel('Thị trường', { exact: true }).uncheck();
    await page.keyboard.press('Escape');
    await open();
    const heads = await page.locator('[role=columnheader]').allInnerTexts();
    expect(heads).not.toContain('Thị trường');
    expect((await page.locator('[role=gridcell]').nth(1).boundingBox())!.height).toBe(26);
  });

  it('gives the file of exactly what is seen', async () => {
    await open('?market=KR&sort=name');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Xuất Excel đúng như đang xem')]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(new URL(download.url()).searchParams.get('columns')).toContain('fullName');
    expect(new URL(download.url()).searchParams.get('market')).toBe('KR');
  });

  it('prints the list as it stands', async () => {
    await open('?market=KR');
    await page.evaluate(() => {
      window.print = () =>
        document.documentElement.setAttribute('data-printed', document.querySelectorAll('.print-list tbody tr').length.toString());
    });
    await page.click('text=In danh sách');
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-printed'));
    expect(await page.getAttribute('html', 'data-printed')).toBe(String(await count(`market = 'KR'`)));
  });

  it('holds 10,000 rows and draws only what is seen', async () => {
    await office.db.sql(`
      with w as (insert into worker (id, province_code, commune_code, hamlet, full_name, name_key, sort_key, birth_date, birth_precision, sex)
        select gen_random_uuid(), o.province_code, o.commune_code, o.hamlet, o.full_name, o.name_key, o.sort_key, o.birth_date, o.birth_precision, o.sex
          from worker o, generate_series(1, 25) where o.commune_code is not null limit 10000 returning *)
      insert into case_file (id, code, worker_id, province_code, commune_code, market, stage, contract_end, departed_on, opened_from)
        select gen_random_uuid(), upper(substr(md5(w.id::text), 1, 10)), w.id, w.province_code, w.commune_code, 'JP', 'ABROAD',
          business_day() + 400 + (row_number() over ())::int % 900, business_day() - 100, 'desk' from w`);
    await open('?market=JP');
    expect(await page.textContent('.page-count')).toContain('hơn 1.000 hồ sơ');
    const loaded = await page.evaluate(async () => {
      const grid = document.querySelector('[role=grid]')!;
      const count = () => Number(grid.getAttribute('aria-rowcount'));
      for (let turn = 0; turn < 2000 && count() < 10_000; turn++) {
        grid.scrollTop = grid.scrollHeight;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return count();
    });
    expect(loaded).toBeGreaterThanOrEqual(10_000);
    // At the top, in the middle and at the end: rows where the eye is, and never the whole list in the page.
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((where) => {
        const grid = document.querySelector('[role=grid]')!;
        grid.scrollTop = where * (grid.scrollHeight - grid.clientHeight);
      }, part);
      const row = part * (loaded - 1);
      await page.waitForFunction((near) => {
        const rows = [...document.querySelectorAll('[role=row][aria-rowindex]')].map((one) => Number(one.getAttribute('aria-rowindex')));
        return rows.some((index) => Math.abs(index - near) < 60);
      }, row);
      const drawn = await page.locator('[role=row]').count();
      expect(drawn).toBeGreaterThan(10);
      expect(drawn).toBeLessThan(80);
      expect((await page.locator('.grid-name').last().innerText()).length).toBeGreaterThan(3);
    }
  });

  it('did nothing a page must not do', () => expect(faults).toEqual([]));
});
