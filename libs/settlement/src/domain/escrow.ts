import { addDays, type LocalDate } from '@app/kernel';

/** `EPS`: with the policy bank, for coming home on time. `AGENCY`: with the agency's bank, against damage. Two ledgers that never mix. */
export const ESCROW_KINDS = ['EPS', 'AGENCY'] as const;
export type EscrowKind = (typeof ESCROW_KINDS)[number];

export const ESCROW_DEEDS = ['DEPOSIT', 'INTEREST', 'RETURN', 'FORFEIT', 'USE'] as const;
export type EscrowDeed = (typeof ESCROW_DEEDS)[number];

/** Last day to pay: so many days from the signing. */
export function escrowDueBy(signedOn: LocalDate, payWithinDays: number): LocalDate {
  return addDays(signedOn, payWithinDays);
}

/** How a case ended, as far as the escrow asks. */
export interface CaseEnd {
  readonly stage: string;
  readonly returnType: string | null;
}

export const RETURNED_STAGES = ['WITHDRAWN', 'NOT_SENT', 'REJECTED', 'DECEASED', 'MISSING', 'LAWFUL_STAY'];
/** Stages in which the rules say what becomes of an escrow, whatever they say. */
export const DECIDED_STAGES: readonly string[] = [...RETURNED_STAGES, 'RETURNED', 'CLOSED', 'ABSCONDED', 'OVERSTAYING'];
const LOST_RETURNS = ['VOLUNTARY_AFTER_OVERSTAY', 'AFTER_ABSCONDING'];

/**
 * What becomes of the escrow: returned with interest when the worker does not go, comes home (also early), is deported without having left the
 * workplace, changes the stay lawfully, dies or is missing; else it goes to the provincial budget (EPS; Decision 16/2023/QĐ-TTg). Undefined: not
 * decided yet. An agency's escrow is always returned, but for damage (Decree 112/2021, Art. 31–32).
 */
export function escrowOutcome(kind: EscrowKind, { stage, returnType }: CaseEnd): 'RETURN' | 'FORFEIT' | undefined {
  if (RETURNED_STAGES.includes(stage)) return 'RETURN';
  if (kind === 'EPS' && (stage === 'ABSCONDED' || stage === 'OVERSTAYING' || LOST_RETURNS.includes(returnType ?? ''))) return 'FORFEIT';
  return stage === 'RETURNED' || stage === 'CLOSED' ? 'RETURN' : undefined;
}

export const ESCROW_STATES = ['DUE', 'PAID', 'RETURNED', 'FORFEITED', 'USED'] as const;
export type EscrowState = (typeof ESCROW_STATES)[number];

/** What was recorded and not taken back, in its order; `held`: đồng that came (+) or went (−). */
export interface EscrowMove {
  readonly deed: EscrowDeed;
  readonly held: number;
}

const EMPTIED_BY: Readonly<Partial<Record<EscrowDeed, EscrowState>>> = { RETURN: 'RETURNED', FORFEIT: 'FORFEITED', USE: 'USED' };

/** Balance and state as the entries make them: as long as money is held, nothing of it is over. */
export function escrowStanding(moves: readonly EscrowMove[]): { readonly balance: number; readonly state: EscrowState } {
  const balance = moves.reduce((sum, { held }) => sum + held, 0);
  if (balance > 0) return { balance, state: 'PAID' };
  const emptied = moves.filter(({ deed }) => EMPTIED_BY[deed]).at(-1);
  return { balance, state: emptied ? EMPTIED_BY[emptied.deed]! : 'DUE' };
}

/** Which deeds fit a ledger: only the State takes an EPS escrow, only an agency sets damage against its own. */
export function deedFits(kind: EscrowKind, deed: EscrowDeed): boolean {
  return deed === 'FORFEIT' ? kind === 'EPS' : deed === 'USE' ? kind === 'AGENCY' : true;
}
