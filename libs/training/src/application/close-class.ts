import type { Actor } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ClassRows } from '../persistence/class-rows';
import { ownClass } from './own-class';

/** Ends a class, or cancels one that never was: its people may then be taken into another. */
@Injectable()
export class CloseClass {
  constructor(private readonly runner: TransactionRunner) {}

  async run(
    actor: Actor,
    { classId, state, requestId }: { classId: string; state: 'closed' | 'cancelled'; requestId: string },
  ): Promise<{ state: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownClass(tx, classId);
        await ClassRows.setState(tx, classId, state);
        await AuditTrail.record(tx, { action: 'training.close', subject: { kind: 'class', id: classId }, detail: { state } });
        return { state };
      },
      { requestId },
    );
  }
}
