import { Answered } from './answered';
import { ImportQuestionAnswer, ImportReasonAnswer, ImportSheetAnswer } from './imports';

export class DifferenceAnswer {
  @Answered('text') field: string;
  @Answered('text', { empty: true }) ours: string | null;
  @Answered('text', { empty: true }) theirs: string | null;
  @Answered('text') written: string;
  @Answered('text', { empty: true }) form: string | null;
}

export class ComparedPersonAnswer {
  @Answered('text') sheet: string;
  @Answered('whole') row: number;
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text') stage: string;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered(() => DifferenceAnswer, { list: true }) differences: DifferenceAnswer[];
}

export class UnknownLineAnswer {
  @Answered('text') sheet: string;
  @Answered('whole') row: number;
  @Answered('text') key: string;
  @Answered('text') fullName: string;
}

export class UnreadLineAnswer {
  @Answered('text') sheet: string;
  @Answered('whole') row: number;
  @Answered('text') code: string;
  @Answered('text') message: string;
}

export class MissingCaseAnswer {
  @Answered('id') caseId: string;
  @Answered('text') code: string;
  @Answered('text') fullName: string;
  @Answered('text') stage: string;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
}

export class DifferencesResponse {
  @Answered(() => ImportReasonAnswer, { list: true }) reasons: ImportReasonAnswer[];
  @Answered(() => ImportQuestionAnswer, { list: true }) questions: ImportQuestionAnswer[];
  @Answered(() => ImportSheetAnswer, { list: true }) sheets: ImportSheetAnswer[];
  @Answered('whole') lines: number;
  @Answered('whole') same: number;
  @Answered(() => ComparedPersonAnswer, { list: true }) people: ComparedPersonAnswer[];
  @Answered(() => UnknownLineAnswer, { list: true }) unknown: UnknownLineAnswer[];
  @Answered(() => UnreadLineAnswer, { list: true }) unread: UnreadLineAnswer[];
  @Answered(() => MissingCaseAnswer, { list: true }) missing: MissingCaseAnswer[];
  @Answered('whole') missingTotal: number;
}
