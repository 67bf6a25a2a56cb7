import { addDays, type LocalDate } from '@app/kernel';

export const LIQUIDATION_STATES = {
  OPEN: 'Chưa thanh lý',
  PROPOSED: 'Doanh nghiệp đã lập, chờ người lao động',
  DISPUTED: 'Người lao động chưa đồng ý',
  CLOSED: 'Đã thanh lý',
  UNILATERAL: 'Thanh lý đơn phương',
} as const;
export type LiquidationState = keyof typeof LIQUIDATION_STATES;

export const LIQUIDATION_DEEDS = ['SEND_LETTER', 'PROPOSE', 'CONFIRM', 'DISPUTE', 'CLOSE_ALONE'] as const;
export type LiquidationDeed = (typeof LIQUIDATION_DEEDS)[number];

/** Who may do what: the agency proposes, the worker's side answers. */
export const AGENCY_DEEDS: readonly LiquidationDeed[] = ['SEND_LETTER', 'PROPOSE', 'CLOSE_ALONE'];

export interface LiquidationFacts {
  readonly state: LiquidationState;
  readonly endedOn: LocalDate;
  /** Days of the registered letters sent so far. */
  readonly letters: readonly LocalDate[];
  /** đồng owed to the worker and not paid out with proof. */
  readonly unpaid: bigint;
}

export interface LiquidationRule {
  readonly days: number;
  readonly letters: number;
}

export type LiquidationRefusal = 'LIQUIDATION_OVER' | 'NOTHING_PROPOSED' | 'REFUND_UNPAID' | 'LETTERS_MISSING' | 'LETTERS_TOO_EARLY';

export const LIQUIDATION_REFUSALS: Readonly<Record<LiquidationRefusal, string>> = {
  LIQUIDATION_OVER: 'Hợp đồng đã được thanh lý. Hãy tải lại để xem kết quả.',
  NOTHING_PROPOSED: 'Doanh nghiệp chưa lập thanh lý; chưa có gì để xác nhận.',
  REFUND_UNPAID: 'Còn khoản phải hoàn trả chưa có chứng từ chi. Hãy ghi chứng từ trước khi thanh lý.',
  LETTERS_MISSING: 'Thanh lý đơn phương chỉ sau ba thư bảo đảm không có trả lời (Luật 69/2020/QH14, Điều 26).',
  LETTERS_TOO_EARLY: 'Ba thư phải gửi sau ngày hợp đồng chấm dứt.',
};

export function liquidationDueBy(endedOn: LocalDate, { days }: LiquidationRule): LocalDate {
  return addDays(endedOn, days);
}

/** The state after a deed, or why it does not fit (Law 69/2020/QH14, Art. 26). */
export function decideLiquidation(
  facts: LiquidationFacts,
  deed: LiquidationDeed,
  rule: LiquidationRule,
): { readonly state: LiquidationState } | { readonly refusal: LiquidationRefusal } {
  const { state, letters, endedOn, unpaid } = facts;
  if (state === 'CLOSED' || state === 'UNILATERAL') return { refusal: 'LIQUIDATION_OVER' };
  switch (deed) {
    case 'SEND_LETTER':
      return { state };
    case 'PROPOSE':
      return { state: 'PROPOSED' };
    case 'DISPUTE':
      return state === 'PROPOSED' ? { state: 'DISPUTED' } : { refusal: 'NOTHING_PROPOSED' };
    case 'CONFIRM':
      if (state !== 'PROPOSED') return { refusal: 'NOTHING_PROPOSED' };
      return unpaid > 0n ? { refusal: 'REFUND_UNPAID' } : { state: 'CLOSED' };
    case 'CLOSE_ALONE':
      if (letters.length < rule.letters) return { refusal: 'LETTERS_MISSING' };
      return letters.some((day) => day < endedOn) ? { refusal: 'LETTERS_TOO_EARLY' } : { state: 'UNILATERAL' };
  }
}
