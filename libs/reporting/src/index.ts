export { CASE_COLUMN_NAMES, type CaseColumnName } from './application/case-columns';
export { ExportCases } from './application/export-cases';
export { ExportSupport } from './application/export-support';
export { FindPeople, type FoundLine } from './application/find-people';
export { type CommuneReport, ReadCommuneReport } from './application/commune-report';
export { ChaseReports } from './application/chase-reports';
export { DecideReport } from './application/decide-report';
export { OpenReportRows, type RowsBehind } from './application/open-report-rows';
export { ReadReportBoard, type ReportBoard } from './application/report-board';
export { TellWeeklyNews } from './application/tell-weekly-news';
export { SendReport } from './application/send-report';
export { WriteDebtClasses } from './application/write-debt-classes';
export { WriteReport } from './application/write-report';
export type { ReportVersion } from './persistence/report-rows';
export { CommuneDesk } from './application/commune-desk';
export { AssignTask } from './application/assign-task';
export { HandOverDesk } from './application/hand-over-desk';
export { LeadPage, type LeadPageAnswer } from './application/lead-page';
export { SetTargets, type TargetsOfYear, type TargetsPut, type TargetsRead } from './application/set-targets';
export { type SnoozeCommand, SnoozeWork, type Snoozed } from './application/snooze-work';
export { type AgencyOverview, ListAgencies } from './application/list-agencies';
export { type OperationReport, WatchOperations } from './application/watch-operations';
export { WorkQueue } from './application/work-queue';
export type { CommuneDay, CommunePeoplePage } from './domain/commune-lines';
export {
  WORK_BUCKETS,
  WORK_KINDS,
  type WorkAction,
  type WorkBucket,
  type WorkCounts,
  type WorkFilter,
  type WorkKind,
  type WorkPage,
  type WorkRow,
} from './domain/work-row';
export { DeskLoadRows } from './persistence/desk-load-rows';
export type { DutyLine } from './persistence/operation-rows';
export { ReportingModule } from './reporting.module';
export { ASSIGNED_DESKS, type AssignedDesk, type Figure, FIGURE_CODES } from './domain/assignment';
export type { Assignment } from './persistence/assignment-rows';
