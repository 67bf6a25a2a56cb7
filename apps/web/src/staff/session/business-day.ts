import { daysBetween, deviceToday } from '../../language/format';
import { addDays } from '../../language/read-day';

let ahead = 0;

/** Told by the server at every opening; a device whose date is wrong goes on with the office's. */
export function learnBusinessDay(today: string): void {
  ahead = daysBetween(deviceToday(), today);
}

/** The day of the office, yyyy-mm-dd: what "today" and every first guess of a date mean. */
export const businessToday = (): string => addDays(deviceToday(), ahead);
