import type { LocalDate } from '@app/kernel';
import type { BirthPrecision } from './worker-record';

/** A person as lists show one: no number, no passport. */
export interface WorkerLine {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly sex: 'M' | 'F' | null;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  readonly phone: string | null;
}

/** Words of a name in any order without marks, or one exact number. */
export interface WorkerSearch {
  readonly text?: string;
  readonly citizenId?: string;
  readonly passport?: string;
  readonly phone?: string;
  /** Cursor of the last page. */
  readonly after?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
}

export interface WorkerPage {
  readonly workers: readonly WorkerLine[];
  readonly next?: string;
}

/** What a file is compared with when it names a known person. */
export interface KnownPerson {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly sex: 'M' | 'F' | null;
  readonly provinceCode: string;
  readonly communeCode: string | null;
}
