import { ApiProblem, call, upload } from '../../../api/call';
import type { ImportProgressResponse, ImportReportResponse, ImportStartedResponse, SheetCellsResponse } from '../../../api/schema';

export type ImportKind = 'register' | 'departures' | 'returns' | 'extensions' | 'absences' | 'certificates';

export interface TypedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** A file with everything its sender has said of it so far. It lives in memory only: it holds identity numbers. */
export interface Reading {
  /** `holdings`: an agency's own list, only compared. */
  readonly kind: ImportKind | 'holdings';
  readonly file: File;
  readonly answers: Readonly<Record<string, string>>;
  /** Names of the sheets to read; absent: all with a table. */
  readonly sheets?: readonly string[];
  readonly headerRow: Readonly<Record<string, readonly [number, number]>>;
  readonly mapping: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cells: readonly TypedCell[];
  readonly note?: string;
}

export const freshReading = (kind: Reading['kind'], file: File): Reading => ({
  kind,
  file,
  answers: {},
  headerRow: {},
  mapping: {},
  cells: [],
});

/** Later words on a cell replace earlier ones. */
export function typed(reading: Reading, cells: readonly TypedCell[]): Reading {
  const place = ({ sheet, row, column }: TypedCell) => `${sheet}\0${row}\0${column}`;
  return { ...reading, cells: [...new Map([...reading.cells, ...cells].map((cell) => [place(cell), cell])).values()] };
}

export function formOf(
  { kind, file, answers, sheets, headerRow, mapping, cells, note }: Reading,
  more: Record<string, string> = {},
): FormData {
  const form = new FormData();
  const fields: Record<string, string> = {
    kind,
    ...(Object.keys(answers).length > 0 && { answers: JSON.stringify(answers) }),
    ...(sheets && { sheets: JSON.stringify(sheets) }),
    ...(Object.keys(headerRow).length > 0 && { headerRow: JSON.stringify(headerRow) }),
    ...(Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }),
    ...(cells.length > 0 && { cells: JSON.stringify(cells) }),
    ...(note?.trim() && { note: note.trim() }),
    ...more,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

export interface Following {
  readonly signal?: AbortSignal;
  /** Told at least once a second while the background program is at a large file. */
  readonly onProgress?: (progress: ImportProgressResponse) => void;
}

const LOOK_MS = 500;

/** Tries the file out: every verdict and reason as the import would give it, nothing kept. */
export const checkReading = async (reading: Reading, following: Following): Promise<ImportReportResponse> =>
  outcomeOf(await upload('POST /api/v1/imports/check', formOf(reading), { signal: following.signal }), following);

export const takeReading = async (reading: Reading, key: string, following: Following = {}): Promise<ImportReportResponse> =>
  outcomeOf(await upload('POST /api/v1/imports', formOf(reading), { key }), following);

export const stopImport = (importId: string): Promise<unknown> => call('POST /api/v1/imports/{importId}/cancel', { params: { importId } });

/** The report at once, or when the background program has ended. Whoever stops waiting for a trial stops the trial. */
async function outcomeOf(
  answer: ImportReportResponse | ImportStartedResponse,
  { signal, onProgress }: Following,
): Promise<ImportReportResponse> {
  if (!('importId' in answer)) return answer;
  const { importId } = answer;
  const stop = () => void stopImport(importId).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      const progress = await call('GET /api/v1/imports/{importId}/progress', { params: { importId }, signal });
      onProgress?.(progress);
      if (progress.phase === 'done' && progress.report) return progress.report;
      const [reason] = progress.report?.reasons ?? [];
      if (progress.phase === 'failed') throw new ApiProblem(422, reason?.code ?? 'IMPORT_FAILED', reason?.message ?? '');
      if (progress.phase === 'cancelled') throw new ImportStopped();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } finally {
    // Once it has ended there is nothing to stop.
    signal?.removeEventListener('abort', stop);
  }
}

/** Somebody wished it away; nothing of it was kept. */
export class ImportStopped extends Error {}

export const cellsOf = (reading: Reading, sheet: string, rows?: readonly number[]): Promise<SheetCellsResponse> =>
  upload('POST /api/v1/imports/cells', formOf(reading, { sheet, ...(rows && { rows: JSON.stringify(rows) }) }));

/** The fullest sheet of a list as if it had been copied out of it: line n is row n. The server reads it, for whoever may send lists; nothing is kept. */
export async function textOfFile(file: File): Promise<{ text: string; rows: number; more: boolean }> {
  const { rows, more } = await upload('POST /api/v1/imports/cells', formOf(freshReading('departures', file)));
  const lines = Array.from({ length: rows.at(-1)?.row ?? 0 }, () => '');
  for (const { row, cells } of rows) lines[row - 1] = cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('"', '')).join('\t');
  return { text: lines.join('\n'), rows: rows.length, more };
}
