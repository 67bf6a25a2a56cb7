import { openOffice, type Office } from './support/office';

describe('administration', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('says an alert rule as a sentence, and lets a second person put a new version in force', async () => {
    const { page, faults } = await office.enter('sonoivu', { path: '/chinh-sach/alert.EXPIRY_90' });
    await page.waitForSelector('.rule-sentences');
    expect(await page.textContent('.rule-sentences')).toContain(
      '90 ngày trước ngày hết hạn hợp đồng: hỏi xã, trả lời trong 10 ngày làm việc.',
    );
    await page.click('.page-deeds .main-button');
    await page.fill('dialog input[type=number] >> nth=0', '80');
    expect(await page.textContent('.reads-as')).toContain('80 ngày trước');
    await page.click('dialog .form-deeds .main-button');
    expect(await page.textContent('dialog [role=alert]')).toContain('05/03/2026');
    await page.fill('dialog input[placeholder="05/03/2026"]', '1/12/26');
    await page.fill('dialog input[placeholder^="Ví dụ"]', 'Quyết định số 9/QĐ-SNV');
    await page.click('dialog .form-deeds .main-button');
    expect(await page.textContent('dialog [role=alert]')).toContain('thử trên dữ liệu thật');
    await page.click('.trial button');
    await page.waitForSelector('.trial p');
    expect(await page.textContent('.trial')).toContain('chưa ghi gì');
    await page.click('dialog .form-deeds .main-button');
    await page.waitForSelector('.proposals');
    expect(await page.textContent('.proposals')).toContain('cần một người khác duyệt');
    expect(await page.locator('.proposals .main-button').count()).toBe(0);

    const second = (await office.enter('sonoivu-2', { path: '/quy-tac-canh-bao' })).page;
    await second.click('.proposals .main-button');
    await second.waitForSelector('.proposals', { state: 'detached' });
    const [row] = await office.db.sql<{ value: { offsetDays: number } }>(
      `select value from policy_rule where key = 'alert.EXPIRY_90' and lower(valid) = '2026-12-01'`,
    );
    expect(row?.value.offsetDays).toBe(-80);
    expect(faults).toEqual([]);
  });

  it('lists what nobody has verified', async () => {
    const { page } = await office.enter('quantri', { path: '/chinh-sach?chuaKiemChung=1' });
    await page.waitForSelector('.policy-table');
    expect(await page.locator('.policy-table .chip-done').count()).toBe(0);
    expect(await page.locator('.policy-table .chip-soon').count()).toBeGreaterThan(10);
  });

  it('makes users one by one and many from Excel, each row with its verdict, and shows links once', async () => {
    const { page, faults } = await office.enter('quantri', { path: '/nguoi-dung' });
    await page.click('.page-deeds .main-button');
    await page.fill('dialog input[name=name]', 'Lò Thị Hà');
    await page.fill('dialog input[name=login]', 'ha.lt');
    const centre = await page.locator('dialog option', { hasText: 'Trung tâm' }).first().getAttribute('value');
    await page.selectOption('dialog select >> nth=0', centre);
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('dialog input[readonly]');
    expect(await page.inputValue('dialog input[readonly]')).toContain('/dat-mat-khau#');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });

    await page.click('.page-deeds .plain-button');
    const line = (name: string, login: string, role: string) => [name, login, role, centre, '', ''].join('\t');
    await page.fill(
      'dialog textarea',
      [
        line('Vàng A Sử', 'su.va', 'Cán bộ Trung tâm Dịch vụ việc làm'),
        line('Không Vai', 'khong', 'gì đó'),
        line('Hà', 'ha.lt', 'centre_staff'),
      ].join('\n'),
    );
    expect(await page.textContent('dialog tbody')).toContain('không rõ vai trò');
    await page.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog input[readonly]');
    const states = await office.db.sql<{ login: string; state: string }>(
      `select login, state from account where login in ('ha.lt', 'su.va', 'khong') order by 1`,
    );
    expect(states).toEqual([
      { login: 'ha.lt', state: 'invited' },
      { login: 'su.va', state: 'invited' },
    ]);
    expect(faults).toEqual([]);
  });

  it('finds a commune by the name it had before', async () => {
    const { page } = await office.enter('sonoivu', { path: '/don-vi' });
    await page.fill('input[name=ten]', 'Giang Ma');
    await page.keyboard.press('Enter');
    await page.click('.unit-answer button');
    await page.waitForSelector('.unit-timeline ol li');
    expect(await page.textContent('.unit-timeline')).toMatch(/Xã Tả Lèng.*Xã Giang Ma, Huyện Tam Đường/s);
  });

  it('finds who did what by person and kind of deed', async () => {
    const { page } = await office.enter('quantri', { path: '/nhat-ky?ai=trungtam&viec=casework.record' });
    await page.waitForSelector('.audit-table tbody tr');
    const people = await page.locator('.audit-table tbody td:nth-child(2)').allTextContents();
    expect(new Set(people)).toEqual(new Set(['Cán bộ Trung tâm (mẫu)']));
    expect(new Set(await page.locator('.audit-table tbody td:nth-child(3)').allTextContents())).toEqual(new Set(['Ghi mốc hồ sơ']));
  });
});
