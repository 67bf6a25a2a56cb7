import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { RecordCommand, RecordedMilestone } from '../domain/record-command';

@Injectable()
export class RecordMilestone {
  async run(_actor: Actor, _command: RecordCommand): Promise<RecordedMilestone> {
    throw new Error('not yet');
  }

  async apply(_tx: Tx, _command: RecordCommand): Promise<RecordedMilestone> {
    throw new Error('not yet');
  }
}
