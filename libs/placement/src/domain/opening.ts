import type { LocalDate } from '@app/kernel';
import type { Language } from './returnee';

/** What a local firm offers. */
export interface OpeningTerms {
  readonly firm: string;
  readonly occupation: string;
  /** Commune of the work; null: outside the province or several. */
  readonly communeCode: string | null;
  readonly place: string;
  readonly places: number;
  /** đồng a month. */
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: Language | null;
  /** Last day on which people are referred. */
  readonly until: LocalDate;
  readonly contact: string | null;
  readonly note: string | null;
}

export interface OpeningLine extends OpeningTerms {
  readonly id: string;
  readonly communeName: string | null;
  readonly state: 'open' | 'closed';
  /** Places held: people referred who have not been answered, and those who took the job. */
  readonly taken: number;
  /** People who took the job. */
  readonly hired: number;
  /** Referred and not answered yet. */
  readonly waiting: number;
}

/** Terms as they stood until a change. */
export interface OpeningVersion {
  readonly terms: OpeningTerms;
  readonly changedAt: string;
  readonly by: string | null;
}

export type OpeningFault = 'OPENING_ENDS_IN_PAST' | 'WAGES_REVERSED' | 'PLACES_TAKEN';

export const OPENING_FAULTS: Readonly<Record<OpeningFault, string>> = {
  OPENING_ENDS_IN_PAST: 'Hạn tuyển đã qua. Hãy chọn ngày từ hôm nay trở đi.',
  WAGES_REVERSED: 'Lương cao nhất thấp hơn lương thấp nhất. Hãy kiểm tra lại hai số này.',
  PLACES_TAKEN: 'Đã giới thiệu nhiều người hơn số chỗ này. Hãy ghi kết quả của họ trước, hoặc giữ số chỗ lớn hơn.',
};

/** Pure; undefined: sound. `taken`: places that people hold already. */
export function openingFault(
  terms: Pick<OpeningTerms, 'until' | 'wageFrom' | 'wageTo' | 'places'>,
  today: LocalDate,
  taken = 0,
): OpeningFault | undefined {
  if (terms.until < today) return 'OPENING_ENDS_IN_PAST';
  if (terms.wageTo !== null && terms.wageTo < terms.wageFrom) return 'WAGES_REVERSED';
  return terms.places < taken ? 'PLACES_TAKEN' : undefined;
}
