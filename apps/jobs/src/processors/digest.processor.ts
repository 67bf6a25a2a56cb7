import { AddToDigest } from '@app/notices';
import { DutyRunner, type JobData, type JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findRecordedFacts } from '../facts/recorded-facts';

/** An exit, extension or return recorded in a case → a line of the commune's next digest. */
@Injectable()
export class DigestProcessor implements JobProcessor {
  readonly queue = 'notices';
  readonly job = 'digest';

  constructor(
    private readonly duties: DutyRunner,
    private readonly digest: AddToDigest,
  ) {}

  async process({ ids }: JobData): Promise<void> {
    await this.duties.run('digest', ids, async (tx, duties) => {
      await this.digest.apply(tx, await findRecordedFacts(tx, duties.map((duty) => Number(duty.payload.eventId))));
    });
  }
}
