import type { LocalDate } from '@app/kernel';
import type { Family, MarketRule } from './alert-rule';
import { EXIT_CLOCKS } from './exit-clocks';
import { FAMILIES, passEnd } from './families';
import { isMoney } from './money-clocks';
import { marketRule, stayDates } from './stay-dates';
import type { WatchedCase } from './watched-case';

/** Why a live alert has become pointless: a new stage, or one of these. */
export type ClosingReason = 'RETURNED' | 'EXTENDED' | 'DATE_CHANGED' | 'END_PASSED' | 'CONFIRMED' | 'SETTLED' | (string & {});

const SOUGHT = ['ABROAD', 'ABSCONDED', 'OVERSTAYING'];

/**
 * Why an alert closes by itself, or undefined while it still makes sense. Judged by the facts alone; only the coming of a planned
 * end looks at the day. The closing SQL is held equal to this function.
 */
export function closingReason(
  alert: { readonly family: Family; readonly targetDate: LocalDate },
  facts: WatchedCase,
  markets: readonly MarketRule[],
  asOf: LocalDate,
): ClosingReason | undefined {
  const { family, targetDate } = alert;
  const clock = EXIT_CLOCKS[family];
  if (clock) {
    if (!clock.stages.includes(facts.stage)) return facts.stage;
    const now = clock.date(facts);
    return now === targetDate ? undefined : now && now > targetDate ? 'EXTENDED' : 'DATE_CHANGED';
  }
  if (isMoney(family)) return facts.clocks.some((one) => one.family === family && one.date === targetDate) ? undefined : 'SETTLED';
  if (family === 'RESIDENCE_NOTICE') return facts.stage === 'RETURNED' && facts.returnedOn === targetDate ? undefined : 'DATE_CHANGED';
  if (facts.returnedOn) return 'RETURNED';
  if (!SOUGHT.includes(facts.stage)) return facts.stage;
  const stay = stayDates(facts, marketRule(markets, facts.market));
  const moved = (now: LocalDate | null | undefined) =>
    now === targetDate ? undefined : now && now > targetDate ? 'EXTENDED' : 'DATE_CHANGED';
  switch (family) {
    case 'ABSCONDED_REPORT':
      return facts.abscondedOn === targetDate ? undefined : 'DATE_CHANGED';
    case 'SUSPECTED_OVERSTAY':
      return moved(stay?.stayEnd) ?? (facts.stage === 'OVERSTAYING' ? 'CONFIRMED' : undefined);
    case 'OVERSTAY':
      return moved(stay?.stayEnd);
    case 'PERSUASION_DUE':
      return facts.suspicions.some((s) => s.target === stay?.stayEnd && s.raisedOn < targetDate) ? undefined : 'EXTENDED';
    default: {
      if (facts.stage !== 'ABROAD') return facts.stage;
      const end = family === 'LAISSEZ_PASSER' ? passEnd(facts) : facts.contractEnd;
      return moved(end) ?? (FAMILIES[family].planned && targetDate <= asOf ? 'END_PASSED' : undefined);
    }
  }
}
