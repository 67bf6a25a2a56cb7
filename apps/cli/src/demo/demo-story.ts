import type { Milestone } from '@app/casework';
import { addDays, addMonths, type LocalDate } from '@app/kernel';
import { departure, type DemoTerms, journeyTo, TERMS } from './demo-journey';
import type { DemoRandom } from './demo-random';

/** Days a market lets pass after the last day of stay, and the stay it assumes; the demo places its people around these edges. */
export interface DemoStay {
  readonly graceDays: number;
  readonly defaultStayDays: number;
  readonly estimatedOffsetDays: number;
}

export interface StoryDraw {
  readonly today: LocalDate;
  readonly random: DemoRandom;
  /** Running number of the case: varies employers and papers. */
  readonly turn: number;
  readonly stay: (market: string) => DemoStay;
}

export interface DemoCase {
  readonly story: string;
  readonly terms: DemoTerms;
  /** In order; facts on days after the records were taken in are reported one by one. */
  readonly facts: readonly Milestone[];
  /** One more attempt of the same person after this one. */
  readonly second?: Omit<DemoCase, 'second' | 'story'>;
}

export interface DemoStory {
  readonly name: string;
  /** How many of 500 people. */
  readonly count: number;
  readonly tell: (draw: StoryDraw, nth: number) => Omit<DemoCase, 'story'>;
}

export const CONTRACTS = [TERMS.JAPAN, TERMS.KOREA, TERMS.TAIWAN];
export const some = ({ turn }: StoryDraw): DemoTerms => CONTRACTS[turn % CONTRACTS.length]!;

/** Left so long ago that a contract of the usual length ends on `end`, a few days inside the programme's longest turn. */
export function endingOn(end: LocalDate, terms: DemoTerms, draw: StoryDraw, more: { stayUntil?: LocalDate } = {}): Milestone[] {
  return departure(addDays(addMonths(end, -terms.months), 3), terms, end, draw.turn, {
    ...more,
    missing: draw.turn % 5 === 0 ? 2 : 0,
  });
}

export function before(
  name: 'REGISTERED' | 'COUNSELLED' | 'SOURCED' | 'SELECTED' | 'IN_TRAINING' | 'CONTRACTED' | 'READY',
  count: number,
): DemoStory {
  const terms = (draw: StoryDraw) => (name === 'SOURCED' ? TERMS.JAPAN : some(draw));
  return {
    name,
    count,
    tell: (draw) => ({
      terms: terms(draw),
      facts: journeyTo(name, addDays(draw.today, -draw.random.between(3, 150)), terms(draw)),
    }),
  };
}

export function givenUp(kind: 'WITHDRAWN' | 'NOT_SENT' | 'REJECTED', count: number, reason: string): DemoStory {
  return {
    name: kind,
    count,
    tell: (draw) => {
      const on = addDays(draw.today, -draw.random.between(50, 300));
      const terms = some(draw);
      return {
        terms,
        facts: [
          ...journeyTo(kind === 'REJECTED' ? 'COUNSELLED' : 'SELECTED', addDays(on, -30), terms),
          { kind, effectiveOn: on, detail: { reason } },
        ],
      };
    },
  };
}

/** One person for each of these days around today, for every reminder and every question of a contract end. */
export function endEdges(name: string, terms: readonly DemoTerms[], days: readonly number[]): DemoStory {
  const cases = days.flatMap((day) => terms.map((term) => ({ day, term })));
  return {
    name,
    count: cases.length,
    tell: (draw, nth) => {
      const { day, term } = cases[nth % cases.length]!;
      return { terms: term, facts: endingOn(addDays(draw.today, day), term, draw) };
    },
  };
}

/** Stays whose first suspect day is `day` days from today, by a known stay date or by an estimated one. */
export function stayEdges(name: string, terms: readonly DemoTerms[], days: readonly number[], known: boolean): DemoStory {
  const cases = days.flatMap((day) => terms.map((term) => ({ day, term })));
  return {
    name,
    count: cases.length,
    tell: (draw, nth) => {
      const { day, term } = cases[nth % cases.length]!;
      const { graceDays, defaultStayDays, estimatedOffsetDays } = draw.stay(term.market);
      const stayUntil = addDays(draw.today, day - graceDays - (known ? 1 : estimatedOffsetDays));
      const end = known ? addDays(stayUntil, -14) : addDays(stayUntil, -defaultStayDays);
      return { terms: term, facts: endingOn(end, term, draw, known ? { stayUntil } : {}) };
    },
  };
}

export function back(
  name: string,
  count: number,
  returnType: NonNullable<Milestone['detail']>['returnType'],
  daysAgo: readonly [number, number],
  more: { early?: number; reason?: string } = {},
): DemoStory {
  return {
    name,
    count,
    tell: (draw) => {
      const terms = some(draw);
      const on = addDays(draw.today, -draw.random.between(...daysAgo));
      const facts = endingOn(addDays(on, more.early ?? draw.random.between(0, 5)), terms, draw);
      return {
        terms,
        facts: [...facts, { kind: 'RETURNED', effectiveOn: on, detail: { returnType, ...(more.reason && { reason: more.reason }) } }],
      };
    },
  };
}

/** Something that happened abroad some days ago, in the middle of a contract. */
export function abroadEvent(
  name: string,
  days: readonly number[],
  event: (on: LocalDate, terms: DemoTerms, draw: StoryDraw) => Milestone,
  market?: DemoTerms,
): DemoStory {
  return {
    name,
    count: days.length,
    tell: (draw, nth) => {
      const terms = market ?? some(draw);
      const on = addDays(draw.today, -days[nth % days.length]!);
      return {
        terms,
        facts: [...endingOn(addDays(draw.today, 200 + draw.random.between(0, 200)), terms, draw), event(on, terms, draw)],
      };
    },
  };
}
