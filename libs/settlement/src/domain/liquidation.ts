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
  /** Days of the registered letters that count: {@link unanswered}. */
  readonly letters: readonly LocalDate[];
  /** đồng owed to the worker and not paid out with proof. */
  readonly unpaid: bigint;
  /** đồng of the worker that an account of escrow with the agency still holds. */
  readonly held: bigint;
}

export interface LiquidationRule {
  readonly days: number;
  readonly letters: number;
}

export type LiquidationRefusal =
  | 'LIQUIDATION_OVER'
  | 'NOTHING_PROPOSED'
  | 'REFUND_UNPAID'
  | 'ESCROW_HELD'
  | 'LETTER_BEFORE_END'
  | 'LETTER_OF_DAY'
  | 'LETTERS_MISSING';

export const LIQUIDATION_REFUSALS: Readonly<Record<LiquidationRefusal, string>> = {
  LIQUIDATION_OVER: 'Hợp đồng đã được thanh lý. Hãy tải lại để xem kết quả.',
  NOTHING_PROPOSED: 'Doanh nghiệp chưa lập thanh lý; chưa có gì để xác nhận.',
  REFUND_UNPAID: 'Còn khoản phải hoàn trả chưa có chứng từ chi. Hãy ghi chứng từ trước khi thanh lý.',
  ESCROW_HELD:
    'Tiền ký quỹ của người lao động còn trong tài khoản (Nghị định 112/2021/NĐ-CP, Điều 31). Hãy ghi trả lại cả gốc và lãi, hoặc bù thiệt hại có chứng từ, trước khi thanh lý.',
  LETTER_BEFORE_END: 'Thư gửi trước ngày hợp đồng chấm dứt không được tính. Hãy kiểm tra lại ngày gửi.',
  LETTER_OF_DAY: 'Đã ghi một thư gửi ngày này. Ba thư phải gửi vào các ngày khác nhau; hãy ghi đúng ngày gửi của từng thư.',
  LETTERS_MISSING:
    'Chưa đủ ba thư bảo đảm không có trả lời (Luật 69/2020/QH14, Điều 26). Chỉ tính thư gửi sau lần người lao động trả lời gần nhất. Hãy ghi đủ thư.',
};

export function liquidationDueBy(endedOn: LocalDate, { days }: LiquidationRule): LocalDate {
  return addDays(endedOn, days);
}

/**
 * Letters that nobody has answered: sent once the contract had ended, and after the last word of the worker's side, since only silence lets an agency
 * close alone (Law 69/2020/QH14, Art. 26).
 * @param answeredOn day of the last answer of the worker's side; null: none
 */
export function unanswered(letters: readonly LocalDate[], endedOn: LocalDate | null, answeredOn: LocalDate | null): LocalDate[] {
  return letters.filter((day) => (endedOn === null || day >= endedOn) && (answeredOn === null || day > answeredOn));
}

/** The state after a deed, or why it does not fit (Law 69/2020/QH14, Art. 26). */
export function decideLiquidation(
  facts: LiquidationFacts,
  deed: LiquidationDeed,
  on: LocalDate,
  rule: LiquidationRule,
): { readonly state: LiquidationState } | { readonly refusal: LiquidationRefusal } {
  const { state, endedOn, letters, unpaid, held } = facts;
  if (state === 'CLOSED' || state === 'UNILATERAL') return { refusal: 'LIQUIDATION_OVER' };
  switch (deed) {
    case 'SEND_LETTER':
      if (on < endedOn) return { refusal: 'LETTER_BEFORE_END' };
      return letters.includes(on) ? { refusal: 'LETTER_OF_DAY' } : { state };
    case 'PROPOSE':
      return { state: 'PROPOSED' };
    case 'DISPUTE':
      return state === 'PROPOSED' ? { state: 'DISPUTED' } : { refusal: 'NOTHING_PROPOSED' };
    case 'CONFIRM':
      if (state !== 'PROPOSED') return { refusal: 'NOTHING_PROPOSED' };
      if (unpaid > 0n) return { refusal: 'REFUND_UNPAID' };
      return held > 0n ? { refusal: 'ESCROW_HELD' } : { state: 'CLOSED' };
    case 'CLOSE_ALONE':
      return letters.length < rule.letters ? { refusal: 'LETTERS_MISSING' } : { state: 'UNILATERAL' };
  }
}
