import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { follow, type Hint } from './hints';

const GATHER_MS = 400;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps what is on the screen fresh: one stream of hints for the whole app. It rests while the tab is hidden; whoever comes back, or was cut
 * off, asks again for everything that is shown. After a failure it waits twice as long each time.
 */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stream: EventSource | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT_MS;
    let missed = false;
    let hints: Hint[] = [];

    const close = () => {
      clearTimeout(waiting);
      stream?.close();
      stream = undefined;
    };
    const open = () => {
      close();
      if (document.hidden) return;
      stream = new EventSource('/api/v1/events');
      stream.onopen = () => {
        wait = FIRST_WAIT_MS;
        if (missed) follow(queries, [{ topic: 'desk' }, { topic: 'case' }, { topic: 'import' }]);
        missed = false;
      };
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        hints.push(JSON.parse(data) as Hint);
        gathering ??= setTimeout(() => {
          gathering = undefined;
          follow(queries, hints);
          hints = [];
        }, GATHER_MS);
      };
      stream.onerror = () => {
        close();
        missed = true;
        waiting = setTimeout(open, wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      };
    };
    const look = () => {
      if (document.hidden) {
        close();
        missed = true;
      } else if (!stream) open();
    };
    open();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(gathering);
      close();
    };
  }, [queries]);
}
