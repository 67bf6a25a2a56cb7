import { Answered } from './answered';

export class ShownPaperAnswer {
  @Answered('whole') eventId: number;
  @Answered('text') guard: string;
  @Answered('day', { empty: true }) on: string | null;
  @Answered('day', { empty: true }) validUntil: string | null;
  @Answered('text', { empty: true }) reference: string | null;
  @Answered('text', { empty: true }) issuer: string | null;
  @Answered('moment') recordedAt: Date;
  @Answered('text', { empty: true }) recordedBy: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
  @Answered('flag') corrected: boolean;
}

export class PaperFileAnswer {
  @Answered('id') id: string;
  @Answered('text', { empty: true }) guard: string | null;
  @Answered('id', { empty: true }) visitId: string | null;
  @Answered('text') medium: string;
  @Answered('whole') bytes: number;
  @Answered('text') scan: string;
  @Answered('moment') sentAt: Date;
  @Answered('text', { empty: true }) sentBy: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
}

export class PaperHistoryResponse {
  @Answered(() => ShownPaperAnswer, { list: true }) shown: ShownPaperAnswer[];
  @Answered(() => PaperFileAnswer, { list: true }) files: PaperFileAnswer[];
}

export class FileAttachedResponse {
  @Answered('id') fileId: string;
  @Answered('flag') known: boolean;
}

export class FileRemovedResponse {
  @Answered('id') fileId: string;
  @Answered('flag') removed: boolean;
}

export class CarriedResponse {
  @Answered('text', { list: true }) carried: string[];
}
