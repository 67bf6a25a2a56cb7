import type { LocalDate } from '@app/kernel';

export const ORDER_STATES = ['submitted', 'approved', 'refused', 'closed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Levels of education that an order may ask for, lowest first. */
export const EDUCATION_LEVELS = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'COLLEGE', 'UNIVERSITY'] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** What is asked and offered: one version of an order. Wage is decimal text in the currency's units. */
export interface OrderTerms {
  readonly title: string;
  readonly market: string;
  /** Legal form under which people go (Law 69/2020/QH14, Art. 5). */
  readonly legalForm: string;
  readonly programme?: string;
  readonly contractId?: string;
  readonly occupation: string;
  readonly employer: string;
  readonly workplace?: string;
  readonly places: number;
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly hoursPerWeek?: number;
  readonly termMonths?: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'M' | 'F';
  readonly education?: EducationLevel;
  readonly language?: string;
  readonly conditions?: string;
  /** Last day to be selected. */
  readonly closesOn?: LocalDate;
  /** When the people are to leave: ages are judged on this day. */
  readonly exitOn?: LocalDate;
}

export interface JobOrder {
  readonly id: string;
  /** Public name of the order. */
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly provinceCode: string;
  readonly state: OrderState;
  /** Newest version; a higher one than the approved waits for the department. */
  readonly version: number;
  readonly approvedVersion: number | null;
  /** As approved; until then as first filed. */
  readonly terms: OrderTerms;
  /** People who hold a place now, and those of them who have left. */
  readonly passed: number;
  readonly exited: number;
}

export interface OrderVersion {
  readonly version: number;
  readonly terms: OrderTerms;
  /** `superseded`: a newer version came, or the order was closed, before anybody decided. */
  readonly state: 'submitted' | 'approved' | 'refused' | 'superseded';
  readonly filedAt: string;
  readonly filedBy: string | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}
