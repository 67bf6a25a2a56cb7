import type { Page } from '../support/browser';
import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

/** Work at home: a fair announced by the centre, and a job for somebody who came back. */
describe('journeys of the centre with people at home', () => {
  let office: Office;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page, faults } = await office.enter('trungtam'));
    await page.waitForSelector('.queue-row');
  });
  afterAll(() => office?.close());

  it('13: refers somebody who came back to the work that fits best, and is asked for the outcome later', async () => {
    const journey = new Journey(page, { task: 'centre-13', what: 'refer a returnee to a job', clicks: 5 });
    await journey.click('nav >> text="Người về nước"');
    await page.waitForSelector('.returnee-table tbody tr');
    await journey.click('.returnee-name a >> nth=0');
    await page.waitForSelector('.fitting-list li');
    const workerId = page.url().split('/').at(-1)!;
    expect(await page.textContent('.fitting-list li >> nth=0')).toMatch(/Hợp vì|Lưu ý|Chưa đủ thông tin/);
    await journey.click('.fitting-list .main-button >> nth=0');
    await page.waitForSelector('.referral-list li');
    expect(journey.done()).toMatchObject({ inside: true });
    const duty = () =>
      office.db.sql(`select state, due_on::text as due, outcome from desk_task where kind = 'REFERRAL_OUTCOME' and worker_id = $1`, [
        workerId,
      ]);
    expect(await duty()).toEqual([{ state: 'open', due: '2026-12-10', outcome: null }]);
    await page.click('.outcome-form button:has-text("Không nhận")');
    await page.selectOption('.outcome-form select', 'FAR');
    await page.click('.outcome-form .main-button');
    await page.waitForSelector('.referral-list p:has-text("xa nhà")');
    expect(await duty()).toEqual([{ state: 'done', due: '2026-12-10', outcome: 'declined' }]);
    expect(faults).toEqual([]);
  });

  it('answers the duty where it lies on the desk', async () => {
    const [{ id }] = (await office.db.sql<{ id: string }>(
      `select id::text as id from desk_task where kind = 'REFERRAL_OUTCOME' and state = 'open' limit 1`,
    )) as [{ id: string }];
    await page.goto(`${office.url}/?loai=REFERRAL_OUTCOME`);
    await page.click('.queue-main >> nth=0');
    await page.click('.outcome-form button >> nth=0');
    await page.click('.outcome-form .main-button');
    await page.waitForSelector('.notice-done');
    expect(await office.db.sql(`select state, outcome from desk_task where id = $1`, [id])).toEqual([{ state: 'done', outcome: 'taken' }]);
  });

  it('keeps skills and wishes as of a day, and finds work by them', async () => {
    await page.goto(`${office.url}/nguoi-ve-nuoc`);
    await page.click('.returnee-name a >> nth=1');
    await page.click('.page-deeds button:has-text("Ghi tay nghề"), .page-deeds button:has-text("Hỏi lại")');
    await page.getByLabel('Tay nghề học được').fill('May công nghiệp');
    await page.getByLabel('Muốn làm gì', { exact: true }).selectOption('LOCAL_JOB');
    await page.getByLabel('Tiền tích lũy dùng cho').selectOption('HOUSE');
    await page.click('dialog .main-button');
    await page.waitForSelector('.fit-yes:has-text("đã làm “May công nghiệp”, việc cần “Công nhân may”")');
  });

  it('mends an opening, and what stood before stays to be read', async () => {
    await page.goto(`${office.url}/viec-tuyen`);
    const name = (await page.getAttribute('.opening-list button:has-text("Sửa") >> nth=0', 'aria-label'))!;
    const journey = new Journey(page, { task: 'centre-16', what: 'mend an opening', clicks: 2 });
    await journey.click(`button[aria-label="${name}"]`);
    await page.getByLabel('Số người cần').fill('2000');
    await page.getByLabel('Tuyển đến hết ngày').fill('31122026');
    await journey.click('dialog .form-deeds .main-button');
    await page.waitForSelector('.opening-list tr:has-text("/ 2000"):has-text("31/12/2026")');
    expect(journey.done()).toMatchObject({ inside: true });
    await page.click('.opening-list tr:has-text("/ 2000") button:has-text("Sửa")');
    await page.waitForSelector('dialog section:has-text("Nội dung cũ") li');
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('announces a fair, which communes and anybody see at once', async () => {
    await page.goto(`${office.url}/phien-viec-lam`);
    await page.click('.page-deeds .main-button');
    await page.getByLabel('Tên phiên').fill('Phiên thử');
    await page.getByLabel('Ngày tổ chức').fill('20122026');
    await page.getByLabel('Địa điểm').fill('Sân vận động');
    await page.getByLabel('Ghi tên đến hết ngày').fill('18122026');
    await page.getByLabel('Số chỗ').fill('25');
    await page.click('dialog .main-button');
    await page.waitForSelector('.fair-page h1:has-text("Phiên thử")');
    await page.goto(`${office.url}/cong-khai/phien-viec-lam`);
    await page.waitForSelector('.fair:has-text("Phiên thử")');
    expect(faults).toEqual([]);
  });
});
