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

export class HeaderRowsAnswer {
  @Answered('whole') top: number;
  @Answered('whole') bottom: number;
}

export class LinesLeftAnswer {
  @Answered('text') what: string;
  @Answered('whole') count: number;
  @Answered('whole', { list: true }) rows: number[];
}

export class SheetColumnAnswer {
  @Answered('text') letter: string;
  @Answered('text') header: string;
  @Answered('text', { empty: true }) field: string | null;
  @Answered('text', { empty: true }) certainty: string | null;
  @Answered('text', { list: true }) samples: string[];
}

export class CellRowAnswer {
  @Answered('whole') row: number;
  @Answered('text', { list: true }) cells: string[];
}

export class ImportSheetAnswer {
  @Answered('text') name: string;
  @Answered('text') state: string;
  @Answered(() => HeaderRowsAnswer, { empty: true }) header: HeaderRowsAnswer | null;
  @Answered('whole') dataRows: number;
  @Answered(() => LinesLeftAnswer, { list: true }) left: LinesLeftAnswer[];
  @Answered(() => SheetColumnAnswer, { list: true }) columns: SheetColumnAnswer[];
  @Answered('text', { list: true }) fields: string[];
  @Answered(() => CellRowAnswer, { list: true }) preview: CellRowAnswer[];
}

export class SheetCellsResponse {
  @Answered('text') sheet: string;
  @Answered(() => CellRowAnswer, { list: true }) rows: CellRowAnswer[];
  @Answered('flag') more: boolean;
}

export class ImportQuestionAnswer {
  @Answered('text') id: string;
  @Answered('text') code: string;
  @Answered('text', { empty: true }) column: string | null;
  @Answered('whole', { list: true }) rows: number[];
  @Answered('text') question: string;
  @Answered('text', { list: true }) options: string[];
  @Answered('text', { empty: true }) answer: string | null;
}

export class ImportNoticeAnswer {
  @Answered('text') code: string;
  @Answered('text') sheet: string;
  @Answered('text') message: string;
  @Answered('whole', { list: true, absent: true }) rows?: number[];
  @Answered('text', { absent: true }) column?: string;
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
  @Answered(() => ImportQuestionAnswer, { list: true }) questions: ImportQuestionAnswer[];
  @Answered(() => ImportNoticeAnswer, { list: true }) notices: ImportNoticeAnswer[];
  @Answered(() => ImportSheetAnswer, { list: true }) sheets: ImportSheetAnswer[];
  @Answered(() => RowAnswer, { list: true }) results: RowAnswer[];
}

export class ImportStartedResponse {
  @Answered('id') importId: string;
}

export class ImportProgressResponse {
  @Answered('id') importId: string;
  @Answered('text') kind: string;
  @Answered('text') fileName: string;
  @Answered('flag') dryRun: boolean;
  @Answered('text') phase: string;
  @Answered('whole') done: number;
  @Answered('whole') of: number;
  @Answered('moment') createdAt: Date;
  @Answered('moment', { empty: true }) startedAt: Date | null;
  @Answered('moment', { empty: true }) finishedAt: Date | null;
  @Answered(() => ImportReportResponse, { empty: true }) report: ImportReportResponse | null;
}

export class BatchAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') fileName: string;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) verdict: string | null;
  @Answered('object') counts: Record<string, unknown>;
  @Answered(() => ImportQuestionAnswer, { list: true }) questions: ImportQuestionAnswer[];
  @Answered(() => ImportNoticeAnswer, { list: true }) notices: ImportNoticeAnswer[];
  @Answered('moment') createdAt: Date;
  @Answered('moment', { empty: true }) undoneAt: Date | null;
  @Answered('flag') undoable: boolean;
  @Answered('text') receipt: string;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('text', { empty: true }) sentBy: string | null;
  @Answered('text', { empty: true }) organisation: string | null;
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
