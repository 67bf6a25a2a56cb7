import { DutyRunner, type JobData, type JobProcessor } from '@app/platform';
import { RefreshResidences } from '@app/workers';
import { Injectable } from '@nestjs/common';

/** New units in force → residences and cases follow to today's communes. */
@Injectable()
export class UnitsChangedProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'units-changed';

  constructor(
    private readonly duties: DutyRunner,
    private readonly residences: RefreshResidences,
  ) {}

  async process({ ids }: JobData): Promise<void> {
    await this.duties.run('units-changed', ids, async (tx) => {
      await this.residences.apply(tx);
    });
  }
}
