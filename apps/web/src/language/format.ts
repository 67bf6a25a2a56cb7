import { area } from './words';
import vi from './vi/format.json';

export { formatDay } from './format-day';

const t = area('format', vi);

/** A moment in the business zone, whatever the device's own. */
export function formatMoment(moment: string | null | undefined): string {
  if (!moment) return '';
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Days from `today` to `day`: "còn 40 ngày", "hôm nay", "quá 3 ngày". */
export function formatDaysLeft(days: number): string {
  return days === 0 ? t('today') : days > 0 ? t('left', { days: formatNumber(days) }) : t('over', { days: formatNumber(-days) });
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

/** Today in Asia/Ho_Chi_Minh by the device's clock, yyyy-mm-dd. Only for first guesses: the server judges by its own business day. */
export function deviceToday(): string {
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** 1234567 → 1.234.567 */
export function formatNumber(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** 12.5 → 12,5 % */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',').replace(/,0$/, '')} %`;
}

/** 0912345678 → 0912 345 678; other forms as they are. */
export function formatPhone(phone: string): string {
  const local = phone.replace(/^\+84/, '0');
  return /^0\d{9}$/.test(local) ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : phone;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const formatWeekday = (day: string): string => t(WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!);
