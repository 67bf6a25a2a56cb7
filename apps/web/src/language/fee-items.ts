import { area } from './words';
import vi from './vi/fee-items.json';

const t = area('fee-items', vi);
type Word = keyof typeof vi;
const named = (kind: string, code: string) => (`${kind}.${code}` in vi ? t(`${kind}.${code}` as Word) : code);

/** What money is taken for, and who pays it. A code newer than this build is shown as it is. */
export const feeItemName = (code: string): string => named('item', code);
export const payerName = (code: string): string => named('payer', code);

const codesOf = (kind: string) => Object.keys(vi).flatMap((key) => (key.startsWith(`${kind}.`) ? [key.slice(kind.length + 1)] : []));
export const FEE_ITEMS: readonly string[] = codesOf('item');
export const PAYERS: readonly string[] = codesOf('payer');
