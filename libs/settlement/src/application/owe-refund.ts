import { addDays, type Actor, DomainError, formatDong, type LocalDate, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook, type PolicyRule } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { RefundRule } from '../domain/fee-refund';
import { feeTerms, refundOfTerms } from '../domain/fee-terms';
import { refundFits, type RefundKind } from '../domain/refund-kind';
import { ReceiptRows } from '../persistence/receipt-rows';
import { RefundRows } from '../persistence/refund-rows';
import { refuseFuture, type SettledCase, SettledCaseRows } from '../persistence/settled-case-rows';
import { type LiquidationPage, pageOf } from './liquidate';

export interface RefundCommand {
  readonly kind: RefundKind;
  /** Last day at work; default: the day of the return or of the death. */
  readonly lastDay?: LocalDate;
  /** Whose fault it was: the worker's own early return gives nothing back; force majeure leaves the agency its proven costs. */
  readonly fault?: 'WORKER' | 'EMPLOYER' | 'AGENCY' | 'FORCE_MAJEURE' | 'NONE';
  /** Costs of a withdrawal, or of force majeure before the exit, that the agency can prove, đồng. */
  readonly provenCosts?: number;
  readonly requestId: string;
}

interface RefundPolicy extends RefundRule {
  readonly dueDays: number;
}

export async function refundRuleOf(tx: Tx): Promise<PolicyRule<RefundPolicy>> {
  return (await PolicyBook.at(tx)).requireRule<RefundPolicy>('fee.refund');
}

const refuse = (code: string, message: string) => new DomainError('refused', code, message);

