import { Journey } from './support/journey';
import { openOffice, type Office } from './support/office';
import { asCopied, FIRST_CELL, manyRows, pasteInto, sendRegister } from './support/sent-files';

const shown = (day: string) => day.split('-').reverse().join('/');

describe('files and rows of other people', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 300_000);
  afterAll(() => office?.close());

  const away = async (login: string, count: number) =>
    office.db.sql<{ id: string; code: string; name: string; ends: string }>(
      `select c.id, c.code, w.full_name as name, c.contract_end::text as ends from case_file c join worker w on w.id = c.worker_id
        where c.agency_id = (select organisation_id from account where login = $1) and c.stage = 'ABROAD' and c.contract_end is not null order by c.id limit $2`,
      [login, count],
    );
  const endsOf = async (id: string) =>
    (await office.db.sql<{ ends: string }>(`select contract_end::text as ends from case_file where id = $1`, [id]))[0]!.ends;

  /** The demo's agency with most people away. */
  const agency = async () =>
    (
      await office.db.sql<{ login: string }>(
        `select min(a.login::text) as login from case_file c join account a on a.organisation_id = c.agency_id
          where c.stage = 'ABROAD' and c.contract_end is not null group by c.agency_id order by count(*) desc limit 1`,
      )
    )[0]!.login;

  it('lets an agency paste extensions, send the good rows, keep the wrong ones, and take the sending back', async () => {
    const login = await agency();
    const { page, faults } = await office.enter(login, { path: '/cap-nhat?mau=extensions' });
    const people = await away(login, 3);
    expect(people).toHaveLength(3);
    const rows = people.map(({ code, name, ends }, i) => [
      code,
      i === 2 ? 'Người Khác' : name,
      shown(`${Number(ends.slice(0, 4)) + 2}${ends.slice(4)}`),
    ]);
    await page.waitForSelector('.cell-grid');
    const journey = new Journey(page, { task: 'agency-11', what: 'report extensions in bulk', clicks: 3 });
    await journey.click(FIRST_CELL);
    await pasteInto(page, FIRST_CELL, asCopied(rows));
    await page.waitForSelector('.send-bar .main-button:enabled');
    expect(await page.textContent('.grid-say')).toContain('2 khớp · 0 cảnh báo · 1 chưa nhận');
    expect(await page.textContent('.send-bar .main-button')).toBe('Gửi 2 dòng đúng, giữ lại 1');
    await journey.click('.send-bar .main-button');
    await page.waitForSelector('.receipt-bar strong:has-text("BN-2026-")');
    expect(journey.done().inside).toBe(true);
    expect(await endsOf(people[0]!.id)).not.toBe(people[0]!.ends);
    expect(await endsOf(people[2]!.id)).toBe(people[2]!.ends);
    await page.waitForSelector('.cell-grid >> text=Người Khác');
    await page.waitForSelector('.cell-grid .chip');
    expect(await page.locator('.cell-grid .chip').count()).toBe(1);
    await page.click('.receipt-bar button >> nth=0');
    await page.waitForSelector('.receipt-bar', { state: 'detached' });
    expect(await endsOf(people[0]!.id)).toBe(people[0]!.ends);
    expect(faults).toEqual([]);
  });

  it('takes a header that was copied along, whatever its order, and undoes by Ctrl+Z', async () => {
    const login = await agency();
    const { page } = await office.enter(login, { path: '/cap-nhat?mau=extensions' });
    const [person] = await away(login, 1);
    await page.waitForSelector('.cell-grid');
    await page.click(FIRST_CELL);
    const later = shown(`${Number(person!.ends.slice(0, 4)) + 1}${person!.ends.slice(4)}`);
    await pasteInto(
      page,
      FIRST_CELL,
      asCopied([
        ['STT', 'Gia hạn đến ngày', 'Họ và tên', 'Mã hồ sơ'],
        ['1', later, person!.name, person!.code],
      ]),
    );
    await page.waitForSelector('.send-bar .main-button:enabled');
    expect(await page.textContent('.grid-say')).toContain('1 khớp');
    await page.focus(FIRST_CELL);
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.send-bar', { state: 'detached' });
  });

  it('fills the grid from a file: titles and blank lines left out, its own header kept', async () => {
    const login = await agency();
    const { page, faults } = await office.enter(login, { path: '/cap-nhat?mau=extensions' });
    const people = await away(login, 2);
    await page.waitForSelector('.cell-grid');
    const rows = [
      ['BÁO CÁO GIA HẠN HỢP ĐỒNG'],
      ['STT', 'Mã hồ sơ', 'Họ và tên', 'Gia hạn đến ngày'],
      ...people.map(({ code, name, ends }, n) => [String(n + 1), code, name, shown(`${Number(ends.slice(0, 4)) + 1}${ends.slice(4)}`)]),
    ];
    await page.setInputFiles('.file-button input', {
      name: 'gia-han.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.map((row) => row.join(',')).join('\r\n')),
    });
    await page.waitForSelector('.send-bar .main-button:enabled');
    expect(await page.textContent('.grid-say')).toContain('2 khớp');
    expect(await page.textContent('.cell-grid [role=row] >> nth=1')).toContain(people[0]!.code);
    await page.focus('.file-button input');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.send-bar', { state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('judges 500 pasted rows of 8 cells in one request, and draws only those that are seen', async () => {
    const { page } = await office.enter('dn-anphuc', { path: '/cap-nhat' });
    await page.waitForSelector('.cell-grid');
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/v1/imports') && asked.push(new URL(request.url()).pathname));
    await page.click(FIRST_CELL);
    await pasteInto(page, FIRST_CELL, asCopied(manyRows(500)));
    await page.waitForSelector('.cell-grid .chip');
    expect(await page.textContent('.grid-say')).toMatch(/500/);
    expect(asked).toEqual(['/api/v1/imports/check']);
    expect(await page.locator('.cell-grid [role=row]').count()).toBeLessThan(60);
    await page.evaluate(() => {
      const grid = document.querySelector('.cell-grid')!;
      grid.scrollTop = grid.scrollHeight;
    });
    await page.waitForSelector('.cell-grid >> text=dòng 499');
  });

  it('leads through a messy register: doubt about a column, a question, a wrong cell, the import, the rows left, the undo', async () => {
    const { page, faults } = await office.enter('trungtam', { path: '/nhap-du-lieu' });
    await page.waitForSelector('.drop-zone');
    await sendRegister(page, 3);
    const phones = page.locator('.row-doubtful');
    expect(await phones.count()).toBe(1);
    expect(await phones.textContent()).toContain('Điện thoại');
    await page.click('.step-bar li:nth-child(5) button');
    expect(await page.locator('.import .main-button').isDisabled()).toBe(true);
    await page.click('.step-bar li:nth-child(3) button');
    await phones.locator('select').selectOption('skip');
    await page.waitForSelector('.row-doubtful', { state: 'detached' });
    await page.click('.step-bar li:nth-child(4) button');
    await page.click('.question-list button >> nth=0');
    await page.waitForSelector('.question-open', { state: 'detached' });
    await page.dblclick('.cell-fault >> nth=0');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('28/02/1999');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.grid-bar >> text=Đã sửa 1 ô');
    await page.click('.step-bar li:nth-child(5) button');
    await page.waitForSelector('.import .main-button:enabled >> text=Nhập 3 dòng');
    await page.click('.import .main-button');
    await page.waitForURL(/bien-nhan\//);
    await page.waitForSelector('.receipt-facts');
    expect(await page.textContent('h1')).toContain('BN-2026-');
    const added = () =>
      office.db.sql(
        `select from worker where full_name in ('Vàng A Páo', 'Giàng Thị Mỷ', 'Lò Văn Ánh') and birth_date in ('1998-02-01', '1999-02-28', '1997-01-01')`,
      );
    expect(await added()).toHaveLength(3);
    await page.click('.page-deeds button:has-text("Thu hồi")');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.receipt-undone');
    expect(await added()).toHaveLength(0);
    expect(faults).toEqual([]);
  });

  it('says what is wrong with a file that is no table, and lets another be chosen', async () => {
    const { page } = await office.enter('trungtam', { path: '/nhap-du-lieu' });
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', {
      name: 'thu.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    });
    await page.waitForSelector('.import .fault');
    expect(await page.textContent('.import .fault')).toMatch(/\.xlsx/);
    await page.click('.page-deeds button');
    await page.waitForSelector('.drop-zone');
  });
});
