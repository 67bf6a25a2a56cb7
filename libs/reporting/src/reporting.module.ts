import { CaseworkModule } from '@app/casework';
import { LoansModule } from '@app/loans';
import { OutreachModule } from '@app/outreach';
import { OverstayModule } from '@app/overstay';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { ChaseReports } from './application/chase-reports';
import { AssignTask } from './application/assign-task';
import { CommuneDesk } from './application/commune-desk';
import { ReadCommuneReport } from './application/commune-report';
import { DecideReport } from './application/decide-report';
import { ExportCases } from './application/export-cases';
import { ExportSupport } from './application/export-support';
import { FindPeople } from './application/find-people';
import { HandOverDesk } from './application/hand-over-desk';
import { ListAgencies } from './application/list-agencies';
import { LeadPage } from './application/lead-page';
import { OpenReportRows } from './application/open-report-rows';
import { ReadReportBoard } from './application/report-board';
import { SendReport } from './application/send-report';
import { SetTargets } from './application/set-targets';
import { SnoozeWork } from './application/snooze-work';
import { TellWeeklyNews } from './application/tell-weekly-news';
import { WatchOperations } from './application/watch-operations';
import { WorkQueue } from './application/work-queue';
import { WriteDebtClasses } from './application/write-debt-classes';
import { WriteReport } from './application/write-report';

const USE_CASES = [
  AssignTask,
  ChaseReports,
  CommuneDesk,
  DecideReport,
  ExportCases,
  ExportSupport,
  FindPeople,
  HandOverDesk,
  LeadPage,
  ListAgencies,
  OpenReportRows,
  ReadCommuneReport,
  ReadReportBoard,
  SendReport,
  SetTargets,
  SnoozeWork,
  TellWeeklyNews,
  WatchOperations,
  WorkQueue,
  WriteDebtClasses,
  WriteReport,
];

/** What the desks and the leaders see of everything: queues, numbers, targets. It reads every context and decides in none. */
@Module({ imports: [CaseworkModule, LoansModule, OutreachModule, OverstayModule, WorkersModule], providers: USE_CASES, exports: USE_CASES })
export class ReportingModule {}
