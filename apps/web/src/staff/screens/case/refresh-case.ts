import type { QueryClient } from '@tanstack/react-query';

const TOUCHED = new Set(['case', 'timeline', 'alerts', 'cases', 'work', 'worker']);

/** After a write to a case or its person: whatever shows them asks again. */
export const refreshCase = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.has(String(queryKey[0])) });
