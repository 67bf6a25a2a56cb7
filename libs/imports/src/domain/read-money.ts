import { foldOnce } from './fold-once';
import { type Cell, cellText, isBlank } from './cell';

/** What the header says one unit of the column is. */
export type MoneyUnit = 1 | 1_000 | 1_000_000;

export type MoneyReading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'dong';
      readonly amount: bigint;
      /** Written as "48 triệu", "1,5tr". */ readonly shortForm?: boolean;
    }
  | { readonly kind: 'bad'; readonly code: 'MONEY_UNIT_DOUBTFUL' | 'FORMULA_CELL' };

const DOUBTFUL: MoneyReading = { kind: 'bad', code: 'MONEY_UNIT_DOUBTFUL' };
/** No loan and no monthly wage is smaller: such a number counts thousands or millions. */
const LEAST = 1_000_000;
const MOST = 1_000_000_000_000n;

/** Unit named by a header such as "(tr.đ)", "nghìn đồng", "1.000 đ"; undefined when it names none. */
export function headerUnit(header: string): MoneyUnit | undefined {
  const folded = ` ${foldOnce(header)} `;
  if (/ (trieu|tr|trd|trieu dong) /.test(folded) || / tr d /.test(folded)) return 1_000_000;
  if (/ (nghin|ngan|1000|1 000|k) (dong|d|vnd) | nghin | ngan dong /.test(folded)) return 1_000;
  return / (dong|vnd|d) /.test(folded) ? 1 : undefined;
}

/** A wage column in another currency. */
export function foreignMoney(words: string): boolean {
  return / (yen|jpy|usd|do la|won|krw|twd|ntd|nt|dai te|eur|euro|sgd|aud|myr) /.test(` ${foldOnce(words)} `) || /[¥$€₩]/.test(words);
}

/** An amount in whole đồng: Vietnamese or English grouping, "48 triệu", "1,5tr", numbers in the unit of the header. */
export function readMoney(cell: Cell | undefined, unit: MoneyUnit | undefined): MoneyReading {
  if (isBlank(cell) || cell === null || cell === undefined) return { kind: 'none' };
  if (typeof cell === 'number') return inUnit(cell, unit);
  if (typeof cell === 'object' && cell[0] !== 'p' && cell[0] !== 't' && cell[0] !== 'v')
    return cell[0] === 'f' ? { kind: 'bad', code: 'FORMULA_CELL' } : DOUBTFUL;
  const text = foldMoney(cellText(cell));
  if (/^[-–.0]*$/.test(text) || /^(khong|ko|k|chua|chua vay)$/.test(text)) return { kind: 'none' };
  const short = /^(\d+(?:[.,]\d{1,3})?)(trieudong|trieu|trd|tr|ty|nghindong|nghin|ngandong|ngan|k)(\d)?$/.exec(text);
  if (short) {
    const scale = short[2]!.startsWith('ty') ? 1e9 : short[2]!.startsWith('tr') ? 1e6 : 1e3;
    const amount = Math.round(Number(`${short[1]!.replace(',', '.')}`) * scale + (short[3] ? Number(short[3]) * (scale / 10) : 0));
    return checked(BigInt(amount), true);
  }
  const digits = text.replace(/(dong|vnd|đ|d)$/, '');
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(digits)) return grouped(digits, unit);
  if (/^\d+$/.test(digits)) return inUnit(Number(digits), unit);
  if (/^\d+[.,]\d{1,2}$/.test(digits) && unit && unit > 1) return inUnit(Number(digits.replace(',', '.')), unit);
  return DOUBTFUL;
}

function foldMoney(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[\s\u00a0_]/g, '')
    .replace(/[-–]$/, '');
}

/** "93.000.000" is whole đồng whatever the header says about smaller numbers; one group of three in a column of millions is doubtful. */
function grouped(digits: string, unit: MoneyUnit | undefined): MoneyReading {
  const value = Number(digits.replace(/[.,]/g, ''));
  if (unit === 1_000 && value < 10_000_000) return inUnit(value, unit);
  if (unit && unit > 1) return DOUBTFUL;
  return value < LEAST ? DOUBTFUL : checked(BigInt(value));
}

function inUnit(value: number, unit: MoneyUnit | undefined): MoneyReading {
  if (!Number.isFinite(value) || value < 0) return DOUBTFUL;
  if (value === 0) return { kind: 'none' };
  if (unit === 1_000_000) return value >= 10_000 ? DOUBTFUL : checked(BigInt(Math.round(value * 1e6)));
  if (unit === 1_000) return value >= 10_000_000 || value < 100 ? DOUBTFUL : checked(BigInt(Math.round(value * 1e3)));
  return value < LEAST || !Number.isInteger(value) ? DOUBTFUL : checked(BigInt(value));
}

function checked(amount: bigint, shortForm?: boolean): MoneyReading {
  return amount <= 0n || amount > MOST ? DOUBTFUL : { kind: 'dong', amount, ...(shortForm && { shortForm }) };
}
