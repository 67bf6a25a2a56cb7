import type { CitizenId, Steps } from '@app/kernel';
import type { Workbook } from './cell';
import { type Answers, answerTo, deciding, issue, type Issue, type Notice, notice, type Question, type Warning } from './issue';
import { type FilePlan, planFile, type PlannedSheet } from './plan-file';
import type { PlaceFinder } from './place';
import type { ReadingWishes } from './reading-wishes';
import { readCitizenId } from './read-citizen-id';
import { type RegisterRow, readRegisterRow } from './register-row';
import { RowCells } from './row-cells';

export interface RegisterEntry extends RegisterRow {
  readonly sheet: string;
  readonly row: number;
  readonly issues: Issue[];
  readonly warnings: Warning[];
  /** Letters of columns by field, for later messages. */
  readonly letter: (field: string) => string | null;
  readonly header: (field: string) => string;
}

export interface RegisterReading {
  readonly plan: FilePlan;
  readonly entries: readonly RegisterEntry[];
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  readonly refusal?: { readonly code: string; readonly message: string };
}

export interface RegisterOptions {
  readonly answers: Answers;
  readonly today: string;
  readonly find: PlaceFinder;
  readonly isCommune: (written: string) => boolean;
  readonly remembered?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wishes?: ReadingWishes;
}

/** Reads a whole register: every line by itself (a step each), then the lines against each other. */
export function* readRegister(book: Workbook, options: RegisterOptions): Steps<RegisterReading> {
  const plan = planFile(book, 'register', options);
  const questions: Question[] = [...plan.questions];
  const notices: Notice[] = [...plan.notices];
  if (plan.refusal) return { plan, entries: [], questions, notices, refusal: plan.refusal };
  const entries: RegisterEntry[] = [];
  const order = new Map<string, string[]>();
  for (const sheet of plan.sheets) {
    const zeroes = askForZeroes(sheet, 'idNumber', options.answers, questions);
    const flags = { serials: false, zeroAdded: false, millions: false };
    for (const line of sheet.data) {
      const cells = new RowCells(sheet.context, line.row);
      const read = readRegisterRow(cells, {
        find: options.find,
        zeroes,
        statedOn: sheet.statedOn,
        group: line.group ?? sheet.fallbackCommune,
        ...(sheet.district && { district: sheet.district }),
      });
      cells.waitForEncoding();
      flags.serials ||= cells.serialDates;
      flags.zeroAdded ||= read.zeroAdded;
      flags.millions ||= read.inMillions;
      for (const field of cells.monthFirst) order.set(field, [...(order.get(field) ?? []), `dòng ${line.row.n}: ${cells.text(field)}`]);
      entries.push({
        ...read,
        sheet: sheet.sheet.name,
        row: line.row.n,
        issues: cells.issues,
        warnings: cells.warnings,
        letter: (field) => cells.letter(field),
        header: (field) => cells.header(field),
      });
      yield;
    }
    if (flags.serials) notices.push(notice(sheet.sheet.name, 'SERIAL_DATES'));
    if (flags.millions) notices.push(notice(sheet.sheet.name, 'MONEY_IN_MILLIONS'));
    if (flags.zeroAdded) notices.push(notice(sheet.sheet.name, 'PHONE_ZERO_ADDED'));
    const refusal = columnOrder(sheet, order);
    if (refusal) return { plan, entries: [], questions, notices, refusal };
  }
  holdDuplicates(entries);
  return { plan, entries, questions, notices };
}

/** One question for the column, not one per row. */
export function askForZeroes(sheet: PlannedSheet, field: string, answers: Answers, questions: Question[]): 'yes' | 'no' | null {
  const column = sheet.context.columns.get(field);
  if (!column) return null;
  const rows = sheet.data.filter(({ row }) => readCitizenId(row.cells[column.column - 1] ?? null).kind === 'short').map(({ row }) => row.n);
  if (rows.length === 0) return null;
  const id = `ID_LEADING_ZERO_LOST:${column.letter}`;
  const answer = answerTo(answers, 'ID_LEADING_ZERO_LOST', column.letter);
  const known = questions.find((question) => question.id === id);
  if (known) questions.splice(questions.indexOf(known), 1, { ...known, rows: [...known.rows, ...rows] });
  else
    questions.push({
      id,
      code: 'ID_LEADING_ZERO_LOST',
      column: column.letter,
      rows,
      question: `Cột ${column.letter} có ${rows.length} số CCCD chỉ còn 10 hoặc 11 chữ số (mất số 0 ở đầu). Thêm lại số 0 cho đủ 12 chữ số?`,
      options: ['yes', 'no'],
      answer,
    });
  return answer;
}

/** A column that cannot be read day first in some row is refused, not guessed row by row. */
export function columnOrder(
  sheet: PlannedSheet,
  order: ReadonlyMap<string, readonly string[]>,
): { code: string; message: string } | undefined {
  const [first] = order;
  if (!first) return undefined;
  const [field, examples] = first;
  const letter = sheet.context.columns.get(field)?.letter ?? '';
  return {
    code: 'DATE_COLUMN_ORDER',
    message: `Trang “${sheet.sheet.name}”, cột ${letter}: có ngày ghi tháng trước ngày sau (${examples.slice(0, 3).join('; ')}). Hãy đổi cả cột sang ngày/tháng/năm rồi gửi lại.`,
  };
}

/** All lines with one number wait, whatever else they say. */
function holdDuplicates(entries: readonly RegisterEntry[]): void {
  const byId = new Map<CitizenId, RegisterEntry[]>();
  for (const entry of entries) {
    const id = entry.values.idNumber;
    if (id) byId.set(id, [...(byId.get(id) ?? []), entry]);
  }
  for (const [, same] of byId) {
    if (same.length < 2) continue;
    for (const entry of same) {
      const others = same
        .filter((other) => other !== entry)
        .map(({ row, sheet }) => (sheet === entry.sheet ? `${row}` : `${row} (trang “${sheet}”)`));
      entry.issues.push(
        issue(entry.row, 'DUPLICATE_IN_FILE', 'duplicate', entry.letter('idNumber'), null, `Trùng với dòng ${others.join(', ')}.`),
      );
    }
  }
}

/** Rows that may be applied. */
export function isClear(entry: { issues: readonly Issue[] }): boolean {
  return deciding(entry.issues) === undefined;
}