/** What an agency owes a worker: by which rule, worked out from the receipts, with its due day. */
@Injectable()
export class OweRefund {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, REFUND_KIND_DIFFERS, NO_RECEIPTS, OWN_FAULT, NOT_RETURNED, LAST_DAY_LATE, REFUND_KNOWN; DATE_IN_FUTURE for the last day. */
  async run(actor: Actor, caseId: string, command: RefundCommand): Promise<LiquidationPage> {
    return this.runner.run(
      actor,
      async (tx) => {
        const found = await SettledCaseRows.find(tx, caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        if (!refundFits(command.kind, found.endedAs))
          throw refuse(
            'REFUND_KIND_DIFFERS',
            'Lý do hoàn trả không khớp với giai đoạn của hồ sơ. Hãy ghi việc đã xảy ra vào hồ sơ trước (về nước, qua đời, không đưa đi được, rút), rồi chọn đúng lý do.',
          );
        const rule = await refundRuleOf(tx);
        const worked = await this.workOut(tx, found, command, rule.value);
        const fresh = await RefundRows.insert(tx, {
          id: newId(),
          caseId,
          kind: command.kind,
          ...worked,
          dueBy: addDays(worked.from, rule.value.dueDays),
          ruleId: rule.id,
          requestId: command.requestId,
        });
        if (!fresh)
          throw refuse('REFUND_KNOWN', 'Hồ sơ đã có một khoản hoàn trả. Hãy tải lại để xem; nếu lập sai, hãy hủy khoản đó trước.');
        await AuditTrail.record(tx, { action: 'settlement.refund', subject: { kind: 'case', id: caseId }, province: found.provinceCode });
        return pageOf(tx, caseId);
      },
      { requestId: command.requestId },
    );
  }

  /** Throws NOT_FOUND, DATE_IN_FUTURE, AMOUNT_OVER_REFUND. */
  async pay(
    actor: Actor,
    refundId: string,
    payment: { amount: number; on?: LocalDate; proof: string; requestId: string },
  ): Promise<LiquidationPage> {
    return this.runner.run(
      actor,
      async (tx) => {
        const refund = await RefundRows.lock(tx, refundId);
        if (!refund) throw notFound('Không tìm thấy khoản hoàn trả này trong phạm vi của bạn.');
        const found = (await SettledCaseRows.find(tx, refund.caseId))!;
        refuseFuture(payment.on ?? found.today, found);
        const left = refund.principal + refund.interest - refund.paid;
        if (payment.amount > left)
          throw refuse('AMOUNT_OVER_REFUND', `Chỉ còn phải trả ${formatDong(BigInt(left))}. Hãy ghi đúng số đã chi.`);
        await RefundRows.pay(tx, refundId, { ...payment, on: payment.on ?? found.today });
        return pageOf(tx, refund.caseId);
      },
      { requestId: payment.requestId },
    );
  }

  private async workOut(
    tx: Tx,
    found: SettledCase,
    { kind, lastDay, fault, provenCosts = 0 }: RefundCommand,
    rule: RefundRule,
  ): Promise<{ principal: bigint; interest: bigint; detail: Record<string, unknown>; from: LocalDate }> {
    const receipts = await ReceiptRows.ofCase(tx, found.caseId);
    const back = new Set(receipts.flatMap(({ id, reversesId }) => (reversesId === null ? [] : [id, reversesId])));
    // An escrow is given back from its own ledger.
    const proRata = kind === 'EARLY_RETURN' || kind === 'DEATH';
    const wanted = receipts.filter(({ id, item }) => !back.has(id) && (proRata ? item === 'SERVICE_FEE' : item !== 'ESCROW'));
    const taken = wanted.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    if (taken <= 0n) throw refuse('NO_RECEIPTS', 'Chưa có biên lai thu tiền nào để tính hoàn trả. Hãy ghi biên lai trước.');
    const told = wanted.map(({ receiptNo, item, paidOn, amount }) => ({ receiptNo, item, paidOn, amount }));
    if (!proRata) {
      const costs = kind === 'WITHDRAWAL' || fault === 'FORCE_MAJEURE' ? provenCosts : 0;
      const principal = taken - BigInt(costs);
      if (principal < 0n) throw refuse('COSTS_OVER_PAID', 'Chi phí đã chứng minh lớn hơn số đã thu. Hãy kiểm tra lại.');
      const detail = { taken: Number(taken), provenCosts: costs, ...(fault && { fault }), lines: told };
      return { principal, interest: 0n, detail, from: found.today };
    }
    if (kind === 'EARLY_RETURN' && (!fault || fault === 'WORKER'))
      throw refuse('OWN_FAULT', 'Chỉ hoàn tiền dịch vụ khi về trước hạn không do lỗi của người lao động (Luật 69/2020/QH14, Điều 23).');
    const end = kind === 'DEATH' ? found.endedOn : found.returnedOn;
    if (lastDay) refuseLate(lastDay, end ?? found.returnedOn ?? found.endedOn, found);
    const last = lastDay ?? end;
    if (!last || !found.contractStart || !found.contractEnd)
      throw refuse('NOT_RETURNED', 'Thiếu ngày về nước hoặc thời hạn hợp đồng nên chưa tính được. Hãy bổ sung vào hồ sơ.');
    const { endsOn, extensions } = await SettledCaseRows.contractTerms(tx, found.caseId);
    const terms = feeTerms({ startsOn: found.contractStart, endsOn: endsOn ?? found.contractEnd }, extensions);
    const days = { lastDay: last, refundOn: found.today };
    const {
      principal,
      interest,
      parts,
      terms: worked,
    } = refundOfTerms(rule, terms, { ...days, receipts: wanted.map(({ amount, paidOn }) => ({ amount: BigInt(amount), paidOn })) });
    const lines = told.map((line, i) => ({
      ...line,
      share: Number(parts[i]!.share),
      days: parts[i]!.days,
      interest: Number(parts[i]!.interest),
    }));
    const numbered = worked.map((term) => ({ ...term, taken: Number(term.taken), principal: Number(term.principal) }));
    const { taken: _, principal: __, ...contract } = numbered[0]!;
    const first = { ...contract, ...(numbered.length > 1 && { terms: numbered }) };
    const detail = { ...first, ...days, taken: Number(taken), fault, basis: rule.basis, interestPpm: rule.interestPpm, lines };
    return { principal, interest, detail, from: found.today };
  }
}

/** A later last day at work makes the debt smaller, and the debtor writes it. */
function refuseLate(lastDay: LocalDate, end: LocalDate | null, found: SettledCase): void {
  refuseFuture(lastDay, found);
  if (end && lastDay > end)
    throw refuse('LAST_DAY_LATE', 'Ngày làm việc cuối nằm sau ngày về nước hoặc ngày mất trong hồ sơ. Hãy kiểm tra lại ngày này.');
}
