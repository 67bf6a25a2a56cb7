import type { LocalDate } from '@app/kernel';
import type { Family } from './alert-rule';
import { EXIT_CLOCKS } from './exit-clocks';
import type { StayDates } from './stay-dates';
import type { WatchedCase } from './watched-case';

/** What makes the rules of a family apply to a case. Dates, recipients and clocks are policy; this is only their grammar. */
export interface FamilyGrammar {
  /** The date the alerts are about; undefined = the family does not concern this case. */
  readonly target: (facts: WatchedCase, stay: StayDates | undefined) => LocalDate | undefined;
  /** The day offsets count from. */
  readonly anchor: (target: LocalDate, stay: StayDates | undefined) => LocalDate;
  /** Reminders of a planned end say nothing once that day has come. */
  readonly planned: boolean;
}

/** Lawfully working: a planned end is worth reminding of. */
const WORKING = ['ABROAD'];
/** Nobody has said the stay is lawful or over: absconders and confirmed overstayers are still looked for. */
const SOUGHT = ['ABROAD', 'ABSCONDED', 'OVERSTAYING'];

const away = (facts: WatchedCase, stages: readonly string[]) =>
  facts.departedOn !== null && facts.returnedOn === null && stages.includes(facts.stage);
const plannedEnd = (facts: WatchedCase) => (away(facts, WORKING) ? (facts.contractEnd ?? undefined) : undefined);
const stayEnd = (facts: WatchedCase, stay: StayDates | undefined) => (away(facts, SOUGHT) ? stay?.stayEnd : undefined);
/** A border pass ends on its own day; who crossed without showing one is asked for the end of the stay. */
export const passEnd = ({ passUntil, stayUntil, contractEnd }: WatchedCase) => passUntil ?? stayUntil ?? contractEnd;
const itself = (target: LocalDate) => target;

/** Clocks of money bring their own dates, several of a family where there are several ({@link WatchedCase.clocks}). */
const MONEY: FamilyGrammar = { target: () => undefined, anchor: itself, planned: false };

/** The grammar of a clock before the exit: asked until the date moves or the stage is over, also after the date itself. */
function exitClock(family: Family): FamilyGrammar {
  const { date, stages } = EXIT_CLOCKS[family]!;
  return { target: (facts) => (stages.includes(facts.stage) ? (date(facts) ?? undefined) : undefined), anchor: itself, planned: false };
}

export const FAMILIES: Readonly<Record<Family, FamilyGrammar>> = {
  EXPIRY: { target: plannedEnd, anchor: itself, planned: true },
  SEASONAL_EXPIRY: {
    target: (facts) => (facts.legalForm === 'SEASONAL' ? plannedEnd(facts) : undefined),
    anchor: itself,
    planned: true,
  },
  LAISSEZ_PASSER: {
    target: (facts) => (facts.legalForm === 'BORDER' && away(facts, WORKING) ? (passEnd(facts) ?? undefined) : undefined),
    anchor: itself,
    planned: true,
  },
  RETURN_UNCONFIRMED: { target: plannedEnd, anchor: itself, planned: false },
  SUSPECTED_OVERSTAY: { target: stayEnd, anchor: (target, stay) => stay?.graceEnd ?? target, planned: false },
  OVERSTAY: { target: stayEnd, anchor: (target, stay) => stay?.overstayFrom ?? target, planned: false },
  PERSUASION_DUE: { target: stayEnd, anchor: itself, planned: false },
  ABSCONDED_REPORT: {
    target: (facts) => (facts.returnedOn === null && facts.stage === 'ABSCONDED' ? (facts.abscondedOn ?? undefined) : undefined),
    anchor: itself,
    planned: false,
  },
  RESIDENCE_NOTICE: {
    target: (facts) => (facts.stage === 'RETURNED' ? (facts.returnedOn ?? undefined) : undefined),
    anchor: itself,
    planned: false,
  },
  WAIT_180: exitClock('WAIT_180'),
  CERT_24M: exitClock('CERT_24M'),
  PASSPORT: exitClock('PASSPORT'),
  HEALTH: exitClock('HEALTH'),
  DB_UPDATE: exitClock('DB_UPDATE'),
  END_UNKNOWN: exitClock('END_UNKNOWN'),
  LOAN_DECISION: MONEY,
  INSTALMENT: MONEY,
  EPS_ESCROW_35: MONEY,
  LIQUIDATION_180: MONEY,
  REFUND_DUE: MONEY,
};
