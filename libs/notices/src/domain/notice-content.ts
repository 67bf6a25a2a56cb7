import type { LocalDate } from '@app/kernel';

/** `weekly`: news for a leader, rendered from its lines. */
export type NoticeKind = 'digest' | 'urgent' | 'weekly';

/** What a template may know. There is no field for a person's name or number: a mail cannot leak what it never had. */
export interface NoticeContent {
  kind: NoticeKind;
  /** Name of the office that is told, e.g. "UBND xã Tả Lèng". */
  office: string;
  day: LocalDate;
  /** Absolute address of the page where the office answers. */
  link: string;
  items: readonly NoticeItem[];
}

export interface NoticeItem {
  /** The alert's rule (`EXPIRY_30`) or a fact that asks nothing (`DEPARTURE`, `DEATH`, …). */
  kind: string;
  /** Null where an office is asked as a whole (licence, monthly update). */
  caseCode: string | null;
  /** Day by which an answer is asked. */
  dueOn: LocalDate | null;
  /** The agency is still being asked. */
  verifying: boolean;
}
