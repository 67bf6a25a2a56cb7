import type { LocalDate } from '@app/kernel';
import type { EligibilityRule } from './eligibility';

export const SELECTION_RESULTS = ['PASSED', 'FAILED', 'ABSENT'] as const;
export type SelectionOutcome = (typeof SELECTION_RESULTS)[number];

/** Why somebody did not get a place, or was not looked at. */
export const NOT_SELECTED_REASONS = ['TEST', 'INTERVIEW', 'HEALTH', 'AGE', 'LANGUAGE', 'SKILL', 'FULL', 'OTHER'] as const;
export type NotSelectedReason = (typeof NOT_SELECTED_REASONS)[number];

/** One person of a result list: named by the case's id, its code or the identity number. */
export interface SelectionLine {
  readonly ref: string;
  readonly result: SelectionOutcome;
  readonly reason?: NotSelectedReason;
  readonly score?: string;
}

/** What one line came to. `seen` = written down without moving the case (failed, absent). */
export interface SelectionVerdict {
  readonly row: number;
  readonly ref: string;
  readonly caseId: string | null;
  readonly verdict: 'selected' | 'seen' | 'unchanged' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
}

/** A case as far as its selection needs it. */
export interface Candidate {
  readonly caseId: string;
  readonly code: string;
  readonly workerId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  readonly orderId: string | null;
  /** Has left the country or come to its end. */
  readonly behind: boolean;
  /** Result of this very round, when there is one. */
  readonly result: SelectionOutcome | null;
}

export const SELECTION_REFUSALS = {
  CANDIDATE_UNKNOWN: 'Không tìm thấy hồ sơ này trong phạm vi của bạn. Hãy kiểm tra mã hồ sơ hoặc số căn cước.',
  CANDIDATE_TWICE: 'Hồ sơ này đã có ở dòng trên. Hãy giữ một dòng.',
  REASON_MISSING: 'Chưa có lý do không đạt. Hãy chọn lý do để tư vấn đơn hàng khác.',
  OTHER_AGENCY: 'Hồ sơ do doanh nghiệp khác phụ trách. Hãy đổi doanh nghiệp phụ trách trước.',
  NOT_PERMITTED_IN_COMMUNE: 'Doanh nghiệp không được phép tuyển tại xã của người này vào ngày này. Hãy kiểm tra giấy phép tuyển chọn.',
  CASE_BEHIND: 'Người này đã xuất cảnh hoặc hồ sơ đã kết thúc. Nếu người này muốn đi lại, hãy mở hồ sơ mới.',
  IN_OTHER_ORDER: 'Người này đang giữ chỗ ở đơn hàng khác. Hãy ghi kết quả của đơn hàng đó trước.',
  INELIGIBLE: 'Người này không đủ điều kiện đi theo đơn hàng:',
  HOLDS_PLACE: 'Người này đã trúng tuyển đơn hàng này. Nếu ghi nhầm, hãy đính chính việc trúng tuyển trong hồ sơ.',
  ORDER_FULL: 'Đơn hàng đã đủ số người. Hãy tư vấn đơn hàng khác, hoặc đề nghị duyệt tăng số lượng.',
} as const;
export type SelectionRefusal = keyof typeof SELECTION_REFUSALS;

export interface SelectionGrounds {
  readonly orderId: string;
  /** The agency that answers for the case from now on; null: a public programme. */
  readonly agencyId: string | null;
  readonly heldOn: LocalDate;
  readonly permitted: (place: { provinceCode: string; communeCode: string | null }) => boolean;
  /** Places left before this line. */
  readonly free: number;
  /** Rules of eligibility that refuse the person. */
  readonly barredBy: readonly EligibilityRule[];
}

/** May this person take a place? Undefined = yes; the lifecycle then judges the case itself. */
export function refuseSelection(
  candidate: Candidate,
  { orderId, agencyId, permitted, free, barredBy }: SelectionGrounds,
): SelectionRefusal | undefined {
  if (candidate.behind) return 'CASE_BEHIND';
  if (candidate.agencyId && candidate.agencyId !== agencyId) return 'OTHER_AGENCY';
  if (candidate.orderId && candidate.orderId !== orderId) return 'IN_OTHER_ORDER';
  if (agencyId && !permitted(candidate)) return 'NOT_PERMITTED_IN_COMMUNE';
  if (barredBy.length > 0) return 'INELIGIBLE';
  return free < 1 ? 'ORDER_FULL' : undefined;
}
