import { type Cell, cellText, columnLetter, columnNumber, isBlank, type Sheet, type Workbook } from './cell';
import { classifyRows, type PersonLine, type OtherLine } from './classify-rows';
import { findHeader, type HeaderFound } from './find-header';
import { aside, type Answers, answerTo, type Notice, notice, type Question } from './issue';
import { fromTcvn3, fromVni, looksTcvn3, looksVni } from './legacy-text';
import { headerKey, type ImportKind } from './match-columns';
import { readDate } from './read-date';
import { headerUnit } from './read-money';
import { communeInTitle, districtInTitle } from './place';
import { headerWish, type ReadingWishes } from './reading-wishes';
import type { SheetContext } from './row-cells';

export interface PlannedSheet {
  readonly sheet: Sheet;
  readonly context: SheetContext;
  readonly header: HeaderFound;
  readonly data: readonly PersonLine[];
  readonly other: readonly OtherLine[];
  readonly district?: string;
  /** Day the list says it was drawn up for. */
  readonly statedOn: string | null;
  /** Commune for lines that name none: sheet name or title, only where no column and no group line tells it. */
  readonly fallbackCommune: string | null;
}

export interface FilePlan {
  readonly sheets: readonly PlannedSheet[];
  /** The header seen on each sheet, also where it is not enough to read by. */
  readonly headers: ReadonlyMap<string, HeaderFound>;
  readonly notices: readonly Notice[];
  readonly questions: readonly Question[];
  /** Why nothing can be read; then there are no sheets. */
  readonly refusal?: {
    readonly code: 'HEADER_NOT_FOUND' | 'HEADER_COLUMN_MISSING' | 'HEADER_COLUMN_TWICE';
    readonly message: string;
  };
}

const KEY_FIELDS = [
  'loanNo',
  'reference',
  'extendedTo',
  'noticedOn',
  'fullName',
  'idNumber',
  'key',
  'caseCode',
  'birthDate',
  'birthDateM',
  'birthDateF',
  'exitDate',
  'returnDate',
  'contractEnd',
  'contractSigned',
];
const FIELD_WORDS: Record<string, string> = {
  loanNo: 'mã món vay',
  reference: 'số chứng từ',
  opening: 'dư nợ đầu kỳ',
  fullName: 'họ tên',
  nameLast: 'tên',
  idNumber: 'số CCCD',
  birthDate: 'ngày sinh',
  birthDateM: 'ngày sinh',
  caseCode: 'mã hồ sơ',
  key: 'mã hồ sơ hoặc CCCD',
  exitDate: 'ngày xuất cảnh',
  returnDate: 'ngày về nước',
  contractEnd: 'ngày hết hạn hợp đồng',
  contractSigned: 'ngày ký hợp đồng',
  birthDateF: 'ngày sinh',
  extendedTo: 'ngày hết hạn mới',
  noticedOn: 'ngày phát hiện vắng mặt',
};

