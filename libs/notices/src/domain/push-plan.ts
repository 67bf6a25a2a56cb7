import { type LocalMoment, type NotificationSetting, quietMinutes } from './notification-setting';

/** Minutes between two pushes that are not urgent. */
export interface PushTiming {
  readonly minutesBetween: number;
}

export interface PushWish {
  readonly urgent: boolean;
  /** How often it was tried before. */
  readonly attempt: number;
}

/** Minutes to wait before an account is pushed to; 0 = now. Hours of rest hold for everything, the cap for what is not urgent and not a second try. */
export function pushWait(
  wish: PushWish,
  setting: NotificationSetting,
  now: LocalMoment,
  sinceLast: number | null,
  { minutesBetween }: PushTiming,
): number {
  const quiet = quietMinutes(setting, now);
  if (quiet > 0) return quiet;
  const capped = !wish.urgent && wish.attempt === 0 && sinceLast !== null && sinceLast < minutesBetween;
  return capped ? Math.max(1, Math.ceil(minutesBetween - sinceLast)) : 0;
}

/** Says how much, never what: no name, no number of a person, no word of suspicion. */
export function pushText(work: number): string {
  return JSON.stringify({ title: 'Bến Về', body: `Có ${work} việc cần xử lý`, url: '/cong-viec', tag: 'cong-viec' });
}
