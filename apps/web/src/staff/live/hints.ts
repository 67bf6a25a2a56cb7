import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What the server tells an open screen: something of this topic changed, ask again. */
export interface Hint {
  readonly topic: 'desk' | 'case' | 'import';
  readonly id?: string;
}

/** First words of the query keys that a topic touches. A query about one record has its id second. */
const TOUCHED: Readonly<Record<Hint['topic'], readonly string[]>> = {
  desk: ['work', 'alerts', 'alert', 'bell', 'tasks', 'proposals', 'notices', 'sweeps'],
  case: ['cases', 'case', 'timeline', 'alerts', 'worker', 'lead'],
  import: ['imports', 'import', 'work', 'bell'],
};

export function touches({ topic, id }: Hint, key: QueryKey): boolean {
  if (!TOUCHED[topic].includes(String(key[0]))) return false;
  const about = key[0] === topic ? key[1] : undefined;
  return id === undefined || typeof about !== 'string' || about === id;
}

/** Asks again for what is on the screen; the rest is only marked as old. */
export function follow(queries: QueryClient, hints: readonly Hint[]): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => hints.some((hint) => touches(hint, queryKey)) });
}
