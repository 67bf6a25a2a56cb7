import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '@app/kernel';
import type { Guard } from '../domain/guards';
import type { RecordedMilestone } from '../domain/record-command';

export interface ProveGuardCommand {
  readonly caseId: string;
  readonly guard: Guard;
  readonly on: LocalDate;
  readonly validUntil?: LocalDate;
  readonly reference: string;
  readonly requestId: string;
  readonly expectedVersion?: number;
}

@Injectable()
export class ProveGuard {
  async run(_actor: Actor, _command: ProveGuardCommand): Promise<RecordedMilestone> {
    throw new Error('not yet');
  }
}
