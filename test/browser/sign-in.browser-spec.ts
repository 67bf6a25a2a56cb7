import { openOffice, type Office } from './support/office';
import { PASSWORD } from './support/demo-database';

describe('signing in', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('lets the centre in, shows the menu of its role, and breaks no rule of the page', async () => {
    const { page, faults } = await office.enter('trungtam');
    await page.waitForSelector('nav a[aria-current=page]');
    expect(await page.title()).toContain('Bến Về');
    expect(faults).toEqual([]);
  });

  it('says in Vietnamese what is wrong with a password, and keeps the name', async () => {
    const page = await (await office.browser.newContext()).newPage();
    await page.goto(office.url);
    await page.fill('input[name=login]', 'trungtam');
    await page.fill('input[name=password]', 'không đúng đâu');
    await page.click('button[type=submit]');
    expect(await page.textContent('[role=alert]')).toContain('mật khẩu không đúng');
    expect(await page.inputValue('input[name=login]')).toBe('trungtam');
  });

  it('asks for the password again on top of the screen when the session ended', async () => {
    const { page } = await office.enter('sonoivu');
    await page.waitForSelector('nav a');
    await office.db.sql(`delete from session`);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.reload();
    await page.fill('input[name=login]', 'sonoivu');
    await page.fill('input[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('nav a');
  });
});
