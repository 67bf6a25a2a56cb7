import { CorrectEvent } from '@app/casework';
import { type Actor, DomainError, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NO_SPLIT, type PaymentKind } from '../domain/allocation';
import { judgePayment } from '../domain/judge-line';
import { OWING } from '../domain/loan-state';
import { EntryRows } from '../persistence/entry-rows';
import { LineRows, type OpenLine } from '../persistence/line-rows';
import { LoanRows } from '../persistence/loan-rows';
import { MonthRows } from '../persistence/month-rows';
import { bankOf } from './close-month';
import { type LoanAccount, LoanLedger, orderOf, type Posting } from './loan-ledger';
import { loanPolicyAt } from './loan-policy';
import { alreadyPosted } from './post-to-loan';
import { untellCases } from './untell-cases';

export interface ResolveCommand {
  /** `POST`: it is a line of this loan; `IGNORE`: it is none of ours. */
  readonly act: 'POST' | 'IGNORE';
  readonly loanId?: string;
  readonly reason?: string;
  readonly requestId: string;
}

export interface ResolvedLine {
  readonly lineId: number;
  readonly state: string;
  readonly entryId: number | null;
  readonly left: number;
}

/** A person clears what the reconciliation left open. */
@Injectable()
export class ResolveLines {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly corrections: CorrectEvent,
  ) {}

  async list(actor: Actor, query: { after?: number; limit?: number }): Promise<{ lines: OpenLine[]; next?: string }> {
    const limit = query.limit ?? 50;
    const rows = await this.runner.run(actor, (tx) => LineRows.open(tx, bankOf(actor), query.after ?? 0, limit + 1));
    const lines = rows.slice(0, limit);
    return { lines, ...(rows.length > limit && { next: String(lines.at(-1)!.id) }) };
  }

  async statements(actor: Actor): Promise<Record<string, unknown>[]> {
    return this.runner.run(actor, (tx) => LineRows.statements(tx, bankOf(actor)));
  }

  /** Throws NOT_FOUND, LINE_SETTLED, LOAN_CHOOSE, REASON_MISSING, LINE_NOT_POSTABLE, PAYMENT_ALREADY_POSTED, MONTH_CLOSED. */
  async run(actor: Actor, lineId: number, command: ResolveCommand): Promise<ResolvedLine> {
    return this.runner.run(
      actor,
      async (tx) => {
        await MonthRows.join(tx, bankOf(actor));
        const line = await LineRows.lock(tx, lineId);
        if (!line) throw notFound('Không tìm thấy dòng sao kê này trong phạm vi của bạn.');
        if (line.state !== 'open') throw new DomainError('refused', 'LINE_SETTLED', 'Dòng này đã được xử lý. Hãy tải lại hàng chờ.');
        if (command.act === 'IGNORE') {
          if (!command.reason) throw new DomainError('invalid', 'REASON_MISSING', 'Bỏ qua một dòng phải ghi lý do.');
          await LineRows.settle(tx, lineId, { state: 'ignored', loanId: null, entryId: null, resolution: command.reason });
          return this.answer(tx, actor, lineId, 'ignored', null);
        }
        if (!command.loanId) throw new DomainError('invalid', 'LOAN_CHOOSE', 'Hãy chọn món vay để ghi dòng này.');
        const account = await LoanLedger.one(tx, command.loanId);
        const posting = await postingOf(tx, account, line, command);
        const [entryId] = await LoanLedger.append(tx, [{ account, posting }]);
        await LineRows.settle(tx, lineId, {
          state: 'settled',
          loanId: command.loanId,
          entryId: entryId!,
          resolution: command.reason ?? `Ghi vào món vay ${account.row.loan_no ?? ''}`,
        });
        return this.answer(tx, actor, lineId, 'settled', entryId!);
      },
      { requestId: command.requestId },
    );
  }

  /**
   * Takes a whole statement back, entry by entry, so that a corrected file can be sent: what it posted, what it reversed, the loans it brought where
   * nothing else stands. Throws NOT_FOUND, MONTH_CLOSED, PAYMENT_ALREADY_POSTED.
   */
  async takeBack(
    actor: Actor,
    batchId: string,
    { reason, requestId }: { reason: string; requestId: string },
  ): Promise<{ batchId: string; takenBack: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await MonthRows.join(tx, bankOf(actor));
        const statement = await LineRows.setAside(tx, batchId);
        if (!statement) throw notFound('Không tìm thấy sao kê này, hoặc sao kê đã được thu hồi.');
        if (await MonthRows.isClosed(tx, bankOf(actor), statement.month))
          throw new DomainError('refused', 'MONTH_CLOSED', 'Tháng của sao kê đã khóa sổ. Hãy mở lại tháng (có lý do) trước.');
        const ids = await LineRows.entriesOf(tx, batchId);
        if (ids.length > 0) await LoanLedger.takeBack(tx, ids, { requestId, note: reason, reversals: true });
        const openings = await LineRows.openingsOf(tx, batchId);
        if (openings.length > 0) await LoanLedger.takeBack(tx, openings, { requestId: `${requestId}:opening`, note: reason });
        const twin = await EntryRows.twinOf(tx, batchId);
        if (twin)
          throw new DomainError(
            'refused',
            'PAYMENT_ALREADY_POSTED',
            `Chứng từ ${twin} bị sao kê này hủy nay đã được ghi lại. Hãy đảo bút toán ghi lại đó trước, rồi thu hồi sao kê.`,
          );
        await untellCases(this.corrections, tx, await EntryRows.loansOf(tx, [...ids, ...openings]), { requestId, reason });
        await AuditTrail.record(tx, {
          action: 'loans.statement-back',
          subject: { kind: 'import_batch', id: batchId },
          detail: { entries: ids.length },
        });
        return { batchId, takenBack: ids.length };
      },
      { requestId, timeoutMs: 0 },
    );
  }

  private async answer(tx: Tx, actor: Actor, lineId: number, state: string, entryId: number | null): Promise<ResolvedLine> {
    await AuditTrail.record(tx, { action: `loans.line-${state}`, subject: { kind: 'bank_line', id: String(lineId) } });
    return { lineId, state, entryId, left: await LineRows.count(tx, bankOf(actor)) };
  }
}

