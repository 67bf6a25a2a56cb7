import { CaseworkModule } from '@app/casework';
import { CrosscheckModule } from '@app/crosscheck';
import { DocumentsModule } from '@app/documents';
import { IdentityModule } from '@app/identity';
import { ImportsModule } from '@app/imports';
import { LoansModule } from '@app/loans';
import { NoticesModule } from '@app/notices';
import { OverstayModule } from '@app/overstay';
import { PapersModule } from '@app/papers';
import {
  AppConfig,
  createLog,
  DutyRunner,
  JobConsumers,
  JobQueues,
  type JobProcessor,
  type Log,
  OutboxRelay,
  PlatformModule,
  QUEUE_BACKEND,
  QUEUE_NAMES,
  type QueueBackend,
  QueueModule,
  Reconciler,
  TransactionRunner,
} from '@app/platform';
import { ReportingModule } from '@app/reporting';
import { SettlementModule } from '@app/settlement';
import { TerritoryModule } from '@app/territory';
import { WorkersModule } from '@app/workers';
import { type DynamicModule, Module } from '@nestjs/common';
import { Background, BackgroundParts } from './background';
import { BootChecks } from './boot-checks';
import { LOG } from './log';
import { OUTBOX_ROUTES, UNHEARD_TOPICS } from './outbox-routes';
import { DeliverProcessor } from './processors/deliver.processor';
import { AgencySweepProcessor } from './processors/agency-sweep.processor';
import { CaseFactsProcessor } from './processors/case-facts.processor';
import { CrosscheckProcessor } from './processors/crosscheck.processor';
import { DocumentProcessor } from './processors/document.processor';
import { ImportProcessor } from './processors/import.processor';
import { MoneyClocksProcessor } from './processors/money-clocks.processor';
import { ProbeProcessor } from './processors/probe.processor';
import { PushProcessor } from './processors/push.processor';
import { ReleaseProcessor } from './processors/release.processor';
import { ReportChaseProcessor } from './processors/report-chase.processor';
import { RequestedSweepProcessor } from './processors/requested-sweep.processor';
import { RetentionProcessor } from './processors/retention.processor';
import { SweepProcessor } from './processors/sweep.processor';
import { UnitsChangedProcessor } from './processors/units-changed.processor';
import { WeeklyNewsProcessor } from './processors/weekly-news.processor';
import { Sweeps } from './sweeps';
import { Watchdog } from './watchdog/watchdog';

const PROCESSORS = [
  AgencySweepProcessor,
  CaseFactsProcessor,
  CrosscheckProcessor,
  DocumentProcessor,
  DeliverProcessor,
  PushProcessor,
  ImportProcessor,
  MoneyClocksProcessor,
  ReleaseProcessor,
  ReportChaseProcessor,
  RequestedSweepProcessor,
  RetentionProcessor,
  SweepProcessor,
  UnitsChangedProcessor,
  WeeklyNewsProcessor,
];

/** The background program: schedule → processor → sweep; outbox row → relay → processor → mail. */
@Module({})
export class JobsModule {
  static forRoot(config: AppConfig, log: Log = createLog('benve-jobs')): DynamicModule {
    return {
      module: JobsModule,
      imports: [
        PlatformModule.forRoot({ name: 'benve-jobs', config }),
        QueueModule.forRoot(),
        NoticesModule.sending(),
        IdentityModule,
        TerritoryModule,
        WorkersModule,
        CaseworkModule,
        OverstayModule,
        PapersModule,
        CrosscheckModule,
        DocumentsModule,
        ImportsModule,
        LoansModule,
        ReportingModule,
        SettlementModule,
      ],
      providers: [
        { provide: LOG, useValue: log },
        {
          provide: DutyRunner,
          inject: [TransactionRunner],
          useFactory: (runner: TransactionRunner) => new DutyRunner(runner, log),
        },
        {
          provide: Reconciler,
          inject: [TransactionRunner],
          useFactory: (runner: TransactionRunner) => new Reconciler(runner, OUTBOX_ROUTES, log),
        },
        {
          provide: OutboxRelay,
          inject: [TransactionRunner, JobQueues],
          useFactory: (runner: TransactionRunner, queues: JobQueues) => new OutboxRelay(runner, queues, OUTBOX_ROUTES, UNHEARD_TOPICS, log),
        },
        {
          provide: JobConsumers,
          inject: [QUEUE_BACKEND, DutyRunner, ...PROCESSORS],
          useFactory: (backend: QueueBackend, duties: DutyRunner, ...processors: JobProcessor[]) =>
            new JobConsumers(backend, [...processors, ...QUEUE_NAMES.map((queue) => new ProbeProcessor(queue, duties))], log),
        },
        ...PROCESSORS,
        Sweeps,
        Watchdog,
        BootChecks,
        Background,
        BackgroundParts,
      ],
    };
  }
}
