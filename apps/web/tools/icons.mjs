// node apps/web/tools/icons.mjs: draws the PNG icons of the phone app from assets/icon.svg. Run after the drawing changed; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const assets = join(import.meta.dirname, '../assets');
const drawing = readFileSync(join(assets, 'icon.svg'), 'utf8');
/** Name, side in pixels, share of the side that the drawing takes (launchers cut maskable icons to their own shape). */
const ICONS = [
  ['icon-192.png', 192, 1],
  ['icon-512.png', 512, 1],
  ['icon-maskable-512.png', 512, 0.72],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, side, share] of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const ground = share < 1 ? '#0b5cad' : 'transparent';
  const place = `position:fixed;inset:${((1 - share) / 2) * 100}%;width:${share * 100}%`;
  await page.setContent(`<body style="margin:0;background:${ground}"><div style="${place}">${drawing}</div></body>`);
  writeFileSync(join(assets, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
