import { addMonths, DomainError, type LocalDate } from '@app/kernel';

/** What a commune may answer about a household: in its list as poor, as near-poor, or not there. */
export const HOUSEHOLD_CLASSES = ['POOR', 'NEAR_POOR', 'NONE'] as const;
export type HouseholdClass = (typeof HOUSEHOLD_CLASSES)[number];

/** Policy `household.proof`: days a commune has to answer, months an answer counts as proof. Lists are reviewed each year. */
export interface HouseholdRule {
  readonly answerDays: number;
  readonly validMonths: number;
}

/** An answer of the commune: class, the day it was held against the list, the list. */
export interface HouseholdAnswer {
  readonly answer: HouseholdClass;
  readonly checkedOn: LocalDate;
  readonly list: string;
}

/**
 * The last day on which the answer proves a class; undefined: it proves that there is none.
 * Throws CHECKED_IN_FUTURE, CHECKED_TOO_LONG_AGO.
 */
export function decideProof({ answer, checkedOn }: HouseholdAnswer, today: LocalDate, rule: HouseholdRule): LocalDate | undefined {
  if (checkedOn > today)
    throw new DomainError('invalid', 'CHECKED_IN_FUTURE', 'Ngày đối chiếu danh sách chưa tới. Hãy chọn ngày đã đối chiếu.');
  const until = addMonths(checkedOn, rule.validMonths);
  if (until < today)
    throw new DomainError(
      'invalid',
      'CHECKED_TOO_LONG_AGO',
      `Lần đối chiếu này đã quá ${rule.validMonths} tháng. Hãy đối chiếu với danh sách đang dùng.`,
    );
  return answer === 'NONE' ? undefined : until;
}
