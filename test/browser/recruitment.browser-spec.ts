import { mkdirSync } from 'node:fs';
import { Workbook } from 'exceljs';
import { PHONE } from './support/browser';
import { TODAY } from './support/demo-database';
import { Journey } from './support/journey';
import { openOffice, type Office } from './support/office';

const PICTURES = '.data/screens';

/** A file as offices keep it. */
async function workbook(name: string, rows: readonly (readonly (string | number)[])[]) {
  const book = new Workbook();
  const sheet = book.addWorksheet('Danh sách');
  for (const row of rows) sheet.addRow(row);
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** From the wish on a commune's phone to a place of an order: commune, centre and agency in turn, each on its own screen. */
describe('recruitment', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    mkdirSync(PICTURES, { recursive: true });
  });
  afterAll(() => office?.close());

  it('takes somebody from the phone of the commune to a place of an order', async () => {
    const [order] = await office.db.sql<{ id: string; title: string }>(
      `select id, title from job_order where market = 'JP' and state = 'approved'`,
    );
    const name = 'Lò Thị Ước Mơ';

    const commune = await office.enter('xa-03388', { path: '/xa/them', ...PHONE });
    await commune.page.fill('input[name=fullName]', name);
    await commune.page.fill('input[name=birth]', '05/03/1999');
    await commune.page.click('label.chip:has-text("Nhật Bản")');
    await commune.page.waitForSelector('input[name=markets][value=JP]:checked', { state: 'attached' });
    await commune.page.fill('input[name=occupation]', 'chế biến thủy sản');
    await commune.page.screenshot({ path: `${PICTURES}/wish-phone.png`, fullPage: true });
    await commune.page.click('button[type=submit]');
    await commune.page.waitForURL(/\/nguoi\//);
    expect(commune.faults).toEqual([]);

    const centre = await office.enter('trungtam', { path: '/nhu-cau?nguon=COMMUNE' });
    const row = `tr:has-text("${name}")`;
    await centre.page.click(`${row} button:has-text("Tư vấn")`);
    await centre.page.selectOption('dialog select >> nth=2', 'AGREED');
    await centre.page.click('dialog button[type=submit]');
    await centre.page.waitForSelector(`${row}:has-text("Đã tư vấn")`);
    await centre.page.click(`${row} button:has-text("Đơn phù hợp")`);
    await centre.page.waitForSelector('.offer-list li');
    expect(await centre.page.textContent('.offer-list li >> nth=0')).toContain(order!.title);
    await centre.page.click('.offer-list li >> nth=0 >> button:has-text("Xem điều kiện")');
    await centre.page.waitForSelector('.eligibility tbody tr');
    expect(await centre.page.textContent('.eligibility')).toContain('Luật 69/2020/QH14');
    await centre.page.screenshot({ path: `${PICTURES}/offers.png` });
    await centre.page.click('.propose-bar .main-button');
    await centre.page.waitForSelector('.notice-bar:has-text("Đã giới thiệu 1 người"), [role=status]:has-text("Đã giới thiệu 1 người")');
    expect(centre.faults).toEqual([]);

    const agency = await office.enter('dn-anphuc', { path: '/ung-vien' });
    const taking = new Journey(agency.page, { task: 'agency-6', what: 'take candidates offered', clicks: 3 });
    await taking.click(`${row} input[type=checkbox]`);
    await agency.page.screenshot({ path: `${PICTURES}/candidates.png` });
    await taking.click('.propose-bar .main-button');
    await agency.page.waitForSelector(row, { state: 'detached' });
    expect(taking.done()).toMatchObject({ inside: true });
    const [file] = await office.db.sql<{ code: string; stage: string }>(
      `select c.code, c.stage from case_file c join worker w on w.id = c.worker_id where w.full_name = $1`,
      [name],
    );
    expect(file!.stage).toBe('SOURCED');

    await agency.page.goto(`${office.url}/don-hang/${order!.id}`);
    await agency.page.click('button:has-text("Ghi kết quả tuyển")');
    // Who was taken stands there with a result to choose; a list from elsewhere says the same.
    const chosen = agency.page.getByLabel(`Kết quả của ${name}`);
    await chosen.selectOption('PASSED');
    await agency.page.waitForSelector('dialog [role=status]:has-text("1 dòng, 1 đạt")');
    await chosen.selectOption('');
    await agency.page.setInputFiles(
      'dialog .file-button input',
      await workbook('ket-qua.xlsx', [['KẾT QUẢ ĐỢT 1'], ['Mã hồ sơ', 'Kết quả', 'Điểm'], [file!.code, 'Đạt', 8.5]]),
    );
    await agency.page.waitForSelector(`dialog .results-as-read tr:has-text("${file!.code}"):has-text("Trúng tuyển")`);
    await agency.page.screenshot({ path: `${PICTURES}/results.png` });
    await agency.page.click('dialog .form-deeds .main-button');
    await agency.page.waitForSelector('dialog td:has-text("giữ chỗ")');
    await agency.page.keyboard.press('Escape');
    await agency.page.waitForSelector(`${row}:has-text("Trúng tuyển")`);
    await agency.page.screenshot({ path: `${PICTURES}/order.png` });
    expect(agency.faults).toEqual([]);
    expect(await office.db.sql(`select stage, order_id from case_file where code = $1`, [file!.code])).toEqual([
      { stage: 'SELECTED', order_id: order!.id },
    ]);
  });

  it('lets an agency file an order that recruits nobody until the department has approved it', async () => {
    const agency = await office.enter('dn-anphuc', { path: '/don-hang?mo=moi' });
    const form = agency.page.locator('dialog form');
    const filing = new Journey(agency.page, { task: 'agency-4', what: 'file a job order', clicks: 1 });
    await form.getByLabel('Tên đơn hàng').fill('Cơ khí, tỉnh Aichi');
    await form.getByLabel('Nước đến').selectOption('JP');
    await form.getByLabel('Hình thức').selectOption('SERVICE');
    await form.getByLabel('Theo hợp đồng cung ứng').selectOption({ index: 1 });
    await form.getByLabel('Nghề').fill('Cơ khí');
    await form.getByLabel('Người sử dụng lao động').fill('Xưởng Aichi (mẫu)');
    await form.getByLabel('Số người').fill('5');
    await agency.page.screenshot({ path: `${PICTURES}/order-form.png`, fullPage: true });
    await filing.click('dialog form button[type=submit]');
    await agency.page.waitForSelector('tr:has-text("Cơ khí, tỉnh Aichi"):has-text("Chờ duyệt")');
    expect(filing.done()).toMatchObject({ inside: true });
    await agency.page.screenshot({ path: `${PICTURES}/orders.png` });
    expect(agency.faults).toEqual([]);

    const department = await office.enter('sonoivu', { path: '/don-hang?trangthai=submitted' });
    await department.page.click('a:has-text("Cơ khí, tỉnh Aichi")');
    await department.page.click('.order-decision .main-button');
    await department.page.waitForSelector('h1:has-text("Đang tuyển")');
    expect(department.faults).toEqual([]);
  });

  it('takes the list of a school out of a workbook, says what came of each line, and sent again makes nobody twice', async () => {
    const { page, faults } = await office.enter('trungtam');
    const list = await workbook('truong-nghe.xlsx', [
      ['DANH SÁCH HỌC SINH ĐĂNG KÝ'],
      [],
      ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Xã, phường', 'Số CCCD'],
      ['Lò Thị Trường Một', '05/03/2005', 'Nữ', 'Phường Đoàn Kết', '012305912301'],
      ['Vàng A Trường Hai', '12/11/2004', 'Nam', '03388', 12204912302],
    ]);
    const people = () => office.db.sql<{ n: number }>(`select count(*)::int as n from worker where full_name like '% Trường %'`);
    const send = async () => {
      await page.goto(`${office.url}/nhu-cau?mo=danh-sach`);
      await page.setInputFiles('dialog .file-button input', list);
      await page.waitForSelector('dialog .list-as-read tr:has-text("Vàng A Trường Hai"):has-text("12/11/2004")');
      // A title above the header is nobody who could not be read.
      expect(await page.locator('dialog [role=status] .tone-urgent').count()).toBe(0);
      await page.click('dialog .form-deeds .main-button');
      await page.waitForSelector('dialog .list-as-read', { state: 'detached' });
      expect(await page.locator('dialog li.tone-urgent').count()).toBe(0);
    };
    await send();
    expect(await people()).toEqual([{ n: 2 }]);
    await send();
    expect(await people()).toEqual([{ n: 2 }]);
    expect(faults).toEqual([]);
  });

  it('lets the department record a branch of an agency and its last day; what was there before stays in sight', async () => {
    const { page, faults } = await office.enter('sonoivu', { path: '/doanh-nghiep' });
    await page.waitForSelector('.agency-table');
    const journey = new Journey(page, { task: 'department-branch', what: 'record a branch of an agency', clicks: 3 });
    await journey.click('.agency-table .link-button:has-text("An Phúc")');
    await page.waitForSelector('.branch-list li:has-text("Chi nhánh Tây Bắc")');
    await journey.click('button:has-text("Thêm chi nhánh")');
    const form = page.locator('form[aria-label="Thêm chi nhánh"]');
    await form.getByLabel('Tên chi nhánh').fill('Chi nhánh Than Uyên');
    await form.getByLabel('Địa chỉ').fill('Khu 2, Than Uyên');
    await form.getByLabel('Quyết định, ngày').fill('Quyết định số 9');
    await journey.click('form[aria-label="Thêm chi nhánh"] .main-button');
    await page.waitForSelector('.branch-list li:has-text("Chi nhánh Than Uyên")');
    expect(journey.done()).toMatchObject({ inside: true });
    await page.screenshot({ path: `${PICTURES}/branches.png` });
    await page.click('.branch-list li:has-text("Than Uyên") .link-button');
    await page.click('.branch-list form .main-button');
    await page.waitForSelector('.branch-list li.quiet:has-text("Than Uyên"), .branch-list li:has-text("Than Uyên"):not(:has(button))');
    expect(faults).toEqual([]);
    expect(
      await office.db.sql(`select name, (upper(valid) - 1)::text as "lastDay" from agency_branch where name like '%Than Uyên'`),
    ).toEqual([{ name: 'Chi nhánh Than Uyên', lastDay: TODAY }]);
  });

  it('shows what an agency still owes beside its deposit, which the department records', async () => {
    const [owed] = await office.db.sql<{ id: string; name: string }>(
      `with owed as (
         select c.id, c.worker_id from case_file c join organisation o on o.id = c.agency_id
          where c.province_code = '12' and o.name like '%An Phúc%' and not exists (select from refund r where r.case_id = c.id) order by c.id limit 1),
       refunded as (insert into refund (id, case_id, kind, principal, interest, due_by, detail, request_id)
         select gen_random_uuid(), id, 'NOT_SENT', 61000000, 0, business_day() - 4000, '{}', 'test' from owed)
       select o.id, w.full_name as name from owed o join worker w on w.id = o.worker_id`,
    );
    const { page, faults } = await office.enter('sonoivu', { path: '/doanh-nghiep' });
    await page.waitForSelector('.agency-table');
    const journey = new Journey(page, { task: 'department-deposit', what: 'record the deposit of an agency', clicks: 3 });
    await journey.click('.agency-table .link-button:has-text("An Phúc")');
    // Everything above has come: nothing moves under the hand.
    await page.waitForSelector('.branch-list li:has-text("Chi nhánh Tây Bắc")');
    await page.waitForSelector('.contract-list li');
    const claim = page.locator(`.claim-table tr:has(a[href*="${owed!.id}"])`);
    await claim.waitFor();
    expect(await claim.textContent()).toContain(owed!.name);
    expect(await claim.textContent()).toContain('61.000.000');
    await journey.click('button:has-text("Ghi tiền ký quỹ")');
    const form = page.locator('form[aria-label="Ghi tiền ký quỹ"]');
    await form.getByLabel('Số tiền').fill('40000000');
    await form.getByLabel('Ngân hàng').fill('Ngân hàng Công thương');
    await form.getByLabel('Tính từ ngày').fill('01/11/2026');
    await form.getByLabel('Giấy xác nhận, ngày').fill('Giấy xác nhận số 12');
    await journey.click('form[aria-label="Ghi tiền ký quỹ"] .main-button');
    await page.waitForSelector('.claim-line:has-text("40.000.000"):has-text("01/11/2026")');
    await page.waitForSelector('.claim-line .chip-urgent:has-text("vượt tiền ký quỹ")');
    expect(journey.done()).toMatchObject({ inside: true });
    await page.screenshot({ path: `${PICTURES}/claims.png` });
    expect(faults).toEqual([]);
  });
});
