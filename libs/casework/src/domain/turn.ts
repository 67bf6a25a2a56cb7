import { addMonths, type LocalDate } from '@app/kernel';
import type { CaseFacts } from './case-facts';
import type { ContractTerms } from './milestone';

/** What a programme allows of one turn, and what the contract says. */
export interface OverTurn {
  readonly months: number;
  /** Last day the programme allows; undefined where only the months were said. */
  readonly latest?: LocalDate;
  readonly end?: LocalDate;
}

type Turn = Pick<CaseFacts, 'departedOn' | 'contractStart' | 'plannedExitOn' | 'contractEnd'>;

/**
 * Whether one turn is longer than its programme allows: from the exit (not known: from the start of the contract, or the planned exit) to the end of the contract, extensions
 * included. The last day itself is allowed; days nobody knows break nothing.
 */
export function overTurn(facts: Turn, months: number | undefined): OverTurn | undefined {
  return beyond(facts.departedOn ?? facts.contractStart ?? facts.plannedExitOn, facts.contractEnd, months);
}

/** The same for the terms of one paper: its months, its own first and last day. */
export function longContract({ termMonths, startsOn, endsOn }: ContractTerms, months: number | undefined): OverTurn | undefined {
  if (months !== undefined && termMonths && termMonths > months) return { months };
  return beyond(startsOn, endsOn, months);
}

function beyond(start: LocalDate | null | undefined, end: LocalDate | null | undefined, months: number | undefined): OverTurn | undefined {
  if (months === undefined || !start || !end) return undefined;
  const latest = addMonths(start, months);
  return end > latest ? { months, latest, end } : undefined;
}
