import { addDays, dayOfWeek, type LocalDate } from '@app/kernel';
import type { HolidayRow } from './policy-rule';

const SATURDAY = 6;

/** Working days of offices: Monday to Friday, without days off, with weekend days worked in exchange. */
export class WorkingDays {
  private readonly special: ReadonlyMap<LocalDate, HolidayRow['kind']>;

  constructor(holidays: readonly Pick<HolidayRow, 'day' | 'kind'>[]) {
    this.special = new Map(holidays.map(({ day, kind }) => [day, kind]));
  }

  isWorkingDay(day: LocalDate): boolean {
    const kind = this.special.get(day);
    return kind ? kind === 'worked' : dayOfWeek(day) < SATURDAY;
  }

  /**
   * The `count`-th working day after `day` (before it when negative); `day` itself is not counted, so the answer to "three working days
   * from Friday" is Wednesday. Zero gives `day` back, working or not.
   */
  addWorkingDays(day: LocalDate, count: number): LocalDate {
    if (!Number.isInteger(count)) throw new RangeError(`not a number of whole days: ${count}`);
    const step = Math.sign(count);
    let reached = day;
    for (let left = Math.abs(count); left > 0;) {
      reached = addDays(reached, step);
      if (this.isWorkingDay(reached)) left--;
    }
    return reached;
  }

  /** The day itself or the next working day: where a deadline on a day off moves to. */
  onOrAfter(day: LocalDate): LocalDate {
    let reached = day;
    while (!this.isWorkingDay(reached)) reached = addDays(reached, 1);
    return reached;
  }

  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    if (to < from) return -this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (this.isWorkingDay(day)) count++;
    return count;
  }
}
