import { type Cell, cellText, columnLetter, isBlank, type Sheet, type Workbook } from './cell';
import type { LineKind } from './classify-rows';
import type { HeaderFound } from './find-header';
import { fromTcvn3, fromVni } from './legacy-text';
import { fieldsOf, type ImportKind } from './match-columns';
import type { FilePlan, PlannedSheet } from './plan-file';
import { readCitizenId } from './read-citizen-id';
import { readCodeWord, readMarket } from './read-codes';
import { daySerial, readDate } from './read-date';
import { readName } from './read-name';
import { readPhones } from './read-phones';

/** How much a match of a column can be trusted; `doubtful` wants a person's word before anything is taken in. */
export type Certainty = 'chosen' | 'remembered' | 'sure' | 'doubtful';

export interface SheetColumn {
  readonly letter: string;
  readonly header: string;
  /** Null: nobody knows the column, it is not read. `skip`: known and not needed. */
  readonly field: string | null;
  readonly certainty: Certainty | null;
  readonly samples: readonly string[];
}

/** What was understood of one sheet, for the person who sent it. */
export interface SheetReport {
  readonly name: string;
  readonly state: 'read' | 'hidden' | 'not_read';
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly dataRows: number;
  /** Lines that are no people: kind, how many, the first ones. */
  readonly left: readonly { readonly what: LineKind; readonly count: number; readonly rows: readonly number[] }[];
  readonly columns: readonly SheetColumn[];
  /** Fields a column may be given. */
  readonly fields: readonly string[];
  /** The first lines as they stand, so that a person can point at the header. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const PREVIEW = { rows: 20, columns: 40 };
const MOST_SAMPLES = 3;
const MOST_ROWS_NAMED = 10;

/** Everything the importer made of the file before it judged a single row. */
export function describeSheets(book: Workbook, kind: ImportKind, plan: Pick<FilePlan, 'sheets' | 'headers'>): SheetReport[] {
  const fields = fieldsOf(kind);
  return book.sheets.map((sheet) => {
    const planned = plan.sheets.find((one) => one.sheet === sheet);
    const header = planned?.header ?? plan.headers.get(sheet.name);
    return {
      name: sheet.name,
      state: sheet.hidden ? 'hidden' : planned ? 'read' : 'not_read',
      header: header ? { top: header.top, bottom: header.bottom } : null,
      dataRows: planned?.data.length ?? 0,
      left: planned ? leftOf(planned) : [],
      columns: sheet.hidden || !header ? [] : columnsOf(sheet, header, book.date1904, planned),
      fields,
      preview: sheet.hidden
        ? []
        : sheet.rows
            .slice(0, PREVIEW.rows)
            .map(({ n, cells }) => ({ row: n, cells: cells.slice(0, PREVIEW.columns).map((cell) => shownCell(cell, book.date1904)) })),
    };
  });
}

/** A cell as its sender sees it in the spreadsheet: dates day first. */
export function shownCell(cell: Cell | undefined, date1904: boolean): string {
  if (Array.isArray(cell) && cell[0] === 'd') {
    const day = daySerial(cell[1] as number, date1904);
    return day ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : String(cell[1]);
  }
  return cellText(cell);
}

/** Text of the old encodings as it would read, so that it is judged by its words. */
function unicode(cell: Cell, planned: PlannedSheet | undefined): Cell {
  const legacy = planned?.context.isLegacy(cell);
  return legacy === 't' ? fromTcvn3(cellText(cell)) : legacy === 'v' ? fromVni(cellText(cell)) : cell;
}

function leftOf({ other }: PlannedSheet): SheetReport['left'] {
  const groups = new Map<LineKind, number[]>();
  for (const { what, row } of other) groups.set(what, [...(groups.get(what) ?? []), row]);
  return [...groups].map(([what, rows]) => ({ what, count: rows.length, rows: rows.slice(0, MOST_ROWS_NAMED) }));
}

function columnsOf(sheet: Sheet, header: HeaderFound, date1904: boolean, planned: PlannedSheet | undefined): SheetColumn[] {
  const { columns, unknown, skipped, twice } = header.matches;
  const lines = planned ? planned.data.map(({ row }) => row) : sheet.rows.filter(({ n }) => n > header.bottom);
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), Math.max(0, ...columns.map(({ column }) => column)));
  return Array.from({ length: width }, (_, i) => {
    const letter = columnLetter(i + 1);
    const cells = lines.map((row) => unicode(row.cells[i] ?? null, planned)).filter((cell) => !isBlank(cell));
    const match = columns.find((one) => one.column === i + 1);
    const left = skipped.find((one) => one.letter === letter);
    const other = unknown.find((one) => one.letter === letter);
    const again = twice.some(({ letters }) => letters.slice(1).includes(letter));
    return {
      letter,
      header: match?.header ?? left?.header ?? other?.header ?? '',
      field: match?.field ?? (left || again ? 'skip' : null),
      certainty: match ? certaintyOf(match, cells, date1904) : left?.by === 'words' ? 'sure' : (left?.by ?? null),
      samples: [...new Set(cells.map((cell) => shownCell(cell, date1904).slice(0, 60)))].slice(0, MOST_SAMPLES),
    };
  }).filter(({ header: words, field, samples }) => words !== '' || field !== null || samples.length > 0);
}

function certaintyOf({ by, field }: HeaderFound['matches']['columns'][number], cells: readonly Cell[], date1904: boolean): Certainty {
  if (by === 'chosen') return 'chosen';
  const fits = FITS[field];
  const looked = cells.slice(0, 200);
  if (fits && looked.length > 0 && looked.filter((cell) => fits(cell, date1904)).length < looked.length / 2) return 'doubtful';
  return by === 'remembered' ? 'remembered' : 'sure';
}

type Fits = (cell: Cell, date1904: boolean) => boolean;
const isDay: Fits = (cell, date1904) => readDate(cell, { partial: true, date1904 }).kind === 'day';
const isNumber: Fits = (cell) => ['id', 'short'].includes(readCitizenId(cell).kind) || /^['\u2019]?\d{9}$/.test(cellText(cell).trim());
const isName: Fits = (cell) => readName(cell).kind === 'name';

/** Fields whose contents can be told from others; a header that promises one and a column that holds something else is a doubt. */
const FITS: Readonly<Record<string, Fits>> = {
  fullName: isName,
  idNumber: isNumber,
  key: (cell) => isNumber(cell, false) || /\d/.test(cellText(cell)),
  birthDate: isDay,
  birthDateM: isDay,
  birthDateF: isDay,
  exitDate: isDay,
  returnDate: isDay,
  contractSigned: isDay,
  contractStart: isDay,
  contractEnd: isDay,
  extendedTo: isDay,
  noticedOn: isDay,
  lastSeenOn: isDay,
  certificateDate: isDay,
  selectedDate: isDay,
  sex: (cell) => readCodeWord('sex', cell) !== undefined,
  market: (cell) => {
    const reading = readMarket(cell);
    return reading.kind !== 'unclear' || reading.candidates.length > 0;
  },
  phones: (cell) => readPhones(cell).phones.length > 0 || readPhones(cell).warnings.includes('PHONE_OLD_11_DIGITS'),
};
