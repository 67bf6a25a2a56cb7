import { addDays, addMonths, daysBetween, type LocalDate } from '@app/kernel';

/**
 * How far a freeze moves what is not late yet (`loan.freeze`): by whole months, a begun one counting whole, so that a due day stays the day of the
 * month on which the bank sits in the commune; by its days; not at all.
 */
export type FreezeMoves = 'months' | 'days' | 'none';

/** Days on which nothing is collected and nothing accrues (khoanh nợ, Decision 50/2010/QĐ-TTg); the last day is not one of them. */
export interface Freeze {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A freeze with what stood before it, so that it can end earlier than it was decided. */
export interface FrozenPeriod extends Freeze {
  /** Absent: written down before freezes moved anything. */
  readonly before?: { readonly moves: FreezeMoves; readonly endsOn: LocalDate | null; readonly dueOn: readonly LocalDate[] };
}

/** Due days under a freeze: what was late on its first day stays late afterwards, with the days it had; everything later moves, in the same order. */
export function daysUnderFreeze(days: readonly LocalDate[], freeze: Freeze, moves: FreezeMoves): LocalDate[] {
  if (moves === 'none') return [...days];
  const months = monthsBegun(freeze);
  const span = daysBetween(freeze.from, freeze.to);
  const moved = (day: LocalDate) => (moves === 'months' ? addMonths(day, months) : addDays(day, span));
  return days.map((day) => (day < freeze.from ? day : moved(day)));
}

/** The periods once freezing ends on a day: one that would run on is cut, one that had not begun leaves nothing behind. */
export function endedOn(periods: readonly FrozenPeriod[], on: LocalDate): FrozenPeriod[] {
  return periods.flatMap((period) => (period.from >= on ? [] : [{ ...period, to: period.to > on ? on : period.to }]));
}

function monthsBegun({ from, to }: Freeze): number {
  const [years, months] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), Number(to.slice(5, 7)) - Number(from.slice(5, 7))];
  const whole = years * 12 + months;
  return addMonths(from, whole) < to ? whole + 1 : whole;
}
