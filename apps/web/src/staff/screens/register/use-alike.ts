import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call';
import type { AlikeRequest, AlikeResponse, DuplicateAnswer } from '../../../api/schema';

const PAUSE_MS = 350;

/** Who may be the same person, asked while the form is filled in. Numbers travel in the body and stay out of the cache's keys. */
export function useAlike(typed: AlikeRequest): readonly DuplicateAnswer[] {
  const [asked, setAsked] = useState<{ readonly turn: number; readonly typed: AlikeRequest }>({ turn: 0, typed: {} });
  const text = JSON.stringify(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(({ turn }) => ({ turn: turn + 1, typed: JSON.parse(text) as AlikeRequest })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery<AlikeResponse>({
    queryKey: ['alike', asked.turn],
    enabled: Boolean(asked.typed.citizenId || asked.typed.phones?.length || (asked.typed.fullName && asked.typed.birthDate)),
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('POST /api/v1/workers/alike', { body: asked.typed, signal }),
  });
  return data?.duplicates ?? [];
}
