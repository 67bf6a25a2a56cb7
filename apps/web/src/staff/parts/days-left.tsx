import { formatDay, formatDaysLeft } from '../../language/format';

/** A date with how far it is: "14/04/2026 còn 40 ngày". The colour only repeats what the words say. */
export function DaysLeft({ day, days, soon = 7 }: { day: string | null | undefined; days: number | null | undefined; soon?: number }) {
  if (!day) return <span className="quiet">—</span>;
  const tone = days === null || days === undefined ? '' : days < 0 ? 'tone-urgent' : days <= soon ? 'tone-soon' : 'quiet';
  return (
    <span className="days-left">
      <time dateTime={day}>{formatDay(day)}</time>
      {days !== null && days !== undefined && <span className={tone}> {formatDaysLeft(days)}</span>}
    </span>
  );
}
