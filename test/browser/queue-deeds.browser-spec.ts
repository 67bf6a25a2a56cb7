import type { Page } from './support/browser';
import { PASSWORD } from './support/demo-database';
import { departWithoutPapers } from './support/missing-papers';
import { ANY_TURN, openOffice, type Office } from './support/office';

/** What the panel of a row can do besides answering a question: each deed by hand, and what it left in the database. */
describe('deeds of the queue', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());
  afterEach(async () => {
    await page?.context().close();
  });

  const one = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []) => (await office.db.sql<T>(sql, values))[0]!;
  const token = async (login: string) =>
    (await office.app.call('POST', '/api/v1/session', { body: { login, password: PASSWORD } })).json.token as string;
  /** Puts a task on the centre's desk and opens it; returns its id. */
  const openTask = async (kind: string, caseId: string, detail: object) => {
    const { id } = await one<{ id: string }>(
      `insert into desk_task (desk, province_code, commune_code, kind, dedupe_key, case_id, worker_id, detail)
       select 'centre', c.province_code, c.commune_code, $1, 'test:' || $1, c.id, c.worker_id, $3::jsonb from case_file c where c.id = $2 returning id::text as id`,
      [kind, caseId, JSON.stringify(detail)],
    );
    ({ page } = await office.enter('trungtam', { path: `/?loai=${kind}&mo=task-${id}` }));
    await page.waitForSelector('.side-panel [data-section=deed] form');
    return id;
  };
  const taskState = async (id: string) => (await one<{ state: string }>(`select state from desk_task where id = $1`, [id])).state;
  const abroad = (more = 'true') =>
    one<{ id: string; ends: string; worker: string }>(
      `select c.id, c.contract_end::text as ends, c.worker_id as worker from case_file c
        where c.province_code = '12' and c.stage = 'ABROAD' and c.contract_end > '2027-06-01' and ${more} order by c.id limit 1`,
    );
  const panelGone = () => page.waitForSelector('.side-panel', { state: 'detached' });

  it('records a longer contract the commune heard of, and is done with it', async () => {
    const { id } = await abroad(`c.contract_end < '2029-05-31' and ${ANY_TURN}`);
    const task = await openTask('CONFIRM_EXTENSION', id, { newEnd: '2029-05-31' });
    expect(await page.inputValue('.side-panel .field-day >> nth=0')).toBe('31/05/2029');
    await page.click('.side-panel [data-section=deed] .main-button');
    await panelGone();
    expect(await one(`select contract_end::text as ends from case_file where id = $1`, [id])).toEqual({ ends: '2029-05-31' });
    expect(await taskState(task)).toBe('done');
  });

  it('takes an answer back by one press: the question and the case stand as before', async () => {
    ({ page } = await office.enter('trungtam', { path: '/?nhom=urgent' }));
    await page.waitForSelector('.queue-row');
    const { asked } = (await one(
      `select array_agg('alert-' || a.id) as asked from alert a join case_file c on c.id = a.case_id
        where a.state = 'open' and a.family in ('RETURN_UNCONFIRMED', 'SUSPECTED_OVERSTAY') and ${ANY_TURN}`,
      [],
    )) as { asked: string[] };
    const shown = await page.$$eval('[data-row]', (rows) => rows.map((row) => row.getAttribute('data-row')!));
    const row = shown.find((one) => asked.includes(one))!;
    const stands = () =>
      one(
        `select a.state, a.answer_by::text as until, c.stage, c.contract_end::text as ends from alert a join case_file c on c.id = a.case_id where a.id = $1`,
        [row.replace('alert-', '')],
      );
    const before = await stands();
    // By mouse, the hand stays over the list: the row comes back under it.
    await page.click(`[data-row="${row}"]`);
    await page.waitForSelector('.choice');
    await page.keyboard.press('2');
    await page.waitForSelector('.field-day:focus');
    await page.keyboard.type('31/12/28');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(`[data-row="${row}"]`, { state: 'detached' });
    expect(await stands()).not.toEqual(before);
    await page.keyboard.press('z');
    await page.waitForSelector(`[data-row="${row}"]`);
    expect(await stands()).toEqual(before);
    await page.waitForSelector(`[data-row="${row}"]:focus`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.side-panel .history >> text=đã hoàn tác');
  });

  it('ends a question about money by one press on what was done', async () => {
    const { id } = await one<{ id: string }>(
      `with asked as (
         insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, owner, answer_by)
         select c.id, c.province_code, 'LOAN_DECISION_2', 'LOAN_DECISION', 200, d.day + 2, d.day, d.day, 'centre', d.day + 2
           from (select business_day() as day) d cross join lateral (select * from case_file where province_code = '12' and stage = 'ABROAD' order by id limit 1) c
         returning id, case_id, target_date, raised_on),
       told as (insert into alert_recipient (alert_id, role, addressee, since) select id, 'centre', 'ESC:12', raised_on from asked),
       runs as (insert into case_clock (case_id, family, target_date) select case_id, 'LOAN_DECISION', target_date from asked)
       select id::text as id from asked`,
    );
    ({ page } = await office.enter('trungtam', { path: `/?loai=LOAN_DECISION_2&mo=alert-${id}` }));
    await page.waitForSelector('.side-panel [data-section=deed] .closing button');
    // It is no question of coming home.
    expect(await page.locator('.side-panel [data-section=deed] input[type=radio]').count()).toBe(0);
    await page.click('.side-panel .closing button:has-text("Đã hỏi phòng giao dịch")');
    await panelGone();
    expect(await one(`select state, closed_reason as reason from alert where id = $1`, [id])).toEqual({
      state: 'closed',
      reason: 'BANK_ASKED',
    });
  });

  it('opens a finished task again by one press', async () => {
    const { id } = await abroad(`c.id not in (select case_id from desk_task where case_id is not null)`);
    const task = await openTask('WRONG_COMMUNE_CHECK', id, {});
    await page.fill('.side-panel textarea', 'Đã đối chiếu');
    await page.click('.side-panel [data-section=deed] .main-button');
    await panelGone();
    expect(await taskState(task)).toBe('done');
    await page.click('.notice button >> nth=0');
    await page.waitForSelector(`[data-row="task-${task}"]`);
    expect(await taskState(task)).toBe('open');
  });

  it('takes number and day of each paper that was missing; the row goes with the last one', async () => {
    const guards = ['HEALTH', 'VISA'] as const;
    const caseId = await departWithoutPapers(office, guards);
    const gap = await one<{ id: string }>(`select id::text as id from desk_task where kind = 'DEPARTURE_GAP' and case_id = $1`, [caseId]);
    ({ page } = await office.enter('trungtam', { path: `/?loai=DEPARTURE_GAP&mo=task-${gap.id}` }));
    for (let paper = 0; paper < guards.length; paper++) {
      await page.waitForSelector('.guard[open] input');
      await page.fill('.guard[open] input:not(.field-day) >> nth=0', `GT-${paper + 1}/2026`);
      await page.fill('.guard[open] .field-day >> nth=0', '01/10/2026');
      await page.click('.guard[open] .main-button');
      await page.waitForFunction((left) => document.querySelectorAll('.guard').length === left, guards.length - paper - 1);
    }
    await panelGone();
    expect(await taskState(gap.id)).toBe('done');
    expect(await office.db.sql(`select from case_gap where case_id = $1 and closed_on is null`, [caseId])).toHaveLength(0);
  });

  it('says where somebody lives now that the old commune is divided', async () => {
    const { id, worker } = await abroad(`c.commune_code <> '03405'`);
    await openTask('CHOOSE_COMMUNE', id, {});
    await page.getByRole('combobox', { name: 'Nay thuộc xã, phường' }).fill('ta leng');
    await page.waitForSelector('[role=listbox][aria-busy=false] [role=option]');
    await page.keyboard.press('Enter');
    await page.getByLabel('Căn cứ').fill('Trưởng bản cho biết nay thuộc xã Tả Lèng');
    await page.click('.side-panel [data-section=deed] .main-button');
    await panelGone();
    expect(await one(`select commune_code as code from worker where id = $1`, [worker])).toEqual({ code: '03405' });
  });

  it('lets the department decide on a document by a second person, and says no only with a reason', async () => {
    const person = await one<{ id: string; name: string }>(
      `select c.id, w.full_name as name from case_file c join worker w on w.id = c.worker_id join alert a on a.case_id = c.id
        where a.state = 'open' and a.family = 'SUSPECTED_OVERSTAY' and c.stage = 'ABROAD' and c.province_code = '12' order by c.id limit 1`,
    );
    const asked = await office.app.call('POST', '/api/v1/overstay-proposals', {
      token: await token('trungtam'),
      body: { caseId: person.id, basis: 'a', number: '12/CV-QLLĐ', issuer: 'Ban Quản lý lao động', issuedOn: '2026-11-20' },
    });
    expect(asked.status).toBe(201);
    ({ page } = await office.enter('sonoivu', { path: '/?loai=OVERSTAY_PROPOSAL' }));
    await page.click('.queue-main >> nth=0');
    await page.waitForSelector('.side-panel >> text=12/CV-QLLĐ');
    await page.getByRole('radio', { name: 'Không xác nhận' }).check();
    expect(await page.locator('.side-panel [data-section=deed] .main-button').isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Xác nhận cư trú quá hạn' }).check();
    await page.click('.side-panel [data-section=deed] .main-button');
    await panelGone();
    expect(await one(`select stage from case_file where id = $1`, [person.id])).toEqual({ stage: 'OVERSTAYING' });
  });

  it('lets go the notices that an import holds back', async () => {
    const batch = await one<{ id: string }>(
      `insert into import_batch (id, kind, organisation_id, account_id, province_code, file_name, sha256, state)
       select gen_random_uuid(), 'register', a.organisation_id, a.id, '12', 'so-theo-doi.xlsx', sha256('held'), 'imported' from account a where a.login = 'trungtam' returning id`,
    );
    await office.db.sql(
      `update notice set state = 'held', held_batch = $1 where id in (select id from notice where province_code = '12' and state = 'open' limit 3)`,
      [batch.id],
    );
    ({ page } = await office.enter('trungtam', { path: '/?loai=HELD_BATCH' }));
    await page.click('.queue-main >> nth=0');
    await page.waitForSelector('.side-panel >> text=so-theo-doi.xlsx');
    await page.click('.side-panel [data-section=deed] .main-button');
    await panelGone();
    expect(await office.db.sql(`select from notice_release where batch_id = $1`, [batch.id])).toHaveLength(1);
  });
});
