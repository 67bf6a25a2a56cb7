import type { LocalDate } from '@app/kernel';

/** One question per person and change of units: the same person may be divided again by a later decree. Closed by the choice. */
export function chooseCommuneKey(workerId: string, day: LocalDate): string {
  return `choose-commune:${workerId}:${day}`;
}

/** One question per person about relatives in a divided commune; the officer who has written them anew finishes it. */
export function chooseRelativeCommuneKey(workerId: string, day: LocalDate): string {
  return `choose-relative-commune:${workerId}:${day}`;
}
