import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../../api/call';
import { formOf, freshReading, type Reading } from '../../parts/sent-file/reading';
import { useMe } from '../../session/me';

export type Holds = 'abroad' | 'open';

/** The list as it was last read, so that the way back from the bulk report finds it. In memory only, and for its own account: it holds identity numbers. */
let kept: { login: string; reading: Reading } | undefined;
let round = 0;

/** A list and what came of comparing it. */
export function useComparison(holds: Holds) {
  const { login } = useMe();
  const [reading, setReading] = useState(() => (kept?.login === login ? kept.reading : undefined));
  const [id, setId] = useState(round);
  const change = (next: Reading | undefined) => {
    kept = next && { login, reading: next };
    setId(++round);
    setReading(next);
  };
  const comparison = useQuery({
    queryKey: ['differences', id, holds],
    enabled: reading !== undefined,
    // Of this very moment: a report sent since changes it.
    gcTime: 0,
    staleTime: 0,
    queryFn: ({ signal }) => upload('POST /api/v1/agency/differences', formOf(reading!, { holds }), { signal }),
  });
  return { reading, change, take: (file: File) => change(freshReading('holdings', file)), comparison };
}
