import { type Actor, DomainError, idOfRequest, newCaseCode, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { refuseApproval, refuseFiling } from '../domain/decide-order';
import type { JobOrder, OrderTerms, OrderVersion } from '../domain/job-order';
import { type OrderFilter, OrderRows } from '../persistence/order-rows';
import { groundsOf, orderRefusal } from './order-grounds';
import { lookAgain } from './look-again';

export interface FileOrderCommand {
  readonly terms: OrderTerms;
  /** Where the agency recruits; an office files for its own province. */
  readonly provinceCode: string;
  readonly requestId: string;
}

export interface OrderDecision {
  readonly decision: 'approve' | 'refuse';
  /** Needed with a refusal. */
  readonly reason?: string;
}

/** Orders of agencies and public programmes: filed, changed by versions, approved by the department of the province, closed. */
@Injectable()
export class JobOrders {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, filter: Omit<OrderFilter, 'limit'> & { limit?: number }): Promise<{ orders: JobOrder[]; next?: string }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const rows = await this.runner.run(actor, (tx) => OrderRows.list(tx, { ...filter, limit: limit + 1 }));
    return { orders: rows.slice(0, limit), ...(rows.length > limit && { next: rows[limit - 1]!.code }) };
  }

  async get(actor: Actor, orderId: string): Promise<JobOrder & { versions: OrderVersion[] }> {
    return this.runner.run(actor, async (tx) => {
      const order = await found(tx, orderId);
      return { ...order, versions: await OrderRows.versions(tx, orderId) };
    });
  }

  async file(actor: Actor, { terms, provinceCode, requestId }: FileOrderCommand): Promise<JobOrder> {
    const { scope } = actor;
    const agencyId = scope.kind === 'agency' ? scope.agencyId : actor.organisationId;
    if (!agencyId || (scope.kind !== 'agency' && !(scope.kind === 'province' && scope.province === provinceCode)))
      throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Đơn hàng chỉ nhận tại tỉnh của đơn vị. Hãy chọn đúng tỉnh.');
    const id = idOfRequest(actor, 'job-order', requestId);
    return this.change(actor, requestId, 'agencies.file-order', id, async (tx) => {
      if (await OrderRows.find(tx, id)) return;
      const today = await OrderRows.today(tx);
      const refused = refuseFiling(terms, await groundsOf(tx, { agencyId, provinceCode, contractId: terms.contractId }, today));
      if (refused) throw orderRefusal(refused);
      await OrderRows.file(tx, { id, code: `DH${newCaseCode().slice(0, 6)}`, agencyId, provinceCode, terms });
    });
  }

  /** A new version waits for the department; what was approved holds until then. */
  async fileVersion(actor: Actor, orderId: string, terms: OrderTerms, requestId: string): Promise<JobOrder> {
    return this.change(actor, requestId, 'agencies.change-order', orderId, async (tx) => {
      const order = await locked(tx, orderId);
      ownOnly(actor, order);
      if (order.state === 'closed') throw orderRefusal('ORDER_STATE');
      const refused = refuseFiling(terms, await groundsOf(tx, { ...order, contractId: terms.contractId }, order.today));
      if (refused) throw orderRefusal(refused);
      await OrderRows.fileVersion(tx, orderId, order.version + 1, terms);
    });
  }

  async decide(actor: Actor, orderId: string, decision: OrderDecision, requestId: string): Promise<JobOrder> {
    return this.change(actor, requestId, `agencies.${decision.decision}-order`, orderId, async (tx) => {
      const order = await locked(tx, orderId);
      const pending = order.state === 'closed' ? undefined : await OrderRows.pendingTerms(tx, orderId, order.version);
      if (!pending) throw orderRefusal('ORDER_STATE');
      if (pending.filedBy === actor.accountId)
        throw new DomainError('refused', 'SECOND_PERSON_NEEDED', 'Người gửi đơn hàng không tự duyệt. Hãy nhờ một cán bộ khác duyệt.');
      if (decision.decision === 'refuse') return OrderRows.refuse(tx, orderId, order.version, reasonOf(decision));
      const { terms } = pending;
      const takes = order.approvedVersion && order.terms.contractId === terms.contractId ? order.terms.places : 0;
      const grounds = await groundsOf(tx, { ...order, contractId: terms.contractId }, order.today, { lock: true, takes });
      await OrderRows.holdPlaces(tx, orderId);
      const passed = await OrderRows.passed(tx, orderId);
      const refused = refuseApproval(terms, grounds, passed);
      if (refused) throw orderRefusal(refused, { passed, places: terms.places, quota: grounds.contract?.quota });
      return OrderRows.approve(tx, orderId, order.version, terms);
    });
  }

  /** Nobody more is proposed or selected, and no change waits any longer; who holds a place goes on. */
  async close(actor: Actor, orderId: string, requestId: string): Promise<JobOrder> {
    return this.change(actor, requestId, 'agencies.close-order', orderId, async (tx) => {
      const order = await locked(tx, orderId);
      if (actor.role !== 'department_officer') ownOnly(actor, order);
      if (order.state === 'closed') throw orderRefusal('ORDER_STATE');
      await OrderRows.close(tx, orderId);
      await lookAgain(tx);
    });
  }

  private change(actor: Actor, requestId: string, action: string, orderId: string, work: (tx: Tx) => Promise<void>): Promise<JobOrder> {
    return this.runner.run(
      actor,
      async (tx) => {
        await work(tx);
        const order = await found(tx, orderId);
        await AuditTrail.record(tx, {
          action,
          subject: { kind: 'job-order', id: orderId },
          province: order.provinceCode,
          detail: { version: order.version, places: order.terms.places },
        });
        return order;
      },
      { requestId },
    );
  }
}

/** What somebody else's office filed is theirs to change. */
function ownOnly({ scope, organisationId }: Actor, { agencyId }: { agencyId: string }): void {
  if (agencyId === organisationId && (scope.kind === 'agency' || scope.kind === 'province')) return;
  throw new DomainError('forbidden', 'NOT_OWN_ORDER', 'Đơn hàng do đơn vị khác gửi. Hãy đề nghị đơn vị đó thay đổi.');
}

function reasonOf({ reason }: OrderDecision): string {
  if (!reason) throw new DomainError('invalid', 'REASON_MISSING', 'Chưa có lý do. Hãy ghi lý do để người gửi sửa đơn hàng.');
  return reason;
}

async function found(tx: Tx, orderId: string): Promise<JobOrder> {
  const order = await OrderRows.find(tx, orderId);
  if (!order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
  return order;
}

async function locked(tx: Tx, orderId: string) {
  const order = await OrderRows.lock(tx, orderId);
  if (!order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
  return order;
}
