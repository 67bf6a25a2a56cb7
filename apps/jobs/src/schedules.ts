import type { Schedule } from '@app/platform';

const ZONE = 'Asia/Ho_Chi_Minh';

/** A scheduled search over cases; the watchdog starts it when its business day has no finished run. */
export interface SweepSchedule extends Schedule {
  /** Local time it is due, HH:MM, as in `pattern`. */
  dueAt: string;
}

/** The only list of crons. Local times of Asia/Ho_Chi_Minh. */
export const SWEEPS: readonly SweepSchedule[] = [
  { id: 'overstay', queue: 'sweeps', job: 'overstay', pattern: '0 1 * * *', zone: ZONE, dueAt: '01:00' },
  { id: 'agencies', queue: 'sweeps', job: 'agencies', pattern: '15 1 * * *', zone: ZONE, dueAt: '01:15' },
];
export const SCHEDULES: readonly Schedule[] = [
  ...SWEEPS,
  { id: 'money-clocks', queue: 'sweeps', job: 'money-clocks', pattern: '40 0 * * *', zone: ZONE },
  { id: 'crosscheck', queue: 'sweeps', job: 'crosscheck', pattern: '0 2 * * *', zone: ZONE },
  { id: 'report-chase', queue: 'sweeps', job: 'report-chase', pattern: '45 6 * * *', zone: ZONE },
  { id: 'weekly-news', queue: 'sweeps', job: 'weekly-news', pattern: '0 7 * * *', zone: ZONE },
  { id: 'retention', queue: 'sweeps', job: 'retention', pattern: '30 3 * * *', zone: ZONE },
];

/** What runs by the clock of the process itself, because it must work when the queues do not. Milliseconds. */
export const INTERVALS = {
  /** Missing sweeps, lost rows, lost schedules, silent queues. */
  watchdog: 15_000,
  /** Mails that are due by their state. */
  dueMail: 2_000,
  /** Facts that agencies' own systems want to hear. */
  dueWebhooks: 5_000,
} as const;

/** How long after its time a sweep may be missing before the watchdog starts it. */
export const SWEEP_GRACE_MINUTES = 5;
