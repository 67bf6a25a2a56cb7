import { type CitizenId, foldText, type LocalDate, type Steps } from '@app/kernel';
import type { Workbook } from './cell';
import { aside, issue, type Issue, type Notice, notice, type Question, type Warning } from './issue';
import type { ReportKind } from './match-columns';
import { type FilePlan, planFile } from './plan-file';
import { readCitizenId } from './read-citizen-id';
import { readCodeWord, readMarket } from './read-codes';
import { readCode } from './read-contact';
import { ordinaryCase, readName, readWords } from './read-name';
import { askForZeroes, columnOrder, type FileRefusal, type RegisterOptions } from './read-register';
import { RowCells } from './row-cells';

export interface ReportValues {
  readonly caseCode: string | null;
  readonly idNumber: CitizenId | null;
  readonly fullName: string | null;
  readonly exitDate: LocalDate | null;
  readonly market: string | null;
  readonly employer: string | null;
  readonly workplace: string | null;
  readonly contractStart: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly returnDate: LocalDate | null;
  readonly returnType: string | null;
  /** New end of an extended contract, and the days of that contract. */
  readonly newEnd: LocalDate | null;
  readonly signedOn: LocalDate | null;
  /** Day the agency learnt that somebody left the workplace, and the last day they were there. */
  readonly noticedOn: LocalDate | null;
  readonly lastSeenOn: LocalDate | null;
  /** Day and number of the certificate of orientation. */
  readonly certificateDate: LocalDate | null;
  readonly certificateNo: string | null;
  readonly gate: string | null;
  readonly notes: string | null;
}

export interface ReportEntry {
  readonly sheet: string;
  readonly row: number;
  readonly values: ReportValues;
  readonly issues: Issue[];
  readonly warnings: Warning[];
  readonly letter: (field: string) => string | null;
}

export interface CaseReportsReading {
  readonly plan: FilePlan;
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  readonly refusal?: FileRefusal;
  readonly entries: readonly ReportEntry[];
}

const NEEDED = [
  'key',
  'caseCode',
  'idNumber',
  'exitDate',
  'contractStart',
  'contractEnd',
  'returnDate',
  'market',
  'extendedTo',
  'noticedOn',
  'certificateDate',
];

/** Reads a list that an agency reports for cases already known (departures, returns, extensions, absences, certificates), a step per line. */
export function* readCaseReports(
  book: Workbook,
  kind: ReportKind,
  options: Omit<RegisterOptions, 'find' | 'isCommune'>,
): Steps<CaseReportsReading> {
  const plan = planFile(book, kind, { ...options, isCommune: () => false });
  const questions: Question[] = [...plan.questions];
  const notices: Notice[] = [...plan.notices];
  if (plan.refusal) return { plan, entries: [], questions, notices, refusal: plan.refusal };
  const entries: ReportEntry[] = [];
  for (const sheet of plan.sheets) {
    const order = new Map<string, string[]>();
    const zeroes = new Map((['key', 'idNumber'] as const).map((field) => [field, askForZeroes(sheet, field, options.answers, questions)]));
    let serials = false;
    for (const line of sheet.data) {
      const cells = new RowCells(sheet.context, line.row);
      const values = readRow(cells, kind, zeroes);
      cells.waitForEncoding();
      serials ||= cells.serialDates;
      for (const field of cells.monthFirst) order.set(field, [...(order.get(field) ?? []), `dòng ${line.row.n}: ${cells.text(field)}`]);
      entries.push({
        sheet: sheet.sheet.name,
        row: line.row.n,
        values,
        issues: cells.issues,
        warnings: cells.warnings,
        letter: (field) => cells.letter(field),
      });
      yield;
    }
    if (serials) notices.push(notice(sheet.sheet.name, 'SERIAL_DATES'));
    const refusal = columnOrder(sheet, order);
    if (refusal) return { plan, entries: [], questions, notices, refusal };
  }
  holdRepeats(entries);
  return { plan, entries, questions, notices };
}

