import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Milestone } from '../domain/milestone';
import type { RecordedMilestone } from '../domain/record-command';

export interface CorrectCommand {
  readonly caseId: string;
  readonly eventId: number;
  readonly requestId: string;
  readonly reason: string;
  /** What is true instead; absent = it never happened. */
  readonly replacement?: Omit<Milestone, 'kind'>;
  readonly expectedVersion?: number;
}

@Injectable()
export class CorrectEvent {
  async run(_actor: Actor, _command: CorrectCommand): Promise<RecordedMilestone> {
    throw new Error('not yet');
  }

  async apply(_tx: Tx, _command: CorrectCommand): Promise<RecordedMilestone> {
    throw new Error('not yet');
  }
}
