import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, PHONE } from './support/browser';
import { keepResult } from './support/journey';
import { openOffice, type Office } from './support/office';

const LIGHT = join(__dirname, '../../dist/web/light');
/** Kilobytes, compressed: what must cross the line before the first task can be tapped. */
const MOST_KB = 40;

interface Part {
  file: string;
  src?: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
}

/** What a slow line has to carry; how long that takes is measured by `npm run bench:web`. */
describe('the commune phone on a slow line', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());

  it(`loads at most ${MOST_KB} kB of program and style for its first screen`, () => {
    const parts = JSON.parse(readFileSync(join(LIGHT, '.vite/manifest.json'), 'utf8')) as Record<string, Part>;
    const files = new Set<string>();
    const add = (key: string): void => {
      const part = parts[key]!;
      if (files.has(part.file)) return;
      files.add(part.file);
      for (const css of part.css ?? []) files.add(css);
      for (const next of part.imports ?? []) add(next);
    };
    add('commune.html');
    const kilobytes = [...files].reduce((sum, file) => sum + readFileSync(join(LIGHT, `${file}.gz`)).length, 0) / 1024;
    keepResult('commune-size', { kilobytes: Math.round(kilobytes * 10) / 10, files: files.size });
    console.log(`first route: ${kilobytes.toFixed(1)} kB gz in ${files.size} files`);
    expect(kilobytes).toBeLessThanOrEqual(MOST_KB);
  });

  it('asks the line for nothing of the program when it is opened again, only for what has changed', async () => {
    const [{ login }] = (await office.db.sql<{ login: string }>(
      `select 'xa-' || c.commune_code as login from case_file c join alert a on a.case_id = c.id where a.state = 'open' and a.owner = 'commune'
        group by c.commune_code order by count(*) desc limit 1`,
    )) as [{ login: string }];
    const { page: first } = await office.enter(login, PHONE);
    await first.waitForSelector('.cards a');
    await first.evaluate(async () => void (await navigator.serviceWorker.ready));
    const again = await first.context().newPage();
    const came = answersOf(again);
    await again.goto(`${office.url}/xa/`);
    await again.waitForSelector('.cards a');
    const ofTheLine = came.filter(({ kept }) => !kept).map(({ path }) => path);
    expect(came.length).toBeGreaterThan(ofTheLine.length);
    expect(ofTheLine.filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });
});

/** Fills with what the page was given: from the phone itself, or over the line. */
function answersOf(page: Page): { path: string; kept: boolean }[] {
  const came: { path: string; kept: boolean }[] = [];
  page.on('response', (response) => came.push({ path: new URL(response.url()).pathname, kept: response.fromServiceWorker() }));
  return came;
}
