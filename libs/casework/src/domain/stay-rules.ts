import { addDays, type LocalDate } from '@app/kernel';

/** Grace and defaults of a market, in days (policy rows; host practice). */
export interface StayRules {
  readonly graceDays: number;
  /** Added to the contract end where the lawful-stay date is unknown. */
  readonly defaultStayDays: number;
  /** Days after the grace in place of 1 when the stay date is only estimated. */
  readonly estimatedExtraDays: number;
}

export interface StayFacts {
  readonly contractEnd: LocalDate | null;
  readonly stayUntil: LocalDate | null;
}

/** Day from which a stay counts as suspected overstay, and whether its date is estimated; undefined when no date is known. */
export function overstayFrom(facts: StayFacts, rules: StayRules): { day: LocalDate; estimated: boolean } | undefined {
  if (facts.stayUntil) return { day: addDays(facts.stayUntil, rules.graceDays + 1), estimated: false };
  if (!facts.contractEnd) return undefined;
  return {
    day: addDays(facts.contractEnd, rules.defaultStayDays + rules.graceDays + rules.estimatedExtraDays),
    estimated: true,
  };
}
