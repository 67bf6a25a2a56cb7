import { addDays, daysBetween, type LocalDate } from '@app/kernel';

/** What is asked about: that somebody left, that somebody came home. */
export const CROSSINGS = ['EXIT', 'RETURN'] as const;
export type Crossing = (typeof CROSSINGS)[number];

/** Three who can know, each without the others: the agency, the family as the commune heard it, the paper (stamp, ticket, border list). */
export const VOICES = ['AGENCY', 'FAMILY', 'PAPER'] as const;
export type Voice = (typeof VOICES)[number];

export interface Statement {
  readonly voice: Voice;
  /** False: says that it did not happen. */
  readonly happened: boolean;
  /** The day it happened, as this voice has it. */
  readonly on: LocalDate | null;
  /** Business day it was said. */
  readonly saidOn: LocalDate;
}

/** Policy `crosscheck.rules`. */
export interface CrosscheckRules {
  /** Days two voices may differ: a stamp after midnight, a stop on the way. */
  readonly toleranceDays: number;
  /** Days a single voice waits for a second one. */
  readonly waitDays: number;
  /** Working days the owner of a difference has. */
  readonly answerWorkingDays: number;
}

export type DifferenceRule = 'ONE_DENIES' | 'DATES_DIFFER' | 'ONE_SILENT';
export type OwnerDesk = 'agency' | 'commune' | 'centre';

export type Verdict =
  | { readonly state: 'unsaid' | 'waiting' | 'agreed' }
  /** `owner`: who must say something next; the centre where voices contradict each other. */
  | { readonly state: 'differs'; readonly rule: DifferenceRule; readonly owner: OwnerDesk; readonly since: LocalDate };

const laterOf = (statements: readonly Statement[]): LocalDate =>
  statements
    .map(({ saidOn }) => saidOn)
    .sort()
    .at(-1)!;

/**
 * Holds the last word of each voice (`statements` in the order said) against the others. Two that agree are enough; one alone waits, then the silent
 * one is asked: the agency first, else the commune. Pure: judged for a day.
 */
export function compareVoices(statements: readonly Statement[], hasAgency: boolean, rules: CrosscheckRules, today: LocalDate): Verdict {
  const newest = VOICES.flatMap((voice) => statements.filter((one) => one.voice === voice).slice(-1));
  const yes = newest.filter(({ happened }) => happened);
  if (yes.length === 0) return { state: 'unsaid' };
  if (yes.length < newest.length) return { state: 'differs', rule: 'ONE_DENIES', owner: 'centre', since: laterOf(newest) };
  const days = yes.flatMap(({ on }) => (on ? [on] : [])).sort();
  if (days.length > 1 && daysBetween(days[0]!, days.at(-1)!) > rules.toleranceDays)
    return { state: 'differs', rule: 'DATES_DIFFER', owner: 'centre', since: laterOf(yes) };
  if (yes.length > 1) return { state: 'agreed' };
  const due = addDays(yes[0]!.saidOn, rules.waitDays);
  if (due > today) return { state: 'waiting' };
  const owner = hasAgency && yes[0]!.voice !== 'AGENCY' ? 'agency' : yes[0]!.voice === 'FAMILY' ? 'centre' : 'commune';
  return { state: 'differs', rule: 'ONE_SILENT', owner, since: due };
}
