import { OrderRows } from '@app/agencies';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type OrderPerson, type SelectionRound, SelectionRows } from '../persistence/selection-rows';

/** Who holds a place of an order, was looked at for it or waits to be, as far as the actor sees the people; and its rounds. */
@Injectable()
export class OrderPeople {
  constructor(private readonly runner: TransactionRunner) {}

  async list(
    actor: Actor,
    orderId: string,
    page: { after?: string; limit?: number },
  ): Promise<{ people: OrderPerson[]; rounds: SelectionRound[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    if (page.after !== undefined && !/^[ab][0-9a-f-]{36}$/.test(page.after))
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    return this.runner.run(actor, async (tx) => {
      if (!(await OrderRows.find(tx, orderId))) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
      const rows = await SelectionRows.people(tx, orderId, page.after ?? '', limit + 1);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        people: rows.slice(0, limit),
        rounds: await SelectionRows.rounds(tx, orderId),
        ...(last && { next: `${last.holds ? 'a' : 'b'}${last.caseId}` }),
      };
    });
  }
}