/** Finds what is to be read: sheets with a header, their lines, and what must be told or asked first. */
export function planFile(
  book: Workbook,
  kind: ImportKind,
  options: {
    answers: Answers;
    today: string;
    isCommune: (written: string) => boolean;
    remembered?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    wishes?: ReadingWishes;
  },
): FilePlan {
  const notices: Notice[] = [];
  const sheets: PlannedSheet[] = [];
  const questions: Question[] = [];
  const headers = new Map<string, HeaderFound>();
  let nearest: { sheet: string; header: HeaderFound; missing: string[][] } | undefined;
  if (book.externalLinks) notices.push(notice('', 'EXTERNAL_LINK'));
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      notices.push(notice(sheet.name, 'HIDDEN_SHEET', aside('SHEET', sheet.name)));
      continue;
    }
    if (options.wishes?.sheets && !options.wishes.sheets.includes(sheet.name)) {
      notices.push(notice(sheet.name, 'SHEET_LEFT_OUT', `“${sheet.name}”.`));
      continue;
    }
    const remembered: Record<string, string> = Object.assign(Object.create(null), ...Object.values(options.remembered ?? {}));
    const search = findHeader(sheet, kind, remembered, headerWish(options.wishes, sheet.name));
    const seen = search.found ?? search.nearest?.header;
    if (seen) headers.set(sheet.name, seen);
    if (!search.found) {
      if (search.nearest && search.nearest.header.matches.columns.length > (nearest?.header.matches.columns.length ?? 0))
        nearest = { sheet: sheet.name, ...search.nearest };
      if (sheet.rows.filter(({ cells }) => cells.filter((cell) => !isBlank(cell)).length >= 3).length > 1)
        notices.push(notice(sheet.name, 'SHEET_SKIPPED', `“${sheet.name}”.`));
      continue;
    }
    const twice = search.found.matches.twice.filter(({ field }) => KEY_FIELDS.includes(field) && differ(sheet, search.found!, field));
    if (twice.length > 0)
      return {
        sheets: [],
        headers,
        notices,
        questions: [],
        refusal: {
          code: 'HEADER_COLUMN_TWICE',
          message: `Trang “${sheet.name}”: ${twice.map(({ field, letters }) => `${FIELD_WORDS[field]} có ở các cột ${letters.join(', ')}`).join('; ')}. Hãy giữ một cột rồi gửi lại.`,
        },
      };
    const legacy = legacyOf(sheet, search.found);
    const convert = legacy.cells === 0 ? 'no' : answerTo(options.answers, 'ENCODING_TCVN3', null);
    if (legacy.cells > 0) {
      notices.push(notice(sheet.name, 'ENCODING_TCVN3', aside('CELLS', legacy.cells)));
      questions.push({
        id: 'ENCODING_TCVN3',
        code: 'ENCODING_TCVN3',
        column: null,
        rows: legacy.rows,
        question: `Chữ trong ${legacy.cells} ô viết bằng bộ gõ cũ. Chuyển sang Unicode? Ví dụ: ${legacy.samples.join('; ')}.`,
        options: ['yes', 'no'],
        answer: convert,
      });
    }
    sheets.push(planSheet(book, sheet, search.found, convert, legacy.isLegacy, options, notices));
  }
  if (sheets.length > 0) return { sheets, headers, notices, questions };
  const lacking = nearest?.missing
    .map((group) =>
      group
        .map((field) => FIELD_WORDS[field] ?? field)
        .filter((word, i, all) => all.indexOf(word) === i)
        .join(' hoặc '),
    )
    .join('; ');
  return {
    sheets,
    headers,
    notices,
    questions,
    refusal:
      nearest && lacking
        ? {
            code: 'HEADER_COLUMN_MISSING',
            message: `Trang “${nearest.sheet}”, dòng tiêu đề ${nearest.header.top}: thiếu cột ${lacking}. Hãy bổ sung cột còn thiếu rồi gửi lại.`,
          }
        : {
            code: 'HEADER_NOT_FOUND',
            message:
              'Không tìm thấy dòng tiêu đề của bảng (các cột như Họ và tên, Số CCCD, Ngày sinh…). Hãy kiểm tra tệp hoặc dùng mẫu của hệ thống.',
          },
  };
}

