import type { LocalDate } from '@app/kernel';
import type { CaseFacts, Evidence } from './case-facts';
import type { Guard } from './guards';
import { judgeGuard } from './judge-guards';
import type { CaseRules } from './milestone';

/** Papers of the person rather than of one attempt: they serve the next turn while they are good. */
const PERSONAL: readonly Guard[] = ['PASSPORT', 'HEALTH', 'ORIENTATION', 'POLICE_RECORD', 'LANGUAGE', 'VOCATION'];

export interface CarriedPaper {
  readonly guard: Guard;
  readonly evidence: Evidence & { readonly on: LocalDate };
}

/**
 * What an earlier case of the person brings to a later one: good on the day asked about, not shown there yet. Training is carried only where agency, country
 * and, if told, trade are the same (Circular 21/2021/TT-BLĐTBXH, Art. 12): what is not known on either side is not taken for equal. Pure.
 */
export function carriedPapers(from: CaseFacts, to: CaseFacts, rules: CaseRules, day: LocalDate): CarriedPaper[] {
  return PERSONAL.flatMap((guard) => {
    const evidence = from.guards[guard];
    if (!evidence?.on || to.guards[guard]) return [];
    if (guard === 'ORIENTATION' && !sameTerms(from, to, evidence)) return [];
    const serves = judgeGuard({ ...to, guards: { ...to.guards, [guard]: evidence } }, rules, guard, day).rule === null;
    return serves ? [{ guard, evidence: { ...evidence, on: evidence.on } }] : [];
  });
}

function sameTerms(from: CaseFacts, to: CaseFacts, { terms }: Evidence): boolean {
  const agency = terms?.agencyId ?? from.agencyId;
  const market = terms?.market ?? from.market;
  return agency === to.agencyId && market !== null && market === to.market;
}