function readRow(row: RowCells, kind: ReportKind, zeroes: ReadonlyMap<string, 'yes' | 'no' | null>): ReportValues {
  row.checkMerges();
  row.checkFormulas(NEEDED);
  const key = readKey(row, zeroes);
  const exitDate = kind === 'departures' ? (row.day('exitDate')?.day ?? null) : null;
  const returnDate = kind === 'departures' || kind === 'returns' ? (row.day('returnDate')?.day ?? null) : null;
  const contractStart = row.day('contractStart')?.day ?? null;
  const contractEnd = row.day('contractEnd')?.day ?? null;
  const market = readMarket(row.cell('market'));
  if (market.kind === 'unclear') row.stop('MARKET_UNCLEAR', 'ask', 'market', '', market.candidates);
  const today = row.sheet.today;
  const endField = row.blank('extendedTo') ? 'contractEnd' : 'extendedTo';
  const newEnd = kind === 'extensions' ? ((endField === 'extendedTo' ? row.day('extendedTo')?.day : contractEnd) ?? null) : null;
  const signedOn = row.day('signedOn', { needed: false })?.day ?? null;
  const noticedOn = kind === 'absences' ? (row.day('noticedOn')?.day ?? null) : null;
  const lastSeenOn = row.day('lastSeenOn', { needed: false })?.day ?? null;
  const certificateDate = kind === 'certificates' ? (row.day('certificateDate')?.day ?? null) : null;
  const lacking = LACKING[kind].every((field) => row.blank(field));
  if (lacking) row.stop(MISSING[kind], 'refuse', LACKING[kind].find((field) => row.has(field)) ?? null);
  if (noticedOn && noticedOn > today) row.stop('DATE_IN_FUTURE', 'refuse', 'noticedOn');
  if (lastSeenOn && noticedOn && lastSeenOn > noticedOn) row.warn('DATE_IMPOSSIBLE', 'lastSeenOn');
  if (certificateDate && certificateDate > today) row.stop('DATE_IN_FUTURE', 'refuse', 'certificateDate');
  if (exitDate && exitDate > today) row.stop('EXIT_IN_FUTURE', 'refuse', 'exitDate');
  if (returnDate && returnDate > today) row.stop('RETURN_IN_FUTURE', 'refuse', 'returnDate');
  if (exitDate && returnDate && returnDate < exitDate) row.stop('RETURN_BEFORE_EXIT', 'refuse', 'returnDate');
  const start = contractStart ?? exitDate;
  if (start && contractEnd && contractEnd < start) row.stop('CONTRACT_END_BEFORE_START', 'refuse', 'contractEnd');
  return {
    ...key,
    fullName: nameOf(row),
    exitDate,
    returnDate,
    contractStart,
    contractEnd,
    newEnd,
    signedOn,
    noticedOn,
    lastSeenOn,
    certificateDate,
    certificateNo: kind === 'certificates' ? readWords(row.cell('certificateNo')) : null,
    market: market.kind === 'market' ? market.code : null,
    employer: readWords(row.cell('employer')),
    workplace: readWords(row.cell('workplace')),
    returnType: readCodeWord('returnType', row.cell('returnType')) || null,
    gate: readWords(row.cell('gate')),
    notes: readWords(row.cell('notes')),
  };
}

/** The fields of which one says what is reported, and what is told when all are empty. */
const LACKING: Readonly<Record<ReportKind, readonly string[]>> = {
  departures: ['exitDate', 'returnDate'],
  returns: ['returnDate'],
  extensions: ['extendedTo', 'contractEnd'],
  absences: ['noticedOn'],
  certificates: ['certificateDate'],
};
const MISSING = {
  departures: 'EXIT_MISSING',
  returns: 'RETURN_MISSING',
  extensions: 'EXTENSION_MISSING',
  absences: 'NOTICE_DAY_MISSING',
  certificates: 'CERTIFICATE_DAY_MISSING',
} as const;

/** Who the line is about: a case code, an identity number, or either in one column. */
export function readKey(row: RowCells, zeroes: ReadonlyMap<string, 'yes' | 'no' | null>): Pick<ReportValues, 'caseCode' | 'idNumber'> {
  let caseCode = readCode(row.cell('caseCode'));
  const field = row.blank('idNumber') ? 'key' : 'idNumber';
  const cell = row.cell(field);
  const reading = readCitizenId(cell);
  if (reading.kind === 'id') return { caseCode, idNumber: reading.id };
  if (reading.kind === 'short') {
    const answer = zeroes.get(field) ?? null;
    if (answer === null) row.stop('ID_LEADING_ZERO_LOST', 'ask', field);
    if (answer === 'no') row.stop('ID_NOT_12_DIGITS', 'refuse', field);
    return { caseCode, idNumber: answer === 'no' ? null : reading.id };
  }
  if (field === 'key' && reading.kind === 'bad' && reading.code === 'ID_NOT_12_DIGITS' && /\p{L}/u.test(row.text('key'))) {
    caseCode = readCode(cell);
    return { caseCode, idNumber: null };
  }
  if (reading.kind === 'bad' && reading.code !== 'FORMULA_CELL') row.stop(reading.code, 'refuse', field);
  if (reading.kind === 'none' && !caseCode)
    row.stop('ID_MISSING', 'refuse', row.has('key') ? 'key' : row.has('idNumber') ? 'idNumber' : 'caseCode');
  return { caseCode, idNumber: null };
}

/** The name is only a cross-check and may be empty. */
function nameOf(row: RowCells): string | null {
  const fields = row.has('fullName') ? ['fullName'] : ['nameFront', 'nameLast'];
  const names: string[] = [];
  for (const field of fields) {
    const reading = readName(row.cell(field));
    if (reading.kind === 'bad' && reading.code !== 'FORMULA_CELL') row.stop(reading.code, 'refuse', field);
    if (reading.kind === 'name') names.push(reading.name);
  }
  return names.length > 0 ? ordinaryCase(names.join(' ')) : null;
}

/** The same line again waits for the first; two lines of one person that differ stop each other. */
function holdRepeats(entries: readonly ReportEntry[]): void {
  const byKey = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    const key = entry.values.idNumber ?? entry.values.caseCode;
    if (key) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  for (const same of byKey.values()) {
    if (same.length < 2) continue;
    const words = same.map(({ values }) => saidBy(values));
    const first = same[0]!;
    for (const [i, entry] of same.entries()) {
      const letter = entry.letter('key') ?? entry.letter('caseCode') ?? entry.letter('idNumber');
      if (words[i] === words[0] && words.every((word) => word === words[0])) {
        if (i > 0) entry.issues.push(issue(entry.row, 'REPEATED_ROW', 'duplicate', letter, null, aside('LIKE_ROW', first.row)));
      } else
        entry.issues.unshift(
          issue(entry.row, 'CONFLICT_IN_FILE', 'refuse', letter, null, aside('SEE_ROWS', same.map(({ row }) => row).join(', '))),
        );
    }
  }
}

function saidBy({ fullName, ...values }: ReportValues): string {
  return JSON.stringify({ ...values, fullName: fullName && foldText(fullName) });
}
