import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import type { WorkCountsAnswer } from '../../api/schema';
import { useMe } from '../session/me';

const COUNTS = ['work', 'counts'];
const WITH_QUEUE = ['centre_staff', 'department_officer', 'agency_clerk'];

/** Whether a role has a desk with work of its own. */
export const hasQueue = (role: string): boolean => WITH_QUEUE.includes(role);

/** How much waits for the desk; the home screen brings it along, other screens ask for it (`ask`). */
export function useWorkCounts(ask: boolean): WorkCountsAnswer | undefined {
  const { role } = useMe();
  return useQuery({
    queryKey: COUNTS,
    queryFn: async ({ signal }) => (await call('GET /api/v1/work', { query: { limit: 1 }, signal })).counts,
    enabled: ask && hasQueue(role),
  }).data;
}

export function rememberCounts(queries: QueryClient, counts: WorkCountsAnswer): void {
  queries.setQueryData(COUNTS, counts);
}
