import { addMonths, type LocalDate } from '@app/kernel';
import type { CaseFacts } from './case-facts';
import { type Guard, requiredGuards } from './guards';
import type { CaseRules } from './milestone';

const LAST_DAYS = new Map<string, LocalDate>();

/** Remembered: a register of fifty thousand rows has few certificate days. */
function lastDay(on: LocalDate, months: number): LocalDate {
  const key = `${on}+${months}`;
  const known = LAST_DAYS.get(key) ?? addMonths(on, months);
  if (LAST_DAYS.size < 10_000) LAST_DAYS.set(key, known);
  return known;
}

/** Guards without evidence that is good on the day of exit: nothing counts as satisfied because somebody went all the same. */
export function unprovenGuards(facts: CaseFacts, rules: CaseRules, day: LocalDate): Guard[] {
  return requiredGuards(facts.legalForm, rules.programmeGuards).filter((guard) => {
    const evidence = facts.guards[guard];
    if (!evidence || (evidence.on === null && !evidence.reference) || (evidence.on !== null && evidence.on > day)) return true;
    if (evidence.until) return evidence.until < day;
    return (
      guard === 'ORIENTATION' &&
      evidence.on !== null &&
      rules.certificateMonths !== undefined &&
      lastDay(evidence.on, rules.certificateMonths) < day
    );
  });
}
