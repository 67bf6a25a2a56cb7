import { AgenciesModule } from '@app/agencies';
import { CaseworkModule } from '@app/casework';
import { CrosscheckModule } from '@app/crosscheck';
import { DocumentsModule } from '@app/documents';
import { IdentityModule } from '@app/identity';
import { ImportsModule } from '@app/imports';
import { LoansModule } from '@app/loans';
import { NoticesModule } from '@app/notices';
import { OutreachModule } from '@app/outreach';
import { OverstayModule } from '@app/overstay';
import { type AppConfig, createLog, PlatformModule } from '@app/platform';
import { PapersModule } from '@app/papers';
import { PlacementModule } from '@app/placement';
import { PolicyModule } from '@app/policy';
import { ReportingModule } from '@app/reporting';
import { SettlementModule } from '@app/settlement';
import { SupportModule } from '@app/support';
import { TerritoryModule } from '@app/territory';
import { TrainingModule } from '@app/training';
import { WorkersModule } from '@app/workers';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsController } from './admin/accounts.controller';
import { AuditController } from './admin/audit.controller';
import { OperationsController } from './admin/operations.controller';
import { OrganisationsController } from './admin/organisations.controller';
import { PoliciesController } from './admin/policies.controller';
import { PolicyProposalsController } from './admin/policy-proposals.controller';
import { PolicyTrialsController } from './admin/policy-trials.controller';
import { SweepsController } from './admin/sweeps.controller';
import { ApiKeysController } from './agency/api-keys.controller';
import { WebhooksController } from './agency/webhooks.controller';
import { DifferencesController } from './agency/differences.controller';
import { ReportsController } from './agency/reports.controller';
import { BorrowersController } from './bank/borrowers.controller';
import { FeeSheetsController } from './agency/fee-sheets.controller';
import { SettlementController } from './agency/settlement.controller';
import { BankLinesController } from './bank/bank-lines.controller';
import { DebtClassesController } from './bank/debt-classes.controller';
import { EscrowsController } from './bank/escrows.controller';
import { HouseholdsController } from './bank/households.controller';
import { LoanChecksController } from './bank/loan-checks.controller';
import { LoanLinksController } from './bank/loan-links.controller';
import { LoansController } from './bank/loans.controller';
import { MonthsController } from './bank/months.controller';
import { AgenciesController } from './center/agencies.controller';
import { AgencyClaimsController } from './center/agency-claims.controller';
import { AgencyOverviewController } from './center/agency-overview.controller';
import { AgencyUpdatesController } from './center/agency-updates.controller';
import { AlertsController } from './center/alerts.controller';
import { CasesInBulkController } from './center/cases-in-bulk.controller';
import { DeparturesController } from './center/departures.controller';
import { CasesController } from './center/cases.controller';
import { DemandsController } from './center/demands.controller';
import { DeskTasksController } from './center/desk-tasks.controller';
import { EligibilityController } from './center/eligibility.controller';
import { PlacementController } from './center/placement.controller';
import { FairsController } from './center/fairs.controller';
import { FindController } from './center/find.controller';
import { ImportTrialsController } from './center/import-trials.controller';
import { ImportsController } from './center/imports.controller';
import { JobOrdersController } from './center/job-orders.controller';
import { LoanReferralsController } from './center/loan-referrals.controller';
import { MonthlyReportsController } from './center/monthly-reports.controller';
import { NoticesController } from './center/notices.controller';
import { OverstayProposalsController } from './center/overstay-proposals.controller';
import { PaperFilesController } from './center/paper-files.controller';
import { CrosscheckController } from './center/crosscheck.controller';
import { DocumentsController } from './center/documents.controller';
import { AttendanceController } from './center/attendance.controller';
import { TrainingController } from './center/training.controller';
import { WorkController } from './center/work.controller';
import { ProposalsController } from './center/proposals.controller';
import { ReceiptsController } from './center/receipts.controller';
import { SupportsController } from './center/supports.controller';
import { SupportFundsController } from './center/support-funds.controller';
import { RecruitingController } from './center/recruiting.controller';
import { RelativesController } from './center/relatives.controller';
import { WorkerChangesController } from './center/worker-changes.controller';
import { KnownWorkersController } from './center/known-workers.controller';
import { WorkersController } from './center/workers.controller';
import { CaseQuestionsController } from './commune/case-questions.controller';
import { CommuneDeskController } from './commune/commune-desk.controller';
import { VisitsController } from './commune/visits.controller';
import { EventStreams } from './events/event-streams';
import { EventsController } from './events/events.controller';
import { AccessGuard } from './http/access.guard';
import { OnceInterceptor } from './http/once.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { AssignmentsController } from './lead/assignments.controller';
import { CountsController } from './lead/counts.controller';
import { LeadPageController } from './lead/lead-page.controller';
import { LoanOverviewController } from './lead/loan-overview.controller';
import { Residences } from './http/residence';
import { BellController } from './me/bell.controller';
import { NotificationsController } from './me/notifications.controller';
import { OwnBell } from './me/own-bell';
import { PushController } from './me/push.controller';
import { AdviceController } from './public/advice.controller';
import { FeesController } from './public/fees.controller';
import { PublicFairsController } from './public/public-fairs.controller';
import { PublicWorkController } from './public/public-work.controller';
import { HealthController } from './public/health.controller';
import { LookupController } from './public/lookup.controller';
import { MarketsController } from './public/markets.controller';
import { ProgrammesController } from './public/programmes.controller';
import { ApiDocument, OpenApiController } from './public/openapi.controller';
import { CertificatesController } from './public/certificates.controller';
import { UnitsController } from './public/units.controller';
import { PreferencesController } from './session/preferences.controller';
import { SessionController } from './session/session.controller';

