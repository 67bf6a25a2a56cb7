import { addDays, type LocalDate } from '@app/kernel';
import type { RepeatRule } from './alert-rule';
import type { AgreedVisit } from './watched-case';

/** Days of a recurring rule up to `limit` days after its anchor: 30, 60 … 360, 450, 540 … */
export function occurrenceOffsets(repeat: RepeatRule, limit: number): number[] {
  const offsets: number[] = [];
  for (let day = repeat.everyDays; day <= limit; day += day + repeat.everyDays > repeat.untilDays ? repeat.thenEveryDays : repeat.everyDays)
    offsets.push(day);
  return offsets;
}

/**
 * Days on which the family is to be visited: the rule's own rhythm since the suspicion, and each next date a visitor agreed with the
 * family. While an agreed date lies ahead, the rhythm is silent: the officer on the spot knows better.
 */
export function occurrences(suspectedOn: LocalDate, repeat: RepeatRule, visits: readonly AgreedVisit[], asOf: LocalDate): LocalDate[] {
  const span = Math.max(0, Math.round((Date.parse(asOf) - Date.parse(suspectedOn)) / 86_400_000));
  const rhythm = occurrenceOffsets(repeat, span)
    .map((offset) => addDays(suspectedOn, offset))
    .filter((day) => !visits.some((visit) => visit.nextVisitOn && visit.recordedOn <= day && day < visit.nextVisitOn));
  const agreed = visits.flatMap((visit) =>
    visit.nextVisitOn && visit.nextVisitOn > suspectedOn && visit.nextVisitOn <= asOf ? [visit.nextVisitOn] : [],
  );
  return [...new Set([...rhythm, ...agreed])].sort();
}
