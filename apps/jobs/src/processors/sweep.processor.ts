import type { JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Sweeps } from '../sweeps';

/** The nightly cron of the overstay sweep. */
@Injectable()
export class SweepProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'overstay';

  constructor(private readonly sweeps: Sweeps) {}

  async process(): Promise<void> {
    await this.sweeps.run('overstay', 'schedule');
  }
}
