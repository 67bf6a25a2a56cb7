import type { LocalDate } from '@app/kernel';

/** Why somebody gets no seat, as the officer reads it. */
export const SIGN_UP_REFUSALS = {
  NOT_FOUND: 'Không tìm thấy người này trong địa bàn của bạn.',
  ABROAD: 'Người này đang làm việc ở nước ngoài.',
  NOT_ASKED: 'Phiên này không mời xã của người này.',
  FULL: 'Phiên đã hết chỗ. Hãy hỏi Trung tâm thêm chỗ.',
} as const;
export type SignUpRefusal = keyof typeof SIGN_UP_REFUSALS;

/** Why the fair as a whole takes nobody any more. */
export type FairClosed = 'FAIR_CANCELLED' | 'SIGN_UP_OVER';

export const FAIR_CLOSED: Readonly<Record<FairClosed, string>> = {
  FAIR_CANCELLED: 'Phiên giao dịch việc làm này đã hủy. Hãy chọn phiên khác.',
  SIGN_UP_OVER: 'Đã quá hạn ghi tên. Hãy gọi Trung tâm nếu vẫn muốn đưa người đi.',
};

export interface OpenFair {
  readonly state: 'open' | 'cancelled';
  readonly signUpUntil: LocalDate;
  readonly heldOn: LocalDate;
}

/** Communes sign up until the last day; the centre, which prints the list, until the fair is over. Pure; undefined: open. */
export function closedFor(fair: OpenFair, byCentre: boolean, today: LocalDate): FairClosed | undefined {
  if (fair.state === 'cancelled') return 'FAIR_CANCELLED';
  if (today > (byCentre ? fair.heldOn : fair.signUpUntil)) return 'SIGN_UP_OVER';
  return undefined;
}

export interface SignUpCandidate {
  readonly communeCode: string | null;
  readonly abroad: boolean;
  readonly signed: boolean;
}

export type SignUp = { readonly seat: true } | { readonly known: true } | { readonly refused: SignUpRefusal };

/** A seat for one person. `asked`: communes of the fair, empty for all; `free`: seats left before this person. Pure. */
export function decideSignUp(candidate: SignUpCandidate | undefined, asked: readonly string[], free: number): SignUp {
  if (!candidate || candidate.communeCode === null) return { refused: 'NOT_FOUND' };
  if (candidate.signed) return { known: true };
  if (candidate.abroad) return { refused: 'ABROAD' };
  if (asked.length > 0 && !asked.includes(candidate.communeCode)) return { refused: 'NOT_ASKED' };
  return free > 0 ? { seat: true } : { refused: 'FULL' };
}
