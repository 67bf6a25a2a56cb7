import type { LocalDate } from '@app/kernel';
import type { Medium } from './media';

/** Policy `papers.limits`. */
export interface PaperLimits {
  readonly fileBytes: number;
  readonly pixels: number;
  readonly longestSide: number;
  readonly filesPerCase: number;
  readonly bytesPerCase: number;
}

/** A scan or photo of a paper of a case, or of a visit to the family. The sender's file name is not kept: it often is a person's name. */
export interface PaperFileLine {
  readonly id: string;
  /** The paper; empty for a picture of a visit. */
  readonly guard: string | null;
  readonly visitId: string | null;
  readonly medium: Medium;
  readonly bytes: number;
  /** `unscanned`: no virus scanner was configured when it came. */
  readonly scan: 'clean' | 'unscanned';
  readonly sentAt: Date;
  readonly sentBy: string | null;
  readonly organisationName: string | null;
}

/** A paper as it was shown once: the newest valid one counts, the earlier ones are its history. */
export interface ShownPaper {
  readonly eventId: number;
  readonly guard: string;
  readonly on: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly reference: string | null;
  readonly issuer: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly organisationName: string | null;
  /** A later report took it back or put it right. */
  readonly corrected: boolean;
}
