import type { LocalDate } from '@app/kernel';

export const DEMAND_SOURCES = ['COMMUNE', 'SCHOOL', 'ARMY', 'FAIR', 'CENTRE', 'AGENCY'] as const;
export type DemandSource = (typeof DEMAND_SOURCES)[number];

/** What somebody would like; nothing named = anywhere, anything. */
export interface Wishes {
  readonly markets: readonly string[];
  readonly occupations: readonly string[];
  readonly language: string | null;
  readonly canGoFrom: LocalDate | null;
}

export interface MatchedPerson extends Wishes {
  readonly age: number | null;
  readonly sex: 'M' | 'F' | null;
  readonly education: string | null;
}

export interface MatchedOrder {
  readonly market: string;
  readonly occupation: string;
  readonly free: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'M' | 'F';
  readonly language?: string;
}

export const MATCH_POINTS = ['MARKET', 'OCCUPATION', 'AGE', 'SEX', 'LANGUAGE', 'FREE'] as const;
export type MatchPoint = (typeof MATCH_POINTS)[number];

export interface Match {
  /** What speaks for it, and against it; what is not known stands in neither. */
  readonly fits: readonly MatchPoint[];
  readonly misses: readonly MatchPoint[];
}

/** Why an order would do for a person, point by point. `fold` makes words comparable. */
export function matchOrder(person: MatchedPerson, order: MatchedOrder, fold: (text: string) => string): Match {
  const verdicts: readonly (readonly [MatchPoint, boolean | null])[] = [
    ['FREE', order.free > 0],
    ['MARKET', person.markets.length === 0 ? null : person.markets.includes(order.market)],
    [
      'OCCUPATION',
      person.occupations.length === 0 ? null : wishWords(person.occupations, fold).some((word) => fold(order.occupation).includes(word)),
    ],
    ['AGE', person.age === null ? null : person.age >= (order.ageFrom ?? 0) && person.age <= (order.ageTo ?? 200)],
    ['SEX', order.sex === undefined || person.sex === null ? null : order.sex === person.sex],
    [
      'LANGUAGE',
      order.language === undefined ? null : person.language === null ? false : fold(person.language).includes(fold(order.language)),
    ],
  ];
  return {
    fits: verdicts.filter(([, fits]) => fits === true).map(([point]) => point),
    misses: verdicts.filter(([, fits]) => fits === false).map(([point]) => point),
  };
}

/** The order of the offers, as the statement over all orders sorts them: nothing that misses, then more that fits. What nobody may overlook (age, sex, a free place) weighs most. */
export function rankMatch({ fits, misses }: Match): number {
  const hard = misses.filter((point) => point === 'AGE' || point === 'SEX' || point === 'FREE').length;
  return fits.length - misses.length - 10 * hard;
}

/** The words by which an occupation is recognised among those somebody wishes. */
export function wishWords(occupations: readonly string[], fold: (text: string) => string): string[] {
  return [...new Set(occupations.flatMap((wish) => fold(wish).split(' ')))].filter((word) => word.length > 2);
}
