import { BEFORE_EXIT_STAGES, type LocalDateOfCase } from './watched-case';
import type { Family } from './alert-rule';

/** A clock that runs on the way to the exit: which date it is about, and in which stages anybody still asks. */
export interface ExitClock {
  readonly date: LocalDateOfCase;
  readonly stages: readonly string[];
}

/**
 * Clocks of the way to the exit and of the exit itself. 180 days from the selection (Law 69/2020/QH14, Art. 26), the last day of the orientation certificate, of the
 * passport (also while working abroad) and of the health certificate, the planned day of exit when nobody has said that it happened (5 days, Art. 26), and the
 * exit of somebody whose contract has no known end: without it nothing could ever be reminded of.
 */
export const EXIT_CLOCKS: Readonly<Partial<Record<Family, ExitClock>>> = {
  WAIT_180: { date: (facts) => facts.selectedOn, stages: BEFORE_EXIT_STAGES },
  CERT_24M: { date: (facts) => facts.certificateUntil, stages: BEFORE_EXIT_STAGES },
  PASSPORT: { date: (facts) => facts.passportUntil, stages: [...BEFORE_EXIT_STAGES, 'ABROAD'] },
  HEALTH: { date: (facts) => facts.healthUntil, stages: BEFORE_EXIT_STAGES },
  DB_UPDATE: { date: (facts) => facts.plannedExitOn, stages: BEFORE_EXIT_STAGES },
  END_UNKNOWN: { date: (facts) => (facts.contractEnd ? null : facts.departedOn), stages: ['ABROAD'] },
};
