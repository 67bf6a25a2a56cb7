import { RemindMonthlyUpdate } from '@app/casework';
import type { JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Nightly in the days before the 20th: agencies with changes are reminded of the State's database. */
@Injectable()
export class MonthlyUpdateProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'monthly-update';

  constructor(private readonly remind: RemindMonthlyUpdate) {}

  async process(): Promise<void> {
    await this.remind.run();
  }
}
