import { type PlannedPush, SendPushes } from '@app/notices';
import { DutyRunner, type JobProcessor, type JobRows } from '@app/platform';
import { DeskLoadRows } from '@app/reporting';
import { Injectable } from '@nestjs/common';

/** Accounts owed a push → how much waits for each → their browsers. Planned in one transaction, sent after it. */
@Injectable()
export class PushProcessor implements JobProcessor {
  readonly queue = 'notices';
  readonly job = 'push';

  constructor(
    private readonly duties: DutyRunner,
    private readonly pushes: SendPushes,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    for (const id of ids) {
      let planned: PlannedPush[] = [];
      await this.duties.run('push', [id], async (tx, duties) => {
        planned = await this.pushes.plan(tx, duties, (own, accountId) => DeskLoadRows.count(own, accountId));
      });
      await this.pushes.send(planned);
    }
  }
}
