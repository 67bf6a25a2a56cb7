import { useQuery } from '@tanstack/react-query';
import { ApiProblem, call } from '../../api/call';
import type { MeResponse } from '../../api/schema';
import { learnBusinessDay } from './business-day';

export const ME = ['session'];

/** Who is signed in; undefined while asking, null when nobody is. */
export function useSession(): { me: MeResponse | null | undefined; failed: boolean; again: () => void } {
  const { data, isError, refetch } = useQuery({
    queryKey: ME,
    staleTime: Infinity,
    queryFn: () =>
      call('GET /api/v1/session').then(
        (me) => {
          learnBusinessDay(me.today);
          return me;
        },
        (error: unknown) => {
          if (error instanceof ApiProblem && error.status === 401) return null;
          throw error;
        },
      ),
  });
  return { me: data, failed: isError, again: () => void refetch() };
}

/** The account of a screen that is only drawn when somebody is signed in. */
export function useMe(): MeResponse {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}
