import type { LocalDate } from '@app/kernel';

/** What an overstay may be confirmed by (Decree 283/2026): a = written notice of the host's body or employer, b = of a Vietnamese mission, c = official statement. */
export const PROPOSAL_BASES = ['a', 'b', 'c'] as const;

export interface ProposeCommand {
  readonly caseId: string;
  readonly requestId: string;
  readonly basis: (typeof PROPOSAL_BASES)[number];
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LocalDate;
  readonly note?: string;
}

export interface Proposal {
  readonly proposalId: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly decision: 'confirmed' | 'rejected' | null;
}

export interface DecideCommand {
  readonly proposalId: string;
  readonly requestId: string;
  readonly decision: 'confirmed' | 'rejected';
  /** Needed to reject: what the proposer has to know. */
  readonly note?: string;
}
