import { useCallback, useEffect, useState } from 'react';
import { liveState } from './live-state';

interface Kept {
  readonly value: unknown;
  readonly at: number;
}
const kept = new Map<string, Kept>();
const wanted = liveState(0);
const FRESH_MS = 5_000;

/** Everything on screen is asked again: something was sent, or the server said that something changed. */
export function readAgain(): void {
  for (const [key, { value }] of kept) kept.set(key, { value, at: 0 });
  wanted.set(wanted.get() + 1);
}

/** Nothing of the account before stays in memory. */
export function forgetReads(): void {
  kept.clear();
}

export interface Read<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly busy: boolean;
  again(): void;
}

/** One answer of the server by name: the last one at once, a newer one when it arrives. Kept in memory only. */
export function useRead<T>(key: string, load: () => Promise<T>): Read<T> {
  const [, draw] = useState(0);
  const [state, setState] = useState<{ key: string; error?: unknown; busy: boolean }>({ key, busy: !isFresh(key) });
  const ask = useCallback(() => {
    setState({ key, busy: true });
    load().then(
      (value) => {
        kept.set(key, { value, at: Date.now() });
        setState({ key, busy: false });
      },
      (error: unknown) => setState({ key, error, busy: false }),
    );
    // The key names the question; `load` is written anew at each drawing.
  }, [key]);
  useEffect(() => {
    if (!isFresh(key)) ask();
    return wanted.follow(() => {
      draw((n) => n + 1);
      ask();
    });
  }, [key, ask]);
  const own = state.key === key ? state : { error: undefined, busy: !isFresh(key) };
  return { value: kept.get(key)?.value as T | undefined, error: own.error, busy: own.busy, again: ask };
}

const isFresh = (key: string): boolean => Date.now() - (kept.get(key)?.at ?? 0) < FRESH_MS;
