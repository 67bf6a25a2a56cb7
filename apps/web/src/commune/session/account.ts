import { ApiProblem, call, onSessionLost } from '../../api/call';
import type { MeResponse } from '../../api/schema';
import { setClock } from '../device/clock';
import { forgetDevice, openDevice } from '../device/device';
import { closeOutbox, openOutbox, sendWaiting } from '../device/outbox';
import { stopRinging } from '../device/push';
import { liveState } from '../live-state';
import { forgetDesk, loadDesk, openDesk } from '../screens/tasks/desk';
import { forgetDrafts } from '../use-draft';
import { forgetReads } from '../use-read';

/** Who works with this phone. `known`: opened from what the phone keeps, the server has not been asked or does not answer. */
export type AccountState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'out'; readonly why?: 'lost' | 'ended' | 'unreachable' | 'other-role'; readonly login?: string }
  | { readonly kind: 'known'; readonly login: string }
  | { readonly kind: 'in'; readonly me: MeResponse };

const STORED = 'benve.xa.account';
export const account = liveState<AccountState>({ kind: 'opening' });
let opened: string | undefined;
/** Counts who came and went: an answer about the one before is no longer of interest. */
let turn = 0;

/** The phone's own account opens at once; the server is asked beside it. */
export async function openAccount(): Promise<void> {
  const began = turn;
  const login = localStorage.getItem(STORED) ?? undefined;
  const asked = call('GET /api/v1/session').then(
    (me) => ({ me }),
    (error: unknown) => ({ error }),
  );
  if (login) await open(login, () => account.set({ kind: 'known', login }));
  const answer = await asked;
  if (began !== turn) return;
  if ('me' in answer) return admit(answer.me);
  if (answer.error instanceof ApiProblem && answer.error.status === 401) return lose(answer.error.code);
  if (!login) account.set({ kind: 'out', why: 'unreachable' });
}

/** Throws what the server answers. */
export async function signIn(login: string, password: string): Promise<void> {
  turn++;
  await admit((await call('POST /api/v1/session', { body: { login, password } })).me);
}

/** Ends the session and wipes what the phone keeps. Without a signal the phone is wiped all the same. */
export async function signOut(): Promise<void> {
  const login = localStorage.getItem(STORED);
  await stopRinging();
  await call('DELETE /api/v1/session', { signal: AbortSignal.timeout(8_000) }).catch(() => undefined);
  await wipe(login);
  account.set({ kind: 'out' });
}

async function admit(me: MeResponse): Promise<void> {
  if (me.role !== 'commune_officer') {
    account.set({ kind: 'out', why: 'other-role', login: me.login });
    return;
  }
  localStorage.setItem(STORED, me.login);
  const again = opened === me.login && account.get().kind === 'out';
  await open(me.login);
  account.set({ kind: 'in', me });
  if (!again) return;
  void sendWaiting();
  void loadDesk();
}

/** `listed`: called as soon as the list can be drawn, before what waits is unsealed. */
async function open(login: string, listed?: () => void): Promise<void> {
  if (opened === login) return;
  close();
  opened = login;
  const device = await openDevice(login);
  const clock = await device.clock();
  if (clock) setClock(clock);
  await openDesk(device);
  listed?.();
  await openOutbox(device, login);
}

function close(): void {
  opened = undefined;
  closeOutbox();
  forgetDesk();
  forgetReads();
  forgetDrafts();
}

async function wipe(login: string | null): Promise<void> {
  turn++;
  close();
  localStorage.removeItem(STORED);
  if (login) await forgetDevice(login);
}

async function lose(code: string): Promise<void> {
  const login = localStorage.getItem(STORED);
  if (code === 'ACCESS_ENDED') {
    await stopRinging();
    await wipe(login);
    account.set({ kind: 'out', why: 'ended' });
    return;
  }
  if (account.get().kind !== 'out') account.set({ kind: 'out', why: login ? 'lost' : undefined, login: login ?? undefined });
}

onSessionLost((code) => void lose(code));
