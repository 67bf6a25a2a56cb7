import { addDays, type LocalDate } from '@app/kernel';
import type { MarketRule } from './alert-rule';

export interface StayDates {
  /** Last day of lawful stay, known or estimated. */
  readonly stayEnd: LocalDate;
  readonly estimated: boolean;
  /** Last day of the market's grace. */
  readonly graceEnd: LocalDate;
  /** First day of overstay by the host's rule: the day after the grace. */
  readonly overstayFrom: LocalDate;
}

/** The market's own row, else the row for all markets. */
export function marketRule(rules: readonly MarketRule[], market: string | null): MarketRule {
  const found = rules.find((rule) => rule.market === market) ?? rules.find((rule) => rule.market === '*');
  if (!found) throw new Error('no stay rule for all markets (*)');
  return found;
}

/**
 * The host's clock, which never looks at the planned contract end while a stay date is known: an absconder's permit ends
 * earlier. Unknown stay = contract end + the market's default, marked as estimated. Undefined when neither is known.
 */
export function stayDates(
  facts: { readonly contractEnd: LocalDate | null; readonly stayUntil: LocalDate | null },
  rule: MarketRule,
): StayDates | undefined {
  const stayEnd = facts.stayUntil ?? (facts.contractEnd && addDays(facts.contractEnd, rule.defaultStayDays));
  if (!stayEnd) return undefined;
  const graceEnd = addDays(stayEnd, rule.graceDays);
  return { stayEnd, estimated: !facts.stayUntil, graceEnd, overstayFrom: addDays(graceEnd, 1) };
}

/** First day on which the Vietnamese fine can matter: overstayed and the contract really over (Decree 283/2026). */
export function fineRelevantFrom(overstayFrom: LocalDate, contractTerminatedOn: LocalDate): LocalDate {
  const afterContract = addDays(contractTerminatedOn, 1);
  return afterContract > overstayFrom ? afterContract : overstayFrom;
}
