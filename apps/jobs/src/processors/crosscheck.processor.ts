import { CrosscheckAll } from '@app/crosscheck';
import type { JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Nightly: exits and returns that only one says, or that two say differently. */
@Injectable()
export class CrosscheckProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'crosscheck';

  constructor(private readonly crosscheck: CrosscheckAll) {}

  async process(): Promise<void> {
    await this.crosscheck.run();
  }
}
