import { CaseworkModule } from '@app/casework';
import { OverstayModule } from '@app/overstay';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { CommuneDesk } from './application/commune-desk';
import { ExportCases } from './application/export-cases';
import { FindPeople } from './application/find-people';
import { ListAgencies } from './application/list-agencies';
import { LeadPage } from './application/lead-page';
import { SetTargets } from './application/set-targets';
import { SnoozeWork } from './application/snooze-work';
import { WatchOperations } from './application/watch-operations';
import { WorkQueue } from './application/work-queue';

const USE_CASES = [CommuneDesk, ExportCases, FindPeople, LeadPage, ListAgencies, SetTargets, SnoozeWork, WatchOperations, WorkQueue];

/** What the desks and the leaders see of everything: queues, numbers, targets. It reads every context and decides in none. */
@Module({ imports: [CaseworkModule, OverstayModule, WorkersModule], providers: USE_CASES, exports: USE_CASES })
export class ReportingModule {}
