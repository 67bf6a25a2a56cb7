import type { SeatState } from './training-class';

/** Why a case is not taken into a class. */
export const ENROL_REFUSALS = {
  NOT_FOUND: 'Không tìm thấy hồ sơ này trong phạm vi của bạn.',
  GONE: 'Người này đã xuất cảnh hoặc hồ sơ đã kết thúc.',
  OTHER_CLASS: 'Người này đang học một lớp khác cùng loại.',
  OTHER_MARKET: 'Lớp dành cho nước đến khác với hồ sơ.',
} as const;
export type EnrolRefusal = keyof typeof ENROL_REFUSALS;

export interface EnrolCandidate {
  readonly beforeExit: boolean;
  readonly market: string | null;
  readonly inOtherClass: boolean;
  /** The seat the case has or had in this class. */
  readonly seat: SeatState | null;
}

export type Enrolment = { readonly seat: 'seated' | 'waiting' } | { readonly known: true } | { readonly refused: EnrolRefusal };

/** A seat while there are free ones, then a place in the waiting list, in the order asked. Pure; `free` is what is left before this person. */
export function decideEnrolment(candidate: EnrolCandidate | undefined, market: string | null, free: number): Enrolment {
  if (!candidate) return { refused: 'NOT_FOUND' };
  if (candidate.seat === 'seated' || candidate.seat === 'waiting') return { known: true };
  if (!candidate.beforeExit) return { refused: 'GONE' };
  if (market && candidate.market && candidate.market !== market) return { refused: 'OTHER_MARKET' };
  if (candidate.inOtherClass) return { refused: 'OTHER_CLASS' };
  return { seat: free > 0 ? 'seated' : 'waiting' };
}
