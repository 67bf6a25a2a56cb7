import type { ReportKind } from './report-forms';

export type HandedRows = Partial<Record<ReportKind, string[][]>>;

let handed: HandedRows = {};

/** Puts rows before the bulk report, for the next time it opens. In memory only, as everything that is put together there. */
export function handRows(rows: HandedRows): void {
  handed = rows;
}

/** What was put there, once. */
export function takeHandedRows(): HandedRows {
  const taken = handed;
  handed = {};
  return taken;
}
