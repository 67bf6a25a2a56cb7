import type { LocalDate } from '@app/kernel';

export const REFERRAL_OUTCOMES = ['taken', 'declined', 'no_answer'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** Who declined, or why nobody answers. */
export const REFERRAL_REASONS = [
  'WAGE',
  'FAR',
  'OTHER_TRADE',
  'HEALTH',
  'FAMILY',
  'GOES_AGAIN',
  'OWN_BUSINESS',
  'FIRM_CHOSE_OTHER',
  'FIRM_SILENT',
  'NOT_REACHED',
  'OTHER',
] as const;
export type ReferralReason = (typeof REFERRAL_REASONS)[number];

export const REFERRAL_REFUSALS = {
  OPENING_CLOSED: 'Việc này đã ngừng tuyển. Hãy chọn việc khác.',
  OPENING_OVER: 'Việc này đã hết hạn tuyển. Hãy chọn việc khác, hoặc hỏi doanh nghiệp hạn mới.',
  NO_PLACE: 'Việc này đã đủ người. Hãy chọn việc khác, hoặc ghi kết quả của người đã giới thiệu.',
  STILL_ABROAD: 'Người này đang làm việc ở nước ngoài. Hãy ghi việc về nước trước.',
} as const;
export type ReferralRefusal = keyof typeof REFERRAL_REFUSALS;

export interface ReferredTo {
  readonly state: 'open' | 'closed';
  readonly until: LocalDate;
  readonly places: number;
  readonly taken: number;
}

/** May somebody be referred to the opening today? Pure; undefined: yes. */
export function decideReferral(opening: ReferredTo, abroad: boolean, today: LocalDate): ReferralRefusal | undefined {
  if (abroad) return 'STILL_ABROAD';
  if (opening.state === 'closed') return 'OPENING_CLOSED';
  if (opening.until < today) return 'OPENING_OVER';
  return opening.taken < opening.places ? undefined : 'NO_PLACE';
}

/** A place is held from the referral on, until somebody says no or nobody answers. */
export const holdsPlace = (outcome: ReferralOutcome | null): boolean => outcome === null || outcome === 'taken';

export type OutcomeFault = 'REASON_MISSING' | 'NO_PLACE';

/** May the outcome be written over what was said before? A "no" that becomes a "yes" needs a place again. Pure; undefined: yes. */
export function decideOutcome(
  was: ReferralOutcome | null,
  becomes: ReferralOutcome,
  { reason, free }: { reason: ReferralReason | null; free: number },
): OutcomeFault | undefined {
  if (becomes !== 'taken' && reason === null) return 'REASON_MISSING';
  if (holdsPlace(becomes) && !holdsPlace(was) && free < 1) return 'NO_PLACE';
  return undefined;
}
