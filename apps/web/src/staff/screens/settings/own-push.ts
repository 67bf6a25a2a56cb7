import type { PushSubscriptionRequest } from '../../../api/schema';

/** `missing`: this browser or this address (no https) has no push; `refused`: the user forbade it in the browser. */
export type PushState = 'on' | 'off' | 'refused' | 'missing';
const WORKER = '/sw-bell.js';

export async function pushState(): Promise<PushState> {
  if (!isSecureContext || !('serviceWorker' in navigator) || !('PushManager' in window)) return 'missing';
  if (Notification.permission === 'denied') return 'refused';
  return (await ownSubscription()) ? 'on' : 'off';
}

/** Asks the browser, then tells the server. When the server does not take it, nothing is left in the browser. */
export async function startPush(publicKey: string, tell: (body: PushSubscriptionRequest) => Promise<unknown>): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: '/' });
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  try {
    await tell({ endpoint: endpoint!, keys: { p256dh: keys!.p256dh!, auth: keys!.auth! } });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

export async function endPush(tell: (endpoint: string) => Promise<unknown>): Promise<void> {
  const subscription = await ownSubscription();
  if (!subscription) return;
  await tell(subscription.endpoint);
  await subscription.unsubscribe();
}

async function ownSubscription(): Promise<PushSubscription | undefined> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const own = registrations.find(({ active }) => active?.scriptURL.endsWith(WORKER));
  return (await own?.pushManager.getSubscription()) ?? undefined;
}
