import { AssignBank } from '@app/casework';
import { type Actor, DomainError, newId } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { ProveHousehold } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { HINDRANCES } from '../domain/eligibility';
import { BorrowerRows } from '../persistence/borrower-rows';
import { LoanEventRows, LoanRows, type NewLoan } from '../persistence/loan-rows';
import { judgeBorrowers } from './check-eligibility';

export interface ReferCommand {
  readonly caseIds: readonly string[];
  /** The office to go to; needed where the province has several. */
  readonly bankId?: string;
  /** đồng each of them asks for. */
  readonly requested?: number;
  readonly requestId: string;
}

export interface ReferredCase {
  readonly caseId: string;
  readonly outcome: 'done' | 'unchanged' | 'refused';
  readonly code?: string;
  readonly message?: string;
}

/** A centre sends people to the bank: one application each, and the office sees them from now on. Communes are asked about households nobody has confirmed. */
@Injectable()
export class ReferBorrowers {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws BANK_CHOOSE where it is not clear which office is meant. Who cannot borrow is refused with the reason; the others go on. */
  async run(actor: Actor, command: ReferCommand): Promise<ReferredCase[]> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { scope } = actor;
        const banks = scope.kind === 'province' ? await BorrowerRows.banksOf(tx, scope.province) : [];
        const bank = command.bankId ? banks.find(({ id }) => id === command.bankId) : banks.length === 1 ? banks[0] : undefined;
        if (!bank)
          throw new DomainError(
            'invalid',
            'BANK_CHOOSE',
            banks.length === 0
              ? 'Tỉnh chưa có phòng giao dịch NHCSXH nào trong hệ thống. Hãy báo quản trị viên.'
              : 'Hãy chọn phòng giao dịch NHCSXH.',
            { banks },
          );
        const judged = await judgeBorrowers(tx, command.caseIds);
        const fit = judged.filter(({ eligibility }) => eligibility.eligible);
        const loans = fit.map(({ facts, policy, eligibility }): NewLoan => ({
          id: newId(),
          bankId: bank.id,
          provinceCode: facts.provinceCode,
          caseId: facts.caseId,
          product: 'OVERSEAS_COST',
          ruleDate: policy.day,
          ruleIds: policy.ruleIds,
          groups: eligibility.entitling,
          priority: eligibility.rates.priority,
          costs: [],
          requested: command.requested ?? null,
        }));
        const opened = new Set(await LoanRows.insert(tx, loans));
        const made = loans.filter(({ caseId }) => opened.has(caseId));
        await AssignBank.apply(tx, [...opened], bank.id);
        await LoanEventRows.insertMany(
          tx,
          made.map((loan) => ({ loanId: loan.id, kind: 'REFERRED', stateAfter: 'DRAFT' as const, requestId: command.requestId })),
        );
        await LoanRows.share(
          tx,
          made.map(({ id }) => id),
        );
        if (made.length > 0)
          await AuditTrail.record(tx, {
            action: 'loans.refer',
            subject: { kind: 'organisation', id: bank.id },
            detail: { cases: made.length },
          });
        const unproven = fit.filter(({ facts }) => opened.has(facts.caseId) && facts.unproven.length > 0);
        await ProveHousehold.ask(
          tx,
          unproven.map(({ facts: { workerId, caseId } }) => ({ workerId, caseId })),
        );
        const known = new Map(judged.map((one) => [one.facts.caseId, one]));
        return command.caseIds.map((caseId): ReferredCase => {
          const one = known.get(caseId);
          if (!one) return { caseId, outcome: 'refused', code: 'NOT_FOUND', message: 'Không tìm thấy hồ sơ này trong phạm vi của bạn.' };
          if (opened.has(caseId)) return { caseId, outcome: 'done' };
          const reason = one.eligibility.hindrances[0];
          return reason && reason !== 'LOAN_RUNNING'
            ? { caseId, outcome: 'refused', code: reason, message: HINDRANCES[reason] }
            : { caseId, outcome: 'unchanged', code: 'LOAN_RUNNING', message: HINDRANCES.LOAN_RUNNING };
        });
      },
      { requestId: command.requestId },
    );
  }
}
