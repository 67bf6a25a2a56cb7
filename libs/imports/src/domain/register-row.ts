import type { CitizenId, LocalDate } from '@app/kernel';
import { addDays } from '@app/kernel';
import { aside } from './issue';
import { type AddressReading, type PlaceAnswer, type PlaceFinder, readAddress } from './place';
import { citizenIdDoubts, readCitizenId } from './read-citizen-id';
import { noteMeans, readCodeWord, readMarket, readStatus } from './read-codes';
import { type ContactReading, readCode, splitNumberAndDay } from './read-contact';
import { headerUnit, readMoney } from './read-money';
import { ordinaryCase, readName, readWords } from './read-name';
import { readPhones } from './read-phones';
import { contact, foreignWage, kindWords, term, visits, word } from './register-words';
import type { RowCells } from './row-cells';

/** What one line of a register says, normalised. Null = not told. Days are ISO, money whole đồng, phones E.164. */
export interface RegisterValues {
  fullName: string | null;
  sex: 'M' | 'F' | null;
  birthDate: LocalDate | null;
  birthPrecision: 'Y' | 'YM' | 'YMD' | null;
  idNumber: CitizenId | null;
  passport: string | null;
  ethnicCode: string | null;
  hamlet: string | null;
  householdClass: string | null;
  priorityGroups: string[];
  education: string | null;
  skill: string | null;
  phones: readonly string[];
  contact: ContactReading | null;
  caseCode: string | null;
  demandDate: LocalDate | null;
  demandMarket: string | null;
  source: string | null;
  officer: string | null;
  agencyWritten: string | null;
  selectedDate: LocalDate | null;
  courseStart: LocalDate | null;
  certificateNo: string | null;
  certificateDate: LocalDate | null;
  contractNo: string | null;
  contractSigned: LocalDate | null;
  termMonths: number | null;
  occupation: string | null;
  wage: bigint | null;
  exitDate: LocalDate | null;
  market: string | null;
  employer: string | null;
  loanAmount: bigint | null;
  loanDate: LocalDate | null;
  loanClass: string | null;
  contractStart: LocalDate | null;
  contractEnd: LocalDate | null;
  extendedTo: LocalDate | null;
  returnDate: LocalDate | null;
  returnType: string | null;
  visitCount: number | null;
  lastVisit: LocalDate | null;
  afterReturn: string | null;
  stage: 'REGISTERED' | 'SELECTED' | 'IN_TRAINING' | 'CONTRACTED' | 'ABROAD' | 'RETURNED' | null;
  notes: string | null;
}

export interface RegisterRow {
  readonly values: RegisterValues;
  readonly place: AddressReading;
  /** The number lacks zeroes: the question of its column. */
  readonly idShort: boolean;
  readonly zeroAdded: boolean;
  readonly inMillions: boolean;
}

export interface RegisterContext {
  readonly find: PlaceFinder;
  readonly district?: string;
  /** Day of the list, where its title tells one. */
  readonly statedOn?: string | null;
  /** Commune of the group line above, of the sheet's name or title. */
  readonly group: string | null;
  /** Answer to the question about lost zeroes of the identity column. */
  readonly zeroes: 'yes' | 'no' | null;
}

const NEEDED = [
  'fullName',
  'nameFront',
  'nameLast',
  'idNumber',
  'birthDate',
  'birthDateM',
  'birthDateF',
  'birthDay',
  'birthMonth',
  'birthYear',
  'sex',
  'commune',
  'address',
  'exitDate',
  'returnDate',
  'contractSigned',
  'contractStart',
  'contractEnd',
  'extendedTo',
  'market',
  'caseCode',
  'loanAmount',
];

