import type { LocalDate } from '@app/kernel';
import type { AllocationOrder, PaymentSplit } from '../domain/allocation';
import type { LineCode, LineOutcome } from '../domain/judge-line';
import type { LoanEntry } from '../domain/ledger';
import type { LoanBook } from '../domain/loan-book';
import type { StatementFile, StatementLine, TakenRow } from '../domain/statement';
import type { UsedReference } from '../persistence/entry-rows';
import type { LoanAccount } from './loan-ledger';

export interface ReconcileSetting {
  readonly file: StatementFile;
  readonly bankId: string;
  readonly allocation: AllocationOrder;
  readonly toleranceUnit: bigint;
  readonly dateWindowDays: number;
  /** As yyyy-mm. */
  readonly closedMonths: ReadonlySet<string>;
  readonly indexOf: (number: string) => string;
}

/** A line that is known by its reference. `on`: only a line of that very day is it. */
export function handKey(line: { reference: string | null; loanNo: string | null; amount: bigint | number }, on?: LocalDate | null): string {
  return [line.reference, line.loanNo, line.amount, on ?? ''].join('|');
}

/** A line without a reference. `loan`: the loan it was tied to, or the number the file gives. */
export function bareKey(line: { on: LocalDate | null; kind: string; amount: bigint | number }, loan: string | null): string {
  return [loan, line.on, line.kind, line.amount].join('|');
}

export interface KnownBooks {
  readonly accounts: ReadonlyMap<string, LoanAccount>;
  readonly byNumber: ReadonlyMap<string, string>;
  readonly byPerson: ReadonlyMap<string, readonly string[]>;
  readonly used: ReadonlyMap<string, UsedReference>;
  /** Lines of earlier files that need nothing more, as {@link handKey}. */
  readonly inHand: ReadonlySet<string>;
  /** References of those a person has. */
  readonly waiting: ReadonlySet<string>;
  /** Lines without a reference that earlier files brought, as {@link bareKey}. */
  readonly bare: ReadonlySet<string>;
}

/** A loan while the lines of the file go over it. */
export interface RunningLoan {
  readonly account: LoanAccount;
  entries: LoanEntry[];
  book: LoanBook;
  disbursed: bigint;
  lastOn: LocalDate | null;
  moved: bigint;
  /** Day of a payment taken back in this file: its replacement is held against what was due then. */
  takenBackOn: LocalDate | null;
}

export interface JudgedLine {
  readonly line: StatementLine;
  readonly outcome: LineOutcome;
  readonly code: LineCode | null;
  readonly verdict: TakenRow['verdict'];
  readonly loanId: string | null;
  readonly matchedBy: string | null;
  readonly expected?: bigint;
  readonly stillDue?: bigint;
  readonly difference?: bigint;
  readonly split?: PaymentSplit;
  readonly rounded?: boolean;
  readonly firstRow?: number;
  /** Place in the list of new entries. */
  readonly ordinal?: number;
}

/** How a line ends that nothing is posted for. */
export type StopLine = (outcome: LineOutcome, code: LineCode, verdict?: TakenRow['verdict'], more?: Partial<JudgedLine>) => JudgedLine;
