import { openOffice, type Office } from './support/office';

/** The small screens of bank, agency and operations. */
describe('offices', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('show a bank its borrowers and nothing else', async () => {
    const theirs = await office.db.sql<{ code: string }>(
      `select c.code from case_file c join organisation o on o.id = c.bank_id where o.kind = 'bank_office' order by c.list_end, c.id limit 100`,
    );
    expect(theirs.length).toBeGreaterThan(10);
    const { page, faults } = await office.enter('nganhang', { path: '/nguoi-vay' });
    await page.waitForSelector('tbody tr');
    expect(await page.locator('tbody td:nth-child(2)').allTextContents()).toEqual(theirs.map(({ code }) => code));
    expect(faults).toEqual([]);
  });

  it('let an agency make a key that works once shown, and take it back', async () => {
    const { page } = await office.enter('dn-anphuc', { path: '/ket-noi-api' });
    await page.fill('form input', 'Phần mềm nhân sự');
    await page.click('form button[type=submit]');
    const key = (await (await page.waitForSelector('.secret code')).textContent())!;
    expect((await office.app.call('GET', '/api/v1/cases?limit=1', { token: key })).status).toBe(200);
    await page.click('tbody tr:has-text("Phần mềm nhân sự") button');
    await page.click('tbody tr:has-text("Phần mềm nhân sự") button:has-text("Vẫn thu hồi")');
    await page.waitForSelector('tbody tr:has-text("đã thu hồi")');
    expect((await office.app.call('GET', '/api/v1/cases?limit=1', { token: key })).status).toBe(401);
  });

  it('show the centre what ran, what was told to whom, and which letters wait', async () => {
    const { page, faults } = await office.enter('trungtam', { path: '/theo-doi' });
    await page.waitForSelector('tbody tr');
    await page.click('[role=tab]:has-text("Thông báo")');
    await page.waitForSelector('tbody tr');
    const [told] = await office.db.sql<{ name: string }>(
      `select name from admin_unit where level = 'commune' and code = (select commune_code from notice where commune_code is not null order by id desc limit 1) limit 1`,
    );
    expect(await page.textContent('tbody')).toContain(told!.name.replace(/^(Xã|Phường) /, ''));
    await page.click('[role=tab]:has-text("Thư phải in")');
    await page.waitForSelector('.letter, .list-empty');
    expect(faults).toEqual([]);
  });
});
