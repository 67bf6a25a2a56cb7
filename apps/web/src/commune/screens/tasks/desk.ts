import { call } from '../../../api/call';
import type { CommuneDayResponse, CommuneTaskAnswer } from '../../../api/schema';
import { learnClock } from '../../device/clock';
import type { Device, KnownTask } from '../../device/device';
import { liveState } from '../../live-state';
import { shortName } from '../../parts/short-name';

export type Task = CommuneTaskAnswer;

export interface DeskView {
  /** What the server said last; absent: not asked yet, or no signal since the page opened. */
  readonly day?: Pick<CommuneDayResponse, 'today' | 'tasks' | 'month' | 'next'>;
  /** What the phone keeps. */
  readonly known: readonly KnownTask[];
  readonly busy: boolean;
  readonly error?: unknown;
}

const EMPTY: DeskView = { known: [], busy: false };
export const desk = liveState<DeskView>(EMPTY);
let device: Device | undefined;

export async function openDesk(of: Device): Promise<void> {
  device = of;
  desk.set({ ...EMPTY, known: await of.tasks(), busy: true });
  void loadDesk();
}

export function forgetDesk(): void {
  device = undefined;
  desk.set(EMPTY);
}

/** Asks for the list and leaves of it on the phone what a way without a signal needs. */
export async function loadDesk(): Promise<void> {
  const of = device;
  if (!of) return;
  desk.set({ ...desk.get(), busy: true });
  try {
    const day = await call('GET /api/v1/commune/day', { signal: AbortSignal.timeout(20_000) });
    if (device !== of) return;
    const clock = learnClock(day.today, day.now);
    const known = day.tasks.map(knownOf);
    desk.set({ day, known, busy: false });
    await of.keepTasks(known, clock).catch(() => undefined);
  } catch (error) {
    if (device === of) desk.set({ ...desk.get(), busy: false, error });
  }
}

/** The next page of a long list. */
export async function loadMore(): Promise<void> {
  const { day } = desk.get();
  if (!day?.next) return;
  const more = await call('GET /api/v1/commune/day', { query: { after: day.next } });
  desk.set({ ...desk.get(), day: { ...day, tasks: [...day.tasks, ...more.tasks], next: more.next } });
}

export const idOf = (task: Pick<Task, 'kind' | 'id'>): string => `${task.kind}-${task.id}`;

const knownOf = (task: Task): KnownTask => ({
  id: idOf(task),
  caseCode: task.caseCode,
  shortName: task.fullName ? shortName(task.fullName) : task.title,
  hamlet: task.hamlet,
  lastVisitOn: task.lastVisitOn,
  code: task.code,
});
