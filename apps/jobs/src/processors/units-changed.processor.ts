import { RerouteRecipients } from '@app/overstay';
import { DutyRunner, type JobRows, type JobProcessor } from '@app/platform';
import { RefreshResidences } from '@app/workers';
import { Injectable } from '@nestjs/common';

/** New units in force → people and cases follow to today's communes, and so do the questions asked about them. */
@Injectable()
export class UnitsChangedProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'units-changed';

  constructor(
    private readonly duties: DutyRunner,
    private readonly residences: RefreshResidences,
    private readonly recipients: RerouteRecipients,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('units-changed', ids, async (tx) => {
      await this.residences.apply(tx);
      await this.recipients.apply(tx);
    });
  }
}
