import { CorrectEvent, RecordMilestone } from '@app/casework';
import { addDays, addMonths, type LocalDate, newId } from '@app/kernel';
import { AuditTrail, Seal, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NO_SPLIT } from '../domain/allocation';
import { afterRepaying, principalSchedule } from '../domain/schedule';
import type { StatementFile, StatementLoan, TakenRow } from '../domain/statement';
import { EntryRows } from '../persistence/entry-rows';
import { LoanRows } from '../persistence/loan-rows';
import { MonthRows } from '../persistence/month-rows';
import { OfficeRows } from '../persistence/office-rows';
import { type NewBookLoan, StatementRows } from '../persistence/statement-rows';
import { bankOf } from './close-month';
import { LoanLedger } from './loan-ledger';
import { loanPolicyAt } from './loan-policy';
import { ReconcileLines } from './reconcile-lines';
import { tellCase } from './handle-loan';
import { untellCases } from './untell-cases';

export interface TakenStatement {
  readonly rows: readonly TakenRow[];
  /** Loans whose printed end does not follow from their lines. */
  readonly controlDifferences: readonly { readonly row: number; readonly sheet: string; readonly difference: string }[];
  readonly again: boolean;
}

/**
 * Takes a bank's statement in: its list of loans first, then its movements, each held against what the ledger expects. The same file again
 * changes nothing; a line known from another file is left.
 */
@Injectable()
export class TakeStatement {
  constructor(
    private readonly seal: Seal,
    private readonly milestones: RecordMilestone,
    private readonly corrections: CorrectEvent,
  ) {}

  /** Throws ROLE_NOT_ALLOWED for anybody but a bank office. */
  async apply(tx: Tx, file: StatementFile): Promise<TakenStatement> {
    const bankId = bankOf(tx.actor);
    await MonthRows.join(tx, bankId);
    if (await StatementRows.known(tx, bankId, file.sha256)) return { rows: unchanged(file), controlDifferences: [], again: true };
    const province = await OfficeRows.provinceOf(tx, bankId);
    const policy = await loanPolicyAt(tx, file.from);
    const loanRows = await this.takeLoans(tx, file, bankId, province);
    const reconcile = await ReconcileLines.prepare(tx, {
      file,
      bankId,
      allocation: policy.allocation,
      toleranceUnit: BigInt(policy.arithmetic.toleranceUnit),
      dateWindowDays: policy.arithmetic.dateWindowDays,
      closedMonths: await MonthRows.closed(tx, bankId),
      indexOf: (number) => this.seal.blindIndex('citizen-id', number).toString('hex'),
    });
    const judged = reconcile.run();
    await StatementRows.insert(tx, {
      batchId: file.batchId,
      bankId,
      province,
      month: file.from,
      sha256: file.sha256,
      fileName: file.fileName,
      printedOut: file.printed.out,
      printedIn: file.printed.in,
      linesOut: sumOf(file, true),
      linesIn: sumOf(file, false),
    });
    const entryIds = await EntryRows.insert(tx, reconcile.entries);
    await LoanLedger.settle(tx, [...new Set(reconcile.entries.map(({ loanId }) => loanId))]);
    await StatementRows.insertLines(tx, file.batchId, bankId, province, reconcile.lines(entryIds));
    const balances = reconcile.balances();
    await StatementRows.insertBalances(tx, file.batchId, balances);
    for (const { caseId, kind, on, reference } of reconcile.news())
      await tellCase(this.milestones, tx, caseId, kind, on, `${file.batchId}:${reference}`);
    const shrunk = new Set(reconcile.entries.filter(({ kind }) => kind === 'REVERSAL').map(({ loanId }) => loanId));
    await untellCases(this.corrections, tx, [...shrunk], { requestId: file.batchId, reason: `theo sao kê ${file.fileName}` });
    await AuditTrail.record(tx, {
      action: 'loans.statement',
      subject: { kind: 'import_batch', id: file.batchId },
      province,
      detail: { lines: file.lines.length, posted: reconcile.entries.length, loans: file.loans.length },
    });
    const wrong = balances.filter(({ opening, moved, closing }) => opening + moved !== closing);
    const wrongRows = new Set(wrong.map(({ row }) => row));
    const sheet = file.loans[0]?.sheet ?? '';
    return {
      rows: [...loanRows.map((row): TakenRow => (wrongRows.has(row.row) ? { ...row, warnings: ['CONTROL_DIFFERENCE'] } : row)), ...judged],
      controlDifferences: wrong.map(({ row, opening, moved, closing }) => ({
        row,
        sheet,
        difference: (closing - opening - moved).toString(),
      })),
      again: false,
    };
  }