function planSheet(
  book: Workbook,
  sheet: Sheet,
  header: HeaderFound,
  convert: SheetContext['convert'],
  isLegacy: SheetContext['isLegacy'],
  options: Parameters<typeof planFile>[2],
  notices: Notice[],
): PlannedSheet {
  const lines = classifyRows(sheet, header, options.isCommune);
  const titles = [...lines.other.filter(({ what }) => what === 'TITLE').map(({ text }) => text), sheet.name];
  const columns = new Map(header.matches.columns.map((match) => [match.field, match]));
  const hiddenRows = lines.data.filter(({ row }) => row.hidden).map(({ row }) => row.n);
  if (hiddenRows.length > 0)
    notices.push(notice(sheet.name, 'HIDDEN_ROWS', aside('ROWS', hiddenRows.slice(0, 20).join(', ')), { rows: hiddenRows }));
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const hiddenColumns = sheet.hiddenColumns.filter((column) => column <= width);
  if (hiddenColumns.length > 0)
    notices.push(notice(sheet.name, 'HIDDEN_COLUMNS', aside('COLUMNS', hiddenColumns.map(columnLetter).join(', '))));
  for (const { row, total, printed, counted } of lines.wrongCounts)
    notices.push(
      notice(sheet.name, total ? 'TOTAL_MISMATCH' : 'SUBTOTAL_MISMATCH', aside('COUNTED', row, printed, counted), {
        rows: [row],
      }),
    );
  const { unknown, twice } = header.matches;
  const nameless = columnsWithoutWords(header, lines.data).filter(
    ({ letter }) => !hiddenColumns.some((column) => columnLetter(column) === letter),
  );
  if (unknown.length > 0 || nameless.length > 0)
    notices.push(
      notice(sheet.name, 'COLUMN_UNKNOWN', [...unknown, ...nameless].map(({ letter, header: words }) => `${letter} (${words})`).join(', ')),
    );
  const repeated = twice.filter(({ field }) => field !== 'seq');
  if (repeated.length > 0) notices.push(notice(sheet.name, 'COLUMN_TWICE', repeated.map(({ letters }) => letters.join(', ')).join('; ')));
  const skipped = lines.other.filter(({ what }) => what === 'OTHER').map(({ row }) => row);
  if (skipped.length > 0)
    notices.push(notice(sheet.name, 'LINES_SKIPPED', aside('LINES', skipped.slice(0, 20).join(', ')), { rows: skipped }));
  const named = columns.has('commune') || columns.has('address') || lines.other.some(({ what }) => what === 'GROUP');
  const district = districtInTitle(titles);
  const moneyUnit = unitInTitle(titles);
  return {
    sheet,
    header,
    data: lines.data,
    other: lines.other,
    ...(district && { district }),
    statedOn: statedDay(titles),
    fallbackCommune: named ? null : options.isCommune(sheet.name) ? sheet.name : (communeInTitle(titles) ?? null),
    context: {
      name: sheet.name,
      columns,
      merges: sheet.merges.filter(({ bottom }) => bottom > header.bottom),
      date1904: book.date1904,
      convert,
      isLegacy,
      today: options.today,
      ...(moneyUnit && { moneyUnit }),
    },
  };
}

