import { DutyRunner, type JobRows, type JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Sweeps } from '../sweeps';

/** A sweep somebody asked for outside its schedule. Running it twice changes nothing, so it is marked done after it ran. */
@Injectable()
export class RequestedSweepProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'requested';

  constructor(
    private readonly duties: DutyRunner,
    private readonly sweeps: Sweeps,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('sweep', ids, async (_tx, duties) => {
      for (const name of new Set(duties.map((duty) => String(duty.payload.sweep)))) await this.sweeps.run(name, 'request');
    });
  }
}
