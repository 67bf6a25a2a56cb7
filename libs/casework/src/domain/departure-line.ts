import type { LocalDate } from '@app/kernel';
import type { CasePaper } from './case-papers';

/** Somebody about to leave, with what still keeps the person here. */
export interface DepartureLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: string | null;
  readonly communeName: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly market: string | null;
  readonly plannedExitOn: LocalDate;
  /** Calendar days to the planned exit; negative: the day has passed and nobody said that the person left. */
  readonly daysLeft: number;
  /** Papers missing, lapsed or unfit for that day. */
  readonly missing: readonly Pick<CasePaper, 'guard' | 'title' | 'state' | 'why'>[];
  /** Business day of the last reminder to the agency; null: never reminded. */
  readonly remindedOn: LocalDate | null;
}

/** What became of one reminder. */
export type ReminderVerdict =
  | { readonly caseId: string; readonly outcome: 'reminded' | 'unchanged' }
  | { readonly caseId: string; readonly outcome: 'refused'; readonly message: string };

const KEEPS_HERE: readonly CasePaper['state'][] = ['missing', 'lapsed', 'unfit'];

export const missingOf = (papers: readonly CasePaper[]): DepartureLine['missing'] =>
  papers.filter(({ state }) => KEEPS_HERE.includes(state)).map(({ guard, title, state, why }) => ({ guard, title, state, why }));
