import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

const DAY_MS = 86_400_000;

/** The catalogue of markets, asked once a day. */
export function useMarkets(): { list: readonly { code: string; name: string }[]; nameOf: (code: string | null | undefined) => string } {
  const { data = [] } = useQuery({
    queryKey: ['markets'],
    staleTime: DAY_MS,
    queryFn: async () => (await call('GET /api/v1/public/markets')).markets,
  });
  return { list: data, nameOf: (code) => (code ? (data.find((market) => market.code === code)?.name ?? code) : '') };
}
