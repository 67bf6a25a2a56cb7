import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import type { OrganisationAnswer } from '../../api/schema';

/** Sending agencies by name, for the offices that may list them. */
export function useAgencies(enabled = true): readonly OrganisationAnswer[] {
  const { data = [] } = useQuery({
    queryKey: ['organisations', 'sending_agency'],
    enabled,
    staleTime: 600_000,
    queryFn: async () => (await call('GET /api/v1/admin/organisations', { query: { kind: 'sending_agency', limit: 100 } })).organisations,
  });
  return data;
}
