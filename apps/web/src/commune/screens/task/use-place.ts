import { useEffect, useState } from 'react';

/** How long the answers wait for what belongs above them. */
const PATIENCE_MS = 3_000;

/**
 * Where a part that is still being asked for may stand: above the buttons while nobody saw them, below when it came late.
 * It must never push a button away from under a finger.
 */
export function usePlace(ready: boolean): 'awaited' | 'first' | 'late' {
  const [place, setPlace] = useState<'awaited' | 'first' | 'late'>(ready ? 'first' : 'awaited');
  useEffect(() => {
    if (place !== 'awaited') return;
    if (ready) return setPlace('first');
    const timer = setTimeout(() => setPlace('late'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [ready, place]);
  return place === 'awaited' && ready ? 'first' : place;
}