/** The line as a posting of the chosen loan: what is too much is paid in advance, what is paid out over the approval raises it. */
async function postingOf(
  tx: Tx,
  account: LoanAccount,
  line: NonNullable<Awaited<ReturnType<typeof LineRows.lock>>>,
  { requestId, reason }: ResolveCommand,
): Promise<Posting> {
  const { row } = account;
  const amount = BigInt(line.amount);
  const on = line.on as LocalDate;
  const [taken] = line.reference ? await EntryRows.byReferences(tx, row.bank_id, [line.reference]) : [];
  if (taken && line.code !== 'REFERENCE_CLASH') throw alreadyPosted(taken);
  const reference = line.reference && (taken ? `${line.reference}#${line.row}` : line.reference);
  const plain = { on, requestId, reference, batchId: line.batchId, note: reason ?? null };
  if (line.kind === 'DISBURSEMENT') {
    const over = BigInt(row.disbursed) + amount - BigInt(row.approved ?? 0);
    if (over > 0n) await LoanRows.change(tx, row.id, { approved: Number(BigInt(row.approved ?? 0) + over) });
    return { ...plain, kind: 'DISBURSEMENT', principal: amount, split: NO_SPLIT };
  }
  if (!['INTEREST', 'REPAYMENT', 'SETTLEMENT'].includes(line.kind) || amount <= 0n || !OWING.includes(row.state) || !on)
    throw new DomainError(
      'refused',
      'LINE_NOT_POSTABLE',
      'Dòng này không ghi vào món vay được (bút toán hủy, khoản khác, hoặc món vay không còn nợ). Hãy bỏ qua và ghi lý do.',
    );
  const due = LoanLedger.dueOn(account, on);
  const policy = await loanPolicyAt(tx, row.rule_date);
  const order = orderOf(account, policy.allocation);
  const { posted, difference, split } = judgePayment(line.kind as PaymentKind, amount, due, order, BigInt(policy.arithmetic.toleranceUnit));
  return { ...plain, kind: 'PAYMENT', split, tolerated: posted ? difference : 0n };
}
