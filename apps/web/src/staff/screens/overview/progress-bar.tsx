/** A bar filled up to a part of its target, with a line where a steady pace would be. The words beside it say the same. */
export function ProgressBar({ actual, target, expected }: { actual: number; target: number | null; expected: number | null }) {
  const most = Math.max(target ?? 0, actual, 1);
  const part = (value: number) => `${Math.round((value / most) * 1000) / 10}`;
  return (
    <svg className="progress-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-ground" width="100" height="10" />
      <rect className="bar-actual" width={part(actual)} height="10" />
      {target !== null && target < actual && <rect className="bar-target" x={part(target)} width="0.6" height="10" />}
      {expected !== null && <rect className="bar-pace" x={part(Math.min(expected, most))} width="0.8" height="10" />}
    </svg>
  );
}
