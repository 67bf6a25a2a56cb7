// Chromium as a measuring instrument: fresh profiles, a phone's processor, a slow line, and what the browser itself says about paint and delay.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PROGRAM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // As large as the largest page: what lies outside the window is never presented, and its delays never end.
  '--window-size=1400,1000',
];

export const DESKTOP = { viewport: { width: 1366, height: 768 } };
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** 400 kbit/s and 400 ms, a processor four times slower than this one. */
export const SLOW_PHONE = { kilobits: 400, latency: 400, processor: 4 };

export async function openChromium() {
  if (!PROGRAM) throw new Error('Chromium is not installed (apt-get install chromium)');
  return chromium.launch({ executablePath: PROGRAM, args: FLAGS, headless: true });
}

/** A profile signed in by the session's token, as the sign-in leaves it. */
export async function profile(browser, { url, token, ...options }) {
  const context = await browser.newContext(options);
  if (token) await context.addCookies([{ name: 'benve', value: token, url, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript(() => {
    window.measured = { paint: 0, shifts: 0, delays: [], tasks: [] };
    const watch = (type, note, more = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
    watch('largest-contentful-paint', (entry) => (window.measured.paint = entry.startTime));
    watch('layout-shift', (entry) => entry.hadRecentInput || (window.measured.shifts += entry.value));
    watch(
      'event',
      (entry) => entry.interactionId && window.measured.delays.push([entry.duration, entry.name, entry.target?.className ?? '']),
      { durationThreshold: 16 },
    );
    watch('longtask', (entry) => window.measured.tasks.push(entry.duration));
  });
  return context;
}

export async function slowDown(page, { kilobits, latency, processor }) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: (kilobits * 1000) / 8,
    uploadThroughput: (kilobits * 1000) / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor });
}

export const measured = (page) => page.evaluate(() => window.measured);

/** Milliseconds from the start of the navigation until the selector is there, by the page's own clock. */
export async function until(page, address, selector) {
  await page.addInitScript((wanted) => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(wanted)) return;
      window.usable = performance.now();
      watch.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'usable' in window, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.usable);
}

/**
 * Milliseconds by the page's own clock from the next event of this kind until the selector is there and the frame with it was drawn. Begin
 * before the deed, await after it.
 */
export async function fromDeedToPaint(page, event, selector, deed) {
  await page.evaluate(
    ([kind, wanted]) => {
      window.painted = new Promise((resolve) =>
        addEventListener(
          kind,
          () => {
            const began = performance.now();
            const drawn = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
            const look = new MutationObserver(() => {
              if (!document.querySelector(wanted)) return;
              look.disconnect();
              drawn();
            });
            look.observe(document, { childList: true, subtree: true });
          },
          { capture: true, once: true },
        ),
      );
    },
    [event, selector],
  );
  await deed();
  return page.evaluate(() => window.painted);
}
