import type { LocalDate } from '@app/kernel';

/** One stretch of a licence; `until` is the first day it no longer holds, null = open. */
export interface LicencePeriod {
  readonly number: string;
  readonly state: 'valid' | 'suspended' | 'withdrawn';
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly basis: string;
}

export function isValidOn(history: readonly LicencePeriod[], day: LocalDate): boolean {
  return history.some(({ state, from, until }) => state === 'valid' && (!from || from <= day) && (!until || day < until));
}

/** What anybody may know of an agency. `unknown`: nothing was ever recorded here, which is no "no". */
export interface PublicLicence {
  readonly name: string;
  readonly licensed: 'yes' | 'no' | 'unknown';
  readonly number: string | null;
  /** Day on which the state was last recorded. */
  readonly checkedOn: LocalDate | null;
}
