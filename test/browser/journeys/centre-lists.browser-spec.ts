import { Journey } from '../support/journey';
import { departWithoutPapers } from '../support/missing-papers';
import { openOffice, type Office } from '../support/office';

const FAMILY = ['Lò', 'Vàng', 'Giàng', 'Tẩn', 'Hạng'];
const MIDDLE = ['Văn Hội', 'Minh Chợ', 'Thị Phiên', 'Đức Sàn', 'Hồng Xuân'];
const GIVEN = ['An', 'Bình', 'Chiến', 'Dũng', 'Hùng', 'Khoa', 'Long', 'Nam'];

/** A register of a fair: many people, five of them with a day that does not exist. */
function register(people: number): Buffer {
  const rows = Array.from({ length: people }, (_, n) => {
    const wrong = n % 40 === 7;
    const year = wrong ? 1999 : 1990 + (n % 10);
    return [
      n + 1,
      [FAMILY[n % 5], MIDDLE[Math.floor(n / 40)], GIVEN[n % 8]].join(' '),
      wrong ? '31/02/1999' : `${String(1 + (n % 28)).padStart(2, '0')}/03/${year}`,
      n % 2 ? 'Nam' : 'Nữ',
      `012${n % 2 ? 0 : 1}${year % 100}${970_000 + n}`,
      'Bum Tở',
      ['Nhật Bản', 'Hàn Quốc', 'Đài Loan'][n % 3],
    ];
  });
  const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Xã', 'Thị trường'];
  return Buffer.from([header, ...rows].map((row) => row.join(',')).join('\r\n'));
}

