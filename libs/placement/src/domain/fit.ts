import { type Language, type ReturneeFacts, SPOKEN_IN } from './returnee';

export const FIT_POINTS = ['TRADE', 'LANGUAGE', 'COMMUNE'] as const;
export type FitPoint = (typeof FIT_POINTS)[number];

export interface FittedOpening {
  readonly occupation: string;
  readonly language: Language | null;
  readonly communeCode: string | null;
}

/** Why an opening would do for a person, and what speaks against it; what nobody asked for stands in neither. */
export interface Fit {
  readonly fits: readonly FitPoint[];
  readonly misses: readonly FitPoint[];
  /** The trade of the person that fits, as it is written there. */
  readonly trade: string | null;
  /** The language is a guess from the country of work, not what the person said. */
  readonly languageGuessed: boolean;
}

/** Words that every trade is called by: they tell no trade from another. */
const EMPTY_WORDS = new Set('nghề thợ công nhân lao động việc nhân viên làm kỹ thuật phổ thông ngành và'.split(' '));

/** Holds a person against an opening, point by point. Pure. */
export function fitOf(person: ReturneeFacts, opening: FittedOpening): Fit {
  const trade = person.occupations.find((own) => sameTrade(own, opening.occupation)) ?? null;
  const guessed = person.language === null ? SPOKEN_IN[person.market ?? ''] : undefined;
  const speaks = person.language ?? guessed ?? null;
  const verdicts: readonly (readonly [FitPoint, boolean | null])[] = [
    ['TRADE', person.occupations.length === 0 ? null : trade !== null],
    ['LANGUAGE', opening.language === null ? null : speaks === opening.language],
    ['COMMUNE', opening.communeCode === null || person.communeCode === null ? null : opening.communeCode === person.communeCode],
  ];
  const of = (verdict: boolean) => verdicts.filter(([, one]) => one === verdict).map(([point]) => point);
  return { fits: of(true), misses: of(false), trade, languageGuessed: guessed !== undefined && guessed === opening.language };
}

const WEIGHT: Readonly<Record<FitPoint, number>> = { TRADE: 4, LANGUAGE: 2, COMMUNE: 1 };

/** Better first: the trade weighs most, then a language that is asked for, then the way to work. */
export function rankFit({ fits, misses }: Fit): number {
  const sum = (points: readonly FitPoint[]) => points.reduce((all, point) => all + WEIGHT[point], 0);
  // Another commune is the usual case: it speaks against nothing.
  return sum(fits) - sum(misses.filter((point) => point !== 'COMMUNE'));
}

/** One telling word in common, marks included: "may" (to sew) is not "máy" (machine). */
function sameTrade(one: string, other: string): boolean {
  const words = new Set(tellingWords(other));
  return tellingWords(one).some((word) => words.has(word));
}

const tellingWords = (trade: string): string[] =>
  trade
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
