import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './browser';

const PICTURES = join(__dirname, '../../../.data/screens');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: string[] };
/** WCAG 2.2 AA and the good practices that screen readers need. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A picture of the screen as it stands, in an ignored folder: `npm run test:browser -- screens` draws all of them. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** The rules that hang on colours: all that can differ between light and dark. */
export const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds, one line each: rule, impact, the first place. */
export async function axeFaults(page: Page, runOnly: RunOnly = { type: 'tag', values: TAGS }): Promise<string[]> {
  // By the debugger, not as a tag: the page's own policy lets no foreign script in, and stays as it is.
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const axe = (
      window as unknown as {
        axe: {
          run(
            root: Document,
            options: object,
          ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return violations.map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}) × ${nodes.length}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary.split('\n')[1]?.trim()}`,
    );
  }, runOnly);
}

/**
 * A window as tall as the page or its open dialog: which control lies half beneath a bar that stays in sight is then no chance of how far somebody
 * scrolled, and what a bar covers for good is seen.
 */
export async function standTall(page: Page): Promise<void> {
  const hidden = await page.evaluate(() =>
    Math.max(
      ...[document.scrollingElement!, ...document.querySelectorAll('dialog[open], dialog[open] *')].map(
        (element) => element.scrollHeight - element.clientHeight,
      ),
    ),
  );
  const { width, height } = page.viewportSize()!;
  if (hidden > 0) await page.setViewportSize({ width, height: height + hidden });
}

/** Wider than the window: what sticks out, except in regions made for scrolling that the keyboard reaches. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement!;
    if (root.scrollWidth <= root.clientWidth + 1) return [];
    const scrolls = (element: Element | null): boolean =>
      Boolean(element) && (/(auto|scroll)/.test(getComputedStyle(element!).overflowX) || scrolls(element!.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element.parentElement))
      .slice(0, 3)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${String(element.className).slice(0, 40)} reaches ${Math.round(element.getBoundingClientRect().right)} px`,
      );
  });
}

/** Things to press that are smaller than the measure, links within running text excepted (WCAG 2.5.8). */
export async function smallTargets(page: Page, measure: number): Promise<string[]> {
  return page.evaluate((size) => {
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 0 &&
        box.height > 0 &&
        getComputedStyle(element).visibility !== 'hidden' &&
        !element.closest('.visually-hidden, .skip-link')
      );
    };
    const inText = (element: Element) =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      /\S/.test(element.parentElement?.textContent?.replace(element.textContent ?? '', '') ?? '');
    return [
      ...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=tab], [role=option], [role=menuitem]',
      ),
    ]
      .filter((element) => seen(element) && !inText(element))
      .filter((element) => {
        const own = element.getBoundingClientRect();
        const input = element as HTMLInputElement;
        const label = (input.labels?.[0] ?? element.closest('label'))?.getBoundingClientRect();
        const box = label && /^(checkbox|radio|file)$/.test((element as HTMLInputElement).type) ? label : own;
        return box.width < size - 0.5 || box.height < size - 0.5;
      })
      .slice(0, 5)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`;
      });
  }, measure);
}

/** Starts to measure jumps before anything is drawn. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const store = window as unknown as { shifts: number };
    store.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) store.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

const SLOWEST_MS = 300;
const STEP_MS = 60;

/** Of what a screen asks at once, the last answer comes first: a part that is drawn before the one above it is pushed down, and seen to be. */
export async function answerBackwards(page: Page): Promise<void> {
  let asked = 0;
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, SLOWEST_MS - STEP_MS * asked++)));
    // A page that was closed meanwhile wants no answer.
    await route.continue().catch(() => undefined);
  });
}

/**
 * Every text on the page two fifths longer, as another language or a long name would make it: what then sticks out of the window, and which
 * words of a control are cut off without a sign. The page is of no use afterwards.
 */
export async function stretchedFaults(page: Page): Promise<string[]> {
  const cut = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      const own = text.data.trim();
      if (own.length < 2 || /^(SCRIPT|STYLE|TEXTAREA|OPTION)$/.test(text.parentElement?.tagName ?? '')) continue;
      text.data = `${text.data.trimEnd()} ${own.slice(0, Math.ceil(own.length * 0.4))}`;
    }
    return [...document.querySelectorAll('button, a, label, summary, h1, h2, th, [role=tab], .chip')]
      .filter((element) => {
        const { overflowX, textOverflow, display } = getComputedStyle(element);
        const seen = element.getBoundingClientRect().width > 1 && !element.closest('.visually-hidden, .skip-link, [role=grid]');
        return (
          seen && display !== 'inline' && overflowX === 'hidden' && textOverflow === 'clip' && element.scrollWidth > element.clientWidth + 1
        );
      })
      .slice(0, 3)
      .map((element) => `cut off: "${element.textContent!.trim().slice(0, 40)}"`);
  });
  return [...cut, ...(await sidewaysFaults(page))];
}
