import { columnNumber, type Sheet, type Workbook } from './cell';
import type { HeaderWish } from './find-header';
import { fieldsOf, type ImportKind } from './match-columns';

/** One cell as a person typed it anew: text, whatever stood there. */
export interface TypedCell {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** Letter. */
  readonly column: string;
  readonly value: string;
}

/** What a person says of a file over what the program would make of it; everything is optional and by name of the sheet. */
export interface ReadingWishes {
  /** Names of the sheets to read; absent: all that hold a table. */
  readonly sheets?: readonly string[];
  /** First and last row of the header; 0 and 0: no header. */
  readonly headerRow?: Readonly<Record<string, readonly [number, number]>>;
  /** Field by column letter; `skip`: not to be read. */
  readonly mapping?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cells?: readonly TypedCell[];
}

export function headerWish(wishes: ReadingWishes | undefined, sheet: string): HeaderWish {
  const rows = ownOf(wishes?.headerRow, sheet);
  const columns = ownOf(wishes?.mapping, sheet);
  return { ...(rows && { rows }), ...(columns && { columns }) };
}

/** A sheet may be called "constructor": only what was said of it counts. */
function ownOf<T>(named: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return named && Object.hasOwn(named, name) ? named[name] : undefined;
}

/** Fields named that such a file does not have. */
export function unknownFields(kind: ImportKind, wishes: ReadingWishes): string[] {
  const known = new Set([...fieldsOf(kind), 'skip']);
  return Object.values(wishes.mapping ?? {}).flatMap((columns) => Object.values(columns).filter((field) => !known.has(field)));
}

/** The book with the typed cells in place. A merge of which every cell was typed is no merge any more. */
export function withTypedCells(book: Workbook, cells: readonly TypedCell[] = []): Workbook {
  if (cells.length === 0) return book;
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      retyped(
        sheet,
        new Map(cells.filter((one) => one.sheet === sheet.name).map((one) => [place(one.row, columnNumber(one.column)), one.value])),
      ),
    ),
  };
}

const place = (row: number, column: number) => `${row}:${column}`;

function retyped(sheet: Sheet, typed: ReadonlyMap<string, string>): Sheet {
  if (typed.size === 0) return sheet;
  const columnsOf = new Map<number, [number, string][]>();
  for (const [at, value] of typed) {
    const [row, column] = at.split(':').map(Number) as [number, number];
    columnsOf.set(row, [...(columnsOf.get(row) ?? []), [column, value]]);
  }
  const rows = sheet.rows.map((row) => {
    const own = columnsOf.get(row.n);
    if (!own) return row;
    const cells = [...row.cells];
    for (const [column, value] of own) {
      while (cells.length < column) cells.push(null);
      cells[column - 1] = value.trim() === '' ? null : value;
    }
    return { ...row, cells };
  });
  const merges = sheet.merges.filter(({ top, left, bottom, right }) => {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (!typed.has(place(row, column))) return true;
    return false;
  });
  return { ...sheet, rows, merges };
}
