import { useEffect, useRef, useState } from 'react';

export interface Asked<T> {
  readonly value?: T;
  readonly error?: unknown;
  readonly again: () => void;
}

/** One question to the server, asked when the page opens and again when what it is about changes; an answer that comes too late is dropped. */
export function useAnswer<T>(ask: () => Promise<T>, about = ''): Asked<T> {
  const latest = useRef(0);
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  const again = () => {
    const asked = ++latest.current;
    const take = (state: { value?: T; error?: unknown }) => asked === latest.current && setState(state);
    setState({});
    ask().then(
      (value) => take({ value }),
      (error: unknown) => take({ error }),
    );
  };
  useEffect(again, [about]);
  return { ...state, again };
}
