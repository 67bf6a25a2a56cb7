import { type Page, PHONE } from '../support/browser';
import { Journey } from '../support/journey';
import { openOffice, type Office } from '../support/office';

interface Way {
  readonly form: string;
  /** As the list of ways at the counselling names it: a programme, else the form. */
  readonly way: string;
  readonly market: string;
  readonly name: string;
  /** Who selects, signs, shows the papers and reports the exit: the agency that sends, else the centre. */
  readonly sender: 'agency' | 'centre';
  /** What the commune confirms on the phone, by the words of its buttons. */
  readonly confirmed: readonly string[];
}

const LIFE_RECORD = 'Xác nhận sơ yếu lý lịch';
const COMMITMENT = 'Đã ký cam kết về nước';

/**
 * From the wish to the airport by each legal form (Law 69/2020/QH14, Art. 5), each office doing its own part on its own screen: the commune signs up and
 * confirms, the centre counsels and proposes, whoever sends brings the papers and reports the exit.
 */
const WAYS: readonly Way[] = [
  { form: 'SERVICE', way: 'SERVICE', market: 'JP', name: 'Lò Thị Đi Dịch Vụ', sender: 'agency', confirmed: [LIFE_RECORD] },
  { form: 'PUBLIC', way: 'EPS', market: 'KR', name: 'Vàng A Đi Phái Cử', sender: 'centre', confirmed: [LIFE_RECORD, COMMITMENT] },
  { form: 'SEASONAL', way: 'SEASONAL_KR', market: 'KR', name: 'Giàng Thị Thời Vụ', sender: 'centre', confirmed: [LIFE_RECORD, COMMITMENT] },
  { form: 'BORDER', way: 'HEKOU', market: 'CN', name: 'Tẩn A Qua Biên', sender: 'centre', confirmed: [LIFE_RECORD, COMMITMENT] },
  { form: 'DIRECT', way: 'DIRECT', market: 'DE', name: 'Hoàng Văn Tự Ký', sender: 'centre', confirmed: [LIFE_RECORD] },
];

