import type { ReadingWishes, SentFile } from '@app/imports';
import { DomainError } from '@app/kernel';
import type { Upload } from '../http/upload';

/** The upload as the use case takes it; the small fields are JSON texts, each checked to the last key. */
export function sentFile(body: object): Omit<SentFile, 'dryRun'> {
  const { fileName, bytes, fields } = body as Upload;
  const wishes: ReadingWishes = {
    ...(fields.sheets !== undefined && { sheets: read(fields.sheets, 'sheets', '["Trang 1"]', isSheets) }),
    ...(fields.headerRow !== undefined && { headerRow: read(fields.headerRow, 'headerRow', '{"Trang 1": [4, 5]}', isHeaderRow) }),
    ...(fields.mapping !== undefined && {
      mapping: read(fields.mapping, 'mapping', '{"Trang 1": {"B": "fullName", "C": "skip"}}', isMapping),
    }),
    ...(fields.cells !== undefined && {
      cells: read(fields.cells, 'cells', '[{"sheet": "Trang 1", "row": 7, "column": "E", "value": "012098900001"}]', isCells),
    }),
  };
  return {
    kind: fields.kind ?? '',
    fileName,
    bytes,
    answers: fields.answers === undefined ? {} : read(fields.answers, 'answers', '{"MÃ_CÂU_HỎI:CỘT": "yes"}', isAnswers),
    ...(Object.keys(wishes).length > 0 && { wishes }),
    ...(fields.note !== undefined && { note: readNote(fields.note) }),
  };
}

/** Which cells of which sheet are wanted. */
export function wantedCells(body: object): { sheet: string; rows?: number[] } {
  const { fields } = body as Upload;
  return {
    sheet: fields.sheet ?? '',
    ...(fields.rows !== undefined && { rows: read(fields.rows, 'rows', '[7, 12]', isRows) }),
  };
}

const MOST = { sheets: 100, columns: 300, cells: 5_000, rows: 20_000, headerRows: 10 };
type Checked<T> = (value: unknown) => value is T;

function read<T>(text: string, field: string, example: string, fits: Checked<T>): T {
  try {
    const value: unknown = JSON.parse(text);
    if (fits(value)) return value;
  } catch {
    // Told below: wrong JSON and wrong form are one fault to the sender.
  }
  throw new DomainError('malformed', `${field.replace(/[A-Z]/g, '_$&').toUpperCase()}_WRONG`, `Mục ${field} phải là JSON dạng ${example}.`);
}

function readNote(text: string): string {
  if (text.length <= 1_000 && !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\r\t]/g, ''))) return text;
  throw new DomainError('malformed', 'NOTE_WRONG', 'Ghi chú dài nhất 1.000 ký tự, không có ký tự điều khiển.');
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length > 0 && value.length <= max;
const isRow = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1_048_576;
const isLetter = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{1,3}$/.test(value);
const every = (value: unknown, most: number, fits: (key: string, one: unknown) => boolean): boolean =>
  isObject(value) && Object.keys(value).length <= most && Object.entries(value).every(([key, one]) => isText(key, 200) && fits(key, one));

const isAnswers: Checked<Record<string, string>> = (value): value is Record<string, string> =>
  every(value, 200, (key, answer) => key.length <= 80 && typeof answer === 'string' && answer.length <= 80);

const isSheets: Checked<string[]> = (value): value is string[] =>
  Array.isArray(value) && value.length <= MOST.sheets && value.every((one) => isText(one, 200));

const isHeaderRow: Checked<Record<string, [number, number]>> = (value): value is Record<string, [number, number]> =>
  every(
    value,
    MOST.sheets,
    (_, rows) =>
      Array.isArray(rows) &&
      rows.length === 2 &&
      ((rows[0] === 0 && rows[1] === 0) || (isRow(rows[0]) && isRow(rows[1]) && rows[0] <= rows[1] && rows[1] - rows[0] < MOST.headerRows)),
  );

const isMapping: Checked<Record<string, Record<string, string>>> = (value): value is Record<string, Record<string, string>> =>
  every(value, MOST.sheets, (_, columns) =>
    every(columns, MOST.columns, (letter, name) => isLetter(letter) && typeof name === 'string' && /^[A-Za-z]{2,40}$/.test(name)),
  );

const isCells: Checked<NonNullable<ReadingWishes['cells']>> = (value): value is NonNullable<ReadingWishes['cells']> =>
  Array.isArray(value) &&
  value.length <= MOST.cells &&
  value.every(
    (cell: unknown) =>
      isObject(cell) &&
      Object.keys(cell).sort().join() === 'column,row,sheet,value' &&
      isText(cell.sheet, 200) &&
      isRow(cell.row) &&
      isLetter(cell.column) &&
      typeof cell.value === 'string' &&
      cell.value.length <= 2_000,
  );

const isRows: Checked<number[]> = (value): value is number[] =>
  Array.isArray(value) && value.length <= MOST.rows && value.every((row) => isRow(row));
