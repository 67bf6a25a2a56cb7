import { RecordMilestone } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AttendanceRows } from '../persistence/attendance-rows';
import { SeatRows } from '../persistence/seat-rows';
import { ownClass } from './own-class';

export interface AttendanceCommand {
  readonly sessionId: string;
  /** Only who was not there: all others were. */
  readonly absent: readonly { readonly caseId: string; readonly excused: boolean }[];
  readonly requestId: string;
}

/** Attendance of one half day. The first session of an orientation is the start of the training of those who came; the core is told once. */
@Injectable()
export class TakeAttendance {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: AttendanceCommand): Promise<{ present: number; absent: number }> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { sessionId, absent }: AttendanceCommand): Promise<{ present: number; absent: number }> {
    const session = await AttendanceRows.session(tx, sessionId);
    if (!session) throw notFound('Không tìm thấy buổi học này trong phạm vi của bạn.');
    const { kind } = await ownClass(tx, session.classId);
    if (session.heldOn > session.today)
      throw new DomainError('refused', 'SESSION_AHEAD', 'Buổi học chưa diễn ra. Hãy điểm danh vào ngày học.');
    const seated = await SeatRows.seated(tx, session.classId);
    const away = absent.filter(({ caseId }) => seated.includes(caseId));
    await AttendanceRows.take(tx, sessionId, away);
    const present = seated.filter((caseId) => !away.some((one) => one.caseId === caseId));
    if (kind === 'ORIENTATION')
      for (const caseId of await AttendanceRows.notBegun(tx, present))
        await this.started(tx, { caseId, effectiveOn: session.heldOn, requestId: `class-start:${session.classId}` });
    return { present: present.length, absent: away.length };
  }

  /** A case that does not take the fact where it stands (not selected yet, gone on) keeps its seat all the same. */
  private async started(tx: Tx, fact: { caseId: string; effectiveOn: string; requestId: string }): Promise<void> {
    try {
      await this.milestones.apply(tx, { ...fact, kind: 'TRAINING_STARTED' } as Parameters<RecordMilestone['apply']>[1]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
