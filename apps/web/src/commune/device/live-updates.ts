import { account } from '../session/account';
import { loadDesk } from '../screens/tasks/desk';
import { readAgain } from '../use-read';

const GATHER_MS = 800;
const STALE_MS = 60_000;

/** While the page is in sight the server says that something changed; what changed is asked for by name, as always. */
export function stayLive(): void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = Date.now();
  const ask = () => {
    asked = Date.now();
    void loadDesk();
    readAgain();
  };
  const hint = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, GATHER_MS);
  };
  const listen = () => {
    const wanted = account.get().kind === 'in' && document.visibilityState === 'visible' && navigator.onLine;
    if (!wanted) {
      stream?.close();
      stream = undefined;
      return;
    }
    if (stream && stream.readyState !== EventSource.CLOSED) return;
    stream = new EventSource('/api/v1/events');
    stream.onmessage = hint;
  };
  account.follow(listen);
  document.addEventListener('visibilitychange', () => {
    listen();
    if (document.visibilityState === 'visible' && account.get().kind !== 'out' && Date.now() - asked > STALE_MS) ask();
  });
  addEventListener('online', () => {
    listen();
    ask();
  });
  addEventListener('offline', listen);
}
