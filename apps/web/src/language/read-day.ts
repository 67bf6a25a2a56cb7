export interface ReadDay {
  /** yyyy-mm-dd; the first day of what is known when the precision is shorter. */
  readonly day: string;
  readonly precision: 'Y' | 'YM' | 'YMD';
}

const SHAPES: readonly (readonly [RegExp, (parts: readonly string[]) => readonly [year: string, month?: string, day?: string]])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, year, month, day]) => [year!, month, day]],
  [/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/, ([, day, month, year]) => [year!, month, day]],
  [/^(\d{2})(\d{2})(\d{4})$/, ([, day, month, year]) => [year!, month, day]],
  [/^(\d{2})(\d{2})(\d{2})$/, ([, day, month, year]) => [year!, month, day]],
  [/^(\d{1,2})[/.-](\d{4})$/, ([, month, year]) => [year!, month]],
  [/^(\d{4})$/, ([, year]) => [year!]],
];
/** A year of two digits lies at most this far ahead; else it is of the last century. */
const AHEAD = 15;

/**
 * A date as people write it: 5/3/26, 05032026, 5.3.2026, 5-3-2026; with `short` also 03/1996 and 1996. Undefined: no such day.
 * @param today yyyy-mm-dd, decides the century of two digits
 */
export function readDay(text: string, today: string, short = false): ReadDay | undefined {
  const written = text.trim();
  for (const [shape, order] of SHAPES) {
    const parts = shape.exec(written);
    if (!parts) continue;
    const [yearText, month, day] = order(parts);
    const year = yearText.length === 2 ? fullYear(Number(yearText), Number(today.slice(0, 4))) : Number(yearText);
    const precision = day ? 'YMD' : month ? 'YM' : 'Y';
    if (precision !== 'YMD' && !short) return undefined;
    return checked(year, Number(month ?? 1), Number(day ?? 1), precision);
  }
  return undefined;
}

function fullYear(short: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  return century + short > thisYear + AHEAD ? century + short - 100 : century + short;
}

function checked(year: number, month: number, day: number, precision: ReadDay['precision']): ReadDay | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const real = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === text && year >= 1900 && year < 2200;
  return exists ? { day: text, precision } : undefined;
}

/** yyyy-mm-dd moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
