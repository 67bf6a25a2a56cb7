import { type BrowserContextOptions, DESKTOP, type Page, PHONE, signIn, watchFaults } from './support/browser';
import { PASSWORD } from './support/demo-database';
import { keepResult } from './support/journey';
import { axeFaults, sidewaysFaults, smallTargets, stretchedFaults, takePicture, watchShifts } from './support/look';
import { COMMUNE_SCREENS } from './support/commune-screens';
import { openOffice, type Office } from './support/office';
import { SCREEN_TABLE, type ScreenCase } from './support/screen-table';

const SIZES: Readonly<Record<string, BrowserContextOptions>> = { '1366': DESKTOP, '360': PHONE };
const STEADY = 0.05;

/** Each screen × size × light and dark: drawn without a fault, nothing for axe to say, nothing sticks out (not even
 * with words two fifths longer), nothing jumps, everything can be pressed. */
describe('every screen', () => {
  let office: Office;
  const results: Record<string, unknown>[] = [];
  const sessions = new Map<string, Awaited<ReturnType<Page['context']>>>();

  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
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

  const judge = async (screen: ScreenCase, size: string, theme: 'light' | 'dark') => {
    const page = await (await profile(screen.login, size)).newPage();
    const faults = watchFaults(page);
    const shifts = await watchShifts(page);
    try {
      await page.addInitScript((colours) => localStorage.setItem('benve.theme', colours), theme);
      await page.goto(office.url + screen.path);
      await page.waitForSelector(screen.ready, { timeout: 15_000 });
      await page.waitForLoadState('networkidle');
      const jumped = await shifts();
      if (jumped > STEADY) faults.push(`jumps by ${jumped.toFixed(3)}`);
      await screen.pose?.(page);
      await takePicture(page, `${screen.name}-${size}-${theme}`);
      faults.push(...(await axeFaults(page)));
      faults.push(...(await sidewaysFaults(page)));
      if (theme === 'light') {
        faults.push(
          ...(await smallTargets(page, screen.path.startsWith('/xa') ? 44 : 24)).map((target) => `too small to press: ${target}`),
        );
        if (size === '360') {
          await page.setViewportSize({ width: 320, height: 640 });
          faults.push(...(await sidewaysFaults(page)).map((fault) => `at 320 px: ${fault}`));
          await page.setViewportSize(SIZES[size]!.viewport!);
        }
        faults.push(...(await stretchedFaults(page)).map((fault) => `with words 40 % longer: ${fault}`));
      }
      results.push({ screen: screen.name, size, theme, shift: jumped, faults });
      return faults;
    } finally {
      await page.close();
    }
  };

  const cases = [...SCREEN_TABLE, ...COMMUNE_SCREENS].flatMap((screen) =>
    Object.keys(SIZES)
      .filter((size) => (!screen.phoneOnly || size === '360') && (!screen.deskOnly || size === '1366'))
      .flatMap((size) => (['light', 'dark'] as const).map((theme) => [`${screen.name} ${size} px ${theme}`, screen, size, theme] as const)),
  );
  it.each(cases)('%s', async (_, screen, size, theme) => {
    expect(await judge(screen, size, theme)).toEqual([]);
  });
});
