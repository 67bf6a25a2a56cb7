import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, watchFaults } from './support/browser';
import { Journey } from './support/journey';
import { openOffice, type Office } from './support/office';

const ROOT = join(__dirname, '../..');

describe('public pages', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  const open = async (path: string) => {
    const page = await (await office.browser.newContext(PHONE)).newPage();
    const faults = watchFaults(page);
    await page.goto(office.url + path);
    await page.waitForSelector('h1');
    return { page, faults };
  };
  /** A receipt as the centre prints one. */
  const receipt = async (condition: string) => {
    const { json: opened } = await office.app.call('POST', '/api/v1/session', {
      body: { login: 'trungtam', password: 'hạt ngô hạt lúa mùa này' },
    });
    const [found] = await office.db.sql<{ id: string; code: string }>(
      `select id, code from case_file where ${condition} order by code limit 1`,
    );
    const { json, status } = await office.app.call('POST', `/api/v1/cases/${found!.id}/receipt`, { token: String(opened.token) });
    expect(status).toBe(201);
    return { code: found!.code, pin: String(json.pin) };
  };

  it('tell a family where the file stands, without an account', async () => {
    const { code, pin } = await receipt(`stage = 'CONTRACTED'`);
    const { page, faults } = await open('/cong-khai/');
    await page.tap('a[href="/cong-khai/tra-cuu"]');
    await page.fill('input[name=code]', code.toLowerCase());
    await page.fill('input[name=pin]', pin);
    await page.tap('button[type=submit]');
    await page.waitForSelector('.found h2');
    expect(await page.textContent('.found h2')).toContain('Bước 4/7');
    expect(await page.textContent('.way [aria-current=step]')).toContain('Làm giấy tờ');
    expect(faults).toEqual([]);
  });

  it('say nothing that could shame: a stay that ran out is somebody working abroad', async () => {
    const { code, pin } = await receipt(`stage = 'ABROAD' and contract_end < '2026-01-01' and returned_on is null`);
    const { page } = await open('/cong-khai/tra-cuu');
    await page.fill('input[name=code]', code);
    await page.fill('input[name=pin]', pin);
    await page.tap('button[type=submit]');
    const text = (await (await page.waitForSelector('.found')).textContent()) ?? '';
    expect(text).toContain('Đang làm việc ở nước ngoài');
    expect(text).not.toMatch(/quá hạn|chưa về|cư trú|nợ|bất hợp pháp/i);
  });

  it('say whether a printed certificate is real, and never whose it is', async () => {
    const [one] = await office.db.sql<{ code: string; number: string; name: string }>(
      `select t.check_code as code, t.number, w.full_name as name from training_certificate t join case_file c on c.id = t.case_id join worker w on w.id = c.worker_id limit 1`,
    );
    const { page, faults } = await open('/cong-khai/');
    await page.tap('a[href="/cong-khai/chung-chi"]');
    await page.fill('input[name=ma]', one!.code.toLowerCase());
    await page.tap('button[type=submit]');
    await page.waitForSelector('.verdict-yes');
    const text = (await page.textContent('main, body')) ?? '';
    expect(text).toContain(one!.number);
    expect(text).not.toContain(one!.name);
    await page.fill('input[name=ma]', 'KHONGCOMA9');
    await page.tap('button[type=submit]');
    await page.waitForSelector('.verdict-no');
    expect(faults).toEqual([]);
  });

  it('say who is looking for people at home and abroad, with whom to call, and name nobody', async () => {
    await office.db.sql(`update job_opening set contact = 'Bà Riêng 0999', note = 'nội bộ'`);
    const { page, faults } = await open('/cong-khai/');
    const journey = new Journey(page, { task: 'public-13', what: 'work for somebody who came back', clicks: 2 });
    await journey.tap('a[href="/cong-khai/viec-lam"]');
    await page.waitForSelector('.fair');
    expect(journey.done()).toMatchObject({ inside: true });
    const text = (await page.textContent('body'))!;
    for (const words of [
      'Thợ hàn',
      'Công nhân may',
      '9.000.000–12.000.000 đ',
      'Lao động thời vụ nông nghiệp',
      'Hàn Quốc',
      'Chế biến thủy sản',
    ])
      expect(text).toContain(words);
    // Not approved yet.
    expect(text).not.toContain('Hộ lý viện dưỡng lão');
    expect(text).not.toMatch(/Bà Riêng|0999|nội bộ/);
    expect(await page.locator('.phone-line a[href^="tel:"]').count()).toBe(1);
    const costs = page.locator('.work-ways a[href="/cong-khai/chi-phi?nuoc=JP"]');
    await costs.first().tap();
    await page.waitForSelector('.cost-market select');
    expect(await page.inputValue('.cost-market select')).toBe('JP');
    expect(faults).toEqual([]);
  });

  it('say when the next job fair is, by commune, and put it into a calendar', async () => {
    const { page, faults } = await open('/cong-khai/');
    const journey = new Journey(page, { task: 'public-6', what: 'the next job fair', clicks: 1 });
    await journey.tap('a[href="/cong-khai/phien-viec-lam"]');
    await page.waitForSelector('.fair');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await page.locator('.fair').count()).toBe(2);
    const [download] = await Promise.all([page.waitForEvent('download'), page.tap('.fair .wide-button >> nth=0')]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file).toContain('DTSTART:20261205T010000Z');
    await page.selectOption('select >> nth=0', '12');
    await page.waitForSelector('select >> nth=1');
    const [far] = await office.db.sql<{ code: string }>(
      `select c.commune_code as code from case_file c join job_fair f on f.communes <> '{}' and c.commune_code <> all (f.communes) limit 1`,
    );
    await page.selectOption('select >> nth=1', far!.code);
    await page.waitForFunction(() => document.querySelectorAll('.fair').length === 1);
    expect(faults).toEqual([]);
  });

  it('answer a wrong PIN in plain words and keep the code', async () => {
    const { page } = await open('/cong-khai/tra-cuu');
    await page.fill('input[name=code]', 'BE636JHHCN');
    await page.fill('input[name=pin]', '000000');
    await page.tap('button[type=submit]');
    expect(await (await page.waitForSelector('[role=alert]')).textContent()).toContain('chưa đúng');
    expect(await page.inputValue('input[name=code]')).toBe('BE636JHHCN');
  });

  it('tell whether a firm is licensed, and send the question on by its address', async () => {
    const { page } = await open('/cong-khai/doanh-nghiep');
    await page.fill('input[name=ten]', 'An Phúc');
    await page.tap('button[type=submit]');
    await page.waitForSelector('.verdict');
    const address = page.url();
    expect(address).toContain('ten=');
    const again = (await open(address.slice(office.url.length))).page;
    expect(await (await again.waitForSelector('.verdict')).textContent()).toMatch(/giấy phép|Chưa rõ/);
    await again.goto(`${office.url}/cong-khai/doanh-nghiep?ten=Công ty không có thật nào cả`);
    expect(await (await again.waitForSelector('.verdict')).textContent()).toContain('Không thấy');
  });

  it('tell what it costs: each fee, who pays, the ceiling and its source, and what may be borrowed', async () => {
    const { page, faults } = await open('/cong-khai/');
    await page.tap('a[href="/cong-khai/chi-phi"]');
    await page.waitForSelector('.cost');
    const fewer = page.waitForResponse((one) => one.url().endsWith('/api/v1/public/fees?market=TW'));
    await page.selectOption('.cost-market select', 'TW');
    await fewer;
    await page.waitForSelector('.cost');
    const sums = await page.$$eval('.cost-sum', (all) => all.map(({ textContent }) => Number(textContent!.replace(/\D/g, ''))));
    expect(sums.length).toBeGreaterThan(1);
    expect(sums).toEqual([...sums].sort((a, b) => a - b));
    await page.tap('.cost summary >> nth=0');
    const said = (await page.textContent('.cost >> nth=0'))!;
    for (const words of [
      'Tiền dịch vụ',
      'Người lao động',
      'Luật 69/2020/QH14, Điều 23',
      '12.000.000\u00a0đ',
      'Ngân hàng Chính sách xã hội',
      'chưa trừ phần ngân sách hỗ trợ',
      'công bố ngày',
    ])
      expect(said).toContain(words);
    const address = page.url();
    expect(address).toContain('nuoc=TW');
    expect(faults).toEqual([]);
  });

  it('enlarge everything, and speak English when asked', async () => {
    const { page } = await open('/cong-khai/');
    const width = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('h1')!).fontSize));
    const before = await width();
    await page.tap('.text-sizes button:last-child');
    expect(await width()).toBeGreaterThan(before * 1.3);
    await page.tap('.tongue');
    await page.waitForSelector('text=Where is my file?');
    await page.reload();
    await page.waitForSelector('text=Where is my file?');
  });

  it('weigh little', async () => {
    const { page } = await open('/cong-khai/');
    await page.waitForLoadState('networkidle');
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const files = names.filter((name) => /^\/assets\/.*\.(js|css)$/.test(name));
    const size = files.reduce((sum, name) => sum + statSync(join(ROOT, 'dist/web', `${name.replace('/assets/', '')}.gz`)).size, 0);
    expect(files.length).toBeGreaterThan(1);
    expect(size).toBeLessThan(60_000);
  });
});
