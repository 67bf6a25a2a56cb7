import { type Cell, cellText, isBlank } from './cell';

export type AmountReading = { readonly kind: 'none' } | { readonly kind: 'dong'; readonly amount: bigint } | { readonly kind: 'bad' };

/** An amount of a bank's books: whole đồng as they stand, any size, negative with a minus or in brackets. */
export function readAmount(cell: Cell | undefined): AmountReading {
  if (isBlank(cell) || cell === null || cell === undefined) return { kind: 'none' };
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? { kind: 'dong', amount: BigInt(cell) } : { kind: 'bad' };
  if (Array.isArray(cell) && (cell[0] === 'f' || cell[0] === 'e' || cell[0] === 'b')) return { kind: 'bad' };
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/[\s_'’]/g, '')
    .replace(/(đồng|đ|vnđ|vnd)$/iu, '');
  if (/^[-–.]?$/.test(text)) return { kind: 'none' };
  const found = /^(\()?([-−–])?(\d{1,3}(?:([.,])\d{3}(?:\4\d{3})*)?|\d+)([.,]0+)?(\))?$/.exec(text);
  if (!found || Boolean(found[1]) !== Boolean(found[6])) return { kind: 'bad' };
  const digits = BigInt(found[3]!.replace(/\D/g, ''));
  return { kind: 'dong', amount: found[1] || found[2] ? -digits : digits };
}

/** A yearly rate in percent, in parts per million: "8,382" → 83,820. Undefined where it is none. */
export function readRatePpm(cell: Cell | undefined): number | undefined {
  const text = cellText(cell ?? null)
    .replace(/[%\s]/g, '')
    .replace(',', '.');
  const percent = Number(text);
  if (text === '' || !Number.isFinite(percent) || percent < 0 || percent > 100) return undefined;
  return Math.round(percent * 10_000);
}
