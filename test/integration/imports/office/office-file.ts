import { type CellValue, type Column, type Row, Workbook, type Worksheet } from 'exceljs';

/** What a row of an office's file must become, written down before any import has seen it. */
export interface ExpectedRow {
  readonly row: number;
  readonly sheet?: string;
  /** One of these is right; `stored` stands for create, update and unchanged. */
  readonly verdict: readonly ('stored' | 'refuse' | 'ask' | 'duplicate')[];
  readonly code?: readonly string[];
  /** A warning (or any message of the row) must have one of these codes. */
  readonly warn?: readonly string[];
  /** Fields stored; what is absent must be stored empty. */
  readonly values?: Record<string, unknown>;
  readonly fieldAlso?: Record<string, unknown[]>;
  /** Code of the commune of today. */
  readonly commune?: string;
}

export interface OfficeFile {
  readonly name: string;
  readonly kind: 'register' | 'departures';
  readonly login: string;
  readonly bytes: Buffer;
  readonly answers?: Readonly<Record<string, string>>;
  /** The whole file must be refused with one of these codes. */
  readonly refusal?: readonly string[];
  /** Codes of notices or questions the sender must see. */
  readonly told?: readonly string[];
  readonly rows: readonly ExpectedRow[];
}

export interface Person {
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly birth: string;
  readonly id: string;
}

const WOMEN = [
  'Lò Thị Hương',
  'Vàng Thị Mỷ',
  'Nguyễn Thị Lễ',
  'Giàng Thị Dở',
  'Tẩn Mẩy Chẳn',
  'Hoàng Thị Nhã',
  'Phàn Lở Mẩy',
  'Sùng Thị Súa',
];
const MEN = ['Lò Văn Ánh', 'Vàng A Sử', 'Nguyễn Văn Dũng', 'Giàng A Pháo', 'Tẩn Phù Quẩy', 'Hoàng Văn Nghĩa', 'Phàn A Chiến', 'Lý Láo Tả'];
const LAST = ['', ' Một', ' Hai', ' Ba', ' Bốn', ' Năm', ' Sáu', ' Bảy', ' Tám', ' Chín'];

/** Somebody who does not exist: right shape of number, serial above what a small province has given out. */
export function person(n: number): Person {
  const sex = n % 2 === 0 ? 'F' : 'M';
  const year = 1984 + (n % 22);
  const birth = `${year}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
  const names = sex === 'F' ? WOMEN : MEN;
  const name = `${names[Math.floor(n / 2) % names.length]}${LAST[Math.floor(n / 16) % LAST.length]}`;
  const century = (year < 2000 ? 0 : 2) + (sex === 'F' ? 1 : 0);
  return { name, sex, birth, id: `012${century}${String(year % 100).padStart(2, '0')}${900_000 + n}` };
}

/** 1996-03-05 → 05/03/1996. */
export function vn(day: string, mark = '/'): string {
  return [day.slice(8), day.slice(5, 7), day.slice(0, 4)].join(mark);
}

/** What is stored of a person whose line tells nothing else. */
export function basics(p: Person, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    fullName: p.name,
    sex: p.sex,
    birthDate: p.birth,
    birthPrecision: 'YMD',
    idNumber: p.id,
    stage: 'REGISTERED',
    ...more,
  };
}

export const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

export interface SheetLook {
  merges?: string[];
  hiddenRows?: number[];
  hiddenColumns?: number[];
  state?: 'hidden' | 'veryHidden';
  font?: string;
  styledTo?: number;
}

export function addSheet(book: Workbook, name: string, rows: readonly (readonly unknown[])[], look: SheetLook = {}): Worksheet {
  const sheet = book.addWorksheet(name, look.state ? { state: look.state } : {});
  rows.forEach((cells, i) => {
    cells.forEach((value, c) => {
      if (value === null || value === undefined || value === '') return;
      const cell = sheet.getCell(i + 1, c + 1);
      cell.value = value as CellValue;
      if (value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
      if (look.font && typeof value === 'string') cell.font = { name: look.font, size: 12 };
    });
  });
  for (const range of look.merges ?? []) sheet.mergeCells(range);
  for (const row of look.hiddenRows ?? []) (sheet.getRow(row) as Row).hidden = true;
  for (const column of look.hiddenColumns ?? []) (sheet.getColumn(column) as Column).hidden = true;
  for (let row = rows.length + 1; row <= (look.styledTo ?? 0); row++)
    for (let column = 1; column <= 6; column++) sheet.getCell(row, column).border = { top: { style: 'thin' } };
  return sheet;
}

export async function bytesOf(book: Workbook): Promise<Buffer> {
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet. */
export async function workbook(
  rows: readonly (readonly unknown[])[],
  look: SheetLook & { name?: string; date1904?: boolean } = {},
): Promise<Buffer> {
  const book = new Workbook();
  if (look.date1904) book.properties.date1904 = true;
  addSheet(book, look.name ?? 'Sheet1', rows, look);
  return bytesOf(book);
}

export const csv = (rows: readonly (readonly unknown[])[], mark: string): string =>
  rows
    .map((row) => row.map((cell) => (String(cell ?? '').includes(mark) ? `"${String(cell)}"` : String(cell ?? ''))).join(mark))
    .join('\r\n');
