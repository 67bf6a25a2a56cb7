import { CorrectEvent, RecordMilestone } from '@app/casework';
import { type Actor, DomainError, formatDong, formatVietnamese, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { allocate, bucketsOf, expectedPayment, NO_SPLIT, type PaymentKind, type PaymentSplit } from '../domain/allocation';
import { OWING } from '../domain/loan-state';
import { principalSchedule } from '../domain/schedule';
import { BorrowerRows } from '../persistence/borrower-rows';
import { EntryRows, type UsedReference } from '../persistence/entry-rows';
import { LoanRows } from '../persistence/loan-rows';
import { MonthRows } from '../persistence/month-rows';
import { bankOf } from './close-month';
import { tellCase } from './handle-loan';
import { type LoanAccount, LoanLedger, orderOf } from './loan-ledger';
import { loanPolicyAt } from './loan-policy';
import { untellCases } from './untell-cases';

export const POSTING_KINDS = ['DISBURSEMENT', 'INTEREST', 'REPAYMENT', 'SETTLEMENT'] as const;

export interface PostCommand {
  readonly kind: (typeof POSTING_KINDS)[number];
  readonly on: LocalDate;
  /** đồng. */
  readonly amount: number;
  /** Number of the bank's voucher: the same number is the same payment. */
  readonly reference: string;
  readonly payee?: 'WORKER' | 'AGENCY';
  readonly note?: string;
  readonly requestId: string;
}

export interface PostedLine {
  readonly entryId: number;
  readonly outcome: 'posted' | 'repeated';
  readonly state: string;
  readonly principal: number;
  readonly advance: number;
  readonly expected: number;
  readonly split: Readonly<Record<keyof PaymentSplit, number>>;
}

const refuse = (code: string, message: string, details = {}) => new DomainError('refused', code, message, details);

/** Money of one loan, typed in by an officer of the bank. */
@Injectable()
export class PostToLoan {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
    private readonly corrections: CorrectEvent,
  ) {}

  /**
   * Throws PAYMENT_ALREADY_POSTED (the voucher is in the ledger, whoever wrote it), MONTH_CLOSED, POSTING_OUT_OF_ORDER, and the refusals of a
   * disbursement: NO_SENDING_CONTRACT, CASE_ENDED, DISBURSED_OVER_APPROVED.
   */
  async run(actor: Actor, loanId: string, command: PostCommand): Promise<PostedLine> {
    return this.runner.run(
      actor,
      async (tx) => {
        await MonthRows.join(tx, bankOf(actor));
        const account = await LoanLedger.one(tx, loanId);
        const before = await EntryRows.byRequest(tx, loanId, command.requestId);
        if (before !== undefined) return shown(tx, loanId, before, 'repeated', 0n, NO_SPLIT);
        await this.guard(tx, account, command);
        const { split, expected, ready } = await this.workOut(tx, account, command);
        const order = orderOf(account, (await loanPolicyAt(tx, account.row.rule_date)).allocation);
        const [id] = await LoanLedger.append(tx, [
          {
            account: ready,
            order,
            posting: {
              kind: command.kind === 'DISBURSEMENT' ? 'DISBURSEMENT' : 'PAYMENT',
              on: command.on,
              requestId: command.requestId,
              principal: command.kind === 'DISBURSEMENT' ? BigInt(command.amount) : 0n,
              split,
              reference: command.reference,
              payee: command.payee ?? null,
              note: command.note ?? null,
            },
          },
        ]);
        await AuditTrail.record(tx, { action: 'loans.post', subject: { kind: 'loan', id: loanId }, province: account.row.province_code });
        const line = await shown(tx, loanId, id!, 'posted', expected, split);
        if (command.kind === 'DISBURSEMENT')
          await tellCase(this.milestones, tx, account.row.case_id, 'LOAN_DISBURSED', command.on, command.requestId);
        if (line.state === 'PAID') await tellCase(this.milestones, tx, account.row.case_id, 'LOAN_SETTLED', command.on, command.requestId);
        return line;
      },
      { requestId: command.requestId },
    );
  }

  /** Takes a posted line back by one with the other signs. Throws NOT_FOUND, ENTRY_REVERSED, ENTRY_IS_REVERSAL, MONTH_CLOSED. */
  async takeBack(
    actor: Actor,
    loanId: string,
    entryId: number,
    { reason, requestId }: { reason: string; requestId: string },
  ): Promise<PostedLine> {
    return this.runner.run(
      actor,
      async (tx) => {
        await MonthRows.join(tx, bankOf(actor));
        const account = await LoanLedger.one(tx, loanId);
        const before = await EntryRows.byRequest(tx, loanId, requestId);
        if (before !== undefined) return shown(tx, loanId, before, 'repeated', 0n, NO_SPLIT);
        const [id] = await LoanLedger.takeBack(tx, [entryId], { requestId, note: reason });
        await untellCases(this.corrections, tx, [loanId], { requestId, reason });
        await AuditTrail.record(tx, {
          action: 'loans.take-back',
          subject: { kind: 'loan', id: loanId },
          province: account.row.province_code,
        });
        return shown(tx, loanId, id!, 'posted', 0n, NO_SPLIT);
      },
      { requestId },
    );
  }

  private async guard(tx: Tx, { row }: LoanAccount, { on, reference }: PostCommand): Promise<void> {
    const [used] = await EntryRows.byReferences(tx, row.bank_id, [reference]);
    if (used) throw alreadyPosted(used);
    if (on > (await LoanRows.today(tx))) throw refuse('DATE_IN_FUTURE', 'Ngày giao dịch nằm sau hôm nay. Hãy kiểm tra lại ngày.');
    if (row.last_entry_on && on < row.last_entry_on)
      throw refuse(
        'POSTING_OUT_OF_ORDER',
        `Khoản vay đã có bút toán ngày ${formatVietnamese(row.last_entry_on)}. Hãy đảo bút toán đó trước, ghi lại theo thứ tự ngày.`,
      );
  }

  private async workOut(
    tx: Tx,
    account: LoanAccount,
    command: PostCommand,
  ): Promise<{ split: PaymentSplit; expected: bigint; ready: LoanAccount }> {
    const amount = BigInt(command.amount);
    if (command.kind === 'DISBURSEMENT')
      return { split: NO_SPLIT, expected: await this.readyToPayOut(tx, account, amount, command.on), ready: account };
    if (!OWING.includes(account.row.state))
      throw refuse('LOAN_NOT_OWING', 'Khoản vay không còn dư nợ hoặc chưa giải ngân. Hãy kiểm tra lại mã món vay.');
    const order = orderOf(account, (await loanPolicyAt(tx, account.row.rule_date)).allocation);
    const due = LoanLedger.dueOn(account, command.on);
    const split = allocate(amount, due, bucketsOf(command.kind as PaymentKind, due, order));
    const left =
      due.overduePrincipal + due.duePrincipal + due.futurePrincipal - split.overduePrincipal - split.duePrincipal - split.futurePrincipal;
    if (left === 0n && due.advance + split.advance > 0n)
      throw refuse('AMOUNT_OVER_DEBT', `Số tiền lớn hơn nợ còn lại ${formatDong(split.advance + due.advance)}. Hãy ghi đúng số phải trả.`, {
        over: Number(split.advance + due.advance),
      });
    return { split, expected: expectedPayment(command.kind as PaymentKind, due, order), ready: account };
  }

  /** Lays the schedule down with the first đồng. Answers what is still to be paid out. */
  private async readyToPayOut(tx: Tx, account: LoanAccount, amount: bigint, on: LocalDate): Promise<bigint> {
    const { row } = account;
    if (!['APPROVED', 'DISBURSING'].includes(row.state))
      throw refuse('DEED_DOES_NOT_FIT', 'Chỉ giải ngân khoản vay đã phê duyệt và chưa giải ngân hết.');
    const left = BigInt(row.approved ?? 0) - BigInt(row.disbursed);
    if (amount > left)
      throw refuse('DISBURSED_OVER_APPROVED', `Vượt số tiền phê duyệt; còn được giải ngân ${formatDong(left)}.`, { left: Number(left) });
    const [facts] = row.case_id ? await BorrowerRows.facts(tx, [row.case_id]) : [];
    if (facts && ['WITHDRAWN', 'NOT_SENT', 'REJECTED'].includes(facts.stage))
      throw refuse('CASE_ENDED', 'Người vay đã rút hồ sơ hoặc không đi được; không giải ngân. Hãy hủy phần còn lại.');
    if (facts && !facts.contractSignedOn)
      throw refuse(
        'NO_SENDING_CONTRACT',
        'Chưa có hợp đồng đưa người lao động đi; chưa được giải ngân. Hãy chờ doanh nghiệp hoặc trung tâm báo ngày ký.',
      );
    // After a first disbursement that was taken back the days count anew.
    if (account.terms.instalments.length === 0 || (row.disbursed === 0 && account.entries.some(({ kind }) => kind === 'DISBURSEMENT'))) {
      await EntryRows.liftInstalments(tx, [row.id]);
      const { instalmentUnit } = (await loanPolicyAt(tx, row.rule_date)).arithmetic;
      const plan = { amount: BigInt(row.approved ?? 0), from: on, termMonths: row.term_months ?? 1, everyMonths: row.every_months ?? 1 };
      await EntryRows.layInstalments(tx, [
        { loanId: row.id, instalments: principalSchedule({ ...plan, instalmentUnit: BigInt(instalmentUnit) }) },
      ]);
      await LoanRows.change(tx, row.id, { first_disbursed_on: on });
    }
    return left;
  }
}

/** The voucher is in the ledger: who wrote it, when, how much. */
export function alreadyPosted({ id, loanId, reference, by, on, amount }: UsedReference): DomainError {
  return refuse(
    'PAYMENT_ALREADY_POSTED',
    `Chứng từ ${reference} đã được ${by ?? 'hệ thống'} ghi ngày ${formatVietnamese(on)}, ${formatDong(BigInt(amount))}. Không ghi lần thứ hai; nếu là chứng từ khác, hãy kiểm tra lại số.`,
    { entryId: id, loanId },
  );
}

async function shown(
  tx: Tx,
  loanId: string,
  entryId: number,
  outcome: PostedLine['outcome'],
  expected: bigint,
  split: PaymentSplit,
): Promise<PostedLine> {
  const row = (await LoanRows.find(tx, loanId))!;
  return {
    entryId,
    outcome,
    state: row.state,
    principal: row.principal,
    advance: row.advance,
    expected: Number(expected),
    split: Object.fromEntries(Object.entries(split).map(([bucket, value]) => [bucket, Number(value)])) as PostedLine['split'],
  };
}
