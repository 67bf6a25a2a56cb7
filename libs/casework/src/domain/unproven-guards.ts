import { addMonths, type LocalDate } from '@app/kernel';
import type { CaseFacts } from './case-facts';
import { type Guard, requiredGuards } from './guards';
import type { CaseRules } from './milestone';

/** Guards without evidence that is good on the day of exit: nothing counts as satisfied because somebody went all the same. */
export function unprovenGuards(facts: CaseFacts, rules: CaseRules, day: LocalDate): Guard[] {
  return requiredGuards(facts.legalForm, rules.programmeGuards).filter((guard) => {
    const evidence = facts.guards[guard];
    if (!evidence || (evidence.on !== null && evidence.on > day)) return true;
    if (evidence.until) return evidence.until < day;
    return guard === 'ORIENTATION' && evidence.on !== null && rules.certificateMonths !== undefined && addMonths(evidence.on, rules.certificateMonths) < day;
  });
}
