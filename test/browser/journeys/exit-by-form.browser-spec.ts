import { type Page, PHONE } from '../support/browser';
import { openOffice, type Office } from '../support/office';

interface Way {
  readonly form: string;
  readonly programme?: string;
  readonly market: string;
  /** Who reports the exit: the agency that sends, else the centre. */
  readonly agency?: string;
  /** The commune confirms the contract on the phone before it can be proven otherwise. */
  readonly confirmedByCommune?: true;
}

/** From the wish to the airport by each legal form, by the screens, each office doing its own part. */
const WAYS: readonly Way[] = [
  { form: 'SERVICE', market: 'TW', agency: 'dn-anphuc' },
  { form: 'PUBLIC', programme: 'EPS', market: 'KR' },
  { form: 'SEASONAL', programme: 'SEASONAL_KR', market: 'KR' },
  { form: 'BORDER', programme: 'HEKOU', market: 'CN' },
  { form: 'DIRECT', market: 'DE', confirmedByCommune: true },
];

describe('the way to the exit', () => {
  let office: Office;
  let centre: Page;
  let workers: { id: string; commune: string }[];
  beforeAll(async () => {
    office = await openOffice();
    ({ page: centre } = await office.enter('trungtam'));
    workers = await office.db.sql<{ id: string; commune: string }>(
      `select w.id, w.commune_code as commune from worker w where w.province_code = '12' and exists (select from case_file c where c.worker_id = w.id and c.stage = 'RETURNED')
          and not exists (select from case_file c where c.worker_id = w.id and c.stage <> 'RETURNED') and exists (select from account a where a.login = 'xa-' || w.commune_code)
        order by w.id limit $1`,
      [WAYS.length],
    );
  }, 180_000);
  afterAll(() => office?.close());

  /** Somebody who came home wishes to go again: a second case of the same person. */
  const openCase = async (workerId: string, { form, programme, market, agency }: Way): Promise<string> => {
    const [agencyRow] = agency
      ? await office.db.sql<{ id: string }>(`select organisation_id as id from account where login = $1`, [agency])
      : [undefined];
    return centre.evaluate(
      async (body) => {
        const answer = await fetch('/api/v1/cases', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': `way-${body.legalForm}-${body.market}` },
          body: JSON.stringify(body),
        });
        return ((await answer.json()) as { caseId: string }).caseId;
      },
      { workerId, legalForm: form, market, ...(programme && { programme }), ...(agencyRow && { agencyId: agencyRow.id }) },
    );
  };
  const stageOf = async (caseId: string) =>
    (await office.db.sql<{ stage: string }>(`select stage from case_file where id = $1`, [caseId]))[0]!.stage;
  const reached = async (caseId: string, stage: string) => {
    for (let tries = 0; (await stageOf(caseId)) !== stage && tries < 50; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stageOf(caseId)).toBe(stage);
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
  /** Proves every paper that the gate list still asks for; returns how many there were. */
  const bringPapers = async (page: Page, caseId: string, without: readonly RegExp[] = []): Promise<number> => {
    await page.goto(`${office.url}/ho-so/${caseId}?muc=giay-to`);
    await page.waitForSelector('.gate-line');
    let brought = 0;
    for (;;) {
      const buttons = page.getByRole('button', { name: /^Bổ sung / });
      const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      const next = names.findIndex((name) => !without.some((skip) => skip.test(name)));
      if (next < 0) return brought;
      await buttons.nth(next).click();
      await page.getByLabel('Số giấy tờ').fill(`${++brought}/2026`);
      await page.getByLabel('Ngày cấp').fill('01112026');
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
    '$form in $market: wish, counselling, papers, readiness, exit',
    async ({ at, ...way }) => {
      const worker = workers[at]!;
      const caseId = await openCase(worker.id, way);
      await record(centre, caseId, 'COUNSELLED');
      const direct = way.form === 'DIRECT';
      if (!direct) {
        await record(centre, caseId, 'SELECTED');
        await record(centre, caseId, 'CONTRACT_SIGNED');
      }
      await record(centre, caseId, 'EXIT_PLANNED', (page) => page.getByLabel('Ngày dự kiến xuất cảnh').fill('15122026'));
      expect(await bringPapers(centre, caseId, direct ? [/^Bổ sung xác nhận của xã$/] : [])).toBeGreaterThan(7);
      if (way.confirmedByCommune) {
        const { page: phone } = await office.enter(`xa-${worker.commune}`, PHONE);
        await phone.waitForSelector('.cards a');
        await phone.locator('.card', { hasText: 'Xác nhận hợp đồng trực tiếp' }).first().tap();
        await phone.tap('button:text-is("Xác nhận hợp đồng")');
        await phone.waitForSelector('.badge.sent');
        await phone.context().close();
      }
      await centre.goto(`${office.url}/ho-so/${caseId}?muc=giay-to`);
      await centre.waitForSelector('.gate-line:has-text("đủ điều kiện")');
      const sender = way.agency ? (await office.enter(way.agency)).page : centre;
      await record(sender, caseId, 'READY_CONFIRMED');
      await reached(caseId, 'READY');
      await record(sender, caseId, 'DEPARTED');
      await reached(caseId, 'ABROAD');
      expect(await office.db.sql(`select from case_gap where case_id = $1`, [caseId])).toHaveLength(0);
      if (way.agency) await sender.context().close();
    },
  );
});
