import { addDays, type LocalDate } from '@app/kernel';
import type { AlertRule, MarketRule, OwnerRole } from '../domain/alert-rule';
import { FAMILIES } from '../domain/families';
import { ownerOf, recipientsOf } from '../domain/ladder';
import { occurrenceOffsets } from '../domain/persuasion-clock';
import type { WatchedCase } from '../domain/watched-case';

/** Adds working days, holidays known. */
export interface WorkingDays {
  addWorkingDays(day: LocalDate, days: number): LocalDate;
}

/** Longest time a recurring rule is followed, in days: a working life. */
const HORIZON = 15_000;

/** Rules as the statements read them: every date that depends only on rule and day is worked out here, once. */
export function sweepParameters(rules: readonly AlertRule[], markets: readonly MarketRule[], asOf: LocalDate, calendar: WorkingDays) {
  const nextGap = (rule: AlertRule, offset: (r: AlertRule) => number) => {
    const gaps = rules.filter((r) => r.family === rule.family && offset(r) > offset(rule)).map((r) => offset(r) - offset(rule));
    return gaps.length ? Math.min(...gaps) : null;
  };
  const answerBy = (rule: AlertRule) =>
    !rule.answerWithin
      ? null
      : 'days' in rule.answerWithin
        ? addDays(asOf, rule.answerWithin.days)
        : calendar.addWorkingDays(asOf, rule.answerWithin.workingDays);
  const isLast = (rule: AlertRule, owner: OwnerRole) => !rule.escalation.some((step) => step.from === owner);
  const ruleRows = rules.map((rule, no) => {
    // The day after the grace is day 1 of a suspicion and day 0 of an overstay.
    const shift = rule.family === 'OVERSTAY' ? 1 : 0;
    const { planned } = FAMILIES[rule.family];
    return {
      no,
      rung: rule.rung,
      policy_rule_id: rule.policyRuleId,
      code: rule.code,
      family: rule.family,
      planned,
      urgent: rule.urgent,
      off: rule.offsetDays + shift,
      est_off: rule.estimatedOffsetDays + shift,
      gap: nextGap(rule, (r) => r.offsetDays),
      est_gap: nextGap(rule, (r) => r.estimatedOffsetDays),
      stale_days: rule.lookbackDays === null ? null : rule.lookbackDays + 1 - (planned ? rule.offsetDays : 0),
    };
  });
  const variants = rules.flatMap((rule, no) => {
    const answer_by = answerBy(rule);
    return kinds().flatMap((kind) => {
      const roles = recipientsOf(rule, kind.facts, kind.late);
      if (!roles.length) return [];
      const owner = ownerOf(rule, kind.facts);
      return [
        {
          no,
          has_agency: kind.agency,
          consent: kind.consent,
          has_commune: kind.commune,
          late: kind.late,
          roles,
          owner,
          answer_by,
          last_owner: isLast(rule, owner),
        },
      ];
    });
  });
  const steps = rules.flatMap((rule) =>
    rule.escalation.map((step) => ({
      code: rule.code,
      from_role: step.from,
      to_role: step.to,
      urgent: rule.urgent,
      answer_by: calendar.addWorkingDays(asOf, step.workingDays),
      last_owner: isLast(rule, step.to),
    })),
  );
  const repeat = rules.find((rule) => rule.repeat)?.repeat;
  return {
    rules: JSON.stringify(ruleRows),
    markets: JSON.stringify(markets.map((m) => ({ market: m.market, grace: m.graceDays, default_stay: m.defaultStayDays }))),
    offsets: repeat ? occurrenceOffsets(repeat, HORIZON) : [],
    variants: JSON.stringify(variants),
    steps: JSON.stringify(steps),
  };
}

/** Every kind of case that recipients can depend on. */
function kinds() {
  const flags = [true, false];
  return flags.flatMap((agency) =>
    flags.flatMap((consent) =>
      flags.flatMap((commune) =>
        flags.map((late) => ({
          agency,
          consent,
          commune,
          late,
          facts: {
            agencyId: agency ? 'agency' : null,
            communeCode: commune ? 'commune' : null,
            familyConsent: consent,
          } as WatchedCase,
        })),
      ),
    ),
  );
}
