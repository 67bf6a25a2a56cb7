import type { SheetReport } from '../domain/describe-sheets';
import type { Notice, Question } from '../domain/issue';
import type { RowResult, TargetOutcome } from './import-target';

/** What the sender gets back, the same on screen, by API and from the command line. */
export interface ImportReport {
  /** Null when nothing was kept (tried out, refused). */
  readonly batch: string | null;
  readonly verdict: 'accept' | 'accept_with_questions' | 'refuse';
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly ask: number;
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  /** What was understood of each sheet; none when the file could not be opened. */
  readonly sheets: readonly SheetReport[];
  readonly results: readonly RowResult[];
}

const EMPTY = {
  batch: null,
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  refused: 0,
  ask: 0,
  questions: [],
  notices: [],
  sheets: [],
  results: [],
};

/** The file as a whole was not taken. */
export function refusedReport(code: string, message: string): ImportReport {
  return { ...EMPTY, verdict: 'refuse', reasons: [{ code, message }] };
}

export function reportOf(batch: string | null, { questions, notices, sheets, results }: TargetOutcome): ImportReport {
  const count = (verdict: RowResult['verdict']) => results.filter((result) => result.verdict === verdict).length;
  return {
    batch,
    verdict: questions.length > 0 ? 'accept_with_questions' : 'accept',
    rows: results.length,
    created: count('create'),
    updated: count('update'),
    unchanged: count('unchanged'),
    duplicate: count('duplicate'),
    refused: count('refuse'),
    ask: count('ask'),
    questions,
    notices,
    sheets,
    results: results.map(({ made: _made, ...shown }) => shown),
  };
}

const SHOWN_ROWS = 2_000;
const TAKEN: readonly RowResult['verdict'][] = ['create', 'update', 'unchanged'];

/** For a screen that waited: the counts of all rows, and by themselves those somebody has to look at, the ones not taken before the ones with a remark. */
export function shortReport(report: ImportReport): ImportReport {
  const stopped = report.results.filter(({ verdict }) => !TAKEN.includes(verdict));
  const remarked = report.results.filter(({ verdict, warnings }) => TAKEN.includes(verdict) && warnings.length > 0);
  return { ...report, results: [...stopped, ...remarked].slice(0, SHOWN_ROWS) };
}
