import { ApiProblem, call, newKey } from '../../api/call';
import { liveState } from '../live-state';
import { problemText } from '../parts/problem-text';
import { readAgain } from '../use-read';
import { moment } from './clock';
import { type Deed, isPassing, sendDeed } from './deed';
import type { Device } from './device';

export interface SentDeed {
  readonly id: string;
  readonly taskId: string | null;
  readonly about: string;
  readonly what: Deed['what'];
  /** When the server had it. */
  readonly at: string;
  readonly late: boolean;
}

export interface OutboxView {
  readonly waiting: readonly Deed[];
  /** Of this sitting, newest first. */
  readonly sent: readonly SentDeed[];
  /** Nobody, or somebody else, is signed in: what waits stays until its own account is back. */
  readonly locked: boolean;
  readonly lasting: boolean;
}

const RETRY_MS = [4_000, 8_000, 15_000, 30_000, 60_000];
const EMPTY: OutboxView = { waiting: [], sent: [], locked: false, lasting: true };

export const outbox = liveState<OutboxView>(EMPTY);

let device: Device | undefined;
let account = '';
let sending = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens what this account left on the phone and begins to send it. */
export async function openOutbox(of: Device, login: string): Promise<void> {
  device = of;
  account = login;
  outbox.set({ ...EMPTY, waiting: await of.deeds(), lasting: of.lasting });
  void sendWaiting();
}

export function closeOutbox(): void {
  clearTimeout(timer);
  device?.close();
  device = undefined;
  account = '';
  outbox.set(EMPTY);
}

type Without<T> = T extends unknown ? Omit<T, 'id' | 'account' | 'at' | 'refused'> : never;

/** Writes a deed down on the phone; sending comes afterwards, now or when there is a signal. `replaces`: the refused one that this one mends. */
export async function writeDown(deed: Without<Deed>, replaces?: string): Promise<void> {
  if (!device) throw new Error('no account is open');
  const kept = { ...deed, id: newKey(), account, at: moment() } as Deed;
  await device.keep(kept);
  if (replaces) await device.drop(replaces);
  show({ waiting: [...outbox.get().waiting.filter(({ id }) => id !== replaces), kept] });
  void sendWaiting();
}

/** The officer takes back what was not sent, or will write it anew. */
export async function takeBack(id: string): Promise<void> {
  await device?.drop(id);
  show({ waiting: outbox.get().waiting.filter((deed) => deed.id !== id) });
}

/** Tries now; called when the page opens or comes back, when the network does, and by a timer. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  if (sending || !device || !outbox.get().waiting.some(({ refused }) => !refused)) return;
  sending = true;
  try {
    await alone(sendAll);
  } finally {
    sending = false;
    if (outbox.get().waiting.some(({ refused }) => !refused) && !outbox.get().locked) again();
  }
}

/** One tab sends at a time. Where the browser has no locks, the request's name still lets each deed happen once. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(`benve-xa-${account}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

async function sendAll(): Promise<void> {
  const of = device;
  if (!of) return;
  show({ waiting: await of.deeds() });
  if (!(await isOwnSession())) return;
  for (let deed = nextDeed(); deed && device === of; deed = nextDeed()) {
    try {
      const { late, follow = [] } = await sendDeed(deed);
      failures = 0;
      for (const one of follow) await of.keep(one);
      await of.drop(deed.id);
      const { id: done, taskId, about, what } = deed;
      const waiting = [...outbox.get().waiting.filter(({ id }) => id !== done), ...follow];
      show({ waiting, sent: [{ id: done, taskId, about, what, at: moment(), late }, ...outbox.get().sent] });
    } catch (error) {
      if (!(await settle(of, deed, error))) return;
    }
  }
  readAgain();
}

/** Words before pictures, whenever they were written down: a picture that does not get through holds no answer back. */
function nextDeed(): Deed | undefined {
  const open = outbox.get().waiting.filter(({ refused }) => !refused);
  return open.find(({ what }) => what !== 'picture') ?? open[0];
}

/** What a failed try means. False: stop for now. */
async function settle(of: Device, deed: Deed, error: unknown): Promise<boolean> {
  if (!(error instanceof ApiProblem) || isPassing(error)) {
    if (error instanceof ApiProblem && error.status === 401) show({ locked: true });
    else failures++;
    return false;
  }
  const refused = { ...deed, refused: problemText(error) };
  await of.keep(refused);
  show({ waiting: outbox.get().waiting.map((one) => (one.id === deed.id ? refused : one)) });
  return true;
}

/** Asked each time: on a phone that is handed on, another account may have signed in meanwhile. */
async function isOwnSession(): Promise<boolean> {
  try {
    const { login } = await call('GET /api/v1/session', { signal: AbortSignal.timeout(15_000) });
    show({ locked: login !== account });
    return login === account;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) show({ locked: true });
    else failures++;
    return false;
  }
}

function again(): void {
  const pause = navigator.onLine ? RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]! : RETRY_MS.at(-1)!;
  timer = setTimeout(() => void sendWaiting(), pause);
}

function show(part: Partial<OutboxView>): void {
  outbox.set({ ...outbox.get(), ...part });
}

for (const event of ['online', 'focus', 'pageshow'])
  addEventListener(event, () => {
    failures = 0;
    void sendWaiting();
  });
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sendWaiting());
