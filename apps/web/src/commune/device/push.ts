import { call } from '../../api/call';
import { endPush, pushState, type PushState, startPush } from '../../push/own-push';

const WORKER = { script: '/xa/sw.js', scope: '/xa/' };

export const phonePush = (): Promise<PushState> => pushState(WORKER);

export async function ringThisPhone(): Promise<void> {
  const { publicKey } = await call('GET /api/v1/me/push-key');
  await startPush(WORKER, publicKey, (body) => call('POST /api/v1/me/push-subscriptions', { body }));
}

/** Whoever signs out, or loses the account, is rung no more; without a signal the phone itself forgets, and the server finds out by trying. */
export const stopRinging = (): Promise<void> =>
  endPush(WORKER, (endpoint) =>
    call('DELETE /api/v1/me/push-subscriptions', { body: { endpoint }, signal: AbortSignal.timeout(8_000) }).catch(() => undefined),
  ).catch(() => undefined);
