import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { CaseFacts } from '../domain/case-facts';
import type { Guard, LegalForm } from '../domain/guards';
import type { CaseRules } from '../domain/milestone';
import type { StayRules } from '../domain/stay-rules';

/** How long a read of the policy rows serves further decisions of a process; a new rule counts after this at the latest. */
const FRESH_MS = 10_000;

/** What the rules of a case depend on. */
export type RuledCase = Pick<CaseFacts, 'market' | 'programme' | 'legalForm'>;

/** Value of the rows `programme.<CODE>`: a programme of a market with papers and cycles of its own. */
interface ProgrammeRule {
  readonly title: string;
  readonly legalForm: LegalForm;
  readonly market: string;
  readonly guards: readonly Guard[];
  /** Longest stay of one turn, months; null: as the contract says. */
  readonly mostMonths: number | null;
}

/** Rules for decisions and for the calendar, from policy rows; read once in a while, not once a fact. */
export class CaseRuleBook {
  private book?: { day?: LocalDate; until: number; rows: PolicyBook };

  async rules(tx: Tx, today: LocalDate, mode: CaseRules['mode'] = 'live'): Promise<(of: RuledCase) => CaseRules> {
    const rows = await this.at(tx, today);
    const certificateMonths = rows.requireValue<number>('orientation.certificate_months');
    return ({ market, programme, legalForm }) => ({
      today,
      mode,
      certificateMonths,
      programmeGuards: [
        ...new Set([
          ...(rows.value<Guard[]>('case.programme_guards', market) ?? []),
          ...(programme ? (rows.value<ProgrammeRule>(`programme.${programme}`)?.guards ?? []) : []),
        ]),
      ],
      advisedGuards: rows.value<Record<string, Guard[]>>('case.advised_guards')?.[legalForm ?? ''] ?? [],
      waivableGuards: rows.value<Guard[]>('case.waivable_guards') ?? [],
      paperMonths: rows.value<CaseRules['paperMonths']>('paper.valid_months', market) ?? {},
      passMonths: rows.value<{ validMonths: number }>('identity.laissezPasser')?.validMonths,
      // A register tells of exits long past: it is not asked for days its papers had to spare.
      ...(mode === 'live' && {
        passportMarginMonths: rows.value<number>('paper.passport_margin_months', market),
        fundLeadDays: rows.value<number>('paper.fund_lead_days'),
        mostMonths: programmeOf(rows, { market, programme, legalForm })?.mostMonths ?? undefined,
      }),
    });
  }

  /** What a desk reads beside the rules: the longest wait after a selection, and the programme's own terms. */
  async around(
    tx: Tx,
    { programme }: Pick<CaseFacts, 'programme'>,
  ): Promise<{ notSentDays: number | null; programme: ProgrammeRule | null }> {
    const rows = await this.at(tx);
    return {
      notSentDays: rows.value<number>('casework.notSentDays') ?? null,
      programme: (programme && rows.value<ProgrammeRule>(`programme.${programme}`)) || null,
    };
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

/** Forms that are a programme by themselves, named or not: one row of the form serves its cases. */
const SHORT_FORMS: readonly (LegalForm | null)[] = ['SEASONAL', 'BORDER'];

function programmeOf(rows: PolicyBook, { market, programme, legalForm }: RuledCase): ProgrammeRule | undefined {
  if (programme) return rows.value<ProgrammeRule>(`programme.${programme}`) ?? undefined;
  if (!SHORT_FORMS.includes(legalForm)) return undefined;
  return rows
    .under<ProgrammeRule>('programme.')
    .map(({ value }) => value)
    .find((one) => one.legalForm === legalForm && (market === null || one.market === market));
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
