/** Copies of an office's digests to one account: every business day, only Monday's, or none. */
export const USUAL_MAIL = ['daily', 'weekly', 'off'] as const;

/** How an account wants to be told. What stands in the program itself cannot be switched off. Times of day are HH:MM in Asia/Ho_Chi_Minh. */
export interface NotificationSetting {
  readonly urgentPush: boolean;
  readonly urgentMail: boolean;
  readonly usualPush: boolean;
  readonly usualMail: (typeof USUAL_MAIL)[number];
  /** Both or none; may reach over midnight. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly quietWeekends: boolean;
}

/** In force while an account has chosen nothing. */
export const DEFAULT_SETTING: NotificationSetting = {
  urgentPush: true,
  urgentMail: true,
  usualPush: false,
  usualMail: 'daily',
  quietFrom: '21:00',
  quietUntil: '06:30',
  quietWeekends: true,
};

/** A moment in Asia/Ho_Chi_Minh; `weekday` 1 = Monday … 7 = Sunday. */
export interface LocalMoment {
  readonly time: string;
  readonly weekday: number;
}

const DAY_MINUTES = 1_440;

/** Minutes until the account may be disturbed; 0 = now. */
export function quietMinutes(setting: NotificationSetting, now: LocalMoment): number {
  for (let wait = 0; wait <= 4 * DAY_MINUTES; wait = nextChange(setting, now, wait)) if (!isQuiet(setting, later(now, wait))) return wait;
  return 0;
}

function isQuiet({ quietFrom, quietUntil, quietWeekends }: NotificationSetting, { time, weekday }: LocalMoment): boolean {
  if (quietWeekends && weekday >= 6) return true;
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil;
}

/** The next minute at which quiet could end: the end of the quiet hours, or midnight. */
function nextChange({ quietUntil }: NotificationSetting, now: LocalMoment, wait: number): number {
  const minute = (minutesOf(now.time) + wait) % DAY_MINUTES;
  const end = quietUntil === null ? 0 : minutesOf(quietUntil);
  return wait + Math.min(...[end, DAY_MINUTES].map((at) => (at > minute ? at - minute : at + DAY_MINUTES - minute)));
}

function later({ time, weekday }: LocalMoment, minutes: number): LocalMoment {
  const total = minutesOf(time) + minutes;
  const minute = total % DAY_MINUTES;
  const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return { time: text, weekday: ((weekday - 1 + Math.floor(total / DAY_MINUTES)) % 7) + 1 };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
