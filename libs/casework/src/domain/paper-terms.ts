import { guardOf } from './apply-milestone';
import type { Guard } from './guards';
import { lastDayOf } from './judge-guards';
import type { CaseRules, Milestone } from './milestone';

/** Papers whose last day follows from a rule where they do not say it: the clocks before the exit count to it. */
const TERMED: readonly (Guard | undefined)[] = ['HEALTH', 'ORIENTATION', 'PASSPORT'];

/** The fact tells of a paper with a day whose last day the rule gives: it does not say it, or may not say a later one (orientation). */
export function needsLastDay(fact: Milestone): boolean {
  const guard = guardOf(fact);
  return TERMED.includes(guard) && Boolean(fact.effectiveOn) && (!fact.detail?.validUntil || guard === 'ORIENTATION');
}

/** The last day by the rules of today is kept with the paper: a later rule shortens nobody's. Undefined months leave it open. */
export function withLastDay<M extends Milestone>(fact: M, rules: CaseRules): M {
  const guard = guardOf(fact);
  if (!guard || !needsLastDay(fact)) return fact;
  const said = fact.detail?.validUntil;
  const byRule = lastDayOf(guard, { on: fact.effectiveOn!, ...(fact.detail?.pass && { pass: true as const }) }, rules);
  return byRule && !(said && said <= byRule) ? { ...fact, detail: { ...fact.detail, validUntil: byRule } } : fact;
}