describe('the way to the exit', () => {
  let office: Office;
  let centre: Page;
  let phone: Page;
  beforeAll(async () => {
    office = await openOffice();
    ({ page: centre } = await office.enter('trungtam'));
    ({ page: phone } = await office.enter('xa-03388', PHONE));
  });
  afterAll(() => office?.close());

  const one = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []) => (await office.db.sql<T>(sql, values))[0]!;
  const holds = async (caseId: string, condition: string) => {
    const asked = () => one<{ yes: boolean }>(`select ${condition} as yes from case_file where id = $1`, [caseId]);
    for (let tries = 0; !(await asked()).yes && tries < 80; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect([condition, await asked()]).toEqual([condition, { yes: true }]);
  };
  const reached = (caseId: string, stage: string) => holds(caseId, `stage = '${stage}'`);

  /** The commune signs somebody up on the phone: person, case and wish. */
  const signUp = async ({ name, market }: Way, year: number) => {
    await phone.goto(`${office.url}/xa/them`);
    await phone.fill('input[name=fullName]', name);
    await phone.fill('input[name=birth]', `05/03/${year}`);
    await phone.tap(`label.chip:has(input[name=markets][value=${market}])`);
    await phone.tap('button[type=submit]');
    await phone.waitForURL(/\/nguoi\//);
    const workerId = phone.url().split('/').at(-1)!;
    return {
      workerId,
      ...(await one<{ caseId: string; code: string }>(`select id as "caseId", code from case_file where worker_id = $1`, [workerId])),
    };
  };
  /** The centre talks about a way, and they agree on it. */
  const counsel = async ({ name, way, market }: Way) => {
    await centre.goto(`${office.url}/nhu-cau?nguon=COMMUNE`);
    await centre.click(`tr:has-text("${name}") button:has-text("Tư vấn")`);
    await centre.getByLabel('Về nước').selectOption(market);
    await centre.getByLabel('Kết quả').selectOption('AGREED');
    await centre.getByLabel('Đi theo chương trình, hình thức').selectOption(way);
    await centre.click('dialog button[type=submit]');
    await centre.waitForSelector(`tr:has-text("${name}"):has-text("Đã tư vấn")`);
  };
  /** The centre proposes the person to an order, the agency takes it and sends the result of the round. */
  const selectForOrder = async (agency: Page, { name }: Way, code: string) => {
    const order = await one<{ id: string; title: string }>(`select id, title from job_order where market = 'JP' and state = 'approved'`);
    await centre.click(`tr:has-text("${name}") button:has-text("Đơn phù hợp")`);
    await centre.click(`.offer-list li:has-text("${order.title}") button:has-text("Xem điều kiện")`);
    await centre.click('.propose-bar .main-button');
    await centre.waitForSelector('[role=status]:has-text("Đã giới thiệu 1 người")');
    await agency.goto(`${office.url}/ung-vien`);
    await agency.click(`tr:has-text("${name}") input[type=checkbox]`);
    await agency.click('.propose-bar .main-button');
    await agency.waitForSelector(`tr:has-text("${name}")`, { state: 'detached' });
    await agency.goto(`${office.url}/don-hang/${order.id}`);
    await agency.click('button:has-text("Ghi kết quả tuyển")');
    await agency.fill('dialog textarea', `${code}\tĐạt`);
    await agency.click('dialog .form-deeds .main-button');
    await agency.waitForSelector('dialog td:has-text("giữ chỗ")');
  };
  /** Records a fact by the form of the case page. */
  const record = async (page: Page, caseId: string, kind: string, fill?: (page: Page) => Promise<unknown>) => {
    await page.goto(`${office.url}/ho-so/${caseId}`);
    await page.waitForSelector('.next-step');
    await page.click('.page-deeds >> text=Ghi việc đã xảy ra');
    await page.selectOption('dialog select >> nth=0', kind);
    await (fill ? fill(page) : page.click('dialog button:text-is("Hôm nay")'));
    await page.click('dialog .form-deeds .main-button');
    await page.waitForSelector('dialog', { state: 'detached' });
  };
  /** The commune confirms on the phone what this form asks of it, and a contract concluded directly from the task that came for it. */
  const confirmAtCommune = async ({ form, confirmed }: Way, { caseId }: { caseId: string }) => {
    const asked = await one<{ id: string }>(
      `select id::text as id from desk_task where case_id = $1 and kind = 'CONFIRM_PAPERS' and state = 'open' and desk = 'commune'`,
      [caseId],
    );
    await phone.goto(`${office.url}/xa/`);
    await phone.waitForSelector(`.cards a[href$="task-${asked.id}"]`);
    const journey = new Journey(phone, {
      task: `commune-16-${form}`,
      what: 'confirm the papers of somebody who leaves',
      clicks: confirmed.length + 1,
    });
    await journey.tap(`.cards a[href$="task-${asked.id}"]`);
    await phone.waitForSelector('article button.answer');
    expect(await phone.locator('article button.answer').allTextContents()).toEqual(confirmed);
    for (const word of confirmed) {
      await journey.tap(`button:text-is("${word}")`);
      // The strip that says so comes in above; only then is the next button where it stays.
      await phone.waitForSelector('.badge.sent');
    }
    expect(journey.done()).toMatchObject({ inside: true });
    await holds(caseId, `facts -> 'guards' ? 'APPLICATION' and (${confirmed.length} = 1 or facts -> 'guards' ? 'RETURN_COMMITMENT')`);
    await holds(
      caseId,
      `not exists (select from desk_task t where t.case_id = case_file.id and t.kind = 'CONFIRM_PAPERS' and t.state = 'open')`,
    );
    if (form !== 'DIRECT') return;
    const task = await one<{ id: string; due: string }>(
      `select id::text as id, due_on::text as due from desk_task where case_id = $1 and kind = 'CONFIRM_CONTRACT' and state = 'open' and desk = 'commune'`,
      [caseId],
    );
    expect(task.due).toBe('2026-12-03');
    await phone.goto(`${office.url}/xa/`);
    await phone.tap(`.cards a[href$="task-${task.id}"]`);
    await phone.tap('button:text-is("Xác nhận hợp đồng")');
    await holds(caseId, `facts -> 'guards' ? 'COMMUNE_CONFIRMATION'`);
  };
  /** Proves every paper that the gate list still asks for, the contract with its end and the passport with its last day; returns how many there were. */
  const bringPapers = async (page: Page, caseId: string, contractEnd: string, without: readonly RegExp[]): Promise<number> => {
    await page.goto(`${office.url}/ho-so/${caseId}?muc=giay-to`);
    await page.waitForSelector('.gate-line');
    let brought = 0;
    for (;;) {
      const buttons = page.getByRole('button', { name: /^Bổ sung / });
      const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      const next = names.findIndex((name) => !without.some((skip) => skip.test(name)));
      if (next < 0) return brought;
      await buttons.nth(next).click();
      brought++;
      if (/hợp đồng lao động$/.test(names[next]!)) {
        await page.click('dialog button:text-is("Hôm nay")');
        await page.getByLabel('Số hợp đồng').fill(`${brought}/2026`);
        await page.getByLabel('Hết hạn').fill(contractEnd);
      } else {
        await page.getByLabel('Số giấy tờ').fill(`${brought}/2026`);
        await page.getByLabel('Ngày cấp').fill('01112026');
        if (/hộ chiếu/.test(names[next]!)) await page.getByLabel('Có giá trị đến').fill('31102036');
      }
      await page.click('dialog .form-deeds .main-button');
      await page.waitForFunction(
        (before) =>
          document.querySelectorAll('dialog').length === 0 &&
          [...document.querySelectorAll('button')].filter((one) => one.getAttribute('aria-label')?.startsWith('Bổ sung ')).length < before,
        names.length,
      );
    }
  };

  it.each(WAYS.map((way, at) => ({ ...way, at })))(
    '$form in $market: commune, centre and sender in turn, from the wish to the exit',
    async ({ at, ...way }) => {
      const person = await signUp(way, 1996 + at);
      const { caseId } = person;
      await counsel(way);
      const sender = way.sender === 'agency' ? (await office.enter('dn-anphuc')).page : centre;
      if (way.sender === 'agency') await selectForOrder(sender, way, person.code);
      else if (way.form !== 'DIRECT') await record(sender, caseId, 'SELECTED');
      if (way.form !== 'DIRECT') await record(sender, caseId, 'CONTRACT_SIGNED');
      await record(sender, caseId, 'EXIT_PLANNED', (page) => page.getByLabel('Ngày dự kiến xuất cảnh').fill('15122026'));
      const ofCommune = [/^Bổ sung xác nhận của xã$/, /^Bổ sung đơn và sơ yếu/, /^Bổ sung cam kết về nước/];
      expect(await bringPapers(sender, caseId, '20012027', ofCommune)).toBeGreaterThan(6);
      await confirmAtCommune(way, person);
      await sender.goto(`${office.url}/ho-so/${caseId}?muc=giay-to`);
      await sender.waitForSelector('.gate-line:has-text("đủ điều kiện")');
      await record(sender, caseId, 'READY_CONFIRMED');
      await reached(caseId, 'READY');
      await record(sender, caseId, 'DEPARTED');
      await reached(caseId, 'ABROAD');
      await sender.waitForSelector('.next-step:has-text("Hợp đồng hết hạn ngày 20/01/2027")');
      expect(await one(`select legal_form, market, contract_end::text as ends from case_file where id = $1`, [caseId])).toEqual({
        legal_form: way.form,
        market: way.market,
        ends: '2027-01-20',
      });
      expect(await office.db.sql(`select from case_gap where case_id = $1`, [caseId])).toHaveLength(0);
      if (sender !== centre) await sender.context().close();
    },
  );
});
