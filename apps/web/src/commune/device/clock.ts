import { deviceToday } from '../../language/format';

/** How far the device is from the server: phones without signal are often hours or a day wrong. */
export interface ServerClock {
  /** Milliseconds to add to the device's time. */
  readonly ahead: number;
  /** Days from the device's date to the server's business day. */
  readonly days: number;
  /** When the server last said so, device time. */
  readonly at: number;
}

let clock: ServerClock = { ahead: 0, days: 0, at: 0 };

export function learnClock(today: string, now: string): ServerClock {
  const own = Date.now();
  clock = { ahead: Date.parse(now) - own, days: dayNumber(today) - dayNumber(deviceToday()), at: own };
  return clock;
}

export function setClock(known: ServerClock): void {
  clock = known;
}

/** Today as the server counts it, also without a signal. */
export function today(): string {
  return addDays(deviceToday(), clock.days);
}

/** Now, by the server's clock. */
export const moment = (): string => new Date(Date.now() + clock.ahead).toISOString();

export function addDays(day: string, days: number): string {
  return new Date(dayNumber(day) * 86_400_000 + days * 86_400_000).toISOString().slice(0, 10);
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
