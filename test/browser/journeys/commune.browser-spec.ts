import { type Page, PHONE } from '../support/browser';
import { PASSWORD } from '../support/demo-database';
import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

/** What a commune officer does in five minutes a week, tap by tap. */
describe('journeys of a commune officer', () => {
  let office: Office;
  let login: string;
  let other: string;
  beforeAll(async () => {
    office = await openOffice();
    const rows = await office.db.sql<{ login: string }>(
      `select 'xa-' || c.commune_code as login from case_file c join alert a on a.case_id = c.id
        where a.state = 'open' and a.owner = 'commune' and c.departed_on is not null and c.returned_on is null
        group by c.commune_code order by count(*) desc, c.commune_code`,
    );
    [login, other] = [rows[0]!.login, rows[1]!.login];
  });
  afterAll(() => office?.close());

  const open = async (who = login): Promise<Page> => {
    const { page, faults } = await office.enter(who, PHONE);
    expect(faults).toEqual([]);
    await page.waitForSelector('.cards a');
    return page;
  };
  const count = async (sql: string, values: unknown[] = []) => Number((await office.db.sql<{ n: string }>(sql, values))[0]!.n);
  const commune = () => login.slice(3);

  it('1: the link of a mail leads to the tasks, already signed in', async () => {
    const page = await open();
    const journey = new Journey(page, { task: 'commune-1', what: 'learn of a task', clicks: 1 });
    await page.goto(`${office.url}/cong-viec`);
    // A navigation that another one overtakes is no failure: only where it ends counts.
    await page.waitForFunction(() => location.pathname === '/xa/');
    await journey.tap('.cards a');
    await page.waitForSelector('.question');
    expect(journey.done().inside).toBe(true);
  });

  it('2: answers "has this person come home?" in four taps and three screens', async () => {
    const page = await open();
    const before = await count(`select count(*) as n from alert_answer`);
    const screens = new Set<string>();
    const journey = new Journey(page, { task: 'commune-2', what: 'answer a question', clicks: 4 });
    screens.add(page.url());
    await journey.tap('.card:not(.waiting) >> nth=0');
    await page.waitForSelector('.answer');
    screens.add(page.url());
    await journey.tap('.answer >> text=Chưa về, có liên lạc');
    await page.waitForSelector('textarea');
    screens.add(page.url());
    await journey.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect(journey.done().inside).toBe(true);
    expect(screens.size).toBeLessThanOrEqual(3);
    expect(await count(`select count(*) as n from alert_answer`)).toBe(before + 1);
  });

  it.each([
    ['in time: the buttons come after what stands above them', 1_000],
    ['late: it stands below the buttons', 5_000],
  ])('2: no answer moves under a finger when what is known comes %s', async (_, delay) => {
    const page = await open(other);
    await page.route(/\/api\/v1\/cases\/[^/]+$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await route.continue();
    });
    await page.tap('.card:has-text("Đã về nước chưa"):not(.waiting) >> nth=0');
    const answer = page.locator('.answer >> nth=0');
    await answer.waitFor();
    const before = await answer.boundingBox();
    await page.waitForSelector('.calls');
    expect(await answer.boundingBox()).toEqual(before);
    await page.context().close();
  });

  it('9: reminds a family before the contract ends: what to say, and the call', async () => {
    const [soon] = await office.db.sql<{ login: string; id: string }>(
      `select 'xa-' || c.commune_code as login, a.id::text as id from alert a join case_file c on c.id = a.case_id
        where a.state = 'open' and a.owner = 'commune' and a.family = 'EXPIRY'
          and exists (select from family_contact f where f.worker_id = c.worker_id and f.phone is not null) order by a.id limit 1`,
    );
    const page = await open(soon!.login);
    const journey = new Journey(page, { task: 'commune-9', what: 'remind a family before the contract ends', clicks: 2 });
    await journey.tap(`.cards a[href*="${soon!.id}"]`);
    await page.waitForSelector('.question');
    expect(await page.textContent('main')).toContain('hết hạn');
    const call = page.locator('a[href^="tel:"]').first();
    await call.waitFor();
    expect(await call.getAttribute('href')).toMatch(/^tel:\+?\d{9,}/);
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await journey.tap('a[href^="tel:"] >> nth=0');
    expect(journey.done()).toMatchObject({ inside: true });
  });

  it('2b: a return needs its day, one tap more', async () => {
    const page = await open(other);
    const journey = new Journey(page, { task: 'commune-2b', what: 'answer: home, with the day', clicks: 5 });
    await journey.tap('.card:not(.waiting) >> nth=0');
    await journey.tap('.answer >> text=Đã về nước');
    const asked = /alert-(\d+)/.exec(page.url())![1];
    await journey.tap('.usual button >> nth=0');
    const early = `c.stage = 'ABROAD' and c.contract_end > business_day()`;
    // The reason is asked as soon as the phone knows the end.
    if (await count(`select count(*) as n from alert a join case_file c on c.id = a.case_id where a.id = ${asked} and ${early}`))
      await journey.tap('input[value=FAMILY]');
    await journey.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect(journey.done().inside).toBe(true);
  });

  it('3 and 4: records a visit in at most eight taps without typing, and sees that it was sent', async () => {
    const page = await open();
    const journey = new Journey(page, { task: 'commune-3', what: 'record a family visit', clicks: 8 });
    await journey.tap('.card >> nth=0');
    await journey.tap('a[href^="/xa/tham/"]');
    await page.waitForSelector('input[value=MOTHER]');
    expect(await page.$$('input[required], textarea[required]')).toHaveLength(0);
    await journey.tap('input[value=MOTHER]');
    await journey.tap('input[value=WORKER_WILL_RETURN]');
    await journey.tap('.usual button >> nth=0');
    await journey.tap('input[value="7"]');
    await journey.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect(journey.done().inside).toBe(true);
    expect(await count(`select count(*) as n from family_visit where met = '{MOTHER}' and promised_on is not null`)).toBe(1);
  });

  it('5: adds somebody to the register, and is asked about one who is known already', async () => {
    const page = await open();
    const journey = new Journey(page, { task: 'commune-5', what: 'add to the register', clicks: 3 });
    const fill = async () => {
      await page.fill('input[name=fullName]', 'Lò Văn Bến');
      await page.fill('input[name=birth]', '5/3/1998');
      await page.fill('input[name=hamlet]', 'Bản Mới');
      await page.fill('input[name=phone]', '0312 345 678');
    };
    await journey.tap('nav.bottom >> text=Thêm');
    await page.waitForSelector('input[name=fullName]');
    await fill();
    await journey.tap('input[value=M]');
    await journey.tap('button[type=submit]');
    await page.waitForSelector('h2.name');
    expect(journey.done().inside).toBe(true);
    expect(
      await count(
        `select count(*) as n from worker w join case_file c on c.worker_id = w.id where w.full_name = 'Lò Văn Bến' and w.birth_date = '1998-03-05' and w.commune_code = $1`,
        [commune()],
      ),
    ).toBe(1);
    await page.tap('nav.bottom >> text=Thêm');
    await page.waitForSelector('input[name=fullName]');
    await fill();
    await page.tap('button[type=submit]');
    await page.waitForSelector('text=Có thể đã có người này');
    await page.tap('text=Đúng là Lò Văn Bến');
    await page.waitForSelector('h2.name');
    expect(await count(`select count(*) as n from worker where full_name = 'Lò Văn Bến'`)).toBe(1);
  });

  it('6 and 8: finds own people by hamlet, mends a number, and the old one stays', async () => {
    const page = await open();
    const list = new Journey(page, { task: 'commune-8', what: 'who of ours is abroad', clicks: 1 });
    await list.tap('nav.bottom >> text=Lao động xã');
    await page.waitForSelector('.people a[href^="tel:"]');
    expect(list.done().inside).toBe(true);
    await page.tap('.people .person');
    await page.waitForSelector('.phone-line');
    const old = (await page.textContent('.phone-line strong'))!;
    const journey = new Journey(page, { task: 'commune-6', what: 'mend a family phone', clicks: 2 });
    await journey.tap('.phone-line .icon-button');
    await page.fill('input[name=phone]', '0987 654 321');
    await journey.tap('.phone-line button[type=submit]');
    await page.waitForSelector('text=Số cũ:');
    expect(journey.done().inside).toBe(true);
    expect(await page.textContent('.phone-line')).toContain('0987 654 321');
    expect(await page.textContent('.phone-line')).toContain(old);
  });

  it('7: says that a family is not of this commune', async () => {
    const page = await open();
    await page.tap('.card >> nth=0');
    await page.waitForSelector('.links');
    const journey = new Journey(page, { task: 'commune-7', what: 'wrong commune', clicks: 2 });
    await journey.tap('text=Không thuộc xã này');
    await page.fill('input[type=search]', 'Bình Lư');
    await journey.tap('.answer >> nth=0');
    await page.waitForSelector('[role=status] >> text=Đã báo trung tâm');
    expect(journey.done().inside).toBe(true);
    expect(await count(`select count(*) as n from desk_task where kind = 'WRONG_COMMUNE' and detail->>'suggested' is not null`)).toBe(1);
  });

  it('10: confirms the class of a household for a loan, by its list', async () => {
    const [asked] = await office.db.sql<{ login: string; id: string; worker: string }>(
      `select 'xa-' || commune_code as login, id::text as id, worker_id as worker from desk_task where kind = 'CONFIRM_HOUSEHOLD' and state = 'open' order by id limit 1`,
    );
    const page = await open(asked!.login);
    const journey = new Journey(page, { task: 'commune-10', what: 'confirm a household class for a loan', clicks: 2 });
    await journey.tap(`.cards a[href$="task-${asked!.id}"]`);
    await journey.tap('.answer >> text=Có, là hộ nghèo');
    await page.waitForSelector('.badge.sent');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(
      await office.db.sql(
        `select g.code, q.checked_on::text as day, g.evidence from household_question q join worker_priority_group g on g.worker_id = q.worker_id where q.worker_id = $1 and g.code = 'POOR'`,
        [asked!.worker],
      ),
    ).toEqual([{ code: 'POOR', day: '2026-11-26', evidence: 'Danh sách hộ nghèo, hộ cận nghèo năm 2026' }]);
  });

  it('11: signs several people of the own register up for a fair', async () => {
    const page = await open();
    const journey = new Journey(page, { task: 'commune-11', what: 'sign people up for a fair', clicks: 5 });
    await journey.tap('.fair-line');
    const boxes = page.locator('.fair-person');
    await boxes.first().waitFor();
    for (const n of [0, 1, 2]) await journey.tap(`.fair-person >> nth=${n}`);
    await journey.tap('.fair-foot button');
    await page.waitForSelector('.fair-foot [role=status]:has-text("Đã ghi tên 3 người")');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(
      await count(`select count(*) as n from fair_seat s join account a on a.id = s.signed_by where a.login = $1 and s.commune_code = $2`, [
        login,
        commune(),
      ]),
    ).toBe(3);
    const [{ taken, seats }] = (await office.db.sql<{ taken: string; seats: string }>(
      `select f.taken, (select count(*) from fair_seat s where s.fair_id = f.id) as seats from job_fair f order by f.held_on limit 1`,
    )) as [{ taken: string; seats: string }];
    expect(Number(taken)).toBe(Number(seats));
    await page.waitForSelector('.fair-signed li >> nth=2');
    const signed = await page.locator('.fair-signed li').count();
    await page.tap('.fair-signed button >> nth=0');
    await page.waitForFunction((n) => document.querySelectorAll('.fair-signed li').length === n, signed - 1);
  });

  it('12: the monthly report: filled in, read, sent', async () => {
    await office.db.sql(`delete from report_line where report_id in (select id from monthly_report where commune_code = $1)`, [commune()]);
    await office.db.sql(`delete from monthly_report where commune_code = $1`, [commune()]);
    const page = await open();
    const journey = new Journey(page, { task: 'commune-12', what: 'send the monthly report', clicks: 2 });
    await journey.tap('nav.bottom >> text=Báo cáo');
    await page.waitForSelector('.figure-lines div');
    expect(await page.inputValue('textarea')).toContain('Từ 01/10/2026 đến 31/10/2026 có');
    await journey.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(await office.db.sql(`select month::text, state, version from monthly_report where commune_code = $1`, [commune()])).toEqual([
      { month: '2026-10-01', state: 'submitted', version: 1 },
    ]);
  });

  it('14: prints the register on A4 landscape', async () => {
    const page = await open();
    const journey = new Journey(page, { task: 'commune-14', what: 'print the register', clicks: 2 });
    await journey.tap('nav.bottom >> text=Báo cáo');
    await page.waitForSelector('.numbers dd');
    await journey.tap('text=In sổ theo dõi');
    await page.waitForSelector('.register tbody tr');
    expect(journey.done().inside).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!.map(Number) as [number, number, number];
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  });

  it('13: hands everything open to a colleague of the commune', async () => {
    const [two] = await office.db.sql<{ login: string; successor: string; name: string }>(
      `select a.login, b.id as successor, b.display_name as name from account a join account b on b.organisation_id = a.organisation_id and b.login = a.login || '-2'
        order by (select count(*) from case_file c where c.commune_code = substr(a.login, 4)) desc limit 1`,
    );
    const page = await open(two!.login);
    const journey = new Journey(page, { task: 'commune-13', what: 'hand over to a colleague', clicks: 3 });
    await journey.tap('nav.bottom >> text=Báo cáo');
    await journey.tap('text="Bàn giao"');
    await journey.tap(`.answer >> text=${two!.name}`);
    await page.waitForSelector('[role=status] >> text=Đã bàn giao');
    expect(journey.done()).toMatchObject({ inside: true });
    expect(
      await count(`select count(*) as n from case_officer where account_id = $1 and ended_at is null`, [two!.successor]),
    ).toBeGreaterThan(0);
    expect(await count(`select count(*) as n from desk_task where kind = 'HANDED_OVER' and commune_code = $1`, [two!.login.slice(3)])).toBe(
      1,
    );
  });

  it('15: asks the centre; the answer comes as a task', async () => {
    const page = await open();
    await page.tap('.card >> nth=0');
    await page.waitForSelector('.links');
    const journey = new Journey(page, { task: 'commune-15', what: 'ask the centre', clicks: 2 });
    await journey.tap('.links >> text=Hỏi trung tâm');
    await page.fill('textarea', 'Gia đình hỏi bao giờ được hoàn tiền ký quỹ?');
    await journey.tap('button[type=submit]');
    await page.waitForSelector('text=Câu trả lời sẽ đến như một việc');
    expect(journey.done().inside).toBe(true);
    const [question] = await office.db.sql<{ id: string }>(`select id from case_question`);
    const { token } = (
      await office.app.call('POST', '/api/v1/session', {
        body: { login: 'trungtam', password: PASSWORD },
      })
    ).json;
    await office.app.call('POST', `/api/v1/questions/${question!.id}/answer`, {
      token: token as string,
      body: { text: 'Sau khi thanh lý hợp đồng 30 ngày.' },
    });
    await page.goto(`${office.url}/xa/`);
    await page.tap('.card >> text=Trung tâm đã trả lời');
    await page.waitForSelector('.reply >> text=Sau khi thanh lý');
    await page.tap('text=Đã đọc');
    await page.waitForSelector('.badge.sent');
  });
});
