import { Answered } from './answered';

export class ImportReasonAnswer {
  @Answered('text') code: string;
  @Answered('text') message: string;
}

export class RowWarningAnswer {
  @Answered('text') code: string;
  @Answered('text', { empty: true }) column: string | null;
  @Answered('text') message: string;
}

export class RowAnswer {
  @Answered('text') sheet: string;
  @Answered('whole') row: number;
  @Answered('text') verdict: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('text', { empty: true }) column: string | null;
  @Answered('text', { empty: true }) message: string | null;
  @Answered(() => RowWarningAnswer, { list: true }) warnings: RowWarningAnswer[];
  @Answered('text', { list: true, absent: true }) candidates?: string[];
  @Answered('text', { empty: true, absent: true }) caseCode?: string | null;
  @Answered('id', { empty: true, absent: true }) caseId?: string | null;
  @Answered('id', { empty: true, absent: true }) workerId?: string | null;
  @Answered('object', { absent: true }) carried?: Record<string, unknown>;
}

export class ImportReportResponse {
  @Answered('id', { empty: true }) batch: string | null;
  @Answered('text') verdict: string;
  @Answered(() => ImportReasonAnswer, { list: true, absent: true }) reasons?: ImportReasonAnswer[];
  @Answered('whole') rows: number;
  @Answered('whole') created: number;
  @Answered('whole') updated: number;
  @Answered('whole') unchanged: number;
  @Answered('whole') duplicate: number;
  @Answered('whole') refused: number;
  @Answered('whole') ask: number;
  @Answered('object', { list: true }) questions: Record<string, unknown>[];
  @Answered('object', { list: true }) notices: Record<string, unknown>[];
  @Answered(() => RowAnswer, { list: true }) results: RowAnswer[];
}

export class BatchAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') fileName: string;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) verdict: string | null;
  @Answered('object') counts: Record<string, unknown>;
  @Answered('object', { list: true }) questions: Record<string, unknown>[];
  @Answered('object', { list: true }) notices: Record<string, unknown>[];
  @Answered('moment') createdAt: Date;
  @Answered('moment', { empty: true }) undoneAt: Date | null;
  @Answered('flag') undoable: boolean;
}

export class BatchListResponse {
  @Answered(() => BatchAnswer, { list: true }) batches: BatchAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class BatchResponse extends BatchAnswer {
  @Answered(() => RowAnswer, { list: true }) rows: RowAnswer[];
}

export class LeftAnswer {
  @Answered('text') subject: string;
  @Answered('text') id: string;
  @Answered('text', { empty: true }) sheet: string | null;
  @Answered('whole', { empty: true }) row: number | null;
}

export class UndoneResponse {
  @Answered('id') batch: string;
  @Answered('whole') undone: number;
  @Answered(() => LeftAnswer, { list: true }) left: LeftAnswer[];
}