/** Contexts whose use cases the routes call. */
const CONTEXTS: readonly Type[] = [
  IdentityModule,
  TerritoryModule,
  PolicyModule,
  AgenciesModule,
  WorkersModule,
  NoticesModule,
  CaseworkModule,
  OverstayModule,
  TrainingModule,
  PlacementModule,
  PapersModule,
  OutreachModule,
  LoansModule,
  SettlementModule,
  SupportModule,
  CrosscheckModule,
  DocumentsModule,
  ImportsModule,
  ReportingModule,
];

/** Every controller of the API; a unit test reads their declarations, the start reads the live ones. */
export const CONTROLLERS: readonly Type[] = [
  SessionController,
  PreferencesController,
  HealthController,
  OpenApiController,
  MarketsController,
  ProgrammesController,
  FeesController,
  FeeSheetsController,
  AdviceController,
  LookupController,
  UnitsController,
  KnownWorkersController,
  WorkersController,
  WorkerChangesController,
  RelativesController,
  CasesInBulkController,
  DeparturesController,
  CasesController,
  ReceiptsController,
  AgenciesController,
  AgencyClaimsController,
  AgencyOverviewController,
  RecruitingController,
  JobOrdersController,
  EligibilityController,
  DemandsController,
  ProposalsController,
  AgencyUpdatesController,
  AlertsController,
  OverstayProposalsController,
  PaperFilesController,
  CrosscheckController,
  DocumentsController,
  TrainingController,
  AttendanceController,
  FairsController,
  PlacementController,
  PublicFairsController,
  PublicWorkController,
  CertificatesController,
  DeskTasksController,
  WorkController,
  FindController,
  ImportTrialsController,
  ImportsController,
  NoticesController,
  DifferencesController,
  ReportsController,
  ApiKeysController,
  WebhooksController,
  VisitsController,
  CommuneDeskController,
  MonthlyReportsController,
  CaseQuestionsController,
  BorrowersController,
  LoanReferralsController,
  HouseholdsController,
  DebtClassesController,
  EscrowsController,
  LoanChecksController,
  LoansController,
  LoanLinksController,
  MonthsController,
  BankLinesController,
  SettlementController,
  SupportsController,
  SupportFundsController,
  CountsController,
  LeadPageController,
  AssignmentsController,
  LoanOverviewController,
  BellController,
  NotificationsController,
  PushController,
  EventsController,
  AccountsController,
  OrganisationsController,
  OperationsController,
  AuditController,
  PolicyProposalsController,
  PolicyTrialsController,
  PoliciesController,
  SweepsController,
];

@Module({})
export class ApiModule {
  static of(config: AppConfig, extra: Type[] = []): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot({ name: 'benve-api', config }), ...CONTEXTS],
      controllers: [...CONTROLLERS, ...extra],
      providers: [
        ApiDocument,
        EventStreams,
        OwnBell,
        Residences,
        { provide: ProblemFilter, useFactory: () => new ProblemFilter(createLog('benve-api')) },
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
      ],
    };
  }
}
