import { Answered } from './answered';

export class SuggestionAnswer {
  @Answered('id') loanId: string;
  @Answered('text', { empty: true }) loanNo: string | null;
  @Answered('text', { empty: true }) name: string | null;
  @Answered('text', { empty: true }) place: string | null;
  @Answered('whole') principal: number;
  @Answered('day', { empty: true }) nextDueOn: string | null;
  @Answered('text') by: string;
}

export class BankLineAnswer {
  @Answered('whole') id: number;
  @Answered('id') batchId: string;
  @Answered('text') sheet: string;
  @Answered('whole') row: number;
  @Answered('day', { empty: true }) on: string | null;
  @Answered('text', { empty: true }) reference: string | null;
  @Answered('text', { empty: true }) loanNo: string | null;
  @Answered('text') kind: string;
  @Answered('whole') amount: number;
  @Answered('whole', { empty: true }) balanceAfter: number | null;
  @Answered('text') outcome: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('whole', { empty: true }) expected: number | null;
  @Answered('whole', { empty: true }) difference: number | null;
  @Answered('text', { empty: true }) name: string | null;
  @Answered('text', { empty: true }) words: string | null;
  @Answered('text') fileName: string;
  @Answered(() => SuggestionAnswer, { list: true }) suggestions: SuggestionAnswer[];
}

export class BankLineListResponse {
  @Answered(() => BankLineAnswer, { list: true }) lines: BankLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class ResolvedLineResponse {
  @Answered('whole') lineId: number;
  @Answered('text') state: string;
  @Answered('whole', { empty: true }) entryId: number | null;
  @Answered('whole') left: number;
}

export class StatementAnswer {
  @Answered('id') batchId: string;
  @Answered('day') month: string;
  @Answered('text') fileName: string;
  @Answered('moment') recordedAt: Date;
  @Answered('moment', { empty: true }) reversedAt: Date | null;
  @Answered('whole') linesOut: number;
  @Answered('whole') linesIn: number;
  @Answered('whole', { empty: true }) printedOut: number | null;
  @Answered('whole', { empty: true }) printedIn: number | null;
  @Answered('text', { empty: true }) by: string | null;
  @Answered('object') outcomes: Record<string, number>;
  @Answered('whole') open: number;
}

export class StatementListResponse {
  @Answered(() => StatementAnswer, { list: true }) statements: StatementAnswer[];
}

export class StatementTakenBackResponse {
  @Answered('id') batchId: string;
  @Answered('whole') takenBack: number;
}
