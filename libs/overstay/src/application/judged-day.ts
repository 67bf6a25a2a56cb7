import { DomainError, type LocalDate, localDate, parseLocalDate } from '@app/kernel';
import type { SweepCounts } from '../persistence/sweep-ledger';

export interface SweepResult extends SweepCounts {
  sweep: string;
  asOf: LocalDate;
}

/** The day a sweep judges: the business day, a day before it, or outside production a day after it. Throws SWEEP_DAY_INVALID, SWEEP_DAY_AHEAD. */
export function judgedDay(wanted: string | undefined, today: LocalDate, mode: string): LocalDate {
  if (wanted === undefined) return localDate(today);
  const asOf = parseLocalDate(wanted);
  if (!asOf)
    throw new DomainError('invalid', 'SWEEP_DAY_INVALID', 'Ngày quét phải có dạng yyyy-mm-dd và là ngày có thật.', {
      asOf: wanted,
    });
  if (asOf > today && mode === 'production')
    throw new DomainError(
      'refused',
      'SWEEP_DAY_AHEAD',
      'Không quét cho ngày chưa đến: hãy bỏ ngày hoặc chọn hôm nay hay một ngày đã qua.',
      { asOf, today },
    );
  return asOf;
}
