import { liveState } from '../live-state';

/** A newer version of the app lies ready on the phone; it takes over when the officer says so, or at the next opening. */
export const updateReady = liveState<ServiceWorker | undefined>(undefined);

/** Lays the app down on the phone, so that it opens without a signal. */
export function keepAppOnDevice(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/xa/sw.js', { scope: '/xa/', updateViaCache: 'none' }).then(watch, () => undefined);
  });
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
