import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { AlertRule, MarketRule } from '../domain/alert-rule';

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
  return { rules: book.alertRules(), markets, fingerprint: book.fingerprint('alert.', 'stay.rule') };
}
