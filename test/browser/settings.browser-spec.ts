import { PASSWORD } from './support/demo-database';
import { openOffice, type Office } from './support/office';

/** What an account decides for itself, and that it holds. */
describe('own settings', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('keeps how somebody wants to be told', async () => {
    const { page, faults } = await office.enter('trungtam', { path: '/cai-dat' });
    await page.waitForSelector('.tick');
    await page.selectOption('.settings-notifications select >> nth=0', 'weekly');
    await page.selectOption('.settings-notifications select >> nth=1', '20:30');
    await page.click('.settings-notifications .main-button');
    await page.waitForSelector('.notice-done');
    await page.reload();
    await page.waitForSelector('.tick');
    expect(await page.inputValue('.settings-notifications select >> nth=0')).toBe('weekly');
    expect(await page.inputValue('.settings-notifications select >> nth=1')).toBe('20:30');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong with a password and keeps the session', async () => {
    const { page } = await office.enter('sonoivu', { path: '/cai-dat' });
    const fields = page.locator('form input[type=password]');
    await fields.nth(0).fill('không phải mật khẩu');
    await fields.nth(1).fill('ruộng bậc thang mùa gặt');
    await fields.nth(2).fill('ruộng bậc thang mùa gặt');
    await page.click('form:has(input[type=password]) .main-button');
    expect(await page.textContent('.fault')).toMatch(/mật khẩu/i);
    await fields.nth(0).fill(PASSWORD);
    await page.click('form:has(input[type=password]) .main-button');
    await page.waitForSelector('.notice-done');
    await page.context().close();
  });

  it('lets single letters be switched off, for those whose voice or hand writes them', async () => {
    const { page } = await office.enter('trungtam');
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('?');
    await page.click('.key-switch input');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('queue-main'))).toBe(false);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette-input');
    await page.context().close();
  });

  it('stands ready to ring with no window open: the service worker is taken by the browser and touches no request', async () => {
    const { page } = await office.enter('trungtam');
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('/sw-bell.js', { scope: '/' });
      await navigator.serviceWorker.ready;
      return registration.active?.state;
    });
    expect(state).toMatch(/activat/);
    await page.context().close();
  });
});
