import type { LocalDate } from '@app/kernel';

/** A market code (ISO 3166-1 alpha-2), or `*` for every market without a row of its own. */
export type RuleMarket = string;

/** One fact of law or practice as it was in force on the day asked about. `id` is kept with each decision made by it. */
export interface PolicyRule<T = unknown> {
  readonly id: number;
  readonly key: string;
  readonly market: RuleMarket;
  readonly value: T;
  readonly basis: string;
  /** False: from practice or a summary; the office has to confirm it. */
  readonly certain: boolean;
  /** First day in force. */
  readonly from: LocalDate;
}

/** A row of a policy file. */
export interface PolicyRow {
  readonly key: string;
  readonly market: RuleMarket;
  readonly value: unknown;
  /** First day in force. */
  readonly from: LocalDate;
  readonly basis: string;
  readonly certain: boolean;
  readonly note: string;
}

/** A day off (`off`), or a weekend day worked in exchange (`worked`). */
export interface HolidayRow {
  readonly day: LocalDate;
  readonly kind: 'off' | 'worked';
  readonly name: string;
  readonly basis: string;
}
