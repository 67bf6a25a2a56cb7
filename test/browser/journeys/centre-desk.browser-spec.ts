import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

/** Tasks of the centre that begin at the desk: who calls, what is due, whom to remind, what a visit brought. */
describe('the centre at its desk', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it('1: who is calling?', async () => {
    const [person] = await office.db.sql<{ name: string; id: string }>(
      `select w.full_name as name, c.id from worker w join case_file c on c.worker_id = w.id
        where w.province_code = '12' and (select count(*) from worker o where o.full_name = w.full_name) = 1 order by w.id limit 1`,
    );
    const { page } = await office.enter('trungtam');
    await page.waitForSelector('.queue-row');
    const journey = new Journey(page, { task: 'centre-1', what: 'find the caller and open the case', clicks: 0, keys: 2 });
    await journey.press('Control+k');
    await page.waitForSelector('.palette-input');
    const typed = person!.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().split(' ').reverse().join(' ');
    await journey.type(typed);
    await journey.press('Enter');
    await page.waitForURL(`**/ho-so/${person!.id}`);
    expect(journey.done()).toMatchObject({ inside: true });
    await page.context().close();
  });

  it('opens who is found last, though another of the first answer was chosen meanwhile', async () => {
    const { page } = await office.enter('trungtam');
    await page.waitForSelector('.queue-row');
    const [person] = await office.db.sql<{ name: string; id: string }>(
      `select w.full_name as name, c.id from worker w join case_file c on c.worker_id = w.id
        where w.province_code = '12' and (select count(*) from worker o where o.full_name = w.full_name) = 1
          and (select count(*) from worker o where o.province_code = '12' and split_part(o.full_name, ' ', 1) = split_part(w.full_name, ' ', 1)) > 5 order by w.id limit 1`,
    );
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette-input');
    await page.keyboard.type(person!.name.split(' ')[0]!);
    await page.waitForFunction(() => document.querySelectorAll('.palette .found').length > 3);
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.type(person!.name.slice(person!.name.indexOf(' ')));
    await page.waitForFunction(() => document.querySelectorAll('.palette .found').length === 1);
    await page.waitForSelector('[role=option][aria-selected=true] .found');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/ho-so/${person!.id}`);
    await page.context().close();
  });

  it('2: what must I do today?', async () => {
    const { page } = await office.enter('trungtam');
    const journey = new Journey(page, { task: 'centre-2', what: 'see what is most pressing and why', clicks: 0 });
    await page.waitForSelector('.row-urgent .queue-what');
    expect(journey.done()).toMatchObject({ inside: true });
    await page.context().close();
  });

  it('10: contracts that end soon, with the commune and a phone', async () => {
    const { page } = await office.enter('trungtam');
    await page.waitForSelector('.queue-row');
    const journey = new Journey(page, { task: 'centre-10', what: 'list contracts ending soon and call the commune or family', clicks: 3 });
    await journey.click('nav >> text=Cảnh báo');
    await page.waitForSelector('.alert-filters select');
    await page.selectOption('.alert-filters select >> nth=0', 'EXPIRY');
    await page.waitForURL('**/canh-bao?ho=EXPIRY');
    await page.waitForSelector('.queue-main');
    await journey.click('.queue-main >> nth=0');
    await page.waitForSelector('.side-panel .phones');
    expect(journey.done()).toMatchObject({ inside: true });
    await page.context().close();
  });

  it('11: a visit says somebody is home: read it and record the return', async () => {
    const [one] = await office.db.sql<{ id: string }>(
      `insert into desk_task (desk, province_code, commune_code, kind, dedupe_key, case_id, worker_id, detail)
       select 'centre', c.province_code, c.commune_code, 'CONFIRM_RETURN', 'test:journey', c.id, c.worker_id, '{}' from case_file c
        where c.province_code = '12' and c.stage = 'ABROAD' and c.departed_on < '2026-01-01' and c.contract_end < '2026-11-25' order by c.id limit 1 returning case_id as id`,
    );
    const { page } = await office.enter('trungtam', { path: '/?nhom=today' });
    await page.waitForSelector('.queue-action');
    const journey = new Journey(page, { task: 'centre-11', what: 'read what the visit brought and decide', clicks: 2, keys: 1 });
    await journey.click('.queue-action');
    await page.waitForSelector('.side-panel .field-day:focus');
    await journey.type('25/11/26');
    await journey.press('Enter');
    await page.waitForSelector('.side-panel', { state: 'detached' });
    const [after] = await office.db.sql(`select returned_on::text as returned, stage from case_file where id = $1`, [one!.id]);
    expect(after).toEqual({ returned: '2026-11-25', stage: 'RETURNED' });
    expect(journey.done()).toMatchObject({ inside: true });
    await page.context().close();
  });

  it('14: the monthly report: three warnings checked, frozen, Word and annex', async () => {
    const { page, faults } = await office.enter('trungtam');
    await page.waitForSelector('.queue-row');
    const journey = new Journey(page, { task: 'centre-14', what: 'monthly report with Word and annex', clicks: 4 });
    await journey.click('nav >> text=Báo cáo tháng');
    await page.waitForSelector('.report-warnings li >> nth=2');
    const rows = Number((await page.textContent('.figure-table tr:has-text("Xuất cảnh từ đầu năm (lượt)") td'))!.replaceAll('.', ''));
    const [counted] = await office.db.sql<{ n: number }>(
      `select count(*)::int as n from case_file where province_code = '12' and departed_on between '2026-01-01' and '2026-10-31'`,
    );
    expect(rows).toBe(counted!.n);
    await journey.click('form.report-part button[type=submit]');
    await page.waitForSelector('.report-word');
    const taken: string[] = [];
    page.on('download', (file) => taken.push(file.suggestedFilename()));
    await journey.click('.report-word');
    await journey.click('.report-annex');
    await page.waitForFunction(() => document.body.textContent?.includes('Đã tải phụ lục Excel'));
    expect(journey.done()).toMatchObject({ inside: true });
    expect(taken).toEqual(['Báo cáo tháng 10-2026.docx', 'Phụ lục báo cáo tháng 10-2026.xlsx']);
    const [report] = await office.db.sql(
      `select state, version, (select count(*)::int from report_line l where l.report_id = r.id) > 20 as lines from monthly_report r where commune_code = ''`,
    );
    expect(report).toEqual({ state: 'submitted', version: 1, lines: true });
    await page.click('.figure-table tr:has-text("Xuất cảnh từ đầu năm (lượt)") .link-button');
    await page.waitForSelector('.behind-table tbody tr');
    expect(await page.locator('.behind-table tbody tr').count()).toBe(Math.min(counted!.n, 300));
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
