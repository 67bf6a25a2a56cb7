import { AGENCY_SWEEP } from '@app/overstay';
import type { JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Sweeps } from '../sweeps';

/** The nightly cron of the sweep over agencies. */
@Injectable()
export class AgencySweepProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'agencies';

  constructor(private readonly sweeps: Sweeps) {}

  async process(): Promise<void> {
    await this.sweeps.run(AGENCY_SWEEP, 'schedule');
  }
}
