// Other people's rows: 500 × 8 cells pasted into the agency's grid, a workbook of 5,000 rows tried out by the centre.
import { readFileSync } from 'node:fs';
import { median } from '../measure/pairs.mjs';
import { registerFile } from '../place/register-file.mjs';
import { DESKTOP, fromDeedToPaint, profile } from './chromium.mjs';
import { inOffice } from './office.mjs';

const RUNS = 5;
const FIRST_CELL = '.cell-grid [role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="2"]';

export const run = ({ server, place, report }) =>
  inOffice({ server, place, jobs: true }, async (office) => {
    await paste(office, report);
    await trial(office, server, report);
  });

async function paste(office, report) {
  const rows = await extensions(office);
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  const context = await profile(office.browser, { ...DESKTOP, url: office.url, token: office.tokens.agency });
  const page = await context.newPage();
  await page.goto(`${office.url}/cap-nhat?mau=extensions`);
  await page.waitForSelector('.cell-grid');
  const times = [];
  for (let round = 0; round < RUNS; round++) {
    await page.click(FIRST_CELL);
    times.push(
      await fromDeedToPaint(page, 'paste', '.cell-grid .chip', () =>
        page.locator(FIRST_CELL).evaluate((element, copied) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', copied);
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }, text),
      ),
    );
    await page.click('.grid-bar button:has-text("Xóa hết")');
    await page.waitForSelector('.cell-grid .chip', { state: 'detached' });
  }
  await context.close();
  report.add({
    work: 'paste of 500 × 8 cells, judged and painted',
    value: median(times),
    of: 'ms',
    must: { op: '<=', to: 2000 },
    goal: { op: '<=', to: 1000 },
    notes: times.map((ms) => ms.toFixed(0)).join(', '),
  });
}

/** Later ends for people of the agency; where it has fewer than 500, the rest are codes nobody has. */
async function extensions({ db, agency }) {
  const { rows } = await db.query(
    `select c.code, w.full_name as name, to_char(c.contract_end + 365, 'DD/MM/YYYY') as until
       from case_file c join worker w on w.id = c.worker_id where c.agency_id = $1 and c.stage = 'ABROAD' order by c.id limit 500`,
    [agency],
  );
  return Array.from({ length: 500 }, (_, n) => {
    const { code, name, until } = rows[n] ?? { code: `ZZZZZ${String(n).padStart(5, '0')}`, name: 'Không Có Ai', until: '20/11/2029' };
    return [code, name, until, 'Nhật Bản', 'ghi chú', '', 'đã báo gia đình', `dòng ${n}`];
  });
}

async function trial(office, server, report) {
  const communes = (
    await office.db.query(
      `select c.name from admin_unit c join admin_unit p on p.id = c.parent_id where p.code = $1 and c.level = 'commune' order by c.code`,
      [office.province],
    )
  ).rows.map(({ name }) => name);
  const context = await profile(office.browser, { ...DESKTOP, url: office.url, token: office.tokens.centre });
  const page = await context.newPage();
  const [times, silences] = [[], []];
  for (let round = 0; round < RUNS; round++) {
    const buffer = readFileSync(await registerFile({ folder: server.folder, rows: 5_000, number: 900 + round, communes }));
    await page.goto(`${office.url}/nhap-du-lieu`);
    await page.waitForSelector('.drop-zone');
    const { ms, silence } = await tried(page, { name: 'so.xlsx', mimeType: 'application/vnd.ms-excel', buffer });
    times.push(ms);
    silences.push(silence);
  }
  await context.close();
  report.add({
    work: 'workbook of 5,000 rows, tried out',
    value: median(times),
    of: 'ms',
    must: { op: '<=', to: 15_000 },
    goal: { op: '<=', to: 5_000 },
    notes: times.map((ms) => ms.toFixed(0)).join(', '),
  });
  report.add({
    work: 'workbook of 5,000 rows, longest time without a word of the server',
    value: median(silences),
    of: 'ms',
    must: { op: '<=', to: 1_000 },
    goal: { op: '<=', to: 800 },
    notes: silences.map((ms) => ms.toFixed(0)).join(', '),
  });
}

/** From the choice of the file to the verdicts on the screen, and the longest time between two words of the server about it. */
async function tried(page, file) {
  const told = [];
  const listen = (response) => response.url().includes('/api/v1/imports/') && told.push(performance.now());
  page.on('response', listen);
  const began = performance.now();
  await page.setInputFiles('input[type=file]', file);
  await page.waitForSelector('.step-bar', { timeout: 60_000 });
  const ended = performance.now();
  page.off('response', listen);
  const times = [began, ...told, ended];
  return { ms: ended - began, silence: Math.max(...times.slice(1).map((at, n) => at - times[n])) };
}
