import type { LocalDate } from '@app/kernel';
import type { NoticeKind } from './notice-content';

export interface NoticeFilter {
  /** Business day of the notice, this one or later. */
  since?: LocalDate | null;
  state?: 'open' | 'held' | 'sealed' | 'letter' | 'cancelled' | null;
  /** Notices older than this id: the next page. */
  before?: number | null;
  limit?: number;
}

export interface LetterLine {
  id: number;
  /** Code of who is told; `office` is its name. */
  addressee: string;
  office: string;
  kind: NoticeKind;
  day: LocalDate;
  ordinal: number | null;
  state: string;
  createdAt: Date;
  sealedAt: Date | null;
  items: number;
}

/** One copy's way; addresses are left out: they belong to the office's own page. */
export interface DeliveryLine {
  id: number;
  state: 'queued' | 'sending' | 'sent' | 'retry' | 'bounced' | 'uncertain' | 'dead';
  attempts: number;
  reason: string | null;
  sentAt: string | null;
  nextAttemptAt: string | null;
  messageId: string;
}

export interface NoticeLine extends LetterLine {
  deliveries: DeliveryLine[];
}
