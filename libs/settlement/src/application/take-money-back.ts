import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EscrowRows } from '../persistence/escrow-rows';
import { LiquidationRows } from '../persistence/liquidation-rows';
import { ReceiptRows } from '../persistence/receipt-rows';
import { RefundRows } from '../persistence/refund-rows';
import { SettledCaseRows } from '../persistence/settled-case-rows';

export const REVERSIBLE = ['RECEIPT', 'REFUND', 'REFUND_PAYMENT', 'ESCROW_ENTRY'] as const;

export interface TakeMoneyBackCommand {
  readonly what: (typeof REVERSIBLE)[number];
  readonly id: string;
  readonly reason: string;
  readonly requestId: string;
}

const refuse = (code: string, message: string) => new DomainError('refused', code, message);

/** Answers what was recorded wrongly around a contract by its opposite; what was written stays, with who and why. */
@Injectable()
export class TakeMoneyBack {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, MONEY_UNKNOWN, LIQUIDATION_OVER, REFUND_STANDS, REFUND_PAID, ENTRY_REVERSED, ESCROW_SHORT. */
  async run(actor: Actor, caseId: string, command: TakeMoneyBackCommand): Promise<{ what: string; id: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { what, id, reason } = command;
        const found = await SettledCaseRows[what === 'ESCROW_ENTRY' ? 'ofEscrow' : 'find'](tx, caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        await guard(tx, caseId, what);
        const done = await take(tx, caseId, command);
        if (done === undefined)
          throw new DomainError('invalid', 'MONEY_UNKNOWN', 'Không tìm thấy khoản này trong hồ sơ. Hãy tải lại để xem.');
        if (!done)
          throw what === 'REFUND'
            ? refuse('REFUND_PAID', 'Khoản hoàn trả này đã chi hoặc đã hủy. Hãy đảo các lần chi trước.')
            : refuse('ENTRY_REVERSED', 'Khoản này đã được đảo, hoặc do đơn vị khác ghi. Hãy tải lại để xem.');
        await AuditTrail.record(tx, {
          action: 'settlement.take-back',
          subject: { kind: 'case', id: caseId },
          province: found.provinceCode,
          detail: { what, id, reason },
        });
        return { what, id };
      },
      { requestId: command.requestId },
    );
  }
}

/** A liquidation rests on receipts and refunds, a refund on receipts. */
async function guard(tx: Tx, caseId: string, what: TakeMoneyBackCommand['what']): Promise<void> {
  if (what === 'ESCROW_ENTRY') return;
  const liquidation = await LiquidationRows.find(tx, caseId);
  if (liquidation && ['CLOSED', 'UNILATERAL'].includes(liquidation.state))
    throw refuse('LIQUIDATION_OVER', 'Hợp đồng đã được thanh lý; biên lai và khoản hoàn trả không đảo được nữa.');
  if (what === 'RECEIPT' && (await RefundRows.ofCase(tx, caseId)).length > 0)
    throw refuse('REFUND_STANDS', 'Khoản hoàn trả đã được tính từ các biên lai này. Hãy hủy khoản hoàn trả trước.');
}

async function take(tx: Tx, caseId: string, { what, id, ...why }: TakeMoneyBackCommand): Promise<boolean | undefined> {
  if (what === 'REFUND') return /^[0-9a-f-]{36}$/.test(id) ? RefundRows.withdraw(tx, caseId, id, why.reason) : undefined;
  if (!/^\d+$/.test(id)) return undefined;
  if (what === 'RECEIPT') return ReceiptRows.reverse(tx, caseId, Number(id), why);
  if (what === 'REFUND_PAYMENT') return RefundRows.reversePayment(tx, caseId, Number(id), why);
  return EscrowRows.reverse(tx, caseId, Number(id), why);
}
