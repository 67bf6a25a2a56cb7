import type { Verdict, Warning } from './issue';

/** What became of one row, as its sender reads it. */
export interface RowResult {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly column: string | null;
  readonly message: string | null;
  readonly warnings: readonly Warning[];
  readonly candidates?: readonly string[];
  readonly caseCode?: string | null;
  readonly caseId?: string | null;
  readonly workerId?: string | null;
  /** What the row created, where nothing changed it since in the same file. */
  readonly made?: readonly ('worker' | 'case')[];
  /** Facts that no context keeps yet (loan, visits, what became of the person), as read. */
  readonly carried?: Readonly<Record<string, unknown>>;
}

/** What a row changed, for undo; what it created and nothing changed since is told by {@link RowResult.made}. */
export interface ChangeRecord {
  readonly subject: 'worker' | 'case';
  readonly id: string;
  /** Null when the file created it. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly version: number;
}
