import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SeatRows } from '../persistence/seat-rows';
import { ownClass } from './own-class';

/** Frees a seat with a reason; who waited longest moves up. Leaving again changes nothing. */
@Injectable()
export class LeaveClass {
  constructor(private readonly runner: TransactionRunner) {}

  async run(
    actor: Actor,
    { classId, caseId, reason, requestId }: { classId: string; caseId: string; reason: string; requestId: string },
  ): Promise<{ movedUp: string | null }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownClass(tx, classId);
        const was = await SeatRows.leave(tx, classId, caseId, reason);
        if (!was) throw new DomainError('refused', 'SEAT_EMPTY', 'Người này không có chỗ trong lớp. Hãy tải lại danh sách.');
        const movedUp = was === 'seated' ? await SeatRows.moveUp(tx, classId) : undefined;
        if (was === 'seated' && !movedUp) await SeatRows.count(tx, classId, -1);
        await AuditTrail.record(tx, { action: 'training.leave', subject: { kind: 'case', id: caseId }, detail: { class: classId } });
        return { movedUp: movedUp ?? null };
      },
      { requestId },
    );
  }
}
