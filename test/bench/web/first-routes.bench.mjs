// What the first look costs: bytes of the first route, largest paint cold and warm, the leader's one request, the commune on a slow line.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from '../../../apps/local/places.mjs';
import { median } from '../measure/pairs.mjs';
import { DESKTOP, measured, PHONE, profile, slowDown, SLOW_PHONE, until } from './chromium.mjs';
import { inOffice } from './office.mjs';

const RUNS = 5;

export const run = ({ server, place, report }) =>
  inOffice({ server, place }, async (office) => {
    await staff(office, report);
    await leader(office, report);
    await light(office, report);
    await slowLine(office, report);
  });

async function staff({ browser, url, tokens }, report) {
  const [cold, warm] = [[], []];
  let scripts = [];
  for (let round = 0; round < RUNS; round++) {
    const context = await profile(browser, { ...DESKTOP, url, token: tokens.centre });
    for (const kept of [cold, warm]) {
      const page = await context.newPage();
      await page.goto(`${url}/`);
      await page.waitForSelector('.queue-row', { timeout: 30_000 });
      await page.waitForLoadState('networkidle');
      kept.push((await measured(page)).paint);
      scripts = await loadedScripts(page);
      await page.close();
    }
    await context.close();
  }
  report.add({
    work: 'staff home, largest paint, cold',
    value: median(cold),
    of: 'ms',
    must: { op: '<=', to: 1800 },
    goal: { op: '<=', to: 1200 },
  });
  report.add({
    work: 'staff home, largest paint, warm',
    value: median(warm),
    of: 'ms',
    must: { op: '<=', to: 900 },
    goal: { op: '<=', to: 600 },
  });
  report.add({
    work: 'staff home, scripts',
    value: kilobytes(scripts),
    of: 'kB gz',
    must: { op: '<=', to: 400 },
    goal: { op: '<=', to: 300 },
  });
}

async function leader({ browser, url, tokens }, report) {
  const paints = [];
  let answers = [];
  for (let round = 0; round < RUNS; round++) {
    const context = await profile(browser, { ...DESKTOP, url, token: tokens.leader });
    const page = await context.newPage();
    answers = [];
    page.on('response', (response) => /\/api\/v1\/lead\//.test(response.url()) && answers.push(response));
    await page.goto(`${url}/`);
    await page.waitForSelector('.overview .figures, .overview h2', { timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    paints.push((await measured(page)).paint);
    if (round < RUNS - 1) await context.close();
  }
  const size = gzipSync(await answers[0].body()).length / 1000;
  report.add({
    work: 'leader page, largest paint',
    value: median(paints),
    of: 'ms',
    must: { op: '<=', to: 2000 },
    goal: { op: '<=', to: 1500 },
  });
  report.add({
    work: 'leader page, data requests',
    value: answers.length,
    of: 'requests',
    must: { op: '<=', to: 1 },
    goal: { op: '<=', to: 1 },
  });
  report.add({ work: 'leader page, data', value: size, of: 'kB gz', must: { op: '<=', to: 60 }, goal: { op: '<=', to: 30 } });
}

async function light({ browser, url, tokens }, report) {
  for (const [work, path, token, selector, must, goal] of [
    ['commune app, first route', '/xa/', tokens.commune, '.cards a', 120, 40],
    ['public pages, all of the first route', '/cong-khai/', undefined, 'h1', 60, 30],
  ]) {
    const context = await profile(browser, { ...PHONE, url, token });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.waitForSelector(selector, { timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    report.add({
      work,
      value: kilobytes(await loadedScripts(page, true)),
      of: 'kB gz',
      must: { op: '<=', to: must },
      goal: { op: '<=', to: goal },
    });
    await context.close();
  }
}

async function slowLine({ browser, url, tokens }, report) {
  const [cold, again] = [[], []];
  for (let round = 0; round < RUNS; round++) {
    const context = await profile(browser, { ...PHONE, url, token: tokens.commune });
    for (const kept of [cold, again]) {
      const page = await context.newPage();
      await slowDown(page, SLOW_PHONE);
      kept.push(await until(page, `${url}/xa/`, '.cards a'));
      // The service worker takes its copy when the first page is at rest.
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => navigator.serviceWorker?.ready);
      await page.waitForTimeout(500);
      await page.close();
    }
    await context.close();
  }
  report.add({
    work: 'commune on slow 3G, first task can be tapped, cold',
    value: median(cold),
    of: 'ms',
    must: { op: '<=', to: 6000 },
    goal: { op: '<=', to: 4000 },
  });
  report.add({
    work: 'commune on slow 3G, again',
    value: median(again),
    of: 'ms',
    must: { op: '<=', to: 1500 },
    goal: { op: '<=', to: 1000 },
  });
}

/** Files of the page as they lie compressed in the build. */
async function loadedScripts(page, withStyles = false) {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  return names.filter((name) => name.startsWith('/assets/') && (name.endsWith('.js') || (withStyles && name.endsWith('.css'))));
}

function kilobytes(paths) {
  return (
    paths
      .map((path) => join(DIST, 'web', path.replace('/assets/', '')))
      .reduce((sum, file) => sum + (existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length), 0) / 1000
  );
}
