import type { Dong } from '@app/kernel';

/** States of a loan as they are stored; whether it is overdue is told by the calendar and never stored. */
export const LOAN_STATES = {
  DRAFT: 'Lập hồ sơ',
  APPLIED: 'Tiếp nhận',
  APPRAISING: 'Thẩm định',
  APPROVED: 'Phê duyệt',
  DISBURSING: 'Đang giải ngân',
  ACTIVE: 'Trong hạn',
  EXTENDED: 'Gia hạn nợ',
  FROZEN: 'Khoanh nợ',
  PAID: 'Tất toán',
  WRITTEN_OFF: 'Xóa nợ',
  REFUSED: 'Từ chối',
  CANCELLED: 'Hủy',
} as const;
export type LoanState = keyof typeof LOAN_STATES;
/** What a reader sees: the stored state, or that something is late. */
export type LoanStanding = LoanState | 'OVERDUE';
export const STANDING_TITLES: Readonly<Record<LoanStanding, string>> = { ...LOAN_STATES, OVERDUE: 'Quá hạn' };

/** What a bank officer does with a loan; `from` and `to` are the whole of the life of a loan (plans of seeds 001: receive, appraise, disburse, recover, handle). */
const DEEDS = {
  RECEIVE: { title: 'Tiếp nhận hồ sơ', from: ['DRAFT'], to: 'APPLIED' },
  APPRAISE: { title: 'Thẩm định', from: ['APPLIED'], to: 'APPRAISING' },
  APPROVE: { title: 'Phê duyệt', from: ['APPLIED', 'APPRAISING'], to: 'APPROVED' },
  REFUSE: { title: 'Từ chối', from: ['DRAFT', 'APPLIED', 'APPRAISING'], to: 'REFUSED' },
  CANCEL: { title: 'Hủy', from: ['DRAFT', 'APPLIED', 'APPRAISING', 'APPROVED'], to: 'CANCELLED' },
  DISBURSE: { title: 'Giải ngân', from: ['APPROVED', 'DISBURSING'], to: 'DISBURSING' },
  END_DISBURSEMENT: { title: 'Kết thúc giải ngân', from: ['DISBURSING'], to: 'ACTIVE' },
  PAY: { title: 'Thu nợ', from: ['DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN'], to: '=' },
  EXTEND: { title: 'Gia hạn nợ', from: ['DISBURSING', 'ACTIVE', 'EXTENDED'], to: 'EXTENDED' },
  FREEZE: { title: 'Khoanh nợ', from: ['ACTIVE', 'EXTENDED', 'DISBURSING'], to: 'FROZEN' },
  UNFREEZE: { title: 'Kết thúc khoanh nợ', from: ['FROZEN'], to: 'ACTIVE' },
  WRITE_OFF: { title: 'Xóa nợ', from: ['ACTIVE', 'EXTENDED', 'DISBURSING', 'FROZEN'], to: 'WRITTEN_OFF' },
} as const satisfies Record<string, { title: string; from: readonly LoanState[]; to: LoanState | '=' }>;
export type LoanDeed = keyof typeof DEEDS;
export const LOAN_DEEDS = Object.keys(DEEDS) as LoanDeed[];

/** The state after a deed, or undefined where the deed does not fit. */
export function afterDeed(state: LoanState, deed: LoanDeed): LoanState | undefined {
  const { from, to } = DEEDS[deed];
  if (!(from as readonly LoanState[]).includes(state)) return undefined;
  return to === '=' ? state : to;
}

export function deedTitle(deed: LoanDeed): string {
  return DEEDS[deed].title;
}

/** What may be done next, for the screen. */
export function nextDeeds(state: LoanState): LoanDeed[] {
  return LOAN_DEEDS.filter((deed) => afterDeed(state, deed) !== undefined);
}

/** States before the bank has said yes or no. */
export const UNDECIDED: readonly LoanState[] = ['DRAFT', 'APPLIED', 'APPRAISING'];

/** States in which money is owed. */
export const OWING: readonly LoanState[] = ['DISBURSING', 'ACTIVE', 'EXTENDED', 'FROZEN'];

/** @param overduePrincipal nothing while the debt is frozen */
export function standingOf(state: LoanState, overduePrincipal: bigint): LoanStanding {
  return overduePrincipal > 0n && OWING.includes(state) ? 'OVERDUE' : state;
}

/** What the ledger of a loan comes to, đồng. */
export interface LoanBalance {
  readonly approved: Dong;
  /** In all, less what was taken back. */
  readonly paidOut: Dong;
  readonly principal: Dong;
  /** Interest that is still owed when no principal is. */
  readonly interest: Dong;
  readonly writtenOff: boolean;
  /** The bank has extended it once: so it runs again when what settled it is taken back. */
  readonly extended: boolean;
}

/** The state that follows from the ledger: nothing paid out is approved only, nothing owed is paid; what a reversal brought back runs again. */
export function stateOf(before: LoanState, { approved, paidOut, principal, interest, writtenOff, extended }: LoanBalance): LoanState {
  if (!['APPROVED', ...OWING, 'PAID', 'WRITTEN_OFF'].includes(before)) return before;
  if (paidOut === 0n) return 'APPROVED';
  if (principal === 0n && writtenOff) return 'WRITTEN_OFF';
  if (principal === 0n && interest === 0n) return 'PAID';
  if (before === 'EXTENDED' || before === 'FROZEN') return before;
  if (before === 'PAID' && extended) return 'EXTENDED';
  return paidOut < approved ? 'DISBURSING' : 'ACTIVE';
}
