import { ReleaseHeld } from '@app/notices';
import { DutyRunner, type JobRows, type JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A released import → its held notices go out. */
@Injectable()
export class ReleaseProcessor implements JobProcessor {
  readonly queue = 'notices';
  readonly job = 'release';

  constructor(
    private readonly duties: DutyRunner,
    private readonly release: ReleaseHeld,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('release', ids, async (tx, duties) => {
      await this.release.apply(
        tx,
        duties.map((duty) => String(duty.payload.batchId)),
      );
    });
  }
}
