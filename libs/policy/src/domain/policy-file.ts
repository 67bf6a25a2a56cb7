import { type LocalDate, parseLocalDate, tidyText } from '@app/kernel';
import { shapeFault } from './value-shape';
import type { HolidayRow, PolicyRow } from './policy-rule';

/** One thing wrong in a policy file: which row (counted from 1), which field, what to do. */
export interface FileFault {
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

export interface PolicyFile {
  readonly enteredBy: string;
  readonly approvedBy: string;
  readonly rules: readonly PolicyRow[];
  readonly holidays: readonly HolidayRow[];
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textOf = (value: unknown) => (typeof value === 'string' ? tidyText(value) : '');
const KEY = /^[a-z]+(\.[A-Za-z0-9_-]+)+$/;
const MARKET = /^(\*|[A-Z]{2})$/;

/** Reads the rows of a policy file; every fault is reported, nothing is corrected. */
export function readPolicyRows(rows: readonly unknown[], faults: FileFault[]): PolicyRow[] {
  return rows.flatMap((given, index) => {
    const fields = fieldsOf(given);
    const before = faults.length;
    const fault = (field: string, message: string) => void faults.push({ row: index + 1, field, message });
    const key = textOf(fields.key);
    const market = fields.market === undefined ? '*' : textOf(fields.market);
    const from = parseLocalDate(textOf(fields.from));
    const basis = textOf(fields.basis);
    if (!KEY.test(key)) fault('key', `Khóa "${key}" không đúng dạng nhóm.tên.`);
    if (!MARKET.test(market)) fault('market', `Thị trường "${market}" không phải mã hai chữ cái hoặc *.`);
    if (!from) fault('from', `Ngày hiệu lực "${textOf(fields.from)}" không đọc được, viết dạng năm-tháng-ngày.`);
    if (!basis) fault('basis', 'Thiếu căn cứ: ghi số văn bản hoặc "thông lệ".');
    if (fields.value === undefined) fault('value', 'Thiếu giá trị.');
    if (fields.certain !== undefined && typeof fields.certain !== 'boolean') fault('certain', 'Chỉ ghi true hoặc false.');
    const wrong = fields.value === undefined ? undefined : shapeFault(key, fields.value);
    if (wrong) fault('value', wrong);
    if (faults.length > before || !from) return [];
    return [{ key, market, value: fields.value, from, basis, certain: fields.certain !== false, note: textOf(fields.note) }];
  });
}

export function readHolidayRows(rows: readonly unknown[], faults: FileFault[]): HolidayRow[] {
  return rows.flatMap((given, index) => {
    const fields = fieldsOf(given);
    const day: LocalDate | undefined = parseLocalDate(textOf(fields.day));
    const kind = textOf(fields.kind);
    const name = textOf(fields.name);
    const basis = textOf(fields.basis);
    const before = faults.length;
    const fault = (field: string, message: string) => void faults.push({ row: index + 1, field: `holidays.${field}`, message });
    if (!day) fault('day', `Ngày "${textOf(fields.day)}" không đọc được, viết dạng năm-tháng-ngày.`);
    if (kind !== 'off' && kind !== 'worked') fault('kind', 'Chỉ ghi off (nghỉ) hoặc worked (làm bù).');
    if (!name || !basis) fault('name', 'Thiếu tên ngày nghỉ hoặc căn cứ.');
    if (faults.length > before || !day || (kind !== 'off' && kind !== 'worked')) return [];
    return [{ day, kind, name, basis }];
  });
}