/** "Đơn vị tính: nghìn đồng" above the table. */
function unitInTitle(titles: readonly string[]): ReturnType<typeof headerUnit> {
  for (const title of titles) {
    const unit = /(?:đơn vị(?: tính)?|đvt|don vi(?: tinh)?|dvt)\s*[:(]?\s*([^|]*)/iu.exec(title.normalize('NFC'))?.[1];
    const read = unit && headerUnit(unit);
    if (read) return read;
  }
  return undefined;
}

function statedDay(titles: readonly string[]): string | null {
  for (const title of titles) {
    const named = /(?:đến|ngày)\s*(?:hết\s*)?(?:ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu.exec(title.normalize('NFC'));
    const reading = named && readDate(named[1]!);
    if (reading && reading.kind === 'day') return reading.day;
  }
  return null;
}

/** Columns that most people have something in and nobody gave a name. */
function columnsWithoutWords(header: HeaderFound, data: readonly PersonLine[]): { letter: string; header: string }[] {
  const known = new Set([
    ...header.matches.columns.map(({ letter }) => letter),
    ...header.matches.unknown.map(({ letter }) => letter),
    ...header.matches.twice.flatMap(({ letters }) => letters),
    ...header.matches.skipped.map(({ letter }) => letter),
  ]);
  const width = Math.max(0, ...data.map(({ row }) => row.cells.length));
  const filled = (column: number) => data.filter(({ row }) => !isBlank(row.cells[column])).length;
  return Array.from({ length: width }, (_, i) => i)
    .filter((i) => !known.has(columnLetter(i + 1)) && data.length > 1 && filled(i) > data.length / 2)
    .map((i) => ({ letter: columnLetter(i + 1), header: 'không có tiêu đề' }));
}

/** Two columns of one name hold different things somewhere. */
function differ(sheet: Sheet, header: HeaderFound, field: string): boolean {
  const letters = header.matches.twice.find((one) => one.field === field)!.letters;
  const numbers = letters.map(columnNumber);
  return sheet.rows.some(
    ({ n, cells }) => n > header.bottom && new Set(numbers.map((column) => cellText(cells[column - 1]).trim()).filter(Boolean)).size > 1,
  );
}

/** Texts of the table with any letter beyond the English ones. */
function* accented(sheet: Sheet, header: HeaderFound): Generator<{ row: number; cell: Cell }> {
  for (const { n, cells } of sheet.rows) {
    if (n <= header.bottom) continue;
    for (const cell of cells) {
      const text = typeof cell === 'string' ? cell : Array.isArray(cell) && (cell[0] === 't' || cell[0] === 'v') ? (cell[1] as string) : '';
      if (/[\u0080-\uffff]/.test(text)) yield { row: n, cell };
    }
  }
}

/** Which cells hold text of the old encodings: by font, by pattern, or because most of the file does. */
function legacyOf(
  sheet: Sheet,
  header: HeaderFound,
): { cells: number; rows: number[]; samples: string[]; isLegacy: SheetContext['isLegacy'] } {
  const tally = { t: 0, v: 0, other: 0 };
  for (const { cell } of accented(sheet, header)) tally[byPattern(cell) || 'other'] += 1;
  const all = tally.t + tally.v + tally.other;
  const main = tally.t > 0.5 * all ? 't' : tally.v > 0.5 * all ? 'v' : '';
  const isLegacy = (cell: Cell): 't' | 'v' | '' => {
    const found = byPattern(cell);
    if (found || !main || typeof cell !== 'string') return found;
    return /[\u0080-\uffff]/.test(cell) && !/[\u1EA0-\u1EF9\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0]/.test(cell) ? main : '';
  };
  const marked = tally.t + tally.v === 0 ? [] : [...accented(sheet, header)].filter(({ cell }) => isLegacy(cell) !== '');
  const samples = marked
    .slice(0, 3)
    .map(({ cell }) => `“${cellText(cell)}” → “${isLegacy(cell) === 't' ? fromTcvn3(cellText(cell)) : fromVni(cellText(cell))}”`);
  return {
    cells: marked.length,
    rows: [...new Set(marked.map(({ row }) => row))],
    samples,
    isLegacy: marked.length > 0 ? isLegacy : () => '',
  };
}

function byPattern(cell: Cell): 't' | 'v' | '' {
  if (Array.isArray(cell))
    return cell[0] === 't' || cell[0] === 'v'
      ? /[\u1EA0-\u1EF9\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0]/.test(cell[1] as string)
        ? ''
        : (cell[0] as 't' | 'v')
      : '';
  if (typeof cell !== 'string') return '';
  return looksTcvn3(cell) ? 't' : looksVni(cell) ? 'v' : '';
}

/** The sender's header words and what they were taken for, to be remembered; columns a person left out among them. */
export function mappingOf({ matches: { columns, skipped } }: HeaderFound): Record<string, string> {
  const left = skipped.filter(({ by }) => by !== 'words').map(({ header }) => ({ header, field: 'skip' }));
  return Object.fromEntries(
    [...columns, ...left]
      .map(({ header: words, field }) => [headerKey(words.split(' / ')), field] as const)
      .filter(([key]) => key !== '' && !/ > nam$/.test(key)),
  );
}
