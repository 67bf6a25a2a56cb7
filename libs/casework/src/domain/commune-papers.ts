import type { CaseFacts } from './case-facts';
import { type Guard, requiredGuards } from './guards';
import type { CaseRules } from './milestone';
import { phaseOf, rankOf } from './stages';

/** Papers that the commune itself confirms (Law 69/2020/QH14, Art. 45): application and life record, the commitment to return of worker and family. */
const OF_COMMUNE: readonly Guard[] = ['APPLICATION', 'RETURN_COMMITMENT'];

/**
 * What the commune still has to confirm of somebody who is going to leave: asked from the selection on, before that it may never be needed; of a contract
 * concluded directly, where nobody selects, from the day it is shown.
 */
export function communePapers(facts: CaseFacts, rules: CaseRules): readonly Guard[] {
  const { stage, legalForm, guards, waivers } = facts;
  const leaves = rankOf(stage) >= rankOf('SELECTED') || (legalForm === 'DIRECT' && guards.EMPLOYMENT_CONTRACT !== undefined);
  if (phaseOf(stage) !== 'before' || !leaves) return [];
  return requiredGuards(legalForm, rules.programmeGuards).filter(
    (guard) => OF_COMMUNE.includes(guard) && !guards[guard] && !waivers[guard],
  );
}
