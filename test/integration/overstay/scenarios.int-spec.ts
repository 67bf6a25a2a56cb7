import { systemActor, type LocalDate } from '@app/kernel';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadWatchRules, type WatchRules } from '../../../libs/overstay/src/persistence/watch-rules';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertAlertPolicies } from './alert-policies';
import type { Scenario } from './scenario';
import { type SeenRun, throughDomain, throughSql } from './watched-story';

const FOLDER = join(__dirname, 'scenarios');
const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort();
const TABLES = FILES.map((file) => ({
  file,
  stories: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Scenario[],
}));

/** What a story expects, in the form in which runs are seen. */
function expected(story: Scenario): object[] {
  return story.runs.map((run) => ({
    asOf: run.asOf,
    raised: (run.raised ?? [])
      .map((a) => `${a.rule} ${a.target} ${a.state ?? 'open'}${a.estimated ? ' estimated' : ''} → ${[...a.to].sort().join(' ')}`)
      .sort(),
    closed: (run.closed ?? []).map((c) => `${c.rule} ${c.target} ${c.reason}`).sort(),
  }));
}
function seen(story: Scenario, runs: SeenRun[]): object[] {
  return runs.map((run, i) => ({
    asOf: story.runs[i]!.asOf,
    raised: run.raised.map((a) => `${a.rule} ${a.target} ${a.state}${a.estimated ? ' estimated' : ''} → ${a.to.join(' ')}`).sort(),
    closed: run.closed.map((c) => `${c.rule} ${c.target} ${c.reason}`).sort(),
  }));
}

describe('dated scenarios of the ladder', () => {
  let db: TestDatabase;
  let watch: WatchRules;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2031-01-01' });
    await insertAlertPolicies(db.sql);
    watch = await db.jobs.run(systemActor('test'), (tx) => loadWatchRules(tx, '2026-01-01' as LocalDate));
  });
  afterAll(() => db.close());

  it('are at least sixty', () => {
    expect(TABLES.flatMap((table) => table.stories).length).toBeGreaterThanOrEqual(60);
  });

  describe.each(TABLES)('$file', ({ stories }) => {
    it.each(stories)('$name', async (story) => {
      expect(seen(story, throughDomain(story, watch.rules, watch.markets))).toEqual(expected(story));
      const runs = await throughSql(db, story);
      expect(seen(story, runs)).toEqual(expected(story));
      expect(runs).toEqual(throughDomain(story, watch.rules, watch.markets));
    });
  });
});
