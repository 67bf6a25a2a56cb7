import { OverstayModule } from '@app/overstay';
import { Module } from '@nestjs/common';
import { SnoozeWork } from './application/snooze-work';
import { WorkQueue } from './application/work-queue';

const USE_CASES = [SnoozeWork, WorkQueue];

/** What the desks and the leaders see of everything: queues, numbers, targets. It reads every context and decides in none. */
@Module({ imports: [OverstayModule], providers: USE_CASES, exports: USE_CASES })
export class ReportingModule {}
