import { addDays, type LocalDate } from '@app/kernel';
import type { AlertRole, AlertRule, Family, MarketRule, OwnerRole } from './alert-rule';
import { FAMILIES } from './families';
import { isMoney } from './money-clocks';
import { occurrences } from './persuasion-clock';
import { marketRule, stayDates } from './stay-dates';
import type { WatchedCase } from './watched-case';

/** An alert as it stands on the day it is first seen. */
export interface LadderAlert {
  readonly rule: string;
  readonly family: Family;
  readonly targetDate: LocalDate;
  readonly dueOn: LocalDate;
  /** The day the question arose: the day it fell due, or the day we learnt of a case that was already late. */
  readonly raisedOn: LocalDate;
  readonly estimated: boolean;
  readonly owner: OwnerRole;
  readonly recipients: readonly AlertRole[];
  readonly state: 'open' | 'closed' | 'superseded';
  readonly closedReason: 'END_PASSED' | 'CONFIRMED' | null;
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

/**
 * Which alerts exist for a case on a day, whatever days the sweep ran on. A rung is due by the calendar; among rungs of one family
 * that had fallen due when the dates were learnt only the highest is opened and the lower are superseded. The SQL of the sweep
 * is held equal to this function by a property test.
 */
export function ladder(facts: WatchedCase, rules: readonly AlertRule[], markets: readonly MarketRule[], asOf: LocalDate): LadderAlert[] {
  const stay = stayDates(facts, marketRule(markets, facts.market));
  const alerts: LadderAlert[] = [];
  const offsetOf = (r: AlertRule) => (stay?.estimated && !isMoney(r.family) ? r.estimatedOffsetDays : r.offsetDays);
  for (const rule of rules) {
    const { target: targetOf, anchor, planned } = FAMILIES[rule.family];
    if (isMoney(rule.family)) {
      for (const { date, learntOn } of facts.clocks.filter(({ family }) => family === rule.family)) climb(rule, date, date, learntOn);
      continue;
    }
    const target = targetOf(facts, stay);
    if (!target || (planned && target <= facts.learntOn)) continue;
    const from = anchor(target, stay);
    if (rule.repeat) {
      const suspected = suspicion(facts, rules, target, stay ? stay.graceEnd : target, offsetOf, asOf);
      if (suspected) for (const day of occurrences(suspected, rule.repeat, facts.visits, asOf)) push(rule, day, day, false, suspected);
      continue;
    }
    climb(rule, target, from, facts.learntOn);
  }
  return alerts;

  /** One rung: superseded at first sight where a higher one had fallen due by then. */
  function climb(rule: AlertRule, target: LocalDate, from: LocalDate, learntOn: LocalDate): void {
    const higher = rules.some((r) => r.family === rule.family && offsetOf(r) > offsetOf(rule) && addDays(from, offsetOf(r)) <= learntOn);
    push(rule, target, addDays(from, offsetOf(rule)), higher, learntOn);
  }

  function push(rule: AlertRule, targetDate: LocalDate, dueOn: LocalDate, superseded: boolean, notBefore: LocalDate): void {
    if (dueOn > asOf || (rule.lookbackDays !== null && staleOn(rule, targetDate, dueOn) < asOf)) return;
    const recipients = recipientsOf(rule, facts, dueOn <= notBefore);
    if (!recipients.length) return;
    const closedReason =
      FAMILIES[rule.family].planned && targetDate <= asOf
        ? 'END_PASSED'
        : rule.family === 'SUSPECTED_OVERSTAY' && facts.stage === 'OVERSTAYING'
          ? 'CONFIRMED'
          : null;
    alerts.push({
      rule: rule.code,
      family: rule.family,
      targetDate,
      dueOn,
      raisedOn: later(dueOn, notBefore),
      estimated: isEstimated(rule.family) && stay?.estimated === true,
      owner: ownerOf(rule, facts),
      recipients,
      state: superseded ? 'superseded' : closedReason ? 'closed' : 'open',
      closedReason: superseded ? null : closedReason,
    });
  }
}

/** Reminders of a planned end grow stale by that end, others by the day they fell due. */
function staleOn(rule: AlertRule, target: LocalDate, dueOn: LocalDate): LocalDate {
  return addDays(FAMILIES[rule.family].planned ? target : dueOn, rule.lookbackDays ?? 0);
}

function isEstimated(family: Family): boolean {
  return family === 'SUSPECTED_OVERSTAY' || family === 'OVERSTAY';
}

/** The day the running suspicion counts from: as it was raised, else as it would be raised today. */
function suspicion(
  facts: WatchedCase,
  rules: readonly AlertRule[],
  target: LocalDate,
  graceEnd: LocalDate,
  offsetOf: (rule: AlertRule) => number,
  asOf: LocalDate,
): LocalDate | undefined {
  const raised = facts.suspicions.find((s) => s.target === target);
  if (raised) return raised.raisedOn;
  const rule = rules.find((r) => r.family === 'SUSPECTED_OVERSTAY');
  if (!rule) return undefined;
  const due = addDays(graceEnd, offsetOf(rule));
  return due <= asOf ? later(due, facts.learntOn) : undefined;
}

/** Who is told. Without an agency its line falls away or goes to the one the rule names; the family only with consent. */
export function recipientsOf(rule: AlertRule, facts: WatchedCase, firstSight: boolean): AlertRole[] {
  const wanted = [...rule.recipients, ...(firstSight ? rule.recipientsAtFirstSight : [])];
  const roles = wanted.flatMap((role): AlertRole[] => {
    if (role === 'agency' && !facts.agencyId) return rule.withoutAgency ? [rule.withoutAgency] : [];
    return role === 'family' && !facts.familyConsent ? [] : [role];
  });
  // A divided commune is nobody's guess: the centre is told and chooses.
  if (roles.includes('commune') && !facts.communeCode) roles.push('centre');
  return [...new Set(roles)];
}

export function ownerOf(rule: AlertRule, facts: Pick<WatchedCase, 'agencyId' | 'communeCode'>): OwnerRole {
  if (rule.owner === 'agency' && !facts.agencyId) return rule.withoutAgency ?? 'centre';
  return rule.owner === 'commune' && !facts.communeCode ? 'centre' : rule.owner;
}
