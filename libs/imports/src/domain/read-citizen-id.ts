import { foldOnce } from './fold-once';
import { type CitizenId, citizenIdClaims, parseCitizenId } from '@app/kernel';
import { type Cell, cellText, isBlank } from './cell';

export type CitizenIdReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'id'; readonly id: CitizenId }
  /** Ten or eleven digits: `id` is what it would be with its zeroes, if somebody agrees. */
  | { readonly kind: 'short'; readonly id: CitizenId }
  | {
      readonly kind: 'bad';
      readonly code: 'ID_NOT_12_DIGITS' | 'ID_OLD_CMND' | 'ID_PRECISION_LOST' | 'FORMULA_CELL';
      readonly old?: string;
    };

/** A personal identity number as typed, stored as a number, or shortened by a spreadsheet. Nothing is padded here. */
export function readCitizenId(cell: Cell | undefined): CitizenIdReading {
  if (isBlank(cell) || cell === null || cell === undefined) return { kind: 'none' };
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'object') {
    if (cell[0] === 'f') return { kind: 'bad', code: 'FORMULA_CELL' };
    if (cell[0] === 'd') return fromNumber(cell[1]);
    if (cell[0] === 'p') return cell[1].length === 12 && cell[1].startsWith('0') ? fromNumber(Number(cell[1])) : fromText(cell[1], true);
    if (cell[0] === 'e' || cell[0] === 'b') return { kind: 'bad', code: 'ID_NOT_12_DIGITS' };
  }
  return fromText(cellText(cell), false);
}

/** The number a cell gives its person: a short one counts unless its zeroes were denied. */
export function numberOf(cell: Cell, zeroes: 'yes' | 'no' | null): CitizenId | null {
  const reading = readCitizenId(cell);
  return reading.kind === 'id' || (reading.kind === 'short' && zeroes !== 'no') ? reading.id : null;
}

function fromNumber(value: number): CitizenIdReading {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999_999) return { kind: 'bad', code: 'ID_PRECISION_LOST' };
  const digits = String(value);
  if (digits.length >= 10 && /0{6}$/.test(digits)) return { kind: 'bad', code: 'ID_PRECISION_LOST' };
  return byLength(digits, false);
}

function fromText(raw: string, padded: boolean): CitizenIdReading {
  if (/^\d{12}$/.test(raw)) return byLength(raw, padded || raw.startsWith('0'));
  const text = raw.normalize('NFKC').replace(/[\s\u200b\ufeff'’`´".\u2010-\u2015-]/g, '');
  if (text === '' || /^(khong|ko|chua|dang lam|mat|that lac|bo sung|cho)( |$)/.test(foldOnce(raw))) return { kind: 'none' };
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(raw.normalize('NFKC').replace(/\s/g, ''))) return { kind: 'bad', code: 'ID_PRECISION_LOST' };
  if (!/^\d+$/.test(text)) return { kind: 'bad', code: 'ID_NOT_12_DIGITS' };
  return byLength(text, padded || text.startsWith('0'));
}

function byLength(digits: string, written: boolean): CitizenIdReading {
  const id = parseCitizenId(digits);
  if (id) return { kind: 'id', id };
  if (digits.length === 9) return { kind: 'bad', code: 'ID_OLD_CMND', old: digits };
  if (!written && (digits.length === 10 || digits.length === 11)) return { kind: 'short', id: digits.padStart(12, '0') as CitizenId };
  return { kind: 'bad', code: 'ID_NOT_12_DIGITS' };
}

/** Where the number says another birth year or sex than the row: records hold errors, so only a warning. */
export function citizenIdDoubts(
  id: CitizenId,
  birthDate: string | null,
  sex: 'M' | 'F' | null,
): ('ID_BIRTH_YEAR_DIFFERS' | 'ID_SEX_DIFFERS')[] {
  const claims = citizenIdClaims(id);
  return [
    ...(birthDate && Number(birthDate.slice(0, 4)) !== claims.birthYear ? (['ID_BIRTH_YEAR_DIFFERS'] as const) : []),
    ...(sex && sex !== claims.sex ? (['ID_SEX_DIFFERS'] as const) : []),
  ];
}
