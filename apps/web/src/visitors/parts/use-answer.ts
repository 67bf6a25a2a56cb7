import { useEffect, useState } from 'react';

export interface Asked<T> {
  readonly value?: T;
  readonly error?: unknown;
  readonly again: () => void;
}

/** One question to the server, asked when the page opens. */
export function useAnswer<T>(ask: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  const again = () => {
    setState({});
    ask().then(
      (value) => setState({ value }),
      (error: unknown) => setState({ error }),
    );
  };
  // Asked once: the question never changes while the page is open.
  useEffect(again, []);
  return { ...state, again };
}
