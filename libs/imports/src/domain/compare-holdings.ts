import type { LocalDate } from '@app/kernel';
import { nameKey, OVER, type ReportedCase } from './judge-case-report';
import { HELD_FIELDS, type HeldCell, type HeldField } from './read-holdings';

/** The form of a bulk report that says what the agency knows better. */
export type MendingForm = 'departures' | 'returns' | 'extensions' | 'certificates';

/** One cell on which the two lists do not agree. */
export interface Difference {
  readonly field: HeldField;
  /** Days as yyyy-mm-dd, countries as codes; null: nothing is written down. */
  readonly ours: string | null;
  readonly theirs: string | null;
  /** As the agency wrote it. */
  readonly written: string;
  /** Null: no form changes this; the centre corrects it, or the agency's own list is wrong. */
  readonly form: MendingForm | null;
}

const EMPTY = /^[-–—.…/\\\s?]*$|^(0|không|khong|chưa|chua|ko|k)$/i;

/** Where a line of an agency's own list and the case differ. An agreement in other words (marks, capitals, another way to write a day) is none. */
export function compareHolding(cells: ReadonlyMap<HeldField, HeldCell>, known: ReportedCase, today: LocalDate): Difference[] {
  const ours: Readonly<Record<HeldField, string | null>> = {
    fullName: known.fullName,
    market: known.market,
    contractSigned: known.contractSigned,
    exitDate: known.departedOn,
    contractEnd: known.contractEnd,
    returnDate: known.returnedOn,
    certificateDate: known.certificateOn,
  };
  return HELD_FIELDS.flatMap((field): Difference[] => {
    const cell = cells.get(field);
    if (!cell || agrees(field, cell, ours[field])) return [];
    const { value: theirs, written } = cell;
    return [{ field, ours: ours[field], theirs, written, form: theirs === null ? null : formFor(field, theirs, cells, known, today) }];
  });
}

/** Left blank these say something: not gone yet, not back yet. Any other blank is a column that the agency does not keep. */
const TELLING: readonly HeldField[] = ['exitDate', 'returnDate'];

function agrees(field: HeldField, { value, written }: HeldCell, ours: string | null): boolean {
  if (value === null) return EMPTY.test(written) && (ours === null || !TELLING.includes(field));
  return field === 'fullName' ? ours !== null && nameKey(value) === nameKey(ours) : value === ours;
}

/** What the agency may still say of the case; a fact that is there is corrected by the centre alone. */
function formFor(
  field: HeldField,
  theirs: string,
  cells: ReadonlyMap<HeldField, HeldCell>,
  known: ReportedCase,
  today: LocalDate,
): MendingForm | null {
  if (known.returnedOn || OVER.includes(known.stage)) return null;
  const exit = known.departedOn ?? cells.get('exitDate')?.value ?? null;
  const left = exit !== null && exit <= today;
  switch (field) {
    case 'exitDate':
      return !known.departedOn && left ? 'departures' : null;
    case 'market':
      return !known.market && !known.departedOn && left ? 'departures' : null;
    case 'contractEnd':
      if (!left || theirs < exit) return null;
      if (!known.departedOn || !known.contractEnd) return 'departures';
      return theirs > known.contractEnd ? 'extensions' : null;
    case 'returnDate':
      return left && theirs >= exit && theirs <= today ? 'returns' : null;
    case 'certificateDate':
      return !known.departedOn && theirs <= today ? 'certificates' : null;
    default:
      return null;
  }
}
