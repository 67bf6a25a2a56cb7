import type { Page } from './support/browser';
import { openOffice, type Office } from './support/office';

/** The page of a case, as the centre works with it. */
describe('the case page', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page, faults } = await office.enter('trungtam'));
  });
  afterAll(() => office?.close());

  const oneIn = async (stage: string, where = 'true') => {
    const [row] = await office.db.sql<{ id: string; worker_id: string }>(
      `select c.id, c.worker_id from case_file c where c.stage = $1 and ${where} order by c.id limit 1`,
      [stage],
    );
    return row!;
  };
  const open = async (caseId: string, tab = '') => {
    await page.goto(`${office.url}/ho-so/${caseId}${tab && `?muc=${tab}`}`);
    await page.waitForSelector('.tab-panel');
  };
  const saved = () => page.waitForSelector('.notice-done');

  it('shows who, where it stands, the one next step, and hides the numbers', async () => {
    const file = await oneIn('SELECTED', `not exists (select from alert a where a.case_id = c.id and a.state = 'open')`);
    const [person] = await office.db.sql<{ full_name: string }>(`select full_name from worker where id = $1`, [file.worker_id]);
    await open(file.id);
    expect(await page.textContent('h1')).toBe(person!.full_name);
    expect(await page.textContent('.step-here')).toContain('Tuyển chọn');
    expect(await page.textContent('.next-step')).toContain('Nhập học giáo dục định hướng');
    expect(await page.locator('body').innerText()).not.toMatch(/\d{12}/);
  });

  it('records only what the lifecycle takes here, and the case goes on', async () => {
    const file = await oneIn('SELECTED', `not exists (select from alert a where a.case_id = c.id and a.state = 'open')`);
    await open(file.id);
    await page.click('.next-step .main-button');
    const offered = await page.locator('select optgroup').first().locator('option').allTextContents();
    expect(offered).not.toContain('Về nước');
    await page.click('dialog button:text-is("Hôm nay")');
    await page.click('dialog .main-button');
    await saved();
    await page.waitForFunction(() => document.querySelector('.identity .chip')?.textContent?.includes('Đang học'));
    expect(await office.db.sql(`select stage from case_file where id = $1`, [file.id])).toEqual([{ stage: 'IN_TRAINING' }]);
  });

  it('writes down a relative whose number nobody sees again, and gives the case to a colleague', async () => {
    const file = await oneIn('SELECTED');
    await open(file.id, 'gia-dinh');
    const card = page.locator('[aria-labelledby=relatives-title]');
    await card.getByRole('button', { name: 'Thêm thân nhân' }).click();
    await page.locator('dialog select').selectOption('SIBLING');
    await page.locator('dialog').getByLabel('Họ và tên').fill('Lò Thị Hai');
    await page.locator('dialog').getByLabel('Số căn cước').fill('012190 000001');
    await page.click('dialog .main-button');
    await card.locator('li:has-text("Lò Thị Hai"):has-text("đã có số căn cước")').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('012190000001');
    await card.getByRole('button', { name: 'Bỏ Lò Thị Hai' }).click();
    await card.locator('.list-empty').waitFor();

    await page.click('#tab-tong-quan');
    const officer = page.locator('[aria-labelledby=officer-title]');
    await officer.getByRole('button', { name: 'Giao' }).click();
    await page.locator('dialog select >> nth=0').selectOption({ index: 1 });
    await page.click('dialog .main-button');
    await officer.locator('li').first().waitFor();
    expect(await office.db.sql(`select count(*)::int as n from case_officer where case_id = $1 and ended_at is null`, [file.id])).toEqual([
      { n: 1 },
    ]);
  });

  it('strikes a corrected report through and says why', async () => {
    const file = await oneIn('IN_TRAINING');
    await open(file.id);
    await page.locator('.timeline-entry', { hasText: 'Nhập học giáo dục định hướng' }).locator('text=Đính chính').click();
    await page.fill('dialog input.field-day', '5.11.26');
    expect(await page.textContent('dialog .field-note')).toContain('Thứ Năm 05/11/2026');
    await page.getByLabel('Lý do').fill('Ghi nhầm ngày nhập học');
    await page.click('dialog .main-button');
    await saved();
    await page.waitForSelector('.correction');
    expect(await page.textContent('.correction')).toContain('Ghi nhầm ngày nhập học');
    expect(await page.locator('.timeline-entry s', { hasText: 'Nhập học' }).count()).toBe(1);
  });

  it('proves a paper from the checklist', async () => {
    const file = await oneIn('IN_TRAINING');
    await open(file.id, 'giay-to');
    const before = await page.locator('.plain-table button').count();
    await page
      .locator('.plain-table tr', { hasText: 'Giấy khám sức khỏe' })
      .getByRole('button', { name: /^Bổ sung/ })
      .click();
    await page.getByLabel('Số giấy tờ').fill('12/GKSK');
    await page.getByLabel('Ngày cấp').fill('01112026');
    await page.click('dialog .main-button');
    await saved();
    await page.waitForFunction((rows) => document.querySelectorAll('.plain-table button').length === rows - 1, before);
    expect(await page.locator('.plain-table tr', { hasText: 'Giấy khám sức khỏe' }).textContent()).toContain('12/GKSK');
  });

  it('lays both versions side by side when a colleague saved first, and puts the rest together', async () => {
    const file = await oneIn('ABROAD');
    await open(file.id);
    await page.click('text=Sửa thông tin');
    await page.getByLabel('Nghề, kỹ năng').fill('Hàn bậc 3');
    await page.getByLabel('Thôn, bản').fill('Bản Sáng');
    const { page: colleague } = await office.enter('trungtam', { path: `/ho-so/${file.id}` });
    await colleague.click('text=Sửa thông tin');
    await colleague.getByLabel('Thôn, bản').fill('Bản Chiều');
    await colleague.getByLabel('Học vấn').selectOption('COLLEGE');
    await colleague.click('dialog .main-button');
    await colleague.waitForSelector('.notice-done');
    await page.click('dialog .main-button');
    const conflict = page.locator('.conflict');
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/Của bạn: Bản Sáng[\s\S]*Của người kia: Bản Chiều/);
    expect(await page.getByLabel('Học vấn').inputValue()).toBe('COLLEGE');
    await conflict.locator('button', { hasText: 'Bản Sáng' }).click();
    await page.click('dialog .main-button');
    await saved();
    expect(await office.db.sql(`select skill, hamlet, education from worker where id = $1`, [file.worker_id])).toEqual([
      { skill: 'Hàn bậc 3', hamlet: 'Bản Sáng', education: 'COLLEGE' },
    ]);
  });

  it('shows a number for a reason, and keeps who looked', async () => {
    const file = await oneIn('ABROAD', 'exists (select from worker w where w.id = c.worker_id and w.citizen_id_index is not null)');
    await open(file.id);
    await page.locator('.masked', { hasText: 'CCCD' }).locator('button').click();
    expect(await page.locator('dialog .main-button').isDisabled()).toBe(true);
    await page.click('text=Đối chiếu giấy tờ tại quầy');
    await page.click('dialog .main-button');
    await page.waitForFunction(() => /\d{12}/.test(document.querySelector('.masked-number')?.textContent ?? ''));
    await open(file.id, 'lich-su');
    await page.waitForSelector('text=Đối chiếu giấy tờ tại quầy');
    expect(await page.textContent('.masked-number')).not.toMatch(/\d/);
  });

  it('adds a relative whose consent is asked, not assumed', async () => {
    const file = await oneIn('CONTRACTED');
    await open(file.id, 'gia-dinh');
    await page.click('text=Thêm người thân');
    expect(await page.locator('dialog input[type=checkbox]').isChecked()).toBe(false);
    await page.getByLabel('Họ và tên').fill('Vàng Thị Mỷ Thử');
    await page.click('dialog button:text-is("mẹ")');
    await page.getByLabel('Điện thoại').fill('0510 123 456');
    await page.click('dialog .main-button');
    await saved();
    await page.waitForSelector('.contact-list a[href="tel:+84510123456"]');
    expect(await office.db.sql(`select kin, consent from family_contact where full_name = 'Vàng Thị Mỷ Thử'`)).toEqual([
      { kin: 'mẹ', consent: false },
    ]);
  });

  it('did nothing a page must not do', () => expect(faults).toEqual([]));
});
