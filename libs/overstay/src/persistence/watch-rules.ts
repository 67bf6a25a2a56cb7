import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { AGENCY_FAMILIES, type AgencyRule } from '../domain/agency-clocks';
import { ALERT_FAMILIES, type AlertRule, type Family, type MarketRule } from '../domain/alert-rule';

/** The rules in force on a day, and a fingerprint that changes with any of them. */
export interface WatchRules {
  readonly rules: AlertRule[];
  readonly markets: MarketRule[];
  readonly fingerprint: string;
}

export async function loadWatchRules(tx: Tx, asOf: LocalDate): Promise<WatchRules> {
  return watchRulesOf(await PolicyBook.at(tx, asOf));
}

export function watchRulesOf(book: PolicyBook): WatchRules {
  const markets = book.stayRules().map(({ market, graceDays, defaultStayDays }) => ({ market, graceDays, defaultStayDays }));
  const rules = book
    .alertRules()
    .filter((rule): rule is typeof rule & { family: Family } => (ALERT_FAMILIES as readonly string[]).includes(rule.family));
  return { rules, markets, fingerprint: book.fingerprint('alert.', 'stay.rule') };
}

/** The rules about agencies as a whole. */
export function agencyRulesOf(book: PolicyBook): AgencyRule[] {
  return book.alertRules().filter((rule): rule is typeof rule & AgencyRule => (AGENCY_FAMILIES as readonly string[]).includes(rule.family));
}
