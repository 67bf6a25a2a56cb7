import { type BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import { type Page, PHONE, signIn } from './support/browser';
import { CuttingLine } from './support/cutting-line';
import { PASSWORD } from './support/demo-database';
import { keepResult } from './support/journey';
import { openOffice, type Office } from './support/office';

const ROUNDS = 50;
const NOTE = 'Gia đình nói sẽ gọi lại sau Tết';

/** What is written down without a signal arrives exactly once, whatever dies in between, and nobody else's phone or eye gets it. */
describe('the commune phone without a signal', () => {
  let office: Office;
  let line: CuttingLine;
  beforeAll(async () => {
    office = await openOffice();
    line = await CuttingLine.to(office.url);
  });
  afterAll(async () => {
    await line?.close();
    await office?.close();
  });
  beforeEach(() => {
    line.state = 'good';
  });

  /** A phone with the app on it, signed in, with something to visit. */
  const phone = async (login: string): Promise<{ context: BrowserContext; page: Page; caseCode: string }> => {
    const context = await office.browser.newContext(PHONE);
    const page = await context.newPage();
    await signIn(page, `${line.url}/xa/`, login, PASSWORD);
    await page.waitForSelector('.cards a');
    await ready(page);
    const [row] = await office.db.sql<{ code: string }>(
      `select c.code from case_file c join alert a on a.case_id = c.id and a.state = 'open'
        where c.commune_code = $1 and c.departed_on is not null and c.returned_on is null order by c.code limit 1`,
      [login.slice(3)],
    );
    return { context, page, caseCode: row!.code };
  };
  const ready = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const visits = async (caseCode: string) =>
    (
      await office.db.sql<{ rows: number; named: number }>(
        `select count(*)::int as rows, count(distinct v.request_id)::int as named from family_visit v join case_file c on c.id = v.case_id where c.code = $1`,
        [caseCode],
      )
    )[0]!;
  const writeVisit = async (page: Page, caseCode: string, note = '') => {
    await page.goto(`${line.url}/xa/tham/${caseCode}`);
    await page.tap('input[value=MOTHER]');
    await page.tap('input[value=FAMILY_AGREED]');
    if (note) await page.fill('textarea', note);
    await page.tap('button[type=submit]');
    await page.waitForSelector('.badge');
  };
  const photo = () =>
    sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#8a6', noise: { type: 'gaussian', mean: 128, sigma: 20 } } })
      .withExif({ IFD0: { Artist: 'CANARY-CAMERA' } })
      .jpeg()
      .toBuffer();
  const writeWithPhoto = async (page: Page, caseCode: string, taken: Buffer) => {
    await page.goto(`${line.url}/xa/tham/${caseCode}`);
    await page.tap('input[value=MOTHER]');
    await page.tap('input[value=FAMILY_AGREED]');
    await page.setInputFiles('.pictures input', { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: taken });
    await page.waitForSelector('.picture img');
    await page.tap('button[type=submit]');
    await page.waitForSelector('.badge');
  };
  const pictures = (caseCode: string) =>
    office.db.sql<{ state: string; bytes: number; request: string }>(
      `select f.state, f.bytes, v.request_id as request from paper_file f join family_visit v on v.id = f.visit_id join case_file c on c.id = v.case_id where c.code = $1`,
      [caseCode],
    );

  const busyCommunes = () =>
    office.db.sql<{ login: string }>(
      `select 'xa-' || c.commune_code as login from case_file c join alert a on a.case_id = c.id
        where a.state = 'open' and a.owner = 'commune' and c.departed_on is not null and c.returned_on is null
        group by c.commune_code order by count(*) desc, c.commune_code limit 8`,
    );

  it(`sends ${ROUNDS} of ${ROUNDS} visits exactly once: saved offline, page killed, opened again, back online`, async () => {
    const [{ login }] = (await busyCommunes()) as [{ login: string }];
    const { context, page, caseCode } = await phone(login);
    await page.close();
    const before = (await visits(caseCode)).rows;
    for (let round = 0; round < ROUNDS; round++) {
      await context.setOffline(true);
      const writing = await context.newPage();
      await writeVisit(writing, caseCode);
      await writing.close({ runBeforeUnload: false });
      expect((await visits(caseCode)).rows).toBe(before + round);
      const reopened = await context.newPage();
      await reopened.goto(`${line.url}/xa/`);
      await reopened.waitForSelector('.badge:not(.sent)');
      await context.setOffline(false);
      await reopened.waitForSelector('.badge.sent');
      await reopened.close();
    }
    const after = await visits(caseCode);
    keepResult('commune-offline', { rounds: ROUNDS, rows: after.rows - before, named: after.named });
    console.log(`offline visits: ${ROUNDS} tried, ${ROUNDS - (after.rows - before)} failed`);
    expect(after.rows - before).toBe(ROUNDS);
    await context.close();
  }, 600_000);

  it('survives a server that does the deed and dies before it answers, and one that is gone', async () => {
    const [, { login }] = (await busyCommunes()) as [unknown, { login: string }];
    const { context, page, caseCode } = await phone(login);
    const before = (await visits(caseCode)).rows;
    for (const state of ['answer-lost', 'dead', 'answer-lost', 'dead', 'answer-lost'] as const) {
      line.state = state;
      await writeVisit(page, caseCode);
      await page.waitForTimeout(1500);
      expect(await page.textContent('.strip')).toContain('1 chờ gửi');
      await page.reload();
      await page.waitForSelector('.badge:not(.sent)');
      line.state = 'good';
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.waitForSelector('.badge.sent');
    }
    expect(line.lost).toBeGreaterThanOrEqual(3);
    expect((await visits(caseCode)).rows - before).toBe(5);
    await context.close();
  });

  it('keeps a photo of a visit through a killed page and a cut line, and sends it once, small', async () => {
    const [, { login }] = (await busyCommunes()) as [unknown, { login: string }];
    const { context, page, caseCode } = await phone(login);
    const taken = await photo();
    await page.goto(`${line.url}/xa/tham/${caseCode}`);
    await page.waitForSelector('.pictures');
    await context.setOffline(true);
    await writeWithPhoto(page, caseCode, taken);
    await page.close({ runBeforeUnload: false });
    const reopened = await context.newPage();
    await reopened.goto(`${line.url}/xa/`);
    await reopened.waitForSelector('.badge:not(.sent)');
    line.state = 'answer-lost';
    await context.setOffline(false);
    await reopened.waitForTimeout(1500);
    line.state = 'good';
    await reopened.evaluate(() => window.dispatchEvent(new Event('focus')));
    await reopened.waitForSelector('.badge.sent');
    const files = await pictures(caseCode);
    expect(files).toEqual([expect.objectContaining({ state: 'kept' })]);
    expect(files[0]!.bytes).toBeLessThan(taken.length / 2);
    expect(await office.db.sql(`select from family_visit where request_id = $1`, [files[0]!.request])).toHaveLength(1);
    await context.close();
  });

  it('lets no photo that is stuck hold an answer back, loses none, and says why one was not taken', async () => {
    const [, , { login }] = (await busyCommunes()) as [unknown, unknown, { login: string }];
    const { context, page, caseCode } = await phone(login);
    const before = (await visits(caseCode)).rows;
    const limit = (files: number) =>
      office.db.sql(`update policy_rule set value = jsonb_set(value, '{filesPerCase}', $1::jsonb) where key = 'papers.limits'`, [files]);
    await context.route('**/api/v1/paper-files', (route) => route.abort());
    await writeWithPhoto(page, caseCode, await photo());
    await writeVisit(page, caseCode);
    await page.waitForFunction(() => document.querySelector('.strip')?.textContent?.includes('1 chờ gửi'));
    expect((await visits(caseCode)).rows - before).toBe(2);
    expect(await pictures(caseCode)).toEqual([]);
    // Before the line is free: a try of its own between the two would get the photo in.
    await limit(0);
    await context.unroute('**/api/v1/paper-files');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('.strip')?.textContent?.includes('1 cần sửa'));
    await page.goto(`${line.url}/xa/cho-gui`);
    await page.waitForSelector('text=Hồ sơ đã đủ số tệp cho phép');
    await limit(60);
    await context.close();
  });

  it('keeps on the phone only the listed fields, and what waits only as cipher', async () => {
    const [, , { login }] = (await busyCommunes()) as [unknown, unknown, { login: string }];
    const { context, page, caseCode } = await phone(login);
    await page.tap('.cards a');
    await page.waitForSelector('.calls');
    await context.setOffline(true);
    await writeVisit(page, caseCode, NOTE);
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const stores: Record<string, unknown[]> = {};
      for (const { name } of databases) {
        const db = await new Promise<IDBDatabase>((done, fail) => {
          const request = indexedDB.open(name!);
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error!);
        });
        for (const store of db.objectStoreNames)
          stores[store] = await new Promise<unknown[]>((done) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => done(request.result);
          });
        db.close();
      }
      const cached = (
        await Promise.all(
          (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
        )
      ).flat();
      const keys = (stores.device as unknown[]).filter((one): one is CryptoKey => one instanceof CryptoKey);
      const bytes = (stores.outbox as { sealed: ArrayBuffer }[]).map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join();
      return {
        databases: databases.map(({ name }) => name),
        names: Object.keys(stores).sort(),
        tasks: stores.tasks as Record<string, unknown>[],
        outbox: (stores.outbox as object[]).map((one) => Object.keys(one).sort()),
        clock: (stores.device as object[]).filter((one) => !(one instanceof CryptoKey)).map((one) => Object.keys(one).sort()),
        bytes,
        extractable: keys.map(({ extractable }) => extractable),
        cached,
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookies: document.cookie,
      };
    });
    expect(kept.databases).toEqual([`benve-xa-${login}`]);
    expect(kept.names).toEqual(['device', 'outbox', 'tasks']);
    expect(kept.tasks.length).toBeGreaterThan(0);
    for (const task of kept.tasks)
      expect(Object.keys(task).sort()).toEqual(['caseCode', 'code', 'hamlet', 'id', 'lastVisitOn', 'shortName']);
    expect(kept.outbox).toEqual([['at', 'id', 'iv', 'sealed']]);
    expect(kept.clock).toEqual([['ahead', 'at', 'days']]);
    expect(kept.extractable).toEqual([false]);
    for (const secret of [NOTE, caseCode, 'FAMILY_AGREED', 'MOTHER']) expect(kept.bytes).not.toContain(secret);
    expect(kept.cached.filter((path) => !/^\/(xa\/|icon\.svg$|assets\/light\/)/.test(path))).toEqual([]);
    expect(kept.cached.filter((path) => path.startsWith('/api'))).toEqual([]);
    expect(Object.keys(kept.local).sort()).toEqual(['benve.xa.account']);
    expect([kept.session, kept.cookies]).toEqual([{}, '']);
    const names = await office.db.sql<{ full_name: string }>(`select w.full_name from worker w where w.commune_code = $1`, [
      login.slice(3),
    ]);
    const text = JSON.stringify(kept.tasks);
    expect(names.filter(({ full_name: name }) => name.split(' ').length > 2 && text.includes(name))).toEqual([]);

    // Signing out wipes all of it, asking first because something waits.
    await context.setOffline(false);
    await page.waitForSelector('.badge.sent');
    await page.goto(`${line.url}/xa/tai-khoan`);
    await page.tap('button >> text=Đăng xuất');
    await page.waitForSelector('input[name=login]');
    expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length])).toEqual([0, 0]);
    await context.close();
  });

  it('never sends with another account what one account wrote', async () => {
    const [, , , first, second] = (await busyCommunes()) as [unknown, unknown, unknown, { login: string }, { login: string }];
    const { context, page, caseCode } = await phone(first.login);
    const before = (await visits(caseCode)).rows;
    await context.setOffline(true);
    await writeVisit(page, caseCode);
    // The session runs out meanwhile; the phone is handed to somebody of another commune.
    await office.db.sql(`update session set expires_at = now() where account_id = (select id from account where login = $1)`, [
      first.login,
    ]);
    await context.setOffline(false);
    await page.waitForSelector('input[name=login]');
    await page.fill('input[name=login]', second.login);
    await page.fill('input[name=password]', PASSWORD);
    await page.tap('button[type=submit]');
    await page.waitForSelector('nav.bottom');
    await page.waitForTimeout(6000);
    expect(await page.textContent('.strip')).toBe('');
    expect((await visits(caseCode)).rows).toBe(before);
    expect(
      await office.db.sql(`select from family_visit v join account a on a.id = v.account_id where a.login = $1`, [second.login]),
    ).toHaveLength(0);
    // Back with its own account it goes out.
    await page.goto(`${line.url}/xa/tai-khoan`);
    await page.tap('button >> text=Đăng xuất');
    await page.waitForSelector('input[name=login]');
    await page.fill('input[name=login]', first.login);
    await page.fill('input[name=password]', PASSWORD);
    await page.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect((await visits(caseCode)).rows).toBe(before + 1);
    await context.close();
  });

  it('is wiped when an administrator closes the account, and tells why', async () => {
    const [, , , , , { login }] = (await busyCommunes()) as [unknown, unknown, unknown, unknown, unknown, { login: string }];
    const { context, page, caseCode } = await phone(login);
    await context.setOffline(true);
    await writeVisit(page, caseCode, NOTE);
    await office.db.sql(`update account set state = 'disabled', sessions_valid_from = now(), access_ended_at = now() where login = $1`, [
      login,
    ]);
    await context.setOffline(false);
    await page.waitForSelector('input[name=login]');
    expect(await page.textContent('main')).toContain('đã được xóa');
    expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length])).toEqual([0, 0]);
    await office.db.sql(`update account set state = 'active' where login = $1`, [login]);
    await context.close();
  });

  it('shows a late answer as late, and a refused one with its reason, to be mended', async () => {
    const [, , , , , , { login }] = (await busyCommunes()) as [unknown, unknown, unknown, unknown, unknown, unknown, { login: string }];
    const { context, page } = await phone(login);
    const [alert] = await office.db.sql<{ id: number; case: string; departed: string; early: boolean }>(
      `select a.id::int as id, a.case_id as case, c.departed_on::text as departed, c.contract_end > business_day() as early from alert a join case_file c on c.id = a.case_id
        where a.state = 'open' and a.owner = 'commune' and a.family like '%EXPIRY' and c.commune_code = $1 and c.departed_on is not null order by a.id limit 1`,
      [login.slice(3)],
    );
    await context.setOffline(true);
    await page.goto(`${line.url}/xa/viec/alert-${alert!.id}/tra-loi/RETURNED`);
    await page.fill('input[type=date]', '2010-01-01');
    await page.tap('button[type=submit]');
    await page.waitForSelector('.badge');
    await context.setOffline(false);
    await page.tap('.badge.refused');
    await page.waitForSelector('.fault');
    expect((await page.textContent('.fault'))!.length).toBeGreaterThan(30);
    await page.tap('text=Sửa lại');
    expect(await page.inputValue('input[type=date]')).toBe('2010-01-01');

    await page.tap('.usual button');
    // A return before the contract's end asks why, as soon as the phone knows the end.
    if (alert!.early) await (await page.waitForSelector('input[value=FAMILY]', { state: 'attached' })).tap();
    // Meanwhile the agency said the same: the question is closed when the mended answer arrives.
    await office.db.sql(
      `update alert set state = 'closed', closed_at = now(), closed_on = business_day(), closed_reason = 'RETURNED' where id = $1`,
      [alert!.id],
    );
    await page.tap('button[type=submit]');
    await page.waitForSelector('.badge.sent');
    expect(await page.textContent('.badge.sent')).toContain('đến muộn');
    const answers = await office.db.sql<{ late: boolean; said: boolean }>(
      `select late, said_at is not null as said from alert_answer where alert_id = $1`,
      [alert!.id],
    );
    expect(answers).toEqual([{ late: true, said: true }]);
    await context.close();
  });
});
