/** Where a claim stands; follows from the entries that stand. */
export const CLAIM_STATES = ['PENDING', 'APPROVED', 'REFUSED', 'PAID', 'WITHDRAWN'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What is done with a claim; TAKE_BACK answers the last of the others by its opposite. */
export const CLAIM_DEEDS = ['APPROVE', 'REFUSE', 'PAY', 'WITHDRAW'] as const;
export type ClaimDeed = (typeof CLAIM_DEEDS)[number];

interface Step {
  readonly from: ClaimState;
  readonly to: ClaimState;
}

/** Every way a claim may go; the last one may always be taken back, a withdrawal never: a new claim is made instead. */
export const CLAIM_STEPS: Readonly<Record<ClaimDeed, Step>> = {
  APPROVE: { from: 'PENDING', to: 'APPROVED' },
  REFUSE: { from: 'PENDING', to: 'REFUSED' },
  PAY: { from: 'APPROVED', to: 'PAID' },
  WITHDRAW: { from: 'PENDING', to: 'WITHDRAWN' },
};

/** Undefined: the deed does not fit the state. */
export function stateAfter(state: ClaimState, deed: ClaimDeed): ClaimState | undefined {
  const step = CLAIM_STEPS[deed];
  return step.from === state ? step.to : undefined;
}

/** The deed that brought a claim here and may be taken back; undefined: nothing may. */
export function undoable(state: ClaimState): ClaimDeed | undefined {
  return CLAIM_DEEDS.find((deed) => deed !== 'WITHDRAW' && CLAIM_STEPS[deed].to === state);
}

/** What a deed moves between what is free, promised and paid of a source, for one đồng of the claim. */
export const MOVES: Readonly<Record<ClaimDeed, { readonly free: -1 | 0; readonly committed: -1 | 0 | 1; readonly paid: 0 | 1 }>> = {
  APPROVE: { free: -1, committed: 1, paid: 0 },
  PAY: { free: 0, committed: -1, paid: 1 },
  REFUSE: { free: 0, committed: 0, paid: 0 },
  WITHDRAW: { free: 0, committed: 0, paid: 0 },
};
