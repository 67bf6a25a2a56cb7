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
