import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { Guard } from '../domain/guards';
import type { CaseRules } from '../domain/milestone';
import type { StayRules } from '../domain/stay-rules';

/** Months a certificate of orientation holds when no policy row is loaded (Law 69/2020/QH14, Art. 65). */
const CERTIFICATE_MONTHS = 24;

/** Rules of a day for decisions; the papers of a programme are policy rows per market. */
export async function caseRules(tx: Tx, today: LocalDate, market: string | null, mode: CaseRules['mode'] = 'live'): Promise<CaseRules> {
  const book = await PolicyBook.at(tx, today);
  return {
    today,
    mode,
    certificateMonths: book.value<number>('orientation.certificate_months') ?? CERTIFICATE_MONTHS,
    programmeGuards: book.value<Guard[]>('case.programme_guards', market ?? '*') ?? [],
  };
}

/** Without a policy read: for facts that no rule of law gates. */
export function plainRules(today: LocalDate): CaseRules {
  return { today, mode: 'live', certificateMonths: CERTIFICATE_MONTHS };
}

/** How a market's calendar makes a stay suspect: `stay.rule`, and the days of the suspicion's own rule. */
export async function stayRulesBook(tx: Tx, today: LocalDate): Promise<(market: string | null) => StayRules> {
  const book = await PolicyBook.at(tx, today);
  const extra = book.value<{ estimatedOffsetDays: number }>('alert.SUSPECTED_OVERSTAY')?.estimatedOffsetDays ?? 7;
  return (market) => {
    const stay = book.value<{ graceDays: number; defaultStayDays: number }>('stay.rule', market ?? '*');
    return { graceDays: stay?.graceDays ?? 0, defaultStayDays: stay?.defaultStayDays ?? 0, estimatedExtraDays: extra };
  };
}
