import type { LocalDate } from '@app/kernel';

/** What a class teaches. Orientation is asked of everybody by law; language and trade where the programme says so. */
export const CLASS_KINDS = ['ORIENTATION', 'LANGUAGE', 'VOCATION'] as const;
export type ClassKind = (typeof CLASS_KINDS)[number];

export const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export type ClassState = 'open' | 'closed' | 'cancelled';
/** `waiting`: no seat was free; moves up when somebody leaves. */
export type SeatState = 'seated' | 'waiting' | 'left';

export interface ClassTerms {
  readonly kind: ClassKind;
  readonly title: string;
  /** Country and trade the class prepares for: the certificate says so. Null: any. */
  readonly market: string | null;
  readonly occupation: string | null;
  readonly place: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly seats: number;
  readonly trainers: readonly string[];
}

export interface ClassLine extends ClassTerms {
  readonly id: string;
  readonly state: ClassState;
  readonly organisationName: string;
  /** Periods a person must have attended for a certificate, as the rule was when the class was opened; null: none. */
  readonly requiredPeriods: number | null;
  readonly taken: number;
  readonly waiting: number;
  readonly certified: number;
  /** The reader's own class: attendance and certificates are the reader's to write. */
  readonly own: boolean;
}

export interface SessionLine {
  readonly id: string;
  readonly heldOn: LocalDate;
  readonly part: DayPart;
  readonly periods: number;
  readonly topic: string;
  readonly trainer: string | null;
  /** Attendance was taken: who is not named absent was there. */
  readonly taken: boolean;
}

export interface SeatLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly stage: string;
  readonly state: SeatState;
  readonly result: 'passed' | 'failed' | null;
  readonly score: string | null;
  /** Sessions the person missed. */
  readonly absentFrom: readonly string[];
  readonly attendedPeriods: number;
  readonly certificateNumber: string | null;
}

export interface ClassDetail extends ClassLine {
  readonly sessions: readonly SessionLine[];
  readonly people: readonly SeatLine[];
  readonly today: LocalDate;
}
