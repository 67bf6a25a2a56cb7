import { type Cell } from './cell';
import { foldOnce } from './fold-once';
import { readCodeWord, readEducation, readPriorityGroups } from './read-codes';
import { type ContactReading, readContact } from './read-contact';
import { foreignMoney } from './read-money';
import { readWords } from './read-name';
import { readPhones } from './read-phones';
import { readTerm } from './read-term';
import type { RegisterValues } from './register-row';
import type { RowCells } from './row-cells';

export function kindWords(
  row: RowCells,
): Pick<RegisterValues, 'ethnicCode' | 'householdClass' | 'priorityGroups' | 'education'> & { kept: string[] } {
  const kept: string[] = [];
  let ethnicCode: string | null = null;
  if (!row.blank('ethnic')) {
    ethnicCode = readCodeWord('ethnic', row.cell('ethnic')) ?? null;
    if (!ethnicCode) row.warn('ETHNIC_UNKNOWN', 'ethnic');
  }
  const groups = readPriorityGroups(row.cell('priorityGroups'));
  let householdClass = readCodeWord('household', row.cell('householdClass')) || markedHousehold(row, kept);
  if (
    !row.blank('householdClass') &&
    readCodeWord('household', row.cell('householdClass')) === undefined &&
    !/^[-–—.x\s]*$/i.test(row.text('householdClass'))
  ) {
    row.warn('WORDS_UNKNOWN', 'householdClass');
    kept.push(row.text('householdClass'));
  }
  for (const code of ['POOR', 'NEAR_POOR']) if (groups.codes.includes(code)) householdClass ??= code;
  const priorityGroups = groups.codes.filter((code) => code !== 'POOR' && code !== 'NEAR_POOR');
  if (groups.unknown.length > 0) {
    row.warn('WORDS_UNKNOWN', 'priorityGroups');
    kept.push(...groups.unknown);
  }
  const school = readEducation(row.cell('education'), row.sheet.date1904);
  if (school.becameDate) row.warn('CELL_BECAME_A_DATE', 'education');
  if (school.unknown) {
    row.warn('WORDS_UNKNOWN', 'education');
    kept.push(row.text('education'));
  }
  return { ethnicCode, householdClass, priorityGroups, education: school.code, kept };
}

/** "x" in a column called "Hộ nghèo"; words there mean what they say. */
function markedHousehold(row: RowCells, kept: string[]): string | null {
  for (const [field, code] of [
    ['poorMark', 'POOR'],
    ['nearPoorMark', 'NEAR_POOR'],
  ] as const) {
    if (row.blank(field)) continue;
    const told = readCodeWord('household', row.cell(field));
    if (/^([xX✓✔v1]|có|co)$/.test(row.text(field))) return code;
    if (told) return told;
    if (told === undefined && !/^[-–—.0\s]*$/.test(row.text(field))) keepWords(row, field, kept);
  }
  return null;
}

/** What cannot be read is told and kept with the notes, with the words of its column. */
function keepWords(
  row: RowCells,
  field: string,
  kept: string[],
  code: 'WORDS_UNKNOWN' | 'TERM_UNCLEAR' | 'WAGE_CURRENCY' = 'WORDS_UNKNOWN',
): null {
  row.warn(code, field);
  kept.push(`${row.header(field)}: ${row.text(field)}`);
  return null;
}

/** A small number without unit may be years or months. */
export function term(row: RowCells, kept: string[]): number | null {
  const header = row.header('termMonths');
  const months = readTerm(row.cell('termMonths'), /năm\)|\(nam|số năm/i.test(header));
  const bare = months !== null && months <= 5 && /^\d+$/.test(row.text('termMonths')) && !/tháng|thang|năm|nam/i.test(header);
  return (months === null && readWords(row.cell('termMonths')) !== null) || bare
    ? keepWords(row, 'termMonths', kept, 'TERM_UNCLEAR')
    : months;
}

export function foreignWage(row: RowCells, kept: string[]): boolean {
  if (row.blank('wage') || !(foreignMoney(row.header('wage')) || foreignMoney(row.text('wage')))) return false;
  if (readWords(row.cell('wage'))) keepWords(row, 'wage', kept, 'WAGE_CURRENCY');
  return true;
}

export function visits(row: RowCells, kept: string[]): number | null {
  const read = count(row.cell('visitCount'));
  return read === null && readWords(row.cell('visitCount')) !== null ? keepWords(row, 'visitCount', kept) : read;
}

export function contact(row: RowCells, kept: string[]): ContactReading | null {
  const read = contactOf(row);
  if (!read) for (const field of ['contact', 'contactKin', 'contactPhone']) if (readWords(row.cell(field))) keepWords(row, field, kept);
  return read;
}

function contactOf(row: RowCells): ContactReading | null {
  if (row.has('contact')) return readContact(row.cell('contact'));
  const reading = readContact(row.cell('contactName'));
  return (
    reading && {
      ...reading,
      kin: readWords(row.cell('contactKin')) ?? reading.kin,
      phone: readPhones(row.cell('contactPhone')).phones[0] ?? reading.phone,
    }
  );
}

export function word(row: RowCells, field: 'loanClass' | 'returnType' | 'afterReturn', kept: string[]): string | null {
  if (row.blank(field)) return null;
  const code = readCodeWord(field, row.cell(field)) ?? readCodeWord(field, row.text(field).replace(/\([^)]*\)/g, ''));
  if (code === undefined && foldOnce(row.text(field)) !== '') {
    row.warn('WORDS_UNKNOWN', field);
    kept.push(row.text(field));
  }
  return code || null;
}

function count(cell: Cell): number | null {
  const value =
    typeof cell === 'number' ? cell : typeof cell === 'string' && /^\s*\d{1,3}\s*(lần|l)?\s*$/i.test(cell) ? parseInt(cell, 10) : NaN;
  return Number.isInteger(value) && value >= 0 && value < 1000 ? value : null;
}
