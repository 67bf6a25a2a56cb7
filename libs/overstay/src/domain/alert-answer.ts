import type { LocalDate, Role } from '@app/kernel';
import type { Family, OwnerRole } from './alert-rule';
import { EXIT_CLOCKS } from './exit-clocks';
import { isMoney } from './money-clocks';

/** The four answers to "has this person come home?". */
export const ALERT_ANSWERS = ['RETURNED', 'EXTENDED', 'NOT_RETURNED_IN_CONTACT', 'NO_CONTACT'] as const;
export type AlertAnswer = (typeof ALERT_ANSWERS)[number];

/** What else ends an alert, by family: said by whoever did it. */
export const CLOSING_DEEDS: Readonly<Record<Family, readonly string[]>> = {
  EXPIRY: ['PLAN_CHOSEN', 'TICKET_BOOKED', 'RETURN_DATE_KNOWN'],
  SEASONAL_EXPIRY: ['PLAN_CHOSEN', 'TICKET_BOOKED', 'RETURN_DATE_KNOWN'],
  LAISSEZ_PASSER: ['PASS_REQUESTED'],
  RETURN_UNCONFIRMED: [],
  SUSPECTED_OVERSTAY: [],
  OVERSTAY: ['NOTED'],
  PERSUASION_DUE: [],
  ABSCONDED_REPORT: [],
  RESIDENCE_NOTICE: ['NOTIFIED'],
  WAIT_180: ['EXIT_ARRANGED'],
  CERT_24M: ['RENEWAL_STARTED'],
  PASSPORT: ['RENEWAL_STARTED'],
  HEALTH: ['RENEWAL_STARTED'],
  DB_UPDATE: ['EXIT_POSTPONED'],
  END_UNKNOWN: [],
  LOAN_DECISION: ['BANK_ASKED'],
  INSTALMENT: ['PAYER_REMINDED'],
  EPS_ESCROW_35: ['PAYER_REMINDED'],
  LIQUIDATION_180: ['SETTLEMENT_STARTED'],
  REFUND_DUE: ['SETTLEMENT_STARTED'],
};

/** The last rung of each clock of money: its day has passed, and no word ends it, only what the books say (a decision, a payment, a liquidation). */
const ENDED_BY_BOOKS: readonly string[] = [
  'LOAN_DECISION_0',
  'INSTALMENT_OVER_30',
  'EPS_ESCROW_35_35',
  'LIQUIDATION_180_180',
  'REFUND_DUE_OVER_1',
];

/** The deeds that end this question by a person's word; none: an answer, a visit or the facts alone do. */
export function closingDeedsOf({ rule, family }: { readonly rule: string; readonly family: Family }): readonly string[] {
  return endedByBooks(rule) ? [] : CLOSING_DEEDS[family];
}

export const endedByBooks = (rule: string): boolean => ENDED_BY_BOOKS.includes(rule);

/** Questions that are not "has this person come home?": they end by what was done, never by one of the four answers. */
export const asksForReturn = (family: Family): boolean => family !== 'RESIDENCE_NOTICE' && !(family in EXIT_CLOCKS) && !isMoney(family);

/** A visit to the family is what these alerts ask for. */
export const ENDED_BY_VISIT: readonly string[] = ['EXPIRY_90', 'PERSUASION_DUE', 'ABSCONDED_REPORT'];

/** The desk a role answers from; undefined: this role answers nothing. */
export function deskOf(role: Role | 'system'): OwnerRole | undefined {
  const desks: Partial<Record<Role | 'system', OwnerRole>> = {
    agency_clerk: 'agency',
    centre_staff: 'centre',
    commune_officer: 'commune',
    department_officer: 'department',
  };
  return desks[role];
}

/** What an answer does to the question. `onward`: the next owner is asked at the coming sweep. */
export type AnswerEffect = 'fact' | 'answered' | 'onward';

export function effectOf(answer: AlertAnswer, alert: { readonly lastOwner: boolean }): AnswerEffect {
  if (answer === 'RETURNED' || answer === 'EXTENDED') return 'fact';
  return answer === 'NO_CONTACT' && !alert.lastOwner ? 'onward' : 'answered';
}

export interface AnswerCommand {
  readonly alertId: number;
  /** Names the request: the same again gives the first result. */
  readonly requestId: string;
  readonly answer: AlertAnswer;
  /** RETURNED: day of entry; EXTENDED: day of signing, if known. */
  readonly happenedOn?: LocalDate;
  /** EXTENDED: the new end of the contract. */
  readonly newEnd?: LocalDate;
  /** EXTENDED: last day of the new residence paper, if known. */
  readonly stayUntil?: LocalDate;
  readonly returnType?: 'COMPLETED' | 'EARLY' | 'DEPORTED' | 'VOLUNTARY_AFTER_OVERSTAY' | 'AFTER_ABSCONDING' | 'SICK_OR_INJURED';
  /** Reason of an early return. */
  readonly reason?: string;
  readonly note?: string;
  /** When the officer wrote it down, where the device had no signal then. */
  readonly saidAt?: string;
}

export interface AnswerResult {
  readonly alertId: number;
  readonly caseId: string;
  readonly state: 'open' | 'answered' | 'closed';
  /** The alert had been closed meanwhile; the answer is kept. */
  readonly late: boolean;
  /** Stored stage of the case afterwards. */
  readonly stage: string;
}
