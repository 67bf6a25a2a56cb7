import { DomainError, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Workbook } from '../domain/cell';
import type { Answers, Notice, Question } from '../domain/issue';
import type { SheetReport } from '../domain/describe-sheets';
import type { ImportKind } from '../domain/match-columns';
import type { ReadingWishes } from '../domain/reading-wishes';
import type { ChangeRecord, RowResult } from '../domain/row-result';
import type { ImportWatch } from './import-watch';

export type { ChangeRecord, RowResult };

export interface TargetContext {
  readonly file: { readonly name: string; readonly sha256: Buffer };
  readonly batchId: string;
  readonly answers: Answers;
  readonly today: LocalDate;
  readonly watch: ImportWatch;
  readonly remembered: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wishes?: ReadingWishes;
}

export interface TargetOutcome {
  readonly refusal?: { readonly code: string; readonly message: string };
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  /** What was understood of each sheet. */
  readonly sheets: readonly SheetReport[];
  readonly results: readonly RowResult[];
  readonly changes: readonly ChangeRecord[];
  /** Header words and fields, to be remembered by header. */
  readonly mapping: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A kind of file the importer knows. Other contexts offer theirs by registering one. */
export interface ImportTarget {
  /** Word of the command line: `register`, `departures`. */
  readonly kind: ImportKind;
  /** Throws a DomainError when this actor may not send such files. */
  admit(tx: Tx): void;
  /** Reads and applies within the transaction; a try-out is the same, rolled back. */
  run(tx: Tx, book: Workbook, context: TargetContext): Promise<TargetOutcome>;
}

/** All known kinds. */
export class ImportTargets {
  private readonly targets = new Map<string, ImportTarget>();

  register(target: ImportTarget): this {
    this.targets.set(target.kind, target);
    return this;
  }

  /** Throws IMPORT_KIND_UNKNOWN. */
  get(kind: string): ImportTarget {
    const target = this.targets.get(kind);
    if (!target)
      throw new DomainError('invalid', 'IMPORT_KIND_UNKNOWN', `Không có loại tệp "${kind}". Hãy chọn: ${this.kinds().join(', ')}.`);
    return target;
  }

  kinds(): string[] {
    return [...this.targets.keys()];
  }
}
