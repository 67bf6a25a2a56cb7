import { addDays, type LocalDate } from '@app/kernel';
import type { CaseFacts, Evidence } from './case-facts';
import { type Guard, GUARDS, requiredGuards } from './guards';
import { GATE_RULES, type GateRule, type GateVerdict, judgeGuard } from './judge-guards';
import type { CaseRules } from './milestone';
import { phaseOf } from './stages';

/** One condition of going abroad as the case stands with it. */
export interface CasePaper {
  readonly guard: Guard;
  readonly title: string;
  /**
   * `proven` · `missing`: not shown yet · `lapsed`: shown, no longer good on the day · `unfit`: shown, does not serve this exit · `waived`: a named
   * person lets it be without · `gap`: the person left without it · `advised`: wanted, not asked for, not shown · `extra`: shown though not asked for.
   */
  readonly state: 'proven' | 'missing' | 'lapsed' | 'unfit' | 'waived' | 'gap' | 'advised' | 'extra';
  /** Which rule it breaks and what that means; null where it holds. */
  readonly rule: GateRule | null;
  readonly why: string | null;
  readonly on: LocalDate | null;
  readonly until: LocalDate | null;
  /** Last day on which it serves, by the paper or by the rule. */
  readonly lastDay: LocalDate | null;
  readonly reference: string | null;
  readonly waivedFor: string | null;
}

/** The day papers are judged for: the exit, the planned exit while it lies ahead, else today. */
export function judgedFor({ departedOn, plannedExitOn }: CaseFacts, today: LocalDate): LocalDate {
  return departedOn ?? (plannedExitOn && plannedExitOn > today ? plannedExitOn : today);
}

/** Last day by which a selected person must have left (Law 69/2020/QH14, Art. 26); null: not selected, or gone. */
export function waitUntil({ selectedOn, departedOn, stage }: CaseFacts, days: number | null): LocalDate | null {
  return selectedOn && !departedOn && days !== null && phaseOf(stage) === 'before' ? addDays(selectedOn, days) : null;
}

/** The gate list: what the case's form and programme ask for, what is advised, then what was shown beyond. */
export function papersOf(facts: CaseFacts, openGaps: readonly Guard[], rules: CaseRules): CasePaper[] {
  const day = judgedFor(facts, rules.today);
  const required = requiredGuards(facts.legalForm, rules.programmeGuards);
  const advised = (rules.advisedGuards ?? []).filter((guard) => !required.includes(guard));
  const shown = (Object.keys(facts.guards) as Guard[]).filter((guard) => !required.includes(guard) && !advised.includes(guard));
  return [...required, ...advised, ...shown].map((guard) => {
    const evidence: Evidence | undefined = facts.guards[guard];
    const verdict = judgeGuard(facts, rules, guard, day);
    const state = openGaps.includes(guard) ? 'gap' : stateOf(facts, verdict, required.includes(guard));
    const broken = ['missing', 'lapsed', 'unfit', 'gap', 'waived'].includes(state);
    return {
      guard,
      title: GUARDS[guard],
      state,
      rule: broken ? verdict.rule : null,
      why: broken && verdict.rule ? GATE_RULES[verdict.rule] : null,
      on: evidence?.on ?? null,
      until: evidence?.until ?? null,
      lastDay: verdict.lastDay ?? null,
      reference: evidence?.reference ?? null,
      waivedFor: facts.waivers[guard]?.reason ?? null,
    };
  });
}

/** Shown, and good for another exit than this. */
const UNFIT: readonly (GateRule | null)[] = ['PASSPORT_MARGIN', 'OTHER_AGENCY', 'OTHER_TRADE', 'OTHER_COUNTRY', 'FUND_LATE'];

function stateOf(facts: CaseFacts, { guard, rule, waived }: GateVerdict, required: boolean): CasePaper['state'] {
  if (!required) return facts.guards[guard] ? 'extra' : 'advised';
  // Who has left was judged on that day; a later change of agency or trade asks for no new paper.
  if (!rule || (facts.departedOn && UNFIT.includes(rule))) return 'proven';
  if (waived) return 'waived';
  return rule === 'NOT_SHOWN' ? 'missing' : UNFIT.includes(rule) ? 'unfit' : 'lapsed';
}
