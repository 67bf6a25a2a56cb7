/** Addresses of everything the app consists of, and their common name; written in by the build. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const PAGE = '/xa/';
const CACHE = `benve-xa-${__SHELL__.version}`;

/** The app itself, never what it shows: answers of the API go past this program. */
worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(__SHELL__.files.map((file) => new Request(file, { cache: file === PAGE ? 'reload' : 'default' })))),
  );
});

worker.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith('benve-xa-') && name !== CACHE) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname.startsWith(PAGE)) event.respondWith(kept(PAGE, request));
  else if (pathname.startsWith('/assets/light/') || __SHELL__.files.includes(pathname)) event.respondWith(kept(pathname, request));
});

/** What is pushed says how much waits, never for whom; a tap opens the list of tasks. */
worker.addEventListener('push', (event) => {
  const { title, body, tag } = event.data!.json() as { title: string; body: string; tag: string };
  event.waitUntil(worker.registration.showNotification(title, { body, tag, icon: '/assets/light/icon-192.png' }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const [window] = await worker.clients.matchAll({ type: 'window' });
    await (window ? window.focus() : worker.clients.openWindow(PAGE));
  };
  event.waitUntil(open());
});

let opened: Promise<Cache> | undefined;

/** From the phone; what is not there (a language that was chosen later) is fetched and stays. */
async function kept(address: string, request: Request): Promise<Response> {
  const cache = await (opened ??= caches.open(CACHE));
  const known = await cache.match(address);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && address !== PAGE) await cache.put(address, response.clone());
  return response;
}
