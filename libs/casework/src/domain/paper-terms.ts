import { milestoneRow } from './case-lifecycle';
import type { Guard } from './guards';
import { lastDayOf } from './judge-guards';
import type { CaseRules, Milestone } from './milestone';

/** Papers whose last day follows from a rule where they do not say it: the clocks before the exit count to it. */
const TERMED: readonly (Guard | undefined)[] = ['HEALTH', 'ORIENTATION', 'PASSPORT'];

const guardOf = ({ kind, detail }: Milestone): Guard | undefined => (kind === 'GUARD_PROVEN' ? detail?.guard : milestoneRow(kind).proves);

/** The fact tells of a paper with a day and without a last day. */
export function lacksLastDay(fact: Milestone): boolean {
  return TERMED.includes(guardOf(fact)) && Boolean(fact.effectiveOn) && !fact.detail?.validUntil;
}

/** The last day by the rules of today is kept with the paper: a later rule shortens nobody's. Undefined months leave it open. */
export function withLastDay<M extends Milestone>(fact: M, rules: CaseRules): M {
  const guard = guardOf(fact);
  if (!guard || !lacksLastDay(fact)) return fact;
  const validUntil = lastDayOf(guard, { on: fact.effectiveOn!, ...(fact.detail?.pass && { pass: true as const }) }, rules);
  return validUntil ? { ...fact, detail: { ...fact.detail, validUntil } } : fact;
}
