import { type Actor, addMonths, DomainError, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LoanRows } from '../persistence/loan-rows';
import { type MonthCheck, type MonthLine, MonthRows } from '../persistence/month-rows';
import { OfficeRows } from '../persistence/office-rows';
import { LoanLedger } from './loan-ledger';

export interface MonthCommand {
  /** First day of the month. */
  readonly month: LocalDate;
  readonly act: 'CLOSE' | 'REOPEN';
  /** Needed to reopen. */
  readonly reason?: string;
  readonly requestId: string;
}

/** Closing and reopening a month of a bank office, with who, when and why kept. */
@Injectable()
export class CloseMonth {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor): Promise<MonthLine[]> {
    return this.runner.run(actor, (tx) => MonthRows.list(tx, bankOf(actor)));
  }

  /** What stands against closing, and the totals of the month. */
  async check(actor: Actor, month: LocalDate): Promise<MonthCheck> {
    return this.runner.run(actor, (tx) => MonthRows.check(tx, bankOf(actor), month));
  }

  /** Throws MONTH_NOT_OVER, MONTH_NOT_RECONCILED (with what is left), MONTH_CLOSED, MONTH_NOT_CLOSED. */
  async run(actor: Actor, command: MonthCommand): Promise<MonthLine[]> {
    return this.runner.run(
      actor,
      async (tx) => {
        const bankId = bankOf(actor);
        await MonthRows.queue(tx, bankId);
        if (!(await MonthRows.recorded(tx, bankId, command.requestId))) await this.record(tx, bankId, command);
        return MonthRows.list(tx, bankId);
      },
      { requestId: command.requestId },
    );
  }

  private async record(tx: Tx, bankId: string, { month, act, reason, requestId }: MonthCommand): Promise<void> {
    const closed = await MonthRows.isClosed(tx, bankId, month);
    if (act === 'CLOSE' && !closed) await LoanLedger.useAdvances(tx, bankId, addMonths(month, 1), requestId);
    const check = await MonthRows.check(tx, bankId, month);
    if (act === 'CLOSE') {
      if (closed) throw new DomainError('refused', 'MONTH_CLOSED', 'Tháng này đã khóa sổ.');
      if (addMonths(month, 1) > (await LoanRows.today(tx)))
        throw new DomainError('refused', 'MONTH_NOT_OVER', 'Tháng chưa kết thúc, chưa khóa sổ được.');
      const { statements, openLines, differences, wrongTotals } = check;
      if (statements === 0 || openLines > 0 || differences.length > 0 || wrongTotals > 0)
        throw new DomainError(
          'refused',
          'MONTH_NOT_RECONCILED',
          `Chưa khóa sổ được: ${[
            statements === 0 && 'chưa có sao kê của tháng',
            openLines > 0 && `${openLines} dòng chưa xử lý`,
            differences.length > 0 && `${differences.length} khoản vay lệch số dư cuối kỳ`,
            wrongTotals > 0 && 'dòng cộng của sao kê không khớp',
          ]
            .filter(Boolean)
            .join(', ')}. Hãy xử lý trước.`,
          { statements, openLines, wrongTotals, differences: differences.slice(0, 20) },
        );
    } else {
      if (!closed) throw new DomainError('refused', 'MONTH_NOT_CLOSED', 'Tháng này đang mở.');
      if (!reason) throw new DomainError('invalid', 'REASON_MISSING', 'Mở lại tháng đã khóa phải ghi lý do.');
    }
    await MonthRows.record(tx, {
      bankId,
      province: await OfficeRows.provinceOf(tx, bankId),
      month,
      kind: act === 'CLOSE' ? 'CLOSED' : 'REOPENED',
      reason: reason ?? null,
      totals: { lent: check.lent, received: check.received },
      requestId,
    });
    await AuditTrail.record(tx, { action: `loans.month-${act.toLowerCase()}`, subject: { kind: 'loan_month', id: month } });
  }
}

/** Throws ROLE_NOT_ALLOWED for anybody but a bank office. */
export function bankOf(actor: Actor): string {
  if (actor.scope.kind !== 'bank')
    throw new DomainError(
      'forbidden',
      'ROLE_NOT_ALLOWED',
      'Chỉ phòng giao dịch NHCSXH làm được việc này. Hãy đăng nhập bằng tài khoản ngân hàng.',
    );
  return actor.scope.bankId;
}
