import type { CitizenId, LocalDate, Steps } from '@app/kernel';
import type { Workbook } from './cell';
import { shownCell } from './describe-sheets';
import { aside, deciding, issue, type Issue, type Question } from './issue';
import { type FilePlan, planFile } from './plan-file';
import { readMarket } from './read-codes';
import { readDate } from './read-date';
import { readKey } from './read-case-reports';
import { ordinaryCase, readName } from './read-name';
import { askForZeroes, type FileRefusal, type RegisterOptions } from './read-register';
import { RowCells } from './row-cells';

/** What is compared, in the order in which it is shown. */
export const HELD_FIELDS = ['fullName', 'market', 'contractSigned', 'exitDate', 'contractEnd', 'returnDate', 'certificateDate'] as const;
export type HeldField = (typeof HELD_FIELDS)[number];

/** A cell of an agency's own list: as it is written, and as it was understood. `value` null with words written: nobody can say what is meant. */
export interface HeldCell {
  readonly written: string;
  readonly value: string | null;
}

/** One person of an agency's own list. Columns that the list does not have are not there. */
export interface Holding {
  readonly sheet: string;
  readonly row: number;
  readonly caseCode: string | null;
  readonly idNumber: CitizenId | null;
  readonly exitDate: LocalDate | null;
  readonly cells: ReadonlyMap<HeldField, HeldCell>;
  /** Why nobody can say whose line this is. */
  readonly issue?: Issue;
}

export interface HoldingsReading {
  readonly plan: FilePlan;
  readonly questions: readonly Question[];
  readonly refusal?: FileRefusal;
  readonly holdings: readonly Holding[];
}

/** Reads an agency's own list, a step per line. Only who is meant must be readable; what else cannot be read is a cell to look at, never a line refused. */
export function* readHoldings(book: Workbook, options: Omit<RegisterOptions, 'find' | 'isCommune'>): Steps<HoldingsReading> {
  const plan = planFile(book, 'holdings', { ...options, isCommune: () => false });
  const questions: Question[] = [...plan.questions];
  if (plan.refusal) return { plan, questions, refusal: plan.refusal, holdings: [] };
  const holdings: Holding[] = [];
  const first = new Map<string, number>();
  for (const sheet of plan.sheets) {
    const zeroes = new Map((['key', 'idNumber'] as const).map((field) => [field, askForZeroes(sheet, field, options.answers, questions)]));
    for (const { row } of sheet.data) {
      const cells = new RowCells(sheet.context, row);
      const key = readKey(cells, zeroes);
      cells.waitForEncoding();
      const name = key.idNumber ?? key.caseCode;
      const twin = name ? first.get(name) : undefined;
      if (twin !== undefined) cells.issues.push(issue(row.n, 'REPEATED_ROW', 'duplicate', null, null, aside('LIKE_ROW', twin)));
      else if (name) first.set(name, row.n);
      const held = heldCells(cells);
      const stop = deciding(cells.issues);
      holdings.push({
        sheet: sheet.sheet.name,
        row: row.n,
        ...key,
        exitDate: (held.get('exitDate')?.value ?? null) as LocalDate | null,
        cells: held,
        ...(stop && { issue: stop }),
      });
      yield;
    }
  }
  return { plan, questions, holdings };
}

/** The column of a later end stands before the first one where a list has both. */
const endColumn = (row: RowCells): string => (row.blank('extendedTo') && row.has('contractEnd') ? 'contractEnd' : 'extendedTo');

function heldCells(row: RowCells): Map<HeldField, HeldCell> {
  const held = new Map<HeldField, HeldCell>();
  for (const field of HELD_FIELDS) {
    const columns =
      field === 'contractEnd' ? [endColumn(row)] : field === 'fullName' && !row.has('fullName') ? ['nameFront', 'nameLast'] : [field];
    if (!columns.some((column) => row.has(column))) continue;
    const written = columns
      .map((column) => shownCell(row.cell(column), row.sheet.date1904).trim())
      .filter(Boolean)
      .join(' ')
      .slice(0, 200);
    held.set(field, { written, value: valueOf(field, row, columns[0]!, written) });
  }
  return held;
}

function valueOf(field: HeldField, row: RowCells, column: string, written: string): string | null {
  if (field === 'fullName') {
    const reading = readName(written);
    return reading.kind === 'name' ? ordinaryCase(reading.name) : null;
  }
  if (field === 'market') {
    const reading = readMarket(row.cell('market'));
    return reading.kind === 'market' ? reading.code : null;
  }
  const reading = readDate(row.cell(column), { date1904: row.sheet.date1904 });
  return reading.kind === 'day' ? reading.day : null;
}
