import { type LocalDate, parseLocalDate, tidyText } from '@app/kernel';
import { FROM_EVER, type Route, UNIT_LEVELS, UNTIL_EVER, type UnitLevel } from './unit';

/** One record of a file with the line it stands on. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** One thing wrong, named by file, line, column and value. */
export interface UnitFault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** Where a row comes from, for messages. */
interface FromLine {
  readonly at: FileLine;
}

export interface UnitDraft extends FromLine {
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parentCode: string;
  readonly from: string;
  readonly to: string;
  readonly altNames: readonly string[];
  readonly basis: string;
}

export interface SuccessionDraft extends FromLine {
  readonly oldLevel: UnitLevel;
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: string;
  readonly route: Route;
  readonly note: string;
  readonly hint: boolean;
  /** Undefined: the day on which the units of the file begin. */
  readonly effectiveOn: LocalDate | undefined;
}

export interface FormerDraft extends FromLine {
  readonly code: string;
  readonly name: string;
  readonly oldCode: string;
  readonly kind: string;
}

export const UNIT_COLUMNS = ['code', 'name', 'level', 'parent_code', 'type', 'valid_from', 'valid_to', 'alt_names', 'basis'];
export const SUCCESSION_COLUMNS = ['old_code', 'new_code', 'note', 'kind', 'route', 'hint', 'old_level'];
export const FORMER_COLUMNS = ['former_code', 'former_name', 'old_code', 'kind'];

export const UNIT_TYPES: Readonly<Record<UnitLevel, readonly string[]>> = {
  province: ['tinh', 'thanh_pho_tw'],
  district: ['huyen', 'quan', 'thi_xa', 'thanh_pho'],
  commune: ['xa', 'phuong', 'thi_tran', 'dac_khu'],
};
const DIGITS: Readonly<Record<UnitLevel, number>> = { province: 2, district: 3, commune: 5 };
const ROUTES: readonly Route[] = ['auto', 'choose', 'none'];
const KINDS = ['whole', 'unchanged', 'renamed', 'retyped', 'part', 'part_area', 'part_area_all_people', 'part_people', 'part_all_area'];
const FORMER_KINDS = ['merged', 'renamed'];

/** Reads one line's fields; every fault goes into one list. */
class LineReader {
  constructor(
    readonly at: FileLine,
    private readonly faults: UnitFault[],
  ) {}

  text(column: string): string {
    return tidyText(this.at.values[column] ?? '');
  }

  fault(column: string, message: string): void {
    this.faults.push({ file: this.at.file, line: this.at.line, column, value: this.text(column), message });
  }

  code(column: string, level: UnitLevel): string {
    const code = this.text(column);
    const digits = DIGITS[level];
    if (new RegExp(`^\\d{${digits}}$`).test(code)) return code;
    if (/^\d+$/.test(code) && code.length < digits)
      this.fault(column, `mã đã mất số 0 ở đầu, phải đủ ${digits} chữ số; mở lại tệp gốc, đừng lưu qua bảng tính`);
    else this.fault(column, `mã phải gồm đúng ${digits} chữ số`);
    return code;
  }

  oneOf<T extends string>(column: string, words: readonly T[]): T {
    const word = this.text(column) as T;
    if (!words.includes(word)) this.fault(column, `phải là một trong: ${words.join(', ')}`);
    return word;
  }

  day(column: string, absent: string): string {
    const text = this.text(column);
    if (!text) return absent;
    if (!parseLocalDate(text)) this.fault(column, 'ngày không đọc được, viết dạng năm-tháng-ngày');
    return text;
  }

  needed(column: string): string {
    const text = this.text(column);
    if (!text) this.fault(column, 'không được để trống');
    return text;
  }
}

export function readUnitLine(at: FileLine, faults: UnitFault[]): UnitDraft {
  const line = new LineReader(at, faults);
  const given = line.oneOf('level', UNIT_LEVELS);
  const level = UNIT_LEVELS.includes(given) ? given : 'commune';
  const from = line.day('valid_from', FROM_EVER);
  const to = line.day('valid_to', UNTIL_EVER);
  if (from !== FROM_EVER && to !== UNTIL_EVER && to < from) line.fault('valid_to', 'ngày cuối đứng trước ngày đầu');
  return {
    at,
    level,
    from,
    to,
    code: line.code('code', level),
    name: line.needed('name'),
    type: line.oneOf('type', UNIT_TYPES[level]),
    parentCode: line.text('parent_code'),
    altNames: line
      .text('alt_names')
      .split(/[;|]/)
      .map((name) => name.trim())
      .filter(Boolean),
    basis: line.text('basis'),
  };
}

export function readSuccessionLine(at: FileLine, faults: UnitFault[]): SuccessionDraft {
  const line = new LineReader(at, faults);
  const given = line.oneOf('old_level', UNIT_LEVELS);
  const oldLevel = UNIT_LEVELS.includes(given) ? given : 'commune';
  const effective = line.day('effective_on', '');
  const hint = line.text('hint');
  if (hint !== '' && hint !== '1') line.fault('hint', 'chỉ để trống hoặc ghi 1');
  return {
    at,
    oldLevel,
    oldCode: line.code('old_code', oldLevel),
    newCode: line.code('new_code', oldLevel === 'province' ? 'province' : 'commune'),
    kind: line.oneOf('kind', KINDS),
    route: line.oneOf('route', ROUTES),
    note: line.text('note'),
    hint: hint === '1',
    effectiveOn: parseLocalDate(effective),
  };
}

export function readFormerLine(at: FileLine, faults: UnitFault[]): FormerDraft {
  const line = new LineReader(at, faults);
  return {
    at,
    code: line.code('former_code', 'commune'),
    name: line.needed('former_name'),
    oldCode: line.code('old_code', 'commune'),
    kind: line.oneOf('kind', FORMER_KINDS),
  };
}
