import type { EligibilityRule } from './eligibility';

export const DECLINE_REASONS = ['FULL', 'AGE', 'EDUCATION', 'LANGUAGE', 'HEALTH', 'SKILL', 'NOT_REACHED', 'CHANGED_MIND', 'OTHER'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const PROPOSAL_STATES = ['proposed', 'accepted', 'declined', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_REFUSALS = {
  CANDIDATE_UNKNOWN: 'Không tìm thấy hồ sơ này trong phạm vi của bạn.',
  NOT_COUNSELLED: 'Người này chưa được tư vấn, hoặc hồ sơ đã qua bước tuyển chọn. Hãy ghi buổi tư vấn trước khi giới thiệu.',
  OTHER_AGENCY: 'Hồ sơ đã có doanh nghiệp phụ trách. Hãy chọn đơn hàng của doanh nghiệp đó, hoặc đổi doanh nghiệp phụ trách.',
  NOT_PERMITTED_IN_COMMUNE: 'Doanh nghiệp không được phép tuyển tại xã của người này. Hãy chọn đơn hàng khác.',
  INELIGIBLE: 'Người này không đủ điều kiện đi theo đơn hàng. Hãy xem điều kiện và chọn đơn hàng khác.',
  DECLINED_BEFORE: 'Doanh nghiệp đã từ chối người này cho đơn hàng này. Hãy chọn đơn hàng khác.',
} as const;
export type ProposalRefusal = keyof typeof PROPOSAL_REFUSALS;

export interface ProposedCase {
  readonly caseId: string;
  readonly workerId: string;
  readonly stage: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  /** What became of an earlier proposal to the same order. */
  readonly earlier: ProposalState | null;
}

/** May this person be proposed? Undefined = yes; proposed and accepted ones are simply known. */
export function refuseProposal(
  { stage, agencyId, earlier, ...place }: ProposedCase,
  order: { agencyId: string; permitted: (place: { provinceCode: string; communeCode: string | null }) => boolean },
  barredBy: readonly EligibilityRule[],
): ProposalRefusal | undefined {
  if (stage !== 'COUNSELLED' && stage !== 'SOURCED') return 'NOT_COUNSELLED';
  if (agencyId && agencyId !== order.agencyId) return 'OTHER_AGENCY';
  if (earlier === 'declined') return 'DECLINED_BEFORE';
  if (!order.permitted(place)) return 'NOT_PERMITTED_IN_COMMUNE';
  return barredBy.length > 0 ? 'INELIGIBLE' : undefined;
}