  /** New loans come in with what is owed the day before the statement begins, and with the instalments that are left. */
  private async takeLoans(tx: Tx, file: StatementFile, bankId: string, province: string): Promise<TakenRow[]> {
    const known = await LoanRows.byNumbers(
      tx,
      bankId,
      file.loans.map(({ loanNo }) => loanNo),
    );
    const emptied = await LoanRows.emptied(tx, [...known.values()]);
    const isNew = (loanNo: string) => !known.has(loanNo) || emptied.has(known.get(loanNo)!);
    const first = new Map([...file.loans].reverse().map((loan) => [loan.loanNo, loan]));
    const fresh = file.loans.filter((loan) => isNew(loan.loanNo) && first.get(loan.loanNo) === loan);
    const indexes = new Map(fresh.flatMap(({ number }) => (number ? [[number, this.seal.blindIndex('citizen-id', number)] as const] : [])));
    const cases = await StatementRows.linkBorrowers(tx, [...indexes.values()]);
    const openingOn = addDays(file.from, -1);
    const made = fresh.map((loan) => {
      const id = known.get(loan.loanNo) ?? newId();
      const index = loan.number ? indexes.get(loan.number)!.toString('hex') : null;
      return { loan, row: bookLoan(loan, id, index, (index && cases.get(index)) ?? null, this.seal) };
    });
    if (made.length > 0) {
      const { arithmetic, allocation } = await loanPolicyAt(tx, file.from);
      await StatementRows.insertLoans(
        tx,
        made.map(({ row }) => row),
        { bankId, province, batchId: file.batchId, arithmetic, allocation },
      );
      await EntryRows.liftInstalments(tx, [...emptied]);
      await EntryRows.layInstalments(
        tx,
        made.map(({ loan, row }) => ({ loanId: row.id, instalments: remaining(loan, BigInt(arithmetic.instalmentUnit)) })),
      );
      await EntryRows.insert(
        tx,
        made.map(({ loan, row }) => ({
          ...openingOf(loan),
          loanId: row.id,
          bankId,
          kind: 'OPENING' as const,
          on: openingOn,
          requestId: `${file.batchId}:opening`,
          reference: null,
          tolerated: 0n,
          interestFrom: loan.interestPaidTo && loan.interestPaidTo < openingOn ? loan.interestPaidTo : openingOn,
          batchId: file.batchId,
        })),
      );
      await LoanLedger.settle(
        tx,
        made.map(({ row }) => row.id),
      );
    }
    const caseOf = new Map(made.map(({ loan, row }) => [loan.loanNo, row.caseId]));
    return file.loans.map((loan): TakenRow => ({
      sheet: loan.sheet,
      row: loan.row,
      verdict: loan.oldNumber ? 'ask' : isNew(loan.loanNo) ? 'create' : 'unchanged',
      code: loan.oldNumber ? 'ID_OLD_CMND' : null,
      warnings: [],
      caseId: caseOf.get(loan.loanNo) ?? null,
      detail: {},
    }));
  }
}

function bookLoan(loan: StatementLoan, id: string, index: string | null, caseId: string | null, seal: Seal): NewBookLoan {
  const number = loan.number ?? loan.oldNumber;
  return {
    id,
    loanNo: loan.loanNo,
    caseId,
    name: loan.name,
    place: loan.place,
    group: loan.group,
    numberCipher: number ? seal.close(number, id).toString('hex') : null,
    numberIndex: index,
    approved: loan.approved,
    disbursedBefore: loan.disbursed,
    ratePpm: loan.ratePpm,
    overdueRatePpm: loan.overdueRatePpm,
    firstOn: loan.firstOn,
    termMonths: loan.termMonths,
    everyMonths: loan.everyMonths,
    endsOn: addMonths(loan.firstOn, loan.termMonths),
    state: loan.disbursed < loan.approved ? 'DISBURSING' : 'ACTIVE',
  };
}

/** Instalments not yet repaid, of the amount approved. */
function remaining(loan: StatementLoan, instalmentUnit: bigint): { dueOn: LocalDate; principal: bigint }[] {
  const plan = principalSchedule({
    amount: loan.approved,
    from: loan.firstOn,
    termMonths: loan.termMonths,
    everyMonths: loan.everyMonths,
    instalmentUnit,
    ...(loan.instalment !== null && { instalment: loan.instalment }),
  });
  return afterRepaying(plan, loan.disbursed - loan.opening);
}

function openingOf({ opening }: StatementLoan) {
  return {
    cash: 0n,
    principal: opening,
    overduePrincipal: 0n,
    interest: 0n,
    overdueInterest: 0n,
    advance: NO_SPLIT.advance,
    opening: -opening,
    writtenOff: 0n,
  };
}

function sumOf({ lines }: StatementFile, out: boolean): bigint {
  return lines.reduce((sum, { kind, amount }) => ((kind === 'DISBURSEMENT') === out ? sum + amount : sum), 0n);
}

function unchanged(file: StatementFile): TakenRow[] {
  return [...file.loans, ...file.lines].map(({ sheet, row }): TakenRow => ({
    sheet,
    row,
    verdict: 'unchanged',
    code: null,
    warnings: [],
    caseId: null,
    detail: {},
  }));
}
