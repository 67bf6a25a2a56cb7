import { AssignBank } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BorrowerRows } from '../persistence/borrower-rows';
import { type Candidate, CandidateRows } from '../persistence/candidate-rows';
import { LoanEventRows, LoanRows } from '../persistence/loan-rows';
import { LoanLedger } from './loan-ledger';

/** Ties a loan of the bank's book, which names somebody by an old number, to the case of that person; a person decides. */
@Injectable()
export class LinkLoan {
  constructor(private readonly runner: TransactionRunner) {}

  /** Cases of people with the borrower's name whom the actor may see, none of them chosen. Throws NOT_FOUND. */
  async candidates(actor: Actor, loanId: string): Promise<Candidate[]> {
    return this.runner.run(actor, async (tx) => {
      if (!(await LoanRows.find(tx, loanId))) throw notFound('Không tìm thấy khoản vay này trong phạm vi của bạn.');
      return CandidateRows.ofLoan(tx, loanId);
    });
  }

  /** Throws NOT_FOUND, LOAN_LINKED. */
  async run(actor: Actor, loanId: string, caseId: string, requestId: string): Promise<{ loanId: string; caseId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { row } = await LoanLedger.one(tx, loanId);
        const [facts] = await BorrowerRows.facts(tx, [caseId]);
        if (!facts) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        if (row.case_id === caseId) return { loanId, caseId };
        if (row.case_id) throw new DomainError('refused', 'LOAN_LINKED', 'Khoản vay này đã gắn với một hồ sơ khác. Hãy tải lại để xem.');
        await AssignBank.apply(tx, [caseId], row.bank_id);
        await LoanRows.change(tx, loanId, { case_id: caseId });
        const on = await LoanRows.today(tx);
        await LoanEventRows.insert(tx, { loanId, kind: 'LINKED', on, stateAfter: row.state, requestId, detail: { caseId } });
        await AuditTrail.record(tx, { action: 'loans.link', subject: { kind: 'loan', id: loanId }, province: row.province_code });
        return { loanId, caseId };
      },
      { requestId },
    );
  }
}
