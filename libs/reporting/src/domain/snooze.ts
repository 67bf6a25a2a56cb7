import { addDays, daysBetween, DomainError, type LocalDate } from '@app/kernel';

/** A row without a deadline comes back after this at the latest. */
const LONGEST_DAYS = 30;

/**
 * The last day a row may be hidden until. It is back on its deadline at the latest; what is overdue or due today cannot be put off at all:
 * hiding must never be the way in which a deadline is missed. Throws SNOOZE_PAST_DEADLINE, SNOOZE_DATE_WRONG.
 */
export function checkSnooze(due: LocalDate | null, today: LocalDate, until: LocalDate): void {
  if (due && due <= today)
    throw new DomainError('refused', 'SNOOZE_PAST_DEADLINE', 'Việc này đã đến hạn nên không ẩn được. Hãy xử lý hoặc ghi kết quả.', {
      dueOn: due,
    });
  const longest = addDays(today, LONGEST_DAYS);
  const latest = due && due < longest ? due : longest;
  if (until <= today || until > latest)
    throw new DomainError(
      'invalid',
      'SNOOZE_DATE_WRONG',
      'Ngày hiện lại phải sau hôm nay và không muộn hơn hạn của việc (nhiều nhất 30 ngày).',
      {
        earliest: addDays(today, 1),
        latest,
        days: daysBetween(today, latest),
      },
    );
}
