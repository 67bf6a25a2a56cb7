import { formatDay } from '../../language/format';
import { businessToday } from '../session/business-day';

const MONTHS_BACK = 12;

/** yyyy-mm so many months away from another. */
export function monthsFrom(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** One of the last twelve months, this one on top, in the words of the screen whatever language the browser speaks. `value`: yyyy-mm. */
export function MonthChoice({
  label,
  word,
  value,
  onChange,
}: {
  label: string;
  /** How a month is named: given 11/2026. */
  word: (month: string) => string;
  value: string;
  onChange: (month: string) => void;
}) {
  const thisMonth = businessToday().slice(0, 7);
  return (
    <select className="plain-button" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {Array.from({ length: MONTHS_BACK }, (_, back) => monthsFrom(thisMonth, -back)).map((month) => (
        <option key={month} value={month}>
          {word(formatDay(month, 'YM'))}
        </option>
      ))}
    </select>
  );
}
