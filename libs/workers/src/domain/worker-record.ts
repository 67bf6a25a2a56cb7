import type { CitizenId, LocalDate } from '@app/kernel';

/** How much of a birth date a paper gives; the date then holds the first day of the year or month. */
export type BirthPrecision = 'Y' | 'YM' | 'YMD';

export interface FamilyContactRecord {
  readonly fullName: string;
  readonly kin?: string | null;
  /** E.164. */
  readonly phone?: string | null;
  /** Commune of today; a relative may live elsewhere than the worker. */
  readonly communeCode?: string | null;
  readonly declaredUnitId?: number | null;
  readonly hamlet?: string | null;
  readonly consent?: boolean;
}

/** Where the person lives: code of today (null: divided, somebody must choose) and the place as it was written. */
export interface ResidenceRecord {
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly declaredUnitId?: number | null;
  readonly declaredPlace?: string | null;
  readonly hamlet?: string | null;
  /** `written` (resolved from text), `chosen` (a person decided), `code`. */
  readonly resolvedBy?: string;
}

/** A person as a form or a file tells it. Absent = not told; nothing is taken away by absence. */
export interface WorkerRecord {
  readonly residence: ResidenceRecord;
  readonly fullName: string;
  readonly birthDate?: LocalDate | null;
  readonly birthPrecision?: BirthPrecision | null;
  readonly sex?: 'M' | 'F' | null;
  readonly ethnicCode?: string | null;
  readonly householdClass?: string | null;
  readonly education?: string | null;
  readonly skill?: string | null;
  readonly citizenId?: CitizenId | null;
  readonly passport?: string | null;
  /** E.164, first = call first. A list that is not empty replaces the stored one. */
  readonly phones?: readonly string[];
  readonly contacts?: readonly FamilyContactRecord[];
  readonly priorityGroups?: readonly string[];
  readonly consentFamilyNotice?: boolean;
}

/** Fields a later record may fill or better. */
export const FILLABLE = [
  'birthDate',
  'birthPrecision',
  'sex',
  'ethnicCode',
  'householdClass',
  'education',
  'skill',
  'hamlet',
  'citizenId',
  'passport',
  'phones',
  'contacts',
  'priorityGroups',
] as const;
export type FillableField = (typeof FILLABLE)[number];

/** What became of one row of a bulk registration, in the order of the rows. `foreign`: known outside the sender's scope, nothing is told or changed. */
export interface BulkWorkerResult {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'foreign';
  /** Undefined only for `foreign`. */
  readonly workerId?: string;
  readonly changed: readonly FillableField[];
  /** Fields in which the stored value differs from the row's and was kept because it is better. */
  readonly kept: readonly FillableField[];
  /** The changed fields as they were (sealed numbers excepted), for undo; absent when created. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** Version of the person after the change, for undo. */
  readonly version?: number;
}
