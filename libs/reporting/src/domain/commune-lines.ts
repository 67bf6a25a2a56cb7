import type { LocalDate } from '@app/kernel';
import type { WorkRow } from './work-row';

/** A row of the commune's list, with what an officer on the way needs to know it by. */
export interface CommuneTask extends WorkRow {
  readonly hamlet: string | null;
  readonly lastVisitOn: LocalDate | null;
}

/** Questions put to the commune in a month and what became of them; `inTime`: answered by their deadline, by the moment the officer wrote it down. */
export interface CommuneMonth {
  readonly asked: number;
  readonly answered: number;
  readonly inTime: number;
  readonly visits: number;
}

export interface CommuneDay {
  readonly today: LocalDate;
  /** The server's clock: devices without signal are often wrong by hours. */
  readonly now: Date;
  readonly tasks: readonly CommuneTask[];
  readonly next?: string;
  readonly month: CommuneMonth;
}

/** A person of the commune's own register with the newest case. `phoneOf`: whose number it is, null: the worker's own. */
export interface CommunePerson {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly hamlet: string | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly market: string | null;
  readonly agencyName: string | null;
  readonly stage: string | null;
  readonly departedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly phone: string | null;
  readonly phoneOf: string | null;
  readonly visits: number;
  readonly lastVisitOn: LocalDate | null;
}

export interface CommunePeopleFilter {
  /** Only who is abroad now. */
  readonly abroad?: boolean;
  readonly market?: string;
  readonly after?: string;
  /** At most 200; default 100. */
  readonly limit?: number;
}

export interface CommunePeoplePage {
  readonly today: LocalDate;
  readonly people: readonly CommunePerson[];
  readonly next?: string;
}
