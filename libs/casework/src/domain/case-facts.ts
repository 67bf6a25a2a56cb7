import type { LocalDate } from '@app/kernel';
import type { Guard, LegalForm } from './guards';
import type { StoredStage } from './stages';

export const RETURN_TYPES = ['COMPLETED', 'EARLY', 'DEPORTED', 'VOLUNTARY_AFTER_OVERSTAY', 'AFTER_ABSCONDING', 'SICK_OR_INJURED'] as const;
export type ReturnType = (typeof RETURN_TYPES)[number];

/** When a guard was proven, and until when the paper is good. */
export interface Evidence {
  readonly on: LocalDate | null;
  readonly until?: LocalDate;
  readonly reference?: string;
  /** A border pass stands in a passport's place, for a shorter time. */
  readonly pass?: true;
  /** What the certificate was issued for: training for another agency, trade or country must be done again (Circular 21/2021/TT-BLĐTBXH, Art. 12). */
  readonly terms?: CertificateTerms;
}

/** Absent: not known, and then compared with nothing. */
export interface CertificateTerms {
  readonly agencyId?: string;
  readonly market?: string;
  readonly occupation?: string;
}

/** A condition somebody named let a person go without: when, why. */
export interface Waiver {
  readonly on: LocalDate | null;
  readonly reason: string;
}

/**
 * What is known of a case: a projection of its valid events and nothing else. Dates are calendar days; null = not known.
 * `contractEnd` is the real end: the newest employment version's, cut short by a termination.
 */
export interface CaseFacts {
  readonly stage: StoredStage;
  readonly legalForm: LegalForm | null;
  readonly programme: string | null;
  readonly market: string | null;
  readonly agencyId: string | null;
  /** The job order whose place the case holds; ended before the exit or passed to another agency, it holds none. */
  readonly orderId: string | null;
  /** The day whose rules the case keeps: the signing of the sending contract. */
  readonly ruleDate: LocalDate | null;
  readonly selectedOn: LocalDate | null;
  readonly contractSignedOn: LocalDate | null;
  readonly contractStart: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly contractTerminatedOn: LocalDate | null;
  /** Last day of lawful stay, as the residence paper says; null = unknown (then estimated by rule, never here). */
  readonly stayUntil: LocalDate | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly returnType: ReturnType | null;
  readonly abscondedOn: LocalDate | null;
  readonly plannedReturnOn: LocalDate | null;
  /** The day the person is to leave, as the agency or centre plans it: papers are judged for that day weeks before. */
  readonly plannedExitOn: LocalDate | null;
  /** The trade agreed for the place of work; free words. */
  readonly occupation: string | null;
  /** Death, withdrawal, not sent, rejection: the day it happened. */
  readonly endedOn: LocalDate | null;
  /** The stage a closing left, for a reopening. */
  readonly closedFrom: StoredStage | null;
  readonly guards: Readonly<Partial<Record<Guard, Evidence>>>;
  readonly waivers: Readonly<Partial<Record<Guard, Waiver>>>;
}

export const NO_FACTS: CaseFacts = {
  stage: 'REGISTERED',
  legalForm: null,
  programme: null,
  market: null,
  agencyId: null,
  orderId: null,
  ruleDate: null,
  selectedOn: null,
  contractSignedOn: null,
  contractStart: null,
  contractEnd: null,
  contractTerminatedOn: null,
  stayUntil: null,
  departedOn: null,
  returnedOn: null,
  returnType: null,
  abscondedOn: null,
  plannedReturnOn: null,
  plannedExitOn: null,
  occupation: null,
  endedOn: null,
  closedFrom: null,
  guards: {},
  waivers: {},
};

/** Dates and places whose change makes the sweeps look at the case anew. */
const DRIVES_ALERTS = [
  'contractEnd',
  'stayUntil',
  'departedOn',
  'returnedOn',
  'abscondedOn',
  'plannedReturnOn',
  'selectedOn',
  'plannedExitOn',
  'market',
  'stage',
] as const;

/** Papers whose last day is a clock of its own. */
const CLOCKED: readonly Guard[] = ['ORIENTATION', 'PASSPORT', 'HEALTH'];

export function drivesAlerts(before: CaseFacts, after: CaseFacts): boolean {
  return (
    DRIVES_ALERTS.some((key) => before[key] !== after[key]) ||
    CLOCKED.some((guard) => before.guards[guard]?.until !== after.guards[guard]?.until)
  );
}
