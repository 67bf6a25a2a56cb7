import type { JobProcessor } from '@app/platform';
import { ChaseReports } from '@app/reporting';
import { Injectable } from '@nestjs/common';

/** Every morning: units that have not sent the report of the month that is over have it on their desk. */
@Injectable()
export class ReportChaseProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'report-chase';

  constructor(private readonly chase: ChaseReports) {}

  async process(): Promise<void> {
    await this.chase.run();
  }
}
