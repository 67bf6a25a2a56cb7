import type { LocalDate } from '@app/kernel';
import type { Family, OwnerRole } from './alert-rule';

export type AlertState = 'open' | 'answered' | 'closed' | 'superseded';

/** An alert in an office's list: who, why, by when, what to do. */
export interface AlertLine {
  readonly id: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly communeCode: string | null;
  /** Name of the commune today. */
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly rule: string;
  readonly family: Family;
  readonly targetDate: LocalDate;
  readonly dueOn: LocalDate;
  readonly raisedOn: LocalDate;
  readonly estimated: boolean;
  readonly owner: OwnerRole;
  /** Last day to answer; null = no clock. */
  readonly answerBy: LocalDate | null;
  readonly overdue: boolean;
  readonly state: AlertState;
  readonly closedReason: string | null;
  readonly why: string;
  readonly nextAction: string;
}

export interface AlertFilter {
  /** Default: open and answered. */
  readonly states?: readonly AlertState[];
  readonly rule?: string;
  readonly communeCode?: string;
  readonly family?: Family;
  /** Whose turn it is. */
  readonly owner?: OwnerRole;
  /** Only questions whose last day to answer is over. */
  readonly overdue?: boolean;
  /** Only what the actor's own desk must answer now. */
  readonly mine?: boolean;
  readonly after?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
}

export interface AlertPage {
  readonly alerts: readonly AlertLine[];
  readonly next?: string;
}

/** One alert with everybody told and everything answered. */
export interface AlertHistory extends AlertLine {
  /** Whether one of the four answers is what it asks for. */
  readonly asksForReturn: boolean;
  /** What ends it by one word; none and no answer either: facts or a visit do. */
  readonly closingDeeds: readonly string[];
  readonly recipients: readonly {
    role: string;
    addressee: string | null;
    since: LocalDate;
    toldOn: LocalDate | null;
  }[];
  readonly answers: readonly {
    answer: string;
    answeredOn: LocalDate;
    happenedOn: LocalDate | null;
    note: string | null;
    late: boolean;
    takenBack: boolean;
    organisationId: string | null;
    organisationName: string | null;
  }[];
}
