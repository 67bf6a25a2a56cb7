import type { PushSubscriptionRequest } from '../api/schema';

/** `missing`: this browser or this address (no https) has no push; `refused`: the user forbade it in the browser. */
export type PushState = 'on' | 'off' | 'refused' | 'missing';

/** The service worker that shows what is pushed: each app has its own. */
export interface PushWorker {
  readonly script: string;
  readonly scope: string;
}

export async function pushState(worker: PushWorker): Promise<PushState> {
  if (!isSecureContext || !('serviceWorker' in navigator) || !('PushManager' in window)) return 'missing';
  if (Notification.permission === 'denied') return 'refused';
  return (await ownSubscription(worker)) ? 'on' : 'off';
}

/** Asks the browser, then tells the server. When the server does not take it, nothing is left in the browser. */
export async function startPush(
  worker: PushWorker,
  publicKey: string,
  tell: (body: PushSubscriptionRequest) => Promise<unknown>,
): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const registration = await navigator.serviceWorker.register(worker.script, { scope: worker.scope, updateViaCache: 'none' });
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  try {
    await tell({ endpoint: endpoint!, keys: { p256dh: keys!.p256dh!, auth: keys!.auth! } });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

export async function endPush(worker: PushWorker, tell: (endpoint: string) => Promise<unknown>): Promise<void> {
  const subscription = await ownSubscription(worker);
  if (!subscription) return;
  await tell(subscription.endpoint);
  await subscription.unsubscribe();
}

async function ownSubscription({ script }: PushWorker): Promise<PushSubscription | undefined> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const own = registrations.find(({ active }) => active?.scriptURL.endsWith(script));
  return (await own?.pushManager.getSubscription()) ?? undefined;
}
