// The bell of the staff app when no window is open. It shows what the server sends (how much waits, never for whom) and opens the queue.
// It has no fetch handler: pages and answers never pass through it.
self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/icon.svg', data: { url } }));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(event.notification.data.url, self.location.origin).href;
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      const open = windows.find((window) => new URL(window.url).origin === self.location.origin);
      return open ? open.focus() : self.clients.openWindow(address);
    }),
  );
});