/** Reads one line; everything found wrong is noted in `row`. */
export function readRegisterRow(row: RowCells, context: RegisterContext): RegisterRow {
  row.checkMerges();
  row.checkFormulas(NEEDED);
  const fullName = name(row);
  const { birthDate, birthPrecision, sex } = birthAndSex(row);
  const id = identity(row, context.zeroes);
  if (id.idNumber) for (const doubt of citizenIdDoubts(id.idNumber, birthDate, sex)) row.warn(doubt, 'idNumber');
  const place = readPlace(row, context);
  const phones = readPhones(row.cell('phones'));
  for (const code of phones.warnings) row.warn(code, 'phones');
  const words = kindWords(row);
  const papers = certificate(row);
  const extra: string[] = [...words.kept];
  const market = country(row, 'market', true);
  const demandMarket = country(row, 'demandMarket', false);
  const loan = money(row, 'loanAmount');
  const wage = foreignWage(row, extra) ? { amount: null } : money(row, 'wage');
  const contractEnd = row.day('contractEnd')?.day ?? null;
  const values: RegisterValues = {
    fullName,
    sex,
    birthDate,
    birthPrecision,
    idNumber: id.idNumber,
    passport: readCode(row.cell('passport')),
    ethnicCode: words.ethnicCode,
    hamlet: place.hamlet,
    householdClass: words.householdClass,
    priorityGroups: words.priorityGroups,
    education: words.education,
    skill: readWords(row.cell('skill')),
    phones: phones.phones,
    contact: contact(row, extra),
    caseCode: readCode(row.cell('caseCode')),
    demandDate: row.day('demandDate', { needed: false })?.day ?? null,
    demandMarket,
    source: readWords(row.cell('source')),
    officer: readWords(row.cell('officer')),
    agencyWritten: readWords(row.cell('agency')),
    selectedDate: row.day('selectedDate', { needed: false })?.day ?? null,
    courseStart: row.day('courseStart', { needed: false })?.day ?? null,
    certificateNo: papers.number,
    certificateDate: papers.day,
    contractNo: readWords(row.cell('contractNo')),
    contractSigned: row.day('contractSigned')?.day ?? null,
    termMonths: term(row, extra),
    occupation: readWords(row.cell('occupation')),
    wage: wage.amount,
    exitDate: row.day('exitDate')?.day ?? null,
    market,
    employer: readWords(row.cell('employer')) ?? readWords(row.cell('employerAddress')),
    loanAmount: loan.amount,
    loanDate: row.day('loanDate', { needed: false })?.day ?? null,
    loanClass: word(row, 'loanClass', extra),
    contractStart: row.day('contractStart')?.day ?? null,
    contractEnd,
    extendedTo: row.day('extendedTo')?.day ?? null,
    returnDate: row.day('returnDate')?.day ?? null,
    returnType: word(row, 'returnType', extra),
    visitCount: visits(row, extra),
    lastVisit: row.day('lastVisit', { needed: false })?.day ?? null,
    afterReturn: word(row, 'afterReturn', extra),
    stage: null,
    notes: null,
  };
  judgeDates(row, values);
  judgeStage(row, values, extra);
  values.notes = [readWords(row.cell('notes')), ...extra].filter(Boolean).join('; ') || null;
  judgeNote(row);
  const on = values.demandDate ?? context.statedOn ?? row.sheet.today;
  if (birthDate && birthPrecision === 'YMD' && `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > on)
    row.warn('UNDER_18_AT_REGISTRATION', null);
  return {
    values,
    place,
    idShort: id.short,
    zeroAdded: phones.zeroAdded,
    inMillions: loan.unit === 1_000_000 || ('unit' in wage && wage.unit === 1_000_000),
  };
}

function name(row: RowCells): string | null {
  const parts =
    row.has('nameLast') && !row.has('fullName')
      ? [row.cell('nameFront'), row.cell('nameLast')]
      : [row.cell('fullName'), ...(row.has('fullName') && row.has('nameLast') ? [row.cell('nameLast')] : [])];
  const field = row.has('fullName') ? 'fullName' : 'nameLast';
  const names: string[] = [];
  for (const part of parts) {
    const reading = readName(part);
    if (reading.kind === 'bad' && reading.code !== 'FORMULA_CELL') row.stop(reading.code, 'refuse', field);
    if (reading.kind === 'name') names.push(reading.name);
    if (reading.kind === 'bad') return null;
  }
  if (names.length === 0) row.stop('NAME_MISSING', 'refuse', field);
  return names.length === 0 ? null : ordinaryCase(names.join(' '));
}

function birthAndSex(row: RowCells): Pick<RegisterValues, 'birthDate' | 'birthPrecision' | 'sex'> {
  const split = row.has('birthDateM') || row.has('birthDateF');
  let field = 'birthDate';
  let sex: 'M' | 'F' | null = null;
  if (split) {
    const male = !row.blank('birthDateM');
    const female = !row.blank('birthDateF');
    if (male && female) {
      row.stop('SEX_UNCLEAR', 'ask', 'birthDateF', '', ['M', 'F']);
      return { birthDate: null, birthPrecision: null, sex: null };
    }
    field = female ? 'birthDateF' : 'birthDateM';
    sex = female ? 'F' : male ? 'M' : null;
  }
  if (row.has('sexM') || row.has('sexF')) {
    const marks = [row.blank('sexM') ? null : ('M' as const), row.blank('sexF') ? null : ('F' as const)].filter((mark) => mark !== null);
    if (marks.length === 2) row.stop('SEX_UNCLEAR', 'ask', 'sexF', '', ['M', 'F']);
    else if (marks.length === 1) sex = marks[0]!;
  }
  if (row.has('sex') && !row.blank('sex')) {
    const told = readCodeWord('sex', row.cell('sex'));
    if (told === 'M' || told === 'F') sex = told;
    else row.stop('SEX_UNCLEAR', 'ask', 'sex', '', ['M', 'F']);
  }
  const birth = row.has('birthYear') ? birthInParts(row) : row.day(field, { partial: true });
  if (row.has('birthYear')) field = 'birthYear';
  if (!birth) {
    if (row.blank(field)) row.stop('BIRTH_MISSING', 'ask', row.has(field) ? field : null);
    return { birthDate: null, birthPrecision: null, sex };
  }
  if (birth.day >= row.sheet.today || birth.day < '1920-01-01') row.stop('DATE_IMPOSSIBLE', 'refuse', field);
  return { birthDate: birth.day, birthPrecision: birth.precision, sex };
}

/** Day, month and year in columns of their own; without day and month the year alone. */
function birthInParts(row: RowCells): ReturnType<RowCells['day']> {
  const parts = ['birthDay', 'birthMonth', 'birthYear'].map((field) => row.text(field)).filter((text) => text !== '');
  return row.day('birthYear', { partial: true, cell: parts.join('/') });
}

function identity(row: RowCells, zeroes: 'yes' | 'no' | null): { idNumber: CitizenId | null; short: boolean } {
  const reading = readCitizenId(row.cell('idNumber'));
  if (reading.kind === 'id' || reading.kind === 'short') {
    const short = reading.kind === 'short';
    if (short && zeroes === null) row.stop('ID_LEADING_ZERO_LOST', 'ask', 'idNumber');
    if (short && zeroes === 'no') row.stop('ID_NOT_12_DIGITS', 'refuse', 'idNumber');
    return { idNumber: short && zeroes === 'no' ? null : reading.id, short };
  }
  if (reading.kind === 'none') row.stop('ID_MISSING', 'ask', row.has('idNumber') ? 'idNumber' : null);
  else if (reading.code !== 'FORMULA_CELL') row.stop(reading.code, 'refuse', 'idNumber');
  return { idNumber: null, short: false };
}

function readPlace(row: RowCells, context: RegisterContext): AddressReading {
  const district = readWords(row.cell('district')) ?? context.district;
  const hamlet = readWords(row.cell('hamlet'));
  const reading = written(row, context, district, hamlet);
  const field = row.blank('commune') ? (row.blank('address') ? null : 'address') : 'commune';
  const list = reading.place.kind === 'ambiguous' || reading.place.kind === 'divided' ? reading.place.candidates : [];
  const names = list.length > 0 ? `Có thể là: ${list.map((one) => one.name).join('; ')}.` : '';
  const codes = list.map((one) => one.code);
  if (reading.place.kind === 'unknown') row.stop('COMMUNE_UNKNOWN', 'ask', field, '', []);
  if (reading.place.kind === 'ambiguous') row.stop('COMMUNE_AMBIGUOUS', 'ask', field, names, codes);
  if (reading.place.kind === 'divided') row.stop('COMMUNE_DIVIDED', 'ask', field, names, codes);
  if (reading.place.kind === 'found' && reading.place.respelled) row.warn('COMMUNE_SPELLING', field, aside('READ_AS', reading.place.name));
  return reading;
}

/** A province in a column of its own narrows the commune as if it were written behind it. */
function inProvince(row: RowCells, commune: string): string {
  const province = readWords(row.cell('provinceName'));
  return province === null ? commune : `${commune}, ${/^(tỉnh|thành phố|tp)/iu.test(province) ? '' : 'tỉnh '}${province}`;
}

function written(row: RowCells, context: RegisterContext, district: string | undefined, hamlet: string | null): AddressReading {
  const commune = readWords(row.cell('commune'));
  if (commune)
    return {
      written: commune,
      hamlet: hamlet ?? readWords(row.cell('address')),
      place: context.find(inProvince(row, commune), {
        ...(district && { district }),
        oldOnly: /(^|\s)\(?cũ\)?(\s|$)/i.test(row.header('commune')),
      }),
    };
  const address = readWords(row.cell('address'));
  if (address) {
    const reading = readAddress(address, context.find, district ? { district } : {});
    return { ...reading, hamlet: hamlet ?? reading.hamlet };
  }
  const place: PlaceAnswer = context.group ? context.find(context.group, district ? { district } : {}) : { kind: 'unknown' };
  return { written: context.group, hamlet, place };
}

function certificate(row: RowCells): { number: string | null; day: LocalDate | null } {
  const combined = row.has('certificate') ? 'certificate' : 'certificateNo';
  const split = splitNumberAndDay(row.cell(combined));
  const own = row.has('certificateDate') ? row.day('certificateDate', { needed: false })?.day : undefined;
  const day = own ?? (split.day ? row.day(combined, { cell: split.day, needed: false })?.day : undefined);
  return { number: split.number, day: day ?? null };
}

/** `needed`: unclear words stop the row; a mere wish is left empty. */
function country(row: RowCells, field: string, needed: boolean): string | null {
  const reading = readMarket(row.cell(field));
  if (reading.kind === 'market') return reading.code;
  if (reading.kind === 'unclear') {
    if (needed || reading.candidates.length > 0) row.stop('MARKET_UNCLEAR', 'ask', field, '', reading.candidates);
    else row.warn('MARKET_UNKNOWN', field);
  }
  return null;
}

function money(row: RowCells, field: 'loanAmount' | 'wage'): { amount: bigint | null; unit?: number } {
  const unit = headerUnit(row.header(field)) ?? row.sheet.moneyUnit;
  const reading = readMoney(row.cell(field), unit);
  if (reading.kind === 'dong') {
    if (reading.shortForm) row.warn('MONEY_SHORT_FORM', field);
    return { amount: reading.amount, unit: reading.shortForm ? undefined : unit };
  }
  if (reading.kind === 'bad' && reading.code === 'MONEY_UNIT_DOUBTFUL') {
    if (field === 'loanAmount') row.stop('MONEY_UNIT_DOUBTFUL', 'ask', field);
    else row.warn('MONEY_UNIT_DOUBTFUL', field);
  }
  return { amount: null, unit };
}

/** Contract signed ≤ exit ≤ today, exit ≤ return ≤ today, start ≤ end. */
function judgeDates(row: RowCells, v: RegisterValues): void {
  const today = row.sheet.today;
  if (v.exitDate && v.exitDate > today) row.stop('EXIT_IN_FUTURE', 'refuse', 'exitDate');
  if (v.exitDate && v.contractSigned && v.exitDate < v.contractSigned) row.stop('EXIT_BEFORE_CONTRACT', 'refuse', 'exitDate');
  if (v.returnDate && v.exitDate && v.returnDate < v.exitDate) row.stop('RETURN_BEFORE_EXIT', 'refuse', 'returnDate');
  if (v.returnDate && v.returnDate > today) row.stop('RETURN_IN_FUTURE', 'refuse', 'returnDate');
  if (v.returnDate && !v.exitDate && row.has('exitDate') && row.blank('exitDate')) row.stop('EXIT_MISSING', 'ask', 'exitDate');
  const start = v.contractStart ?? v.exitDate ?? v.contractSigned;
  if (start && v.contractEnd && v.contractEnd < start) row.stop('CONTRACT_END_BEFORE_START', 'refuse', 'contractEnd');
  else if (v.extendedTo && v.contractEnd && v.extendedTo < v.contractEnd) row.stop('CONTRACT_END_BEFORE_START', 'refuse', 'extendedTo');
}

const BY_DATES = (v: RegisterValues): NonNullable<RegisterValues['stage']> =>
  v.returnDate
    ? 'RETURNED'
    : v.exitDate
      ? 'ABROAD'
      : v.contractSigned || v.contractNo
        ? 'CONTRACTED'
        : v.courseStart || v.certificateNo || v.certificateDate
          ? 'IN_TRAINING'
          : v.selectedDate
            ? 'SELECTED'
            : 'REGISTERED';
const RANK = ['REGISTERED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'ABROAD', 'RETURNED'];

/** Dates decide; a status word may only say how far before the exit, and must not contradict them. */
function judgeStage(row: RowCells, v: RegisterValues, extra: string[]): void {
  const byDates = BY_DATES(v);
  v.stage = byDates;
  const told = readStatus(row.cell('stage'));
  if (told.evidence) {
    extra.push(row.text('stage'));
    row.stop('STATUS_NEEDS_EVIDENCE', 'ask', 'stage');
  }
  if (told.unknown) {
    extra.push(row.text('stage'));
    row.warn('STATUS_UNKNOWN', 'stage');
  }
  if (!told.stage) return completeReturn(v, null);
  const unread = row.issues.some(({ column }) => column !== null && [row.letter('exitDate'), row.letter('returnDate')].includes(column));
  if ((told.stage === 'ABROAD' && !v.exitDate) || (told.stage === 'RETURNED' && !v.returnDate)) {
    if (!unread) row.stop('STATUS_WITHOUT_DATE', 'ask', 'stage');
    v.stage = null;
  } else if (RANK.indexOf(byDates) > RANK.indexOf(told.stage) && RANK.indexOf(byDates) >= RANK.indexOf('ABROAD')) {
    row.stop('STATUS_CONTRADICTS_DATES', 'ask', 'stage');
  } else if (RANK.indexOf(told.stage) > RANK.indexOf(byDates)) v.stage = told.stage as RegisterValues['stage'];
  completeReturn(v, told.returnType);
}

/** Home within a month before the end of the contract counts as on time; the reason of an earlier return is asked later. */
function completeReturn(v: RegisterValues, told: string | null): void {
  if (!v.returnDate) return;
  v.returnType ??= told;
  const end = v.extendedTo ?? v.contractEnd;
  if (!v.returnType && end) v.returnType = v.returnDate >= addDays(end, -30) ? 'COMPLETED' : 'EARLY';
}

function judgeNote(row: RowCells): void {
  const meaning = noteMeans(readWords(row.cell('notes')));
  if (!meaning || (meaning === 'RETURNED' && !row.blank('returnDate'))) return;
  row.stop('NOTE_CHANGES_STATUS', 'ask', 'notes');
}
