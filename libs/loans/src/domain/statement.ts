import type { Dong, LocalDate } from '@app/kernel';
import type { LineCode, LineKind, LineOutcome } from './judge-line';

/** A movement of a bank's statement as it was read; amounts in đồng, a reversal is negative. */
export interface StatementLine {
  readonly sheet: string;
  readonly row: number;
  readonly on: LocalDate | null;
  readonly reference: string | null;
  readonly loanNo: string | null;
  readonly kind: LineKind;
  readonly amount: Dong;
  readonly balanceAfter: Dong | null;
  readonly name: string | null;
  /** Identity number, twelve digits. */
  readonly number: string | null;
  /** Reference of the line this one takes back. */
  readonly reverses: string | null;
  readonly words: string | null;
  /** Cannot be read at all. */
  readonly unreadable: 'DATE_IMPOSSIBLE' | 'MONEY_UNIT_DOUBTFUL' | null;
}

/** A loan of the bank's list of loans. */
export interface StatementLoan {
  readonly sheet: string;
  readonly row: number;
  readonly loanNo: string;
  readonly name: string | null;
  readonly number: string | null;
  /** Nine-digit number of an old card. */
  readonly oldNumber: string | null;
  readonly place: string | null;
  readonly group: string | null;
  readonly approved: Dong;
  readonly disbursed: Dong;
  readonly ratePpm: number;
  readonly overdueRatePpm: number;
  readonly firstOn: LocalDate;
  readonly termMonths: number;
  readonly everyMonths: number;
  readonly instalment: Dong | null;
  readonly interestPaidTo: LocalDate | null;
  readonly opening: Dong;
  readonly closing: Dong | null;
}

export interface StatementFile {
  readonly batchId: string;
  readonly sha256: Buffer;
  readonly fileName: string;
  /** First and last day of the statement; opening balances are of the day before. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly printed: { readonly out: Dong | null; readonly in: Dong | null };
  readonly loans: readonly StatementLoan[];
  readonly lines: readonly StatementLine[];
}

/** What became of one row of the file. */
export interface TakenRow {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: 'create' | 'unchanged' | 'duplicate' | 'refuse' | 'ask';
  readonly code: LineCode | 'ID_OLD_CMND' | null;
  readonly warnings: readonly ('ROUNDED_TO_1000' | 'CONTROL_DIFFERENCE')[];
  readonly caseId: string | null;
  readonly detail: {
    readonly outcome?: LineOutcome;
    readonly matchedBy?: string | null;
    readonly expected?: string;
    readonly stillDue?: string;
    readonly difference?: string;
    readonly split?: Readonly<Record<string, string>>;
    readonly firstRow?: number;
  };
}
