import type { LocalDate } from '@app/kernel';
import type { BirthPrecision, WorkerRecord } from './worker-record';

/** Why two records may be one person, surest first. */
export const DUPLICATE_REASONS = ['SAME_CITIZEN_ID', 'SAME_PASSPORT', 'SAME_NAME_AND_BIRTH_DATE', 'SAME_PHONE'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface Duplicate {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly reasons: readonly DuplicateReason[];
}

/** A registration at a desk. `confirmedNew`: persons shown as possible duplicates whom the officer declared to be others. */
export interface RegisterCommand extends WorkerRecord {
  readonly requestId: string;
  readonly confirmedNew?: readonly string[];
}

/**
 * `created`, or `existing` (same number, own scope: use that person), or `ask` (possible duplicates to look at first), or
 * `foreign`: known in another place; nothing more is told, the centre gets a task.
 */
export type RegisterAnswer =
  | { readonly outcome: 'created'; readonly workerId: string }
  | { readonly outcome: 'existing'; readonly workerId: string }
  | { readonly outcome: 'ask'; readonly duplicates: readonly Duplicate[] }
  | { readonly outcome: 'foreign' };
