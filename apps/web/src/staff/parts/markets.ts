import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

const DAY_MS = 86_400_000;

/** The catalogue of markets, asked once a day. It is asked together with the session, and no screen is drawn before it came: a name that takes the
 * place of its code would push rows down. */
export function useMarkets(): {
  list: readonly { code: string; name: string }[];
  nameOf: (code: string | null | undefined) => string;
  pending: boolean;
} {
  const { data = [], isPending } = useQuery({
    queryKey: ['markets'],
    staleTime: DAY_MS,
    queryFn: async () => (await call('GET /api/v1/public/markets')).markets,
  });
  return { list: data, nameOf: (code) => (code ? (data.find((market) => market.code === code)?.name ?? code) : ''), pending: isPending };
}
