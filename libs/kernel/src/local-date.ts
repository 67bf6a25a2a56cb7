import { Temporal } from 'temporal-polyfill';

/** A calendar day without time or zone, as `yyyy-mm-dd`. Compare with `<`, `>` and `===`: the text order is the day order. */
export type LocalDate = string & { readonly __localDate: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Midnight UTC of a day; a whole number of days apart from any other, whatever zone the machine is in. */
function utc(day: LocalDate): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a calendar day: ${day}`);
  return at;
}

/** Reads `yyyy-mm-dd`; undefined when the text has another shape or names a day that does not exist (31/02). */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate;
  } catch {
    return undefined;
  }
}

/** Like {@link parseLocalDate}, for values that must be right (database rows, literals). Throws RangeError. */
export function localDate(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** Plain arithmetic on whole days in UTC: tables of rules and register rows call it many thousand times. Throws RangeError. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Month arithmetic keeps the day where it exists and else takes the last day of the month (31/01 + 1 month = 28 or 29/02). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const from = new Date(utc(day));
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), last))).toISOString().slice(0, 10) as LocalDate;
}

/** Whole days from `from` (counted) to `to` (not counted); negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utc(to) - utc(from)) / DAY_MS;
}

/** 1 = Monday … 7 = Sunday (ISO). */
export function dayOfWeek(day: LocalDate): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

/** dd/MM/yyyy, the form Vietnamese readers expect on screens, mails and letters. */
export function formatVietnamese(day: LocalDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
