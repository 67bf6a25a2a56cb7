import type { LocalDate } from '@app/kernel';
import type { MoneyClock } from './money-clocks';

/** A visit as the clock of persuasion reads it. */
export interface AgreedVisit {
  readonly visitedOn: LocalDate;
  readonly recordedOn: LocalDate;
  readonly nextVisitOn: LocalDate | null;
}

/** Everything the ladder may know of a case. Dates are calendar days, null = unknown. */
export interface WatchedCase {
  /** Stored stage. */
  readonly stage: string;
  readonly legalForm: string | null;
  readonly market: string | null;
  readonly provinceCode: string;
  /** Today's commune; null: the declared one was divided and nobody has chosen yet. */
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  readonly familyConsent: boolean;
  readonly departedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly stayUntil: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly abscondedOn: LocalDate | null;
  readonly selectedOn: LocalDate | null;
  readonly plannedExitOn: LocalDate | null;
  /** Last days as the papers say; null = not shown, or the paper does not say. */
  readonly certificateUntil: LocalDate | null;
  readonly passportUntil: LocalDate | null;
  /** Last day of a border pass, which has no passport beside it. */
  readonly passUntil: LocalDate | null;
  readonly healthUntil: LocalDate | null;
  /** Business day on which these dates were last learnt. */
  readonly learntOn: LocalDate;
  /** Suspicions already raised: the stay date they were about and the day they count from. */
  readonly suspicions: readonly { readonly target: LocalDate; readonly raisedOn: LocalDate }[];
  readonly visits: readonly AgreedVisit[];
  /** Clocks of money that run now. */
  readonly clocks: readonly MoneyClock[];
}

export type LocalDateOfCase = (facts: WatchedCase) => LocalDate | null;

/** Stages on the way to the exit, as the core stores them. */
export const BEFORE_EXIT_STAGES: readonly string[] = [
  'REGISTERED',
  'COUNSELLED',
  'SOURCED',
  'SELECTED',
  'IN_TRAINING',
  'CONTRACTED',
  'READY',
];
