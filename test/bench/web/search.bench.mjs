// Who is calling? Two hundred questions to the server one after the other, thirty typed into the field.
import { randomUUID } from 'node:crypto';
import { median, percentile, timed } from '../measure/pairs.mjs';
import { lib } from '../place/programs.mjs';
import { DESKTOP, fromDeedToPaint, profile } from './chromium.mjs';
import { inOffice } from './office.mjs';

const ASKED = 200;
const TYPED = 30;

export const run = ({ server, place, report }) =>
  inOffice({ server, place }, async (office) => {
    const people = await office.one(`select count(*) from worker where province_code = $1`, [office.province]);
    const questions = await asked(office);
    await answers(office, questions, people, report);
    await painted(office, questions.slice(0, TYPED), people, report);
  });

/** As people ask: without marks, family or given name first, part of a name with a birth year, the last digits of a telephone, a case code. */
async function asked({ db, province }) {
  const { foldText } = lib('kernel');
  const { rows } = await db.query(
    `select w.full_name as name, extract(year from w.birth_date)::int as born, right(p.phone, 4) as digits, c.code
       from worker w join case_file c on c.worker_id = w.id join worker_phone p on p.worker_id = w.id
      where w.province_code = $1 order by md5(w.id::text) limit $2`,
    [province, ASKED],
  );
  return rows.map(({ name, born, digits, code }, n) => {
    const words = foldText(name).split(' ');
    return [words.join(' '), `${words.at(-1)} ${words[0]}`, `${words.at(-1)} ${born}`, `${words.at(-1)} ${digits}`, code][n % 5];
  });
}

async function answers({ url, tokens }, questions, people, report) {
  const ask = (text) =>
    timed(async () => {
      const answer = await fetch(`${url}/api/v1/find`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens.centre}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ text }),
      });
      if (!answer.ok) throw new Error(`find ${text}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
      return (await answer.json()).people;
    });
  for (const text of questions.slice(0, 20)) await ask(text);
  const times = [];
  const empty = [];
  for (const text of questions) {
    const { ms, result } = await ask(text);
    times.push(ms);
    if (result.length === 0) empty.push(text);
  }
  if (empty.length > 0) throw new Error(`nobody found for ${empty.length} of ${questions.length}: ${empty.slice(0, 5).join('; ')}`);
  report.add({
    work: 'search, server, 95th of 100',
    value: percentile(times, 0.95),
    of: 'ms',
    must: { op: '<=', to: 150 },
    goal: { op: '<=', to: 50 },
    rows: { people, questions: questions.length },
    notes: `median ${median(times).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`,
  });
}

async function painted({ browser, url, tokens }, questions, people, report) {
  const context = await profile(browser, { ...DESKTOP, url, token: tokens.centre });
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await page.waitForSelector('.queue-row');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette-input');
  const times = [];
  for (const text of questions) {
    times.push(await fromDeedToPaint(page, 'input', '.found', () => page.fill('.palette-input', text)));
    await page.fill('.palette-input', '');
    await page.waitForSelector('.found', { state: 'detached' });
  }
  await context.close();
  report.add({
    work: 'search, last key to painted, 95th of 100',
    value: percentile(times, 0.95),
    of: 'ms',
    must: { op: '<=', to: 350 },
    goal: { op: '<=', to: 250 },
    rows: { people, questions: questions.length },
    notes: `median ${median(times).toFixed(0)} ms, of which 150 ms wait for the next key`,
  });
}
