import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { Guard } from '../domain/guards';
import type { RecordedMilestone } from '../domain/record-command';
import { RecordMilestone } from './record-milestone';

export interface WaiveGuardCommand {
  readonly caseId: string;
  readonly guard: Guard;
  /** Why the department answers for the exit without it; kept in the timeline with the name. */
  readonly reason: string;
  readonly requestId: string;
  readonly expectedVersion?: number;
}

/** A named officer of the department lets a person go without one condition. What the law itself asks for is never waived: `case.waivable_guards`. */
@Injectable()
export class WaiveGuard {
  constructor(private readonly record: RecordMilestone) {}

  async run(actor: Actor, { guard, reason, ...command }: WaiveGuardCommand): Promise<RecordedMilestone> {
    return this.record.run(actor, { ...command, kind: 'GUARD_WAIVED', detail: { guard, reason } });
  }
}
