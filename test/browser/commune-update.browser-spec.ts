import { type Page, PHONE, signIn } from './support/browser';
import { PASSWORD } from './support/demo-database';
import { NewerApp } from './support/newer-app';
import { openOffice, type Office } from './support/office';

const NEWER = 'fffffffffffa';

/** A newer build reaches a phone that has the app open: never in the middle of a sentence, never at the cost of what waits. */
describe('an update of the phone app', () => {
  let office: Office;
  let app: NewerApp;
  beforeAll(async () => {
    office = await openOffice();
    app = await NewerApp.before(office.url);
  });
  afterAll(async () => {
    await app?.close();
    await office?.close();
  });

  const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).map((name) => name.replace('benve-xa-', '')));

  it('is offered, taken when the officer says so, and leaves what was not sent where it is', async () => {
    const context = await office.browser.newContext(PHONE);
    const page = await context.newPage();
    await signIn(page, `${app.url}/xa/`, 'xa-03388', PASSWORD);
    await page.waitForSelector('.cards a');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await page.waitForSelector('.cards a');
    const [old] = await versions(page);
    expect(await page.locator('.strip >> text=Có bản mới').count()).toBe(0);

    // Something waits because the answer of the server does not come.
    const [{ code }] = (await office.db.sql<{ code: string }>(
      `select c.code from case_file c join alert a on a.case_id = c.id and a.state = 'open' where c.commune_code = '03388' and c.departed_on is not null and c.returned_on is null limit 1`,
    )) as [{ code: string }];
    await context.route('**/api/v1/commune/**/visits', (route) => route.abort());
    await page.goto(`${app.url}/xa/tham/${code}`);
    await page.tap('input[value=MOTHER]');
    await page.tap('input[value=FAMILY_AGREED]');
    await page.tap('button[type=submit]');
    await page.waitForSelector('.strip >> text=1 chờ gửi');

    app.version = NEWER;
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration('/xa/'))!.update()));
    await page.waitForSelector('.strip >> text=Có bản mới');
    expect(await versions(page)).toEqual(expect.arrayContaining([old, NEWER]));
    const moved = page.waitForEvent('load');
    await page.tap('.strip >> text=Có bản mới');
    await moved;
    await page.waitForSelector('.strip >> text=1 chờ gửi');
    expect(await versions(page)).toEqual([NEWER]);
    expect(await page.locator('.strip >> text=Có bản mới').count()).toBe(0);

    await context.unroute('**/api/v1/commune/**/visits');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForSelector('.badge.sent');
    await context.close();
  });

  it('rings with the app closed: how much waits, never for whom', async () => {
    const context = await office.browser.newContext(PHONE);
    await context.grantPermissions(['notifications'], { origin: office.url });
    const page = await context.newPage();
    await signIn(page, `${office.url}/xa/`, 'xa-03388', PASSWORD);
    await page.waitForSelector('.cards a');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const devtools = await context.newCDPSession(page);
    const registered = new Promise<string>((done) =>
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/xa/'));
        if (own) done(own.registrationId);
      }),
    );
    await devtools.send('ServiceWorker.enable');
    const data = JSON.stringify({ title: 'Bến Về', body: 'Có 3 việc cần xử lý', url: '/cong-viec', tag: 'cong-viec' });
    await devtools.send('ServiceWorker.deliverPushMessage', { origin: office.url, registrationId: await registered, data });
    const shown = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      let notices = await registration.getNotifications();
      for (let look = 0; look < 100 && notices.length === 0; look++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        notices = await registration.getNotifications();
      }
      return notices.map(({ title, body }) => `${title}: ${body}`);
    });
    expect(shown).toEqual(['Bến Về: Có 3 việc cần xử lý']);
    await page.goto(`${office.url}/xa/tai-khoan`);
    await page.waitForSelector('.switch >> text=Báo trên điện thoại');
    await context.close();
  });
});
