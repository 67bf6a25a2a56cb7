import { addDays, systemActor, type LocalDate } from '@app/kernel';
import fc from 'fast-check';
import { loadWatchRules, type WatchRules } from '../../../libs/overstay/src/persistence/watch-rules';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertAlertPolicies } from './alert-policies';
import type { Scenario, ScenarioFacts } from './scenario';
import { throughDomain, throughSql } from './watched-story';

const CENTRE = '2026-06-30' as LocalDate;
const near = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(CENTRE, n) as string);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null, freq: 3 });

/** Several clocks of money, some of one family, as a case with two loans has them. */
const clocks = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('LOAN_DECISION', 'INSTALMENT', 'INSTALMENT', 'EPS_ESCROW_35', 'LIQUIDATION_180', 'REFUND_DUE'), near(-300, 300))
    .map(([family, day]) => `${family} ${day}`),
  { maxLength: 3 },
);

const facts: fc.Arbitrary<ScenarioFacts> = fc.record({
  stage: fc.constantFrom(
    'ABROAD',
    'ABROAD',
    'ABROAD',
    'ABSCONDED',
    'OVERSTAYING',
    'LAWFUL_STAY',
    'MISSING',
    'DECEASED',
    'READY',
    'SELECTED',
    'CONTRACTED',
  ),
  legalForm: fc.constantFrom('SERVICE', 'SEASONAL', 'BORDER', 'PUBLIC', null),
  market: fc.constantFrom('JP', 'KR', 'TW', 'CN', 'RO', null),
  agency: fc.constantFrom('BV', null),
  commune: fc.constantFrom('03390', '03391', null),
  consent: fc.boolean(),
  departedOn: fc.constantFrom('2023-07-03', '2023-07-03', '2023-07-03', null),
  contractEnd: maybe(near(-300, 300)),
  stayUntil: maybe(near(-300, 400)),
  abscondedOn: maybe(near(-300, 100)),
  returnedOn: fc.constant(null),
  learntOn: near(-500, 200),
  selectedOn: maybe(near(-300, 100)),
  plannedExitOn: maybe(near(-200, 300)),
  certificateUntil: maybe(near(-300, 300)),
  passportUntil: maybe(near(-300, 400)),
  passUntil: maybe(near(-300, 400)),
  healthUntil: maybe(near(-300, 300)),
  clocks,
});

/** What can be learnt later: one of the changes a case really goes through. */
const change: fc.Arbitrary<Partial<ScenarioFacts>> = fc.oneof(
  near(-200, 500).map((contractEnd) => ({ contractEnd })),
  maybe(near(-200, 500)).map((stayUntil) => ({ stayUntil })),
  clocks.map((running) => ({ clocks: running })),
  maybe(near(-200, 300)).map((plannedExitOn) => ({ plannedExitOn })),
  maybe(near(-300, 500)).map((certificateUntil) => ({ certificateUntil })),
  maybe(near(-300, 500)).map((passportUntil) => ({ passportUntil })),
  maybe(near(-300, 500)).map((passUntil) => ({ passUntil })),
  maybe(near(-300, 500)).map((healthUntil) => ({ healthUntil })),
  fc.constantFrom<Partial<ScenarioFacts>>({ stage: 'ABROAD', departedOn: '2026-06-01' }, { stage: 'NOT_SENT' }),
  near(-300, 200).map((returnedOn) => ({ stage: 'RETURNED', returnedOn })),
  near(-300, 200).map((abscondedOn) => ({ stage: 'ABSCONDED', abscondedOn })),
  fc.constantFrom<Partial<ScenarioFacts>>(
    { stage: 'OVERSTAYING' },
    { stage: 'LAWFUL_STAY' },
    { stage: 'ABROAD', returnedOn: null },
    { commune: null },
    { commune: '03391' },
    { agency: null },
    { consent: true },
  ),
);

const story: fc.Arbitrary<Scenario> = fc
  .record({
    case: facts,
    changes: fc.array(fc.record({ at: fc.integer({ min: -200, max: 500 }), set: change }), { maxLength: 3 }),
    visits: fc.array(fc.record({ at: fc.integer({ min: -100, max: 500 }), next: maybe(fc.integer({ min: 1, max: 90 })) }), {
      maxLength: 2,
    }),
    runs: fc.uniqueArray(fc.integer({ min: -250, max: 560 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ case: known, changes, visits, runs }) => ({
    name: 'random',
    case: known,
    events: [
      ...changes.map(({ at, set }) => ({ on: addDays(CENTRE, at) as string, set })),
      ...visits.map(({ at, next }) => ({
        on: addDays(CENTRE, at) as string,
        visit: next ? { next: addDays(CENTRE, at + next) as string } : {},
      })),
    ].sort((a, b) => (a.on < b.on ? -1 : 1)),
    runs: runs.sort((a, b) => a - b).map((n) => ({ asOf: addDays(CENTRE, n) as string })),
  }));

describe('the SQL of the sweep', () => {
  let db: TestDatabase;
  let watch: WatchRules;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2031-01-01' });
    await insertAlertPolicies(db.sql);
    watch = await db.jobs.run(systemActor('test'), (tx) => loadWatchRules(tx, CENTRE));
  });
  afterAll(() => db.close());

  it('raises and closes exactly what the pure functions say, over random cases, histories and days', async () => {
    let alerts = 0;
    await fc.assert(
      fc.asyncProperty(story, async (random) => {
        const seen = await throughSql(db, random);
        alerts += seen.reduce((sum, run) => sum + run.raised.length, 0);
        expect(seen).toEqual(throughDomain(random, watch.rules, watch.markets));
      }),
      { numRuns: Number(process.env.LADDER_RUNS ?? 80), endOnFailure: true },
    );
    console.log(`${alerts} alerts compared`);
    expect(alerts).toBeGreaterThan(100);
  }, 300_000);
});
