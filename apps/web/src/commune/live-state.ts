import { useSyncExternalStore } from 'react';

/** One value that screens follow: set it, and everything that shows it draws again. */
export interface LiveState<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly follow: (listener: () => void) => () => void;
}

export function liveState<T>(first: T): LiveState<T> {
  const listeners = new Set<() => void>();
  let current = first;
  return {
    get: () => current,
    set: (next) => {
      current = next;
      for (const listener of listeners) listener();
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useLive = <T>(state: LiveState<T>): T => useSyncExternalStore(state.follow, state.get);
