import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { Guard } from '../domain/guards';
import type { CaseRules } from '../domain/milestone';
import type { StayRules } from '../domain/stay-rules';

/** How long a read of the policy rows serves further decisions of a process; a new rule counts after this at the latest. */
const FRESH_MS = 10_000;

/** Rules for decisions and for the calendar, from policy rows; read once in a while, not once a fact. */
export class CaseRuleBook {
  private book?: { day?: LocalDate; until: number; rows: PolicyBook };

  async rules(tx: Tx, today: LocalDate, mode: CaseRules['mode'] = 'live'): Promise<(market: string | null) => CaseRules> {
    const rows = await this.at(tx, today);
    const certificateMonths = rows.requireValue<number>('orientation.certificate_months');
    return (market) => ({
      today,
      mode,
      certificateMonths,
      programmeGuards: rows.value<Guard[]>('case.programme_guards', market) ?? [],
    });
  }

  /** How a market's calendar makes a stay suspect: `stay.rule`, and the days of the suspicion's own rule. */
  async stayRules(tx: Tx, today?: LocalDate): Promise<StayRuleTable> {
    const rows = await this.at(tx, today);
    const extra = rows.requireValue<{ estimatedOffsetDays: number }>('alert.SUSPECTED_OVERSTAY').estimatedOffsetDays;
    const table = rows
      .stayRules()
      .map(
        (rule) => [rule.market, { graceDays: rule.graceDays, defaultStayDays: rule.defaultStayDays, estimatedExtraDays: extra }] as const,
      );
    return new StayRuleTable(new Map(table));
  }

  /** Without a day: the business day, which a fresh read is taken to be of. */
  private async at(tx: Tx, day?: LocalDate): Promise<PolicyBook> {
    if (this.book && this.book.until > performance.now() && (!day || !this.book.day || this.book.day === day)) return this.book.rows;
    const rows = await PolicyBook.at(tx, day);
    this.book = { day, until: performance.now() + FRESH_MS, rows };
    return rows;
  }
}

/** Stay rules of all markets; `*` serves markets without a row. */
export class StayRuleTable {
  constructor(private readonly byMarket: ReadonlyMap<string, StayRules>) {}

  of(market: string | null): StayRules {
    return this.byMarket.get(market ?? '*') ?? this.byMarket.get('*')!;
  }

  /** For SQL: market → [grace, default stay, estimated extra]. */
  asJson(): string {
    return JSON.stringify(
      Object.fromEntries([...this.byMarket].map(([market, r]) => [market, [r.graceDays, r.defaultStayDays, r.estimatedExtraDays]])),
    );
  }
}

/** Without a policy read: for facts that no rule of law gates. */
export function plainRules(today: LocalDate): CaseRules {
  return { today, mode: 'live' };
}
