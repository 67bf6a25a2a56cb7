import type { LocalDate } from '@app/kernel';
import { remembering } from './fold-once';
import { type Cell, cellText, isBlank } from './cell';

export type DatePrecision = 'YMD' | 'YM' | 'Y';

export type DateReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'day';
      readonly day: LocalDate;
      readonly precision: DatePrecision;
      /** A bare number, not a date cell. */ readonly bareSerial?: boolean;
    }
  | {
      readonly kind: 'bad';
      readonly code: 'DATE_IMPOSSIBLE' | 'DATE_TWO_DIGIT_YEAR' | 'DATE_UNREADABLE' | 'FORMULA_CELL';
      readonly monthFirst?: boolean;
    };

export interface DateOptions {
  readonly date1904?: boolean;
  /** A year or a month alone counts (birth only). */
  readonly partial?: boolean;
}

const NONE: DateReading = { kind: 'none' };
const EMPTY_WORDS = /^[-–—.…/\\\s?]*$|^(0|kh[oô]ng|ch[uư]a|ko|k)$/i;
const DAY_MS = 86_400_000;

/** A calendar day as Vietnamese offices write it: day before month, always. Numbers are day serials of the spreadsheet. */
export function readDate(cell: Cell | undefined, options: DateOptions = {}): DateReading {
  if (isBlank(cell) || cell === null || cell === undefined) return NONE;
  if (typeof cell === 'number') return fromNumber(cell, options, true);
  if (typeof cell === 'object') {
    if (cell[0] === 'd') return fromNumber(cell[1], options, false);
    if (cell[0] === 'f') return { kind: 'bad', code: 'FORMULA_CELL' };
    if (cell[0] === 'e' || cell[0] === 'b') return { kind: 'bad', code: 'DATE_UNREADABLE' };
  }
  return (options.partial ? partialText : dayText)(cellText(cell));
}

function fromNumber(value: number, options: DateOptions, bare: boolean): DateReading {
  if (options.partial && Number.isInteger(value) && value >= 1900 && value <= 2100)
    return { kind: 'day', day: `${value}-01-01` as LocalDate, precision: 'Y' };
  const day = daySerial(value, options.date1904);
  return day ? { kind: 'day', day, precision: 'YMD', ...(bare && { bareSerial: true }) } : { kind: 'bad', code: 'DATE_IMPOSSIBLE' };
}

/** Day of a serial: 1 = 1 January 1900, 60 = a 29 February that never was; in the 1904 system 0 = 1 January 1904. The time of day is dropped. */
export function daySerial(value: number, date1904 = false): LocalDate | undefined {
  const serial = Math.floor(value);
  if (!Number.isFinite(value) || serial < (date1904 ? 0 : 1) || serial > 2_958_465) return undefined;
  if (!date1904 && serial === 60) return undefined;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial > 60 ? 30 : 31);
  const day = new Date(epoch + serial * DAY_MS);
  return calendarDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

const dayText = remembering((text) => fromText(text, {}));
const partialText = remembering((text) => fromText(text, { partial: true }));

function fromText(raw: string, options: DateOptions): DateReading {
  const text = raw
    .normalize('NFKC')
    .replace(/[\u200b\ufeff']/g, '')
    .trim()
    .replace(/^ngày\s+/i, '')
    .replace(/\s*tháng\s*/i, '/')
    .replace(/\s*năm\s*/i, '/')
    .replace(/\s+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(\s*[ap]m)?$/i, '')
    .replace(/\s*([./-])\s*/g, '$1')
    .replace(/[.,;]$/, '');
  if (EMPTY_WORDS.test(text)) return NONE;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(T.*)?$/.exec(text);
  if (iso) return made(iso[1]!, iso[2]!, iso[3]!);
  const day = /^(\d{1,2})[-/. ,]+(\d{1,2})[-/. ,]+(\d{4})$/.exec(text);
  if (day) return made(day[3]!, day[2]!, day[1]!);
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text)) return { kind: 'bad', code: 'DATE_TWO_DIGIT_YEAR' };
  const packed = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text);
  if (packed) return made(packed[3]!, packed[2]!, packed[1]!);
  if (options.partial) {
    const year = /^(?:sn\s*|năm sinh\s*|\/)?((?:19|20)\d{2})$/i.exec(text);
    if (year) return { kind: 'day', day: `${year[1]}-01-01` as LocalDate, precision: 'Y' };
    const month = /^(\d{1,2})[-/.]((?:19|20)\d{2})$/.exec(text);
    if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12)
      return { kind: 'day', day: `${month[2]}-${month[1]!.padStart(2, '0')}-01` as LocalDate, precision: 'YM' };
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromNumber(Number(text), options, true);
  return { kind: 'bad', code: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{3,}$/.test(text) ? 'DATE_IMPOSSIBLE' : 'DATE_UNREADABLE' };
}

function made(year: string, month: string, day: string): DateReading {
  const date = calendarDay(Number(year), Number(month), Number(day));
  if (date && date >= '1900-01-01' && date < '2200-01-01') return { kind: 'day', day: date, precision: 'YMD' };
  const monthFirst = Number(month) > 12 && Number(month) <= 31 && Number(day) >= 1 && Number(day) <= 12;
  return { kind: 'bad', code: 'DATE_IMPOSSIBLE', ...(monthFirst && { monthFirst: true }) };
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function calendarDay(year: number, month: number, day: number): LocalDate | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (day < 1 || day > last) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}
