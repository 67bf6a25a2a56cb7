import { addDays, type LocalDate, localDate } from '@app/kernel';

/** "Before the 20th" is the 19th at the latest; what changed since the last one counts. Undefined: too early in the month, or past. */
export function monthlyDue(today: LocalDate, from: number, before: number): { by: LocalDate; since: LocalDate } | undefined {
  const day = Number(today.slice(8));
  if (day < from || day >= before) return undefined;
  const by = localDate(`${today.slice(0, 8)}${String(before - 1).padStart(2, '0')}`);
  const lastMonth = addDays(localDate(`${today.slice(0, 8)}01`), -1);
  return { by, since: localDate(`${lastMonth.slice(0, 8)}${String(before).padStart(2, '0')}`) };
}
