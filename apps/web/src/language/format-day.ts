/** 2026-03-05 → 05/03/2026. Year-only and month-only dates of birth stay as short as they are known. */
export function formatDay(day: string | null | undefined, precision: string | null = 'YMD'): string {
  if (!day) return '';
  const [year, month, date] = day.slice(0, 10).split('-');
  return precision === 'Y' ? year! : precision === 'YM' ? `${month}/${year}` : `${date}/${month}/${year}`;
}
