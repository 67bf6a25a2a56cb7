// A visit written down without a signal: how soon it is sent once there is one. That each arrives exactly once is test/browser/commune-offline.
import { median } from '../measure/pairs.mjs';
import { PHONE, profile } from './chromium.mjs';
import { inOffice } from './office.mjs';

const ROUNDS = 10;

export const run = ({ server, place, report }) =>
  inOffice({ server, place }, async ({ browser, url, tokens, one, commune }) => {
    const code = await one(
      `select c.code from case_file c join alert a on a.case_id = c.id and a.state = 'open' and a.owner = 'commune'
        where c.commune_code = $1 and c.departed_on is not null and c.returned_on is null order by c.code limit 1`,
      [commune],
    );
    const context = await profile(browser, { ...PHONE, url, token: tokens.commune });
    const first = await context.newPage();
    await first.goto(`${url}/xa/`);
    await first.waitForSelector('.cards a');
    await first.evaluate(async () => void (await navigator.serviceWorker.ready));
    await first.close();
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      await context.setOffline(true);
      const writing = await context.newPage();
      await writing.goto(`${url}/xa/tham/${code}`);
      await writing.tap('input[value=MOTHER]');
      await writing.tap('input[value=FAMILY_AGREED]');
      await writing.tap('button[type=submit]');
      await writing.waitForSelector('.badge');
      await writing.close({ runBeforeUnload: false });
      const opened = await context.newPage();
      await opened.goto(`${url}/xa/`);
      await opened.waitForSelector('.badge:not(.sent)');
      const began = performance.now();
      await context.setOffline(false);
      await opened.waitForSelector('.badge.sent');
      times.push(performance.now() - began);
      await opened.close();
    }
    await context.close();
    report.add({
      work: 'visit written offline, online to sent, slowest',
      value: Math.max(...times),
      of: 'ms',
      must: { op: '<=', to: 10_000 },
      goal: { op: '<=', to: 3_000 },
      rows: { visits: ROUNDS },
      notes: `median ${median(times).toFixed(0)} ms`,
    });
  });
