import { type BrowserContextOptions, DESKTOP, type Page, PHONE, signIn, watchFaults } from './support/browser';
import { PASSWORD } from './support/demo-database';
import { keepResult } from './support/journey';
import {
  answerBackwards,
  axeFaults,
  COLOURS,
  sidewaysFaults,
  smallTargets,
  standTall,
  stretchedFaults,
  takePicture,
  watchShifts,
} from './support/look';
import { COMMUNE_SCREENS } from './support/commune-screens';
import { openOffice, type Office } from './support/office';
import { SCREEN_TABLE, type ScreenCase } from './support/screen-table';

const SIZES: Readonly<Record<string, BrowserContextOptions>> = { '1366': DESKTOP, '360': PHONE };
const STEADY = 0.05;

/** Each screen × size × light and dark: drawn without a fault, nothing for axe to say, nothing sticks out (not even
 * with words two fifths longer), nothing jumps even when answers come backwards, everything can be pressed. */
describe('every screen', () => {
  let office: Office;
  const results: Record<string, unknown>[] = [];
  const sessions = new Map<string, Awaited<ReturnType<Page['context']>>>();

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(async () => {
    keepResult('screens', results);
    const failed = results.filter(({ faults }) => (faults as string[]).length);
    console.log(`screens: ${results.length} tried, ${failed.length} failed`);
    await office?.close();
  });

  /** One profile per account and size: signing in once. */
  const profile = async (login: string | undefined, size: string) => {
    const key = `${login}-${size}`;
    if (!sessions.has(key)) {
      const context = await office.browser.newContext(SIZES[size]);
      if (login) {
        const page = await context.newPage();
        await signIn(page, office.url + (login.startsWith('xa-') ? '/xa/' : '/'), login, PASSWORD);
        await page.close();
      }
      sessions.set(key, context);
    }
    return sessions.get(key)!;
  };

  /** Drawn and looked at in light, then the same page in dark: only the colours differ. */
  const judge = async (screen: ScreenCase, size: string) => {
    const page = await (await profile(screen.login, size)).newPage();
    const faults = watchFaults(page);
    const shifts = await watchShifts(page);
    await answerBackwards(page);
    const keep = (theme: string, shift: number) => results.push({ screen: screen.name, size, theme, shift, faults: [...faults] });
    try {
      await page.addInitScript(() => localStorage.setItem('benve.theme', 'light'));
      await page.goto(office.url + screen.path);
      await page.waitForSelector(screen.ready, { timeout: 15_000 });
      await page.waitForLoadState('networkidle');
      const jumped = await shifts();
      if (jumped > STEADY) faults.push(`jumps by ${jumped.toFixed(3)}`);
      await screen.pose?.(page);
      await takePicture(page, `${screen.name}-${size}-light`);
      await standTall(page);
      faults.push(...(await axeFaults(page)));
      faults.push(...(await sidewaysFaults(page)));
      const measure = screen.path.startsWith('/xa') ? 44 : 24;
      faults.push(...(await smallTargets(page, measure)).map((target) => `too small to press: ${target}`));
      keep('light', jumped);
      await page.setViewportSize(SIZES[size]!.viewport!);
      await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
      await takePicture(page, `${screen.name}-${size}-dark`);
      faults.push(...(await axeFaults(page, COLOURS)).map((fault) => `in dark: ${fault}`));
      if (size === '360') {
        await page.setViewportSize({ width: 320, height: 640 });
        faults.push(...(await sidewaysFaults(page)).map((fault) => `at 320 px: ${fault}`));
        await page.setViewportSize(SIZES[size]!.viewport!);
      }
      faults.push(...(await stretchedFaults(page)).map((fault) => `with words 40 % longer: ${fault}`));
      keep('dark', jumped);
      return faults;
    } finally {
      await page.close();
    }
  };

  const cases = [...SCREEN_TABLE, ...COMMUNE_SCREENS].flatMap((screen) =>
    Object.keys(SIZES)
      .filter((size) => (!screen.phoneOnly || size === '360') && (!screen.deskOnly || size === '1366'))
      .map((size) => [`${screen.name} ${size} px`, screen, size] as const),
  );
  it.each(cases)('%s', async (_, screen, size) => {
    expect(await judge(screen, size)).toEqual([]);
  });
});
