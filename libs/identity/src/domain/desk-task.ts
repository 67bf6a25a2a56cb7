import type { LocalDate } from '@app/kernel';

/** Whose desk a task lies on. */
export const DESKS = ['centre', 'department', 'agency', 'commune'] as const;
export type Desk = (typeof DESKS)[number];

/** Something an organisation must do. The same `dedupeKey` again is the same duty. */
export interface NewDeskTask {
  readonly desk: Desk;
  /** Two-digit code of today's province that answers for it. */
  readonly province: string;
  /** Needed for desk `commune`. */
  readonly commune?: string | null;
  /** Needed for desk `agency`. */
  readonly agencyId?: string | null;
  /** Stable code, e.g. `CHOOSE_COMMUNE`, `DELIVERY_BOUNCED`. */
  readonly kind: string;
  readonly dedupeKey: string;
  readonly caseId?: string | null;
  readonly workerId?: string | null;
  /** Codes and ids only, never a person's values. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly dueOn?: LocalDate | null;
}

export interface DeskTaskLine {
  readonly id: number;
  readonly desk: Desk;
  readonly kind: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  readonly caseId: string | null;
  readonly workerId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly dueOn: LocalDate | null;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly createdAt: Date;
}

/** A task as the bell shows it. */
export type DeskNews = Pick<DeskTaskLine, 'id' | 'kind' | 'caseId' | 'dueOn'> & { readonly at: Date };

export interface DeskTaskFilter {
  readonly desk?: Desk;
  readonly kind?: string;
  readonly after?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
}
