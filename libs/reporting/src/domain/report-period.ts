import { addDays, addMonths, type LocalDate, localDate } from '@app/kernel';

/** Policy row `report.monthly`. */
export interface MonthlyReportRule {
  /** 1: the calendar month; 15: from the 15th of the month before to the 14th (Decree 09/2019/NĐ-CP). */
  readonly windowStartDay: number;
  /** Last day, in the month after, on which a report is still in time: "before the 10th" = 9. */
  readonly lastDay: number;
  /** A fall of at least so many percent is asked about … */
  readonly fallPercent: number;
  /** … where the period before had at least so many exits. */
  readonly fallFrom: number;
}

/** Days a report counts, all included. */
export interface ReportPeriod {
  /** First day of the month it is named after. */
  readonly month: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** From here the year to date is counted. */
  readonly yearFrom: LocalDate;
  readonly dueOn: LocalDate;
}

/** @param day any day of the month */
export function periodOf(day: LocalDate, { windowStartDay, lastDay }: MonthlyReportRule): ReportPeriod {
  const month = localDate(`${day.slice(0, 7)}-01`);
  const next = addMonths(month, 1);
  const shift = windowStartDay - 1;
  const begins = (first: LocalDate) => (shift === 0 ? first : addDays(addMonths(first, -1), shift));
  return {
    month,
    from: begins(month),
    to: addDays(begins(next), -1),
    yearFrom: begins(localDate(`${month.slice(0, 4)}-01-01`)),
    dueOn: addDays(next, lastDay - 1),
  };
}

/** The newest month whose days are all over. */
export function lastWholePeriod(today: LocalDate, rule: MonthlyReportRule): ReportPeriod {
  const running = periodOf(today, rule);
  return running.to < today ? running : periodOf(addMonths(running.month, -1), rule);
}
