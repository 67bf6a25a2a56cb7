import { startApplication, type TestApplication } from '../../support/application';
import type { TestDatabase } from '../../support/test-database';
import { type Browser, type BrowserContextOptions, DESKTOP, openChromium, type Page, signIn, watchFaults } from './browser';
import { createDemoDatabase, PASSWORD, TODAY } from './demo-database';

/** The demo office open for work: database, the real API with the built screens, Chromium. */
export interface Office {
  readonly db: TestDatabase;
  readonly app: TestApplication;
  readonly url: string;
  readonly browser: Browser;
  /** A new profile, signed in. `faults` fills with anything the screen does wrong. */
  enter(login: string, options?: BrowserContextOptions & { path?: string }): Promise<{ page: Page; faults: string[] }>;
  close(): Promise<void>;
}

/** Of a case `c`: no programme limits how long one turn may be, so that any later end can be recorded. */
export const ANY_TURN = `c.programme is null and c.legal_form = 'SERVICE'`;

export async function openOffice(): Promise<Office> {
  const db = await createDemoDatabase();
  const app = await startApplication(db, { BENVE_TODAY: TODAY });
  const browser = await openChromium();
  return {
    db,
    app,
    url: app.url,
    browser,
    async enter(login, { path = '/', ...options } = {}) {
      const context = await browser.newContext({ ...DESKTOP, ...options });
      const page = await context.newPage();
      const faults = watchFaults(page);
      await signIn(page, app.url + (login.startsWith('xa-') ? '/xa/' : '/'), login, PASSWORD);
      if (path !== '/') await page.goto(app.url + path);
      return { page, faults };
    },
    async close() {
      await browser.close();
      await app.close();
      await db.close();
    },
  };
}
