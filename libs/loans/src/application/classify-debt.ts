import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ClassifiedLoan, type ClassTotal, type DebtClass, DebtClassRows } from '../persistence/debt-class-rows';
import { LoanRows } from '../persistence/loan-rows';
import { bankOf } from './close-month';

export const CLASS_TITLES: Readonly<Record<DebtClass, string>> = { CURRENT: 'Nợ trong hạn', OVERDUE: 'Nợ quá hạn', FROZEN: 'Nợ khoanh' };
/** Loans shown beside the table; the workbook has all. */
const SHOWN = 200;

export interface DebtYear {
  readonly year: number;
  /** Loans of that day that have no class yet. */
  readonly waiting: number;
  readonly classes: readonly (ClassTotal & { readonly title: string })[];
  readonly loans: readonly ClassifiedLoan[];
}

/** The groups of debt of a bank office on 31 December (Decision 976/QĐ-TTg): current, overdue, frozen. */
@Injectable()
export class ClassifyDebt {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param all every loan, for the workbook; the reading is then kept in the audit. */
  async get(actor: Actor, year: number, { all = false, requestId }: { all?: boolean; requestId?: string } = {}): Promise<DebtYear> {
    return this.runner.run(
      actor,
      async (tx) => {
        const classes = (await DebtClassRows.totals(tx, year)).map((one) => ({ ...one, title: CLASS_TITLES[one.class] }));
        if (all) await AuditTrail.record(tx, { action: 'loans.debt-classes', subject: { kind: 'organisation', id: bankOf(actor) } });
        return {
          year,
          waiting: await DebtClassRows.waiting(tx, year),
          classes,
          loans: await DebtClassRows.loans(tx, year, all ? null : SHOWN),
        };
      },
      requestId ? { requestId } : {},
    );
  }

  /** Writes what is not written yet once that day is over; again, it only adds. Throws YEAR_NOT_OVER. */
  async run(actor: Actor, year: number): Promise<DebtYear & { readonly added: number }> {
    const added = await this.runner.run(actor, async (tx) => {
      if (year >= Number((await LoanRows.today(tx)).slice(0, 4)))
        throw new DomainError('refused', 'YEAR_NOT_OVER', `Chưa hết ngày 31/12/${year}, chưa phân loại nợ được. Hãy chọn năm trước.`);
      return DebtClassRows.classify(tx, year);
    });
    return { ...(await this.get(actor, year)), added };
  }
}
