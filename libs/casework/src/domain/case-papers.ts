import type { LocalDate } from '@app/kernel';
import type { CaseFacts, Evidence } from './case-facts';
import { type Guard, GUARDS, requiredGuards } from './guards';
import type { CaseRules } from './milestone';
import { unprovenGuards } from './unproven-guards';

/** One condition of going abroad as the case stands with it. */
export interface CasePaper {
  readonly guard: Guard;
  readonly title: string;
  /** `proven` · `missing`: not shown yet · `lapsed`: shown, no longer good on the day · `gap`: the person left without it · `extra`: shown though not asked for. */
  readonly state: 'proven' | 'missing' | 'lapsed' | 'gap' | 'extra';
  readonly on: LocalDate | null;
  readonly until: LocalDate | null;
  readonly reference: string | null;
}

/** Papers the case's form and programme ask for, then what was shown beyond; judged on the day of the exit, before it on `rules.today`. */
export function papersOf(facts: CaseFacts, openGaps: readonly Guard[], rules: CaseRules): CasePaper[] {
  const required = requiredGuards(facts.legalForm, rules.programmeGuards);
  const unproven = new Set(unprovenGuards(facts, rules, facts.departedOn ?? rules.today));
  const shown = (Object.keys(facts.guards) as Guard[]).filter((guard) => !required.includes(guard));
  return [...required, ...shown].map((guard) => {
    const evidence: Evidence | undefined = facts.guards[guard];
    const state = openGaps.includes(guard)
      ? 'gap'
      : !required.includes(guard)
        ? 'extra'
        : !unproven.has(guard)
          ? 'proven'
          : evidence
            ? 'lapsed'
            : 'missing';
    return {
      guard,
      title: GUARDS[guard],
      state,
      on: evidence?.on ?? null,
      until: evidence?.until ?? null,
      reference: evidence?.reference ?? null,
    };
  });
}
