import type { FeeCeilingAnswer, FeeSheetRequest } from '../../../api/schema';
import { FEE_ITEMS, PAYERS } from '../../../language/fee-items';
import type { ReadDay } from '../../../language/read-day';
import { dongOf } from '../../parts/money/dong';

export interface DraftLine {
  readonly item: string;
  /** As typed. */
  readonly amount: string;
  readonly payer: string;
  readonly when: string;
  /** Kept from the sheet before. */
  readonly refundable?: boolean;
}

/** What stands in the form: every item has its line, an empty one is not collected. */
export interface FeeDraft {
  readonly market: string;
  readonly occupation: string;
  /** Code of work with a fee of its own; empty: none. */
  readonly job: string;
  readonly months: string;
  readonly monthlyWage: string;
  readonly validFrom?: ReadDay;
  readonly lines: readonly DraftLine[];
}

interface Sheet {
  readonly market: string;
  readonly occupation: string;
  readonly job?: string | null;
  readonly months: number;
  readonly monthlyWage: number;
  readonly lines: readonly {
    readonly item: string;
    readonly payer: string;
    readonly amount: number;
    readonly when?: string;
    readonly refundable?: boolean;
  }[];
}

/** Never the worker's: brokerage is the agency's, and nobody may be asked for being selected. */
const NOT_THE_WORKERS: readonly string[] = ['BROKERAGE'];
const NOBODYS: readonly string[] = ['SELECTION'];

/** A form that begins at a sheet, at an order, or empty. */
export function feeDraft(from: Partial<Sheet>, today: string): FeeDraft {
  const known = from.lines ?? [];
  const empty = FEE_ITEMS.filter((item) => !NOBODYS.includes(item) && !known.some((line) => line.item === item)).map((item) => ({
    item,
    amount: '',
    payer: NOT_THE_WORKERS.includes(item) ? 'AGENCY' : 'WORKER',
    when: '',
  }));
  const lines: DraftLine[] = [
    ...known.map(({ amount, when, ...line }) => ({ ...line, amount: String(amount), when: when ?? '' })),
    ...empty,
  ];
  return {
    market: from.market ?? '',
    occupation: from.occupation ?? '',
    job: from.job ?? '',
    months: from.months ? String(from.months) : '',
    monthlyWage: from.monthlyWage ? String(from.monthlyWage) : '',
    validFrom: { day: today, precision: 'YMD' },
    lines: lines.sort((a, b) => FEE_ITEMS.indexOf(a.item) - FEE_ITEMS.indexOf(b.item)),
  };
}

/** What is sent; undefined while something that is asked for is missing. */
export function feeRequest({ market, occupation, job, months, monthlyWage, validFrom, lines }: FeeDraft): FeeSheetRequest | undefined {
  const filled = lines.filter(({ amount }) => dongOf(amount) > 0);
  if (!market || !occupation.trim() || !dongOf(months) || !dongOf(monthlyWage) || !validFrom || filled.length === 0) return undefined;
  return {
    market,
    occupation: occupation.trim(),
    ...(job && { job }),
    months: dongOf(months),
    monthlyWage: dongOf(monthlyWage),
    validFrom: validFrom.day,
    lines: filled.map(({ amount, when, ...line }) => ({
      ...line,
      amount: dongOf(amount),
      ...(when.trim() && { when: when.trim() }),
    })) as FeeSheetRequest['lines'],
  };
}

/** The line of an item in two: the rest is paid by whoever pays nothing of it yet. */
export function splitLine(lines: readonly DraftLine[], at: number): DraftLine[] {
  const { item } = lines[at]!;
  const paying = lines.filter((line) => line.item === item).map(({ payer }) => payer);
  const payer = PAYERS.find((one) => !paying.includes(one) && !(one === 'WORKER' && NOT_THE_WORKERS.includes(item)));
  return payer ? lines.toSpliced(at + 1, 0, { item, amount: '', payer, when: '' }) : [...lines];
}

/** Whether the item of a line may be split once more. */
export function mayBeSplit(lines: readonly DraftLine[], at: number): boolean {
  return splitLine(lines, at).length > lines.length;
}

/** The ceilings less what the side abroad pays of the service fee. */
export function leftCeilings(ceilings: readonly FeeCeilingAnswer[], lines: readonly DraftLine[]): FeeCeilingAnswer[] {
  const abroad = lines
    .filter(({ item, payer }) => item === 'SERVICE_FEE' && payer === 'FOREIGN')
    .reduce((sum, { amount }) => sum + dongOf(amount), 0);
  return ceilings.map((one) => (one.item === 'SERVICE_FEE' ? { ...one, most: Math.max(0, one.most - abroad) } : one));
}

/** đồng asked of the worker, for one item or in all. */
export function workerPays(lines: readonly DraftLine[], item?: string): number {
  return lines
    .filter((line) => line.payer === 'WORKER' && (item === undefined || line.item === item))
    .reduce((sum, { amount }) => sum + dongOf(amount), 0);
}

/** How many monthly wages a sum is, one decimal by comma: 78.000.000 of 22.000.000 is "3,5". */
export function inWages(sum: number, monthlyWage: number): string {
  return monthlyWage > 0 ? (sum / monthlyWage).toFixed(1).replace('.', ',').replace(/,0$/, '') : '0';
}
