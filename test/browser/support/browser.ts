import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM ?? ''];
/** Quiet and alone: nothing is fetched from outside, and root may start it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};

export async function openChromium(): Promise<Browser> {
  const executablePath = PROGRAMS.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium was not found: install chromium, or name it in CHROMIUM');
  // A bare environment has no letters beyond ASCII for the names of downloads; every office's machine has.
  return chromium.launch({ executablePath, args: FLAGS, headless: true, env: { ...process.env, LANG: 'C.UTF-8' } });
}

/** Collects what a screen must never do: throw, log an error, be refused by the content policy. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  return faults;
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, url: string, login: string, password: string): Promise<void> {
  await page.goto(url);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  const outcome = await Promise.race([
    page.waitForSelector('input[name=password]', { state: 'detached' }).then(() => undefined),
    page.waitForSelector('form [role=alert]').then(
      (alert) => alert.textContent(),
      () => 'nothing was said',
    ),
  ]);
  if (outcome) throw new Error(`${login} was not let in: ${outcome}`);
}

export type { Browser, BrowserContextOptions, Page };
