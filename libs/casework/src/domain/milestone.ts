import type { LocalDate, Role } from '@app/kernel';
import type { ReturnType } from './case-facts';
import type { Guard, LegalForm } from './guards';
import type { MilestoneKind } from './case-lifecycle';

/** The terms of one contract version. Wage is in the currency's units, as decimal text (exact beyond 2^53). */
export interface ContractTerms {
  readonly kind: 'sending' | 'employment' | 'extension' | 'transfer';
  readonly number?: string | null;
  readonly signedOn?: LocalDate | null;
  readonly startsOn?: LocalDate | null;
  readonly endsOn?: LocalDate | null;
  readonly termMonths?: number | null;
  readonly employer?: string | null;
  readonly workplace?: string | null;
  readonly occupation?: string | null;
  readonly wage?: string | null;
  readonly wageCurrency?: string | null;
}

/** What a milestone says beyond its day. Codes and dates; free words only in `note`. */
export interface MilestoneDetail {
  readonly returnType?: ReturnType;
  /** Early-return, withdrawal, rejection or correction reason code; needed where the lifecycle table says so. */
  readonly reason?: string;
  readonly fault?: 'WORKER' | 'EMPLOYER' | 'AGENCY' | 'FORCE_MAJEURE' | 'NONE';
  readonly employer?: string;
  readonly workplace?: string;
  readonly gate?: string;
  readonly market?: string;
  readonly legalForm?: LegalForm;
  readonly programme?: string;
  readonly agencyId?: string | null;
  /** The job order a selection takes a place of; said by the selection of an order only. */
  readonly orderId?: string;
  readonly stayUntil?: LocalDate;
  /** Last day on which a certificate, passport or paper is good. */
  readonly validUntil?: LocalDate;
  /** Number of a certificate, decision or paper. */
  readonly reference?: string;
  /** Who issued a paper. */
  readonly issuer?: string;
  readonly guard?: Guard;
  /** The paper shown is a border pass (giấy thông hành), not a passport. */
  readonly pass?: boolean;
  /** Trade of the place of work, of a certificate. */
  readonly occupation?: string;
  readonly lastSeenOn?: LocalDate;
  readonly plan?: 'RETURN' | 'EXTEND';
  readonly note?: string;
  /** An exit somebody decides now, not one reported after the fact: every guard must hold. */
  readonly decided?: boolean;
}

/** A fact as it is reported or kept. `effectiveOn`: the day it happened. */
export interface Milestone {
  readonly kind: MilestoneKind;
  readonly effectiveOn?: LocalDate | null;
  readonly detail?: MilestoneDetail;
  readonly contract?: ContractTerms;
  readonly documentId?: string | null;
}

export type Proof = 'reported' | 'documented' | 'unproven';

/** A milestone somebody asks to record. */
export interface MilestoneCommand extends Milestone {
  readonly by: Role | 'system';
  readonly proof?: Proof;
}

/** Everything `decide` may know about law, practice and the day; values come from policy rows. */
export interface CaseRules {
  readonly today: LocalDate;
  /** `record`: history taken from a register; steps may be missing, unproven guards become gaps. */
  readonly mode: 'live' | 'record';
  /** Months a certificate of orientation holds (Law 69/2020/QH14, Art. 65); needed where papers are judged. */
  readonly certificateMonths?: number;
  /** Guards the market and the programme add where the form leaves the choice. */
  readonly programmeGuards?: readonly Guard[];
  /** Not needed by the form, yet wanted: shown in the gate list, never in the way of an exit. */
  readonly advisedGuards?: readonly Guard[];
  /** Months a paper is good from its day where it does not say until when. */
  readonly paperMonths?: Readonly<Partial<Record<Guard, number>>>;
  /** Months a passport must outlast the contract; a border pass need not. */
  readonly passportMarginMonths?: number;
  /** Months a border pass is good at most (Decree 76/2020/NĐ-CP). */
  readonly passMonths?: number;
  /** Days before the exit by which the Fund is paid (Decision 40/2021/QĐ-TTg). */
  readonly fundLeadDays?: number;
  /** Months one turn of the programme may last, extensions included; undefined: as the contract says. */
  readonly mostMonths?: number;
  /** Conditions a named person may let somebody go without; undefined: none. */
  readonly waivableGuards?: readonly Guard[];
  /** What is still open when somebody closes the case. */
  readonly openItems?: number;
}
