/** "Lai Châu, ngày 05 tháng 3 năm 2026": days under 10 and the months 1 and 2 carry a zero (Decree 30/2020/NĐ-CP, Annex I). */
export function dateLine(place: string, day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/** dd/MM/yyyy; only what is known of it. */
export function printedDay(day: string | null, precision: string | null = 'YMD'): string {
  if (!day) return '…/…/……';
  const [year, month, date] = day.split('-') as [string, string, string];
  return precision === 'Y' ? year : precision === 'YM' ? `${month}/${year}` : `${date}/${month}/${year}`;
}
