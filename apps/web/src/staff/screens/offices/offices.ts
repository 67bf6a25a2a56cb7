import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { allPages } from '../../parts/all-pages';

/** Every organisation the account may see, by name. */
export function useOffices() {
  return useQuery({
    queryKey: ['offices'],
    queryFn: () =>
      allPages((after) =>
        call('GET /api/v1/admin/organisations', { query: { limit: 100, after } }).then(({ organisations, next }) => ({
          rows: organisations,
          next,
        })),
      ),
  });
}
