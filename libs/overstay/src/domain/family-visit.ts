import type { LocalDate } from '@app/kernel';

/** Why a family is visited (local practice of the plans: seeds 001, 004). */
export const VISIT_PURPOSES = ['REMIND', 'PERSUADE', 'DIFFICULTY', 'CONDOLENCE'] as const;
/** Whom of the family the officer met; nobody is an answer too. */
export const VISIT_MET = ['MOTHER', 'FATHER', 'SPOUSE', 'CHILD', 'SIBLING', 'OTHER', 'NOBODY'] as const;
export const VISIT_OUTCOMES = ['FAMILY_AGREED', 'WORKER_WILL_RETURN', 'REFUSED', 'NO_CONTACT', 'MOVED', 'WRONG_INFO', 'RETURNED'] as const;

/** The case by id, or by the code that a phone keeps. */
export interface VisitCommand {
  readonly caseId?: string;
  readonly caseCode?: string;
  readonly requestId: string;
  readonly alertId?: number;
  readonly visitedOn: LocalDate;
  /** Offices and unions that went, as free words. */
  readonly visitors: string;
  readonly met?: readonly (typeof VISIT_MET)[number][];
  readonly purpose: (typeof VISIT_PURPOSES)[number];
  readonly outcome: (typeof VISIT_OUTCOMES)[number];
  /** WORKER_WILL_RETURN: the day the family names. */
  readonly promisedOn?: LocalDate;
  readonly nextVisitOn?: LocalDate;
  readonly note?: string;
  /** When the officer wrote it down, where the device had no signal then. */
  readonly saidAt?: string;
}

export interface VisitResult {
  readonly visitId: string;
  readonly caseId: string;
  /** How many alerts the visit ended. */
  readonly closedAlerts: number;
  /** What had asked for the visit was closed before it arrived; the visit is kept. */
  readonly late: boolean;
}
