import { type Actor, DomainError, newId } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SessionLine } from '../domain/training-class';
import { ClassRows } from '../persistence/class-rows';
import { ownClass } from './own-class';

/** Plans half days of a class. The same half day again gets its new words, unless attendance was taken. */
@Injectable()
export class PlanSessions {
  constructor(private readonly runner: TransactionRunner) {}

  async run(
    actor: Actor,
    { classId, sessions, requestId }: { classId: string; sessions: readonly Omit<SessionLine, 'id' | 'taken'>[]; requestId: string },
  ): Promise<{ sessions: SessionLine[] }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { startsOn, endsOn } = await ownClass(tx, classId);
        const outside = sessions.find(({ heldOn }) => heldOn < startsOn || heldOn > endsOn);
        if (outside)
          throw new DomainError('invalid', 'SESSION_OUTSIDE_CLASS', 'Buổi học nằm ngoài thời gian của lớp. Hãy kiểm tra ngày.', {
            date: outside.heldOn,
          });
        for (const session of sessions) await ClassRows.planSession(tx, classId, newId(), session);
        return { sessions: await ClassRows.sessions(tx, classId) };
      },
      { requestId },
    );
  }
}
