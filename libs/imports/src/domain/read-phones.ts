import { type Cell, cellText, isBlank } from './cell';

export interface PhonesReading {
  /** E.164, in the order written. */
  readonly phones: readonly string[];
  /** A number cell had lost its leading zero. */
  readonly zeroAdded: boolean;
  readonly warnings: readonly ('PHONE_OLD_11_DIGITS' | 'PHONE_UNREADABLE_PART')[];
}

const EMPTY: PhonesReading = { phones: [], zeroAdded: false, warnings: [] };

/** Every telephone number of a cell. What cannot be read is left out and told. */
export function readPhones(cell: Cell | undefined): PhonesReading {
  if (isBlank(cell)) return EMPTY;
  if (Array.isArray(cell) && (cell[0] === 'f' || cell[0] === 'e' || cell[0] === 'b'))
    return { ...EMPTY, warnings: ['PHONE_UNREADABLE_PART'] };
  const phones: string[] = [];
  const warnings = new Set<PhonesReading['warnings'][number]>();
  let zeroAdded = false;
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/['’\u200b\ufeff]/g, '');
  for (const part of parts(text)) {
    const one = readPhone(part, typeof cell === 'number' || /^\d{9}$/.test(part.replace(/[\s.-]/g, '')));
    if (one.phone && !phones.includes(one.phone)) phones.push(one.phone);
    if (one.warning) warnings.add(one.warning);
    zeroAdded ||= one.zeroAdded ?? false;
  }
  return { phones, zeroAdded, warnings: [...warnings] };
}

function parts(text: string): string[] {
  const whole = text.trim();
  if (whole === '' || /^[-–—.…]+$/.test(whole) || /^(không|ko|k|không có|chưa có)$/i.test(whole)) return [];
  return whole
    .split(/[,;/\n|]|\s+-\s+|\bhoặc\b|\bvà\b|(?<=\d)\s{2,}(?=[+0])|(?<=(?:^|\D)0\d{9})\s(?=0\d{2}|\+)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readPhone(
  part: string,
  mayLackZero: boolean,
): { phone?: string; zeroAdded?: boolean; warning?: PhonesReading['warnings'][number] } {
  const digits = part
    .replace(/^[^\d+(]*/, '')
    .replace(/[\s.()_-]/g, '')
    .replace(/[^\d+].*$/, '');
  if (/^\+?84\d{9,10}$/.test(digits)) return local(`0${digits.replace(/^\+?84/, '')}`);
  if (/^0084\d{9,10}$/.test(digits)) return local(`0${digits.slice(4)}`);
  if (/^\+[1-9]\d{7,14}$/.test(digits)) return { phone: digits };
  if (/^00[1-9]\d{7,14}$/.test(digits)) return { phone: `+${digits.slice(2)}` };
  if (/^0\d{9,10}$/.test(digits)) return local(digits);
  if (mayLackZero && /^[2-9]\d{8}$/.test(digits)) return { ...local(`0${digits}`), zeroAdded: true };
  if (mayLackZero && /^1[26]\d{8}$/.test(digits)) return { warning: 'PHONE_OLD_11_DIGITS' };
  return { warning: 'PHONE_UNREADABLE_PART' };
}

/** Mobile numbers have ten digits since 2018; the old eleven of 01… no longer ring. Fixed lines (02…) have eleven. */
function local(digits: string): { phone?: string; warning?: PhonesReading['warnings'][number] } {
  if (/^01\d{9}$/.test(digits)) return { warning: 'PHONE_OLD_11_DIGITS' };
  if (/^0[3-9]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits)) return { phone: `+84${digits.slice(1)}` };
  return { warning: 'PHONE_UNREADABLE_PART' };
}