/** Tasks of the centre that are about many people at once. */
describe('the centre and its lists', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());
  const count = async (sql: string) => Number((await office.db.sql<{ n: string }>(sql))[0]!.n);

  it('4: takes a list of 200 people, mends five cells and imports it', async () => {
    const { page } = await office.enter('trungtam', { path: '/nhap-du-lieu' });
    await page.waitForSelector('.drop-zone');
    const before = await count(`select count(*) as n from worker`);
    const journey = new Journey(page, { task: 'centre-4', what: 'take a list of 200 people', clicks: 8, keys: 5 });
    await page.setInputFiles('input[type=file]', { name: 'hoi-cho.csv', mimeType: 'text/csv', buffer: register(200) });
    await page.waitForSelector('.cell-fault');
    const wrong = await page.locator('.cell-fault').count();
    expect(wrong).toBe(5);
    // One click into the first wrong cell; each typed day ends with Enter, and the grid leads on to the next wrong one.
    for (let cell = 0; cell < wrong; cell++) {
      await journey.click('.cell-fault >> nth=0');
      await journey.type('28/02/1999');
      await journey.press('Enter');
      await page.waitForFunction((left) => document.querySelectorAll('.cell-fault').length === left, wrong - cell - 1);
    }
    await journey.click('.import .main-button');
    await page.waitForSelector('.import .main-button:enabled >> text=Nhập 200 dòng');
    await journey.click('.import .main-button');
    await page.waitForURL(/bien-nhan\//);
    expect(await count(`select count(*) as n from worker`)).toBe(before + 200);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('7: chases missing papers: who leaves within 30 days, all of them reminded at once', async () => {
    const { page, faults } = await office.enter('trungtam');
    const journey = new Journey(page, { task: 'centre-7', what: 'chase missing papers', clicks: 3 });
    await journey.click('nav >> text=Sắp xuất cảnh');
    await page.waitForSelector('.missing-papers');
    const lacking = await page.locator('tbody tr').count();
    await journey.click('thead input[type=checkbox]');
    await journey.click('.propose-bar .main-button');
    await page.waitForSelector('.notice-done');
    expect(journey.done()).toMatchObject({ inside: true });
    const told = await office.db.sql<{ desk: string }>(
      `select distinct case_id, desk from desk_task where kind = 'MISSING_PAPERS' and state = 'open'`,
    );
    const alone = await page.locator('.fault').count();
    expect(told.length).toBeGreaterThan(0);
    expect(told.length + alone).toBe(lacking);
    expect(faults).toEqual([]);
    await page.context().close();

    const [clerk] = await office.db.sql<{ login: string }>(
      `select a.login from account a join desk_task t on t.agency_id = a.organisation_id where t.kind = 'MISSING_PAPERS' limit 1`,
    );
    const agency = await office.enter(clerk!.login, { path: '/?loai=MISSING_PAPERS' });
    await agency.page.waitForSelector('.queue-row:has-text("Trung tâm nhắc")');
    expect(agency.faults).toEqual([]);
    await agency.page.context().close();
  });

  it('9: confirms what an agency reported without a paper: its number and day', async () => {
    await departWithoutPapers(office, ['HEALTH', 'VISA']);
    const { page } = await office.enter('trungtam', { path: '/?loai=DEPARTURE_GAP' });
    await page.waitForSelector('.queue-action');
    const open = await count(`select count(*) as n from case_gap where closed_on is null and cardinality(open_guards) > 0`);
    const journey = new Journey(page, { task: 'centre-9', what: 'confirm a departure', clicks: 1, keys: 1 });
    await journey.click('.queue-action >> nth=0');
    await page.waitForSelector('.guard[open] input:focus');
    await journey.type('GT-12/2026');
    await page.fill('.guard[open] .field-day >> nth=0', '01/10/2026');
    await page.focus('.guard[open] .field-day >> nth=0');
    await journey.press('Enter');
    await page.waitForSelector('.notice');
    expect(await count(`select count(*) as n from case_gap where closed_on is null`)).toBeLessThanOrEqual(open);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('15: answers a question from above: narrow, read the number, copy the sentence', async () => {
    const { page } = await office.enter('trungtam', { path: '/lao-dong', permissions: ['clipboard-read', 'clipboard-write'] });
    await page.waitForSelector('.grid-name');
    const journey = new Journey(page, { task: 'centre-15', what: 'how many are in Korea, of one commune?', clicks: 4 });
    await journey.click('[aria-controls=filter-panel]');
    await page.getByLabel('Thị trường').selectOption('KR');
    await page.getByRole('combobox', { name: 'Xã, phường' }).fill('tan phong');
    await page.waitForSelector('[role=listbox][aria-busy=false] [role=option]');
    await journey.click('[role=option] >> nth=0');
    await page.waitForURL(/communeCode=/);
    await page.waitForFunction(() => document.querySelectorAll('.filter-chip').length === 3);
    await journey.click('.page-deeds >> text=Chép câu trả lời');
    await page.waitForSelector('.notice');
    const said = await page.evaluate(() => navigator.clipboard.readText());
    const commune = new URL(page.url()).searchParams.get('communeCode');
    const there = await count(
      `select count(*) as n from case_file where market = 'KR' and commune_code = '${commune}' and stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')`,
    );
    expect(said).toContain(`${there} hồ sơ`);
    expect(said).toMatch(/Đang ở nước ngoài; Hàn Quốc; .*tính đến \d{2}\/\d{2}\/\d{4}/);
    expect(journey.done().inside).toBe(true);
    await page.context().close();
  });

  it('begins with the people abroad, oldest end first; everybody is one choice away', async () => {
    const { page } = await office.enter('trungtam');
    await page.click('nav >> text=Lao động');
    await page.waitForSelector('.grid-name');
    const abroad = await count(
      `select count(*) as n from case_file where province_code = '12' and stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')`,
    );
    expect(await page.textContent('.page-count')).toContain(`${abroad} hồ sơ`);
    expect(await page.locator('.filter-chip').allInnerTexts()).toEqual(['Đang ở nước ngoài ×']);
    await page.click('.filter-chip');
    await page.waitForURL(/tatca=1/);
    const all = await count(`select count(*) as n from case_file where province_code = '12'`);
    await page.waitForFunction((n) => document.querySelector('.page-count')?.textContent?.includes(`${n} hồ sơ`), all);
    expect(await page.locator('.saved-views option:checked').innerText()).toBe('Mọi hồ sơ');
    await page.context().close();
  });

  it('keeps a view under a name for the whole office; the author takes it away again', async () => {
    const { page } = await office.enter('trungtam', { path: '/lao-dong?market=KR&stages=ABROAD&sort=name' });
    await page.waitForSelector('.grid-name');
    const journey = new Journey(page, { task: 'centre-view', what: 'keep a view for the office', clicks: 3 });
    await journey.click('.filter-bar >> text=Lưu bộ lọc này');
    await page.getByLabel('Tên bộ lọc').fill('Hàn Quốc theo tên');
    await journey.click('dialog .form-tick');
    await journey.click('dialog .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(journey.done().inside).toBe(true);
    await page.goto(`${office.url}/lao-dong`);
    await page.waitForSelector('.grid-name');
    await page.selectOption('.saved-views', { label: 'Hàn Quốc theo tên' });
    await page.waitForURL(/market=KR/);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
    await page.click('.filter-bar >> text=Xóa bộ lọc');
    await page.waitForFunction(() => !document.querySelector('.saved-views')?.textContent?.includes('Hàn Quốc theo tên'));
    await page.context().close();
  });
});
