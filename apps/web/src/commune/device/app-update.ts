import { liveState } from '../live-state';
import { desk } from '../screens/tasks/desk';

/** A newer version of the app lies ready on the phone; it takes over when the officer says so, or at the next opening. */
export const updateReady = liveState<ServiceWorker | undefined>(undefined);

/** Longest wait for the first list before the rest of the app is fetched all the same. */
const PATIENCE_MS = 12_000;

/** Lays the app down on the phone, so that it opens without a signal; after the first list is there, so that the two do not share a slow line. */
export function keepAppOnDevice(): void {
  if (!('serviceWorker' in navigator)) return;
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    navigator.serviceWorker.register('/xa/sw.js', { scope: '/xa/', updateViaCache: 'none' }).then(watch, () => undefined);
  };
  desk.follow(() => desk.get().day && begin());
  setTimeout(begin, PATIENCE_MS);
  let reloading = false;
  const hadOne = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!hadOne || reloading) return;
    reloading = true;
    location.reload();
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = (worker: ServiceWorker | null) => {
    if (worker?.state === 'installed' && navigator.serviceWorker.controller) updateReady.set(worker);
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => offer(fresh));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

export const takeUpdate = (): void => updateReady.get()?.postMessage('take-over');
