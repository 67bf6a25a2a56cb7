import type { ClaimState } from './claim-state';

/**
 * Which scans prove a claim once somebody has chosen: while nobody has decided, exactly those; afterwards what the decision rested on stays and more may
 * come. Undefined: the claim is over.
 */
export function provenBy(state: ClaimState, before: readonly string[], chosen: readonly string[]): readonly string[] | undefined {
  if (state === 'REFUSED' || state === 'WITHDRAWN') return undefined;
  return [...new Set(state === 'PENDING' ? chosen : [...before, ...chosen])];
}
