import sharp from 'sharp';
import type { Page } from './support/browser';
import { Journey } from './support/journey';
import { openOffice, type Office } from './support/office';

/** Classes, papers and gates as the centre, the department and an agency work with them. */
describe('before the exit', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page, faults } = await office.enter('trungtam', { path: '/lop-hoc' }));
  });
  afterAll(() => office?.close());
  const saved = () => page.waitForSelector('.notice-done');
  const classId = async (title: string) =>
    (await office.db.sql<{ id: string }>(`select id from training_class where title = $1`, [title]))[0]!.id;

  it('shows the classes and how many were trained before they left', async () => {
    await page.waitForSelector('.plain-table');
    expect(await page.locator('.plain-table tbody tr').count()).toBe(3);
    expect(await page.textContent('.page-note')).toMatch(/\d+\/\d+ người có chứng chỉ/);
  });

  it('6: attendance of a class: one absentee unticked', async () => {
    await page.click('text=Lớp định hướng số 02');
    await page.waitForSelector('.session-sheet');
    const session = (
      await office.db.sql<{ id: string }>(
        `select s.id from class_session s where s.class_id = $1 and s.taken_at is null order by s.held_on, s.part desc limit 1`,
        [await classId('Lớp định hướng số 02')],
      )
    )[0]!;
    const journey = new Journey(page, { task: 'centre-6', what: 'take attendance of a class', clicks: 2 });
    await journey.click('.session-person >> nth=0');
    await journey.click('.session-sheet .main-button');
    await saved();
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select count(*)::int as n from class_absence where session_id = $1`, [session.id])).toEqual([{ n: 1 }]);
  });

  it('moves the next one up when somebody leaves', async () => {
    expect(await page.textContent('.class-line')).toContain('10/10 chỗ');
    await page
      .locator('.plain-table tbody tr')
      .first()
      .getByRole('button', { name: /rời lớp/ })
      .click();
    await page.getByLabel('Lý do').fill('Chuyển sang lớp sau');
    await page.click('dialog .main-button');
    await page.waitForSelector('.notice-done:has-text("vào thay")');
    expect(await page.textContent('.class-line')).toContain('10/10 chỗ');
  });

  it('opens a class, plans its half days, seats people who leave soonest', async () => {
    await page.goto(`${office.url}/lop-hoc`);
    await page.click('text=Mở lớp');
    await page.getByLabel('Tên lớp').fill('Lớp định hướng số 03');
    await page.getByLabel('Khai giảng').fill('30112026');
    await page.getByLabel('Kết thúc').fill('12122026');
    await page.getByLabel('Địa điểm').fill('Hội trường');
    await page.click('dialog .main-button');
    await page.waitForURL(/lop-hoc\/[0-9a-f-]{36}/);
    await page.click('.page-deeds >> text=Xếp buổi học');
    await page.click('dialog .main-button');
    await page.waitForFunction(() => document.querySelectorAll('.session-strip button').length === 24);
    await page.click('.page-deeds >> text=Xếp lớp');
    await page.click('.enrol-list .session-person >> nth=0');
    await page.click('.enrol-list .session-person >> nth=1');
    await page.click('dialog .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.textContent('.class-line')).toContain('2/40 chỗ');
  });

  it('cancels a class that never was: nothing more is written to it', async () => {
    await page.click('.page-deeds >> text=Hủy lớp');
    await page.click('dialog .main-button');
    await page.waitForSelector('.notice-done:has-text("Lớp đã hủy")');
    await page.waitForSelector('.page-deeds >> text=Xếp lớp', { state: 'detached' });
  });

  it('judges papers for the planned exit, takes a photo of one, and keeps what was shown', async () => {
    const [file] = await office.db.sql<{ id: string }>(
      `select id from case_file where facts ? 'plannedExitOn' and stage = 'CONTRACTED' order by id limit 1`,
    );
    await page.goto(`${office.url}/ho-so/${file!.id}?muc=giay-to`);
    await page.waitForSelector('.gate-line');
    expect(await page.textContent('.gate-line')).toMatch(/Xét cho ngày dự kiến xuất cảnh .*còn \d+ điều kiện/);
    const row = page.locator('.plain-table tr', { hasText: 'Giấy khám sức khỏe' });
    await row.getByRole('button', { name: /^Bổ sung/ }).click();
    await page.getByLabel('Số giấy tờ').fill('77/GKSK');
    await page.getByLabel('Ngày cấp').fill('20112026');
    await page.getByLabel('Nơi cấp').fill('Bệnh viện tỉnh');
    await page.click('dialog .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    await row.locator('text=có giá trị đến 20/11/2027').waitFor();
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    await row.locator('input[type=file]').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo });
    await row.locator('.scan').waitFor();
    const [got] = await Promise.all([page.waitForEvent('download'), row.locator('.scan').click()]);
    expect(got.suggestedFilename()).toBe('health.jpg');
    await page.click('.paper-past summary');
    expect(await page.textContent('.paper-past li')).toContain('77/GKSK');
  });

  it('7: an agency sends many scans, each to its case by the code in its name', async () => {
    const mine = await office.db.sql<{ code: string }>(
      `select c.code from case_file c join account a on a.organisation_id = c.agency_id where a.login = 'dn-anphuc' and c.stage = 'CONTRACTED' order by c.code limit 2`,
    );
    const { page: agency } = await office.enter('dn-anphuc');
    await agency.waitForSelector('.queue-row');
    const journey = new Journey(agency, { task: 'agency-7', what: 'send contract scans', clicks: 2 });
    await journey.click('nav >> text=Gửi bản chụp');
    const pdf = (code: string) => Buffer.from(`%PDF-1.4\n% ${code}\n%%EOF\n`);
    await agency.getByLabel('Loại giấy tờ').selectOption('VISA');
    const asked = agency.waitForEvent('filechooser');
    await journey.click('.scans-drop label.main-button');
    await (
      await asked
    ).setFiles([
      ...mine.map(({ code }) => ({ name: `thi thuc ${code}.pdf`, mimeType: 'application/pdf', buffer: pdf(code) })),
      { name: 'khong ma.pdf', mimeType: 'application/pdf', buffer: pdf('x') },
      { name: `${mine[0]!.code}.docx`, mimeType: 'application/octet-stream', buffer: Buffer.from('PK') },
    ]);
    await agency.waitForSelector('text=2 tệp chưa nhận.');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await agency.locator('td.tone-urgent').allTextContents()).toEqual([
      'Tên tệp không có mã hồ sơ 10 ký tự.',
      expect.stringContaining('Chỉ nhận tệp PDF hoặc ảnh'),
    ]);
    expect(await office.db.sql(`select from paper_file where guard = 'VISA' and state = 'kept'`)).toHaveLength(2);
    await agency.context().close();
  });

  it('lets the department waive what the law leaves open, with a reason, and refuses the rest', async () => {
    const [file] = await office.db.sql<{ id: string }>(
      `select id from case_file where stage = 'CONTRACTED' and legal_form = 'SERVICE' and not facts -> 'guards' ? 'APPLICATION' order by id limit 1`,
    );
    const { page: department } = await office.enter('sonoivu', { path: `/ho-so/${file!.id}?muc=giay-to` });
    const waive = async (title: string) => {
      await department
        .locator('.plain-table tr', { hasText: title })
        .getByRole('button', { name: /^Cho phép đi/ })
        .click();
      await department.getByLabel('Lý do').fill('Sở chịu trách nhiệm cho đợt này');
      await department.click('dialog .main-button');
    };
    await waive('Đơn và sơ yếu lý lịch');
    await department.waitForSelector('.paper-why:has-text("Sở chịu trách nhiệm")');
    await waive('Thị thực');
    await department.waitForSelector('dialog .fault');
    expect(await department.textContent('dialog .fault')).toContain('do pháp luật quy định');
    await department.context().close();
  });

  it('did nothing a page must not do', () => expect(faults).toEqual([]));
});
