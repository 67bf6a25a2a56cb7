import { gzipSync } from 'node:zlib';
import { PHONE, type Page } from './support/browser';
import { keepResult } from './support/journey';
import { openOffice, type Office } from './support/office';

const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

describe("a leader's page", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  const open = async (login = 'lanhdao', options = {}): Promise<{ page: Page; faults: string[] }> => {
    const entered = await office.enter(login, { path: '/tong-quan', ...options });
    await entered.page.waitForSelector('.tile');
    return entered;
  };

  it('takes its numbers in one request of at most 60 kB gz, and the numbers are those of the database', async () => {
    const { page } = await office.enter('lanhdao');
    const answers: { path: string; bytes: number }[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!/\/api\/v1\/(lead|cases|work|public)/.test(pathname)) return;
      void response.body().then((body) => answers.push({ path: pathname, bytes: gzipSync(body).length }));
    });
    await page.goto(`${office.url}/tong-quan`);
    await page.waitForSelector('.tile');
    await page.waitForLoadState('networkidle');
    const numbers = answers.filter(({ path }) => path.startsWith('/api/v1/lead'));
    expect(numbers).toHaveLength(1);
    expect(numbers[0]!.bytes).toBeLessThanOrEqual(60 * 1024);
    keepResult('overview-request', numbers[0]);
    const [own] = await office.db.sql<{ exits: number; target: number }>(
      `select (select count(*)::int from case_file where province_code = '12' and departed_on between '2026-01-01' and '2026-11-26') as exits,
         (select sum(exits)::int from target where year = 2026 and province_code = '12' and commune_code <> '') as target`,
    );
    expect(await page.textContent('.figure-number >> nth=0')).toBe(`${own!.exits} / ${own!.target} người`);
  });

  it('names the communes worst first, and gives each its tile with name, number and pattern', async () => {
    const { page, faults } = await open();
    const gaps = await page.locator('.bar-gap').allTextContents();
    const behind = gaps.map((text) =>
      text.startsWith('thiếu') ? Number(text.slice(6)) : text.startsWith('vượt') ? -Number(text.slice(5)) : 0,
    );
    expect(behind).toEqual([...behind].sort((a, b) => b - a));
    expect(await page.locator('.tile').count()).toBe(38);
    expect(await page.textContent('.overview')).toContain('không phải bản đồ địa giới');
    expect(await page.locator('.cluster h3').allTextContents()).toContain('Huyện Tam Đường');
    expect(faults).toEqual([]);
  });

  it('opens a commune down to its stages, without a name for a leader and with the list for the department', async () => {
    const { page } = await open();
    await page.click('.commune-bars button >> nth=0');
    await page.waitForSelector('.stage-counts li');
    expect(await page.locator('dialog a').count()).toBe(0);
    expect(page.url()).toContain('xa=');
    await page.goBack();
    await page.waitForSelector('dialog', { state: 'detached' });

    const { page: department } = await open('sonoivu');
    expect(await department.getAttribute('.figure-number a >> nth=0', 'href')).toContain('/lao-dong?departedFrom=2026-01-01');
  });

  it('prints on exactly one page of A4', async () => {
    const { page } = await open();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?/);
  });

  it('stacks on a phone with the same numbers', async () => {
    const { page: wide } = await open();
    const { page: narrow } = await open('lanhdao', PHONE);
    expect(await narrow.locator('.figure-number').allTextContents()).toEqual(await wide.locator('.figure-number').allTextContents());
    expect(await narrow.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('the numbers of the leader page', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('open a list that says the same number', async () => {
    const { page } = await office.enter('sonoivu', { path: '/tong-quan' });
    await page.waitForSelector('.overview .rows-link');
    const links = await page.$$eval('.overview .rows-link', (all) =>
      all.map((link) => ({ says: link.textContent!.trim(), address: link.getAttribute('href')! })),
    );
    // A share ("100 %") opens all it is a share of.
    const numbers = links.flatMap(({ says, address }) => {
      const number = says.includes('%') ? undefined : /[\d.]+/.exec(says)?.[0];
      return number === undefined ? [] : [{ says, address, number: Number(number.replaceAll('.', '')) }];
    });
    expect(numbers.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const { says, address, number } of numbers) {
      await page.goto(office.url + address);
      const total = await (await page.waitForSelector('.page-count')).textContent();
      if (Number(/[\d.]+/.exec(total!)?.[0].replaceAll('.', '') ?? 0) !== number) wrong.push(`${says} ${address}: ${total}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('targets', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  /** What Ctrl+V does, with the cells of a sheet on the clipboard. */
  const paste = (page: Page, field: string, text: string) =>
    page.locator(field).evaluate((input, cells) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', cells);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  it('are pasted by name, held against the sum, kept over a reload and saved', async () => {
    const { page, faults } = await office.enter('sonoivu', { path: '/chi-tieu?nam=2027' });
    await page.waitForSelector('.targets-table input');
    await page.fill('.targets-province input', '20');
    await paste(page, '.targets-table input >> nth=1', 'Bình Lư\t7\nXã Tả Lèng\t12\nKhông Có Xã\t4');
    expect(await page.textContent('.notice')).toContain('Không Có Xã');
    expect(await page.textContent('.targets-foot')).toContain('ít hơn chỉ tiêu cả tỉnh 1 người');
    await page.reload();
    await page.waitForSelector('.targets-table input');
    expect(await page.inputValue('.targets-table tr:has-text("Xã Tả Lèng") input')).toBe('12');
    await page.fill('.targets-table tr:has-text("Xã Tả Lèng") input', '13');
    expect(await page.textContent('.targets-foot')).toContain('Khớp chỉ tiêu cả tỉnh');
    await page.click('.targets-foot .main-button');
    await page.waitForSelector('.targets-foot .main-button:disabled');
    const rows = await office.db.sql(
      `select commune_code as code, exits from target where year = 2027 and province_code = '12' order by exits`,
    );
    expect(rows).toEqual([
      { code: expect.any(String), exits: 7 },
      { code: '03405', exits: 13 },
      { code: '', exits: 20 },
    ]);
    expect(faults).toEqual([]);
  });
});
