import type { Milestone } from '@app/casework';
import { addDays, addMonths, type LocalDate } from '@app/kernel';
import { departure, TERMS } from './demo-journey';
import type { DemoRandom } from './demo-random';
import {
  abroadEvent,
  back,
  before,
  CONTRACTS,
  type DemoCase,
  type DemoStory,
  endEdges,
  endingOn,
  givenUp,
  some,
  stayEdges,
  type StoryDraw,
} from './demo-story';

/** Every stage, every edge of the alert ladder, relative to today; counts are for 500 people. */
export const DEMO_STORIES: readonly DemoStory[] = [
  before('REGISTERED', 34),
  before('COUNSELLED', 22),
  before('SOURCED', 10),
  before('SELECTED', 18),
  before('IN_TRAINING', 20),
  before('CONTRACTED', 16),
  before('READY', 10),
  givenUp('WITHDRAWN', 8, 'FAMILY'),
  givenUp('NOT_SENT', 5, 'AGENCY_CANCELLED'),
  givenUp('REJECTED', 5, 'HEALTH'),
  {
    name: 'ABROAD',
    count: 118,
    tell: (draw) => ({
      terms: some(draw),
      facts: endingOn(addDays(draw.today, draw.random.between(190, 1000)), some(draw), draw),
    }),
  },
  {
    name: 'JUST_LEFT',
    count: 8,
    tell: (draw, nth) => ({
      terms: some(draw),
      facts: departure(addDays(draw.today, -1 - nth * 4), some(draw), undefined, draw.turn),
    }),
  },
  endEdges('EXPIRY', [TERMS.JAPAN, TERMS.TAIWAN], [181, 180, 179, 91, 90, 89, 61, 60, 59, 31, 30, 29, 8, 7, 6, 1]),
  endEdges('EXPIRY_WITHOUT_AGENCY', [TERMS.KOREA], [180, 90, 60, 30, 7, 1]),
  endEdges('RETURN_UNCONFIRMED', CONTRACTS, [0, -1, -2, -3, -4, -6, -9]),
  endEdges('SEASONAL_EXPIRY', [TERMS.SEASON], [46, 45, 44, 15, 14, 13, 4, 3, 2, 0, -3]),
  {
    name: 'LAISSEZ_PASSER',
    count: 7,
    tell: (draw, nth) => {
      const stayUntil = addDays(draw.today, [15, 14, 13, 4, 3, 2, -2][nth % 7]!);
      return { terms: TERMS.BORDER, facts: endingOn(addDays(stayUntil, 90), TERMS.BORDER, draw, { stayUntil }) };
    },
  },
  stayEdges('SUSPECTED_KNOWN_STAY', CONTRACTS, [1, 0, -1, -4, -8], true),
  stayEdges('SUSPECTED_ESTIMATED_STAY', CONTRACTS, [1, 0, -1, -12], false),
  stayEdges('OVERSTAY', [TERMS.KOREA, TERMS.TAIWAN], [-35, -89, -90, -91, -179, -180, -181, -364, -365, -366, -500], true),
  {
    name: 'EXTENDED',
    count: 14,
    tell: (draw) => {
      const terms = draw.turn % 2 ? TERMS.JAPAN : TERMS.TAIWAN;
      const end = addDays(draw.today, -draw.random.between(1, 100));
      const on = addDays(end, -20);
      return {
        terms,
        facts: [
          ...endingOn(end, terms, draw),
          {
            kind: 'EXTENDED',
            effectiveOn: on,
            contract: { kind: 'extension', signedOn: on, startsOn: addDays(end, 1), endsOn: addMonths(end, 12) },
          },
        ],
      };
    },
  },
  abroadEvent(
    'TRANSFERRED',
    [20, 60, 200],
    (on) => ({
      kind: 'TRANSFERRED',
      effectiveOn: on,
      contract: {
        kind: 'transfer',
        signedOn: on,
        startsOn: on,
        employer: 'Xưởng may Hải Phong (thử nghiệm)',
        workplace: 'Ô-xa-ca',
      },
    }),
    TERMS.JAPAN,
  ),
  abroadEvent('RETURN_PLANNED', [4, 9, 15], (on, _, { today }) => ({
    kind: 'RETURN_PLANNED',
    effectiveOn: addDays(today, 25),
    detail: { plan: 'RETURN' },
  })),
  abroadEvent(
    'ABSCONDED',
    [0, 2, 6, 30, 120, 400],
    (on) => ({ kind: 'ABSCONDED', effectiveOn: on, detail: { lastSeenOn: addDays(on, -4) } }),
    TERMS.TAIWAN,
  ),
  abroadEvent(
    'WENT_MISSING',
    [15, 80],
    (on) => ({ kind: 'WENT_MISSING', effectiveOn: on, detail: { lastSeenOn: addDays(on, -10) } }),
    TERMS.JAPAN,
  ),
  abroadEvent(
    'STATUS_CHANGED',
    [12, 60, 300],
    (on, _, { turn }) => ({ kind: 'STATUS_CHANGED', effectiveOn: on, detail: { reference: `MAU-${turn}/2026` } }),
    TERMS.JAPAN,
  ),
  {
    name: 'OVERSTAYING',
    count: 5,
    tell: (draw, nth) => {
      const stayUntil = addDays(draw.today, -150 - 40 * nth);
      const confirmed: Milestone = {
        kind: 'OVERSTAY_CONFIRMED',
        effectiveOn: addDays(draw.today, -20 - 10 * nth),
        detail: { reference: `MAU-XN-${draw.turn}` },
      };
      return {
        terms: TERMS.KOREA,
        facts: [...endingOn(addDays(stayUntil, -10), TERMS.KOREA, draw, { stayUntil }), confirmed],
      };
    },
  },
  abroadEvent('DIED', [25, 210], (on) => ({ kind: 'DIED', effectiveOn: on }), TERMS.TAIWAN),
  {
    name: 'RESIDENCE_NOTICE',
    count: 6,
    tell: (draw, nth) => {
      const on = addDays(draw.today, -[0, 7, 14, 15, 16, 20][nth % 6]!);
      return {
        terms: some(draw),
        facts: [...endingOn(addDays(on, 3), some(draw), draw), { kind: 'RETURNED', effectiveOn: on, detail: { returnType: 'COMPLETED' } }],
      };
    },
  },
  back('BACK_IN_TIME', 40, 'COMPLETED', [21, 700]),
  back('BACK_EARLY', 10, 'EARLY', [10, 400], { early: 250, reason: 'HEALTH' }),
  back('BACK_DEPORTED', 3, 'DEPORTED', [60, 400], { early: -120 }),
  back('BACK_AFTER_OVERSTAY', 4, 'VOLUNTARY_AFTER_OVERSTAY', [20, 300], { early: -90 }),
  back('BACK_SICK', 3, 'SICK_OR_INJURED', [15, 200], { early: 300, reason: 'ACCIDENT' }),
  {
    name: 'CLOSED',
    count: 8,
    tell: (draw) => {
      const on = addDays(draw.today, -draw.random.between(300, 900));
      return {
        terms: TERMS.TAIWAN,
        facts: [
          ...endingOn(on, TERMS.TAIWAN, draw),
          { kind: 'RETURNED', effectiveOn: on, detail: { returnType: 'COMPLETED' } },
          { kind: 'CLOSED', effectiveOn: addDays(on, 100) },
        ],
      };
    },
  },
  {
    name: 'SECOND_CASE',
    count: 6,
    tell: (draw) => {
      const on = addDays(draw.today, -500);
      return {
        terms: TERMS.TAIWAN,
        facts: [...endingOn(on, TERMS.TAIWAN, draw), { kind: 'RETURNED', effectiveOn: on, detail: { returnType: 'COMPLETED' } }],
        second: {
          terms: TERMS.JAPAN,
          facts: departure(addDays(draw.today, -60 - draw.turn), TERMS.JAPAN, undefined, draw.turn),
        },
      };
    },
  },
  {
    name: 'END_UNKNOWN',
    count: 4,
    tell: (draw, nth) => {
      const terms = nth % 2 ? TERMS.SEASON : TERMS.JAPAN;
      const left = departure(addDays(draw.today, -[4, 6, 29, 31][nth % 4]!), terms, undefined, draw.turn);
      return { terms, facts: left.map(({ contract, ...fact }) => (fact.kind === 'DEPARTED' ? fact : { ...fact, contract })) };
    },
  },
];

/** The cases of so many people: every story at least as often as it has edges, the rest of the people spread by the counts. */
export function tellStories(people: number, today: LocalDate, random: DemoRandom, stay: StoryDraw['stay']): DemoCase[] {
  const told: DemoCase[] = [];
  const total = DEMO_STORIES.reduce((sum, { count }) => sum + count, 0);
  for (const { name, count, tell } of DEMO_STORIES) {
    const wanted = Math.max(count, Math.round((count * people) / total));
    for (let nth = 0; nth < wanted; nth++) told.push({ story: name, ...tell({ today, random, turn: told.length, stay }, nth) });
  }
  return told;
}
