import { AgenciesModule } from '@app/agencies';
import { CaseworkModule, RecordExitsInBulk } from '@app/casework';
import { IdentityModule } from '@app/identity';
import { LoansModule } from '@app/loans';
import { TerritoryModule } from '@app/territory';
import { KnownPeople, WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { BankTarget } from './application/bank-target';
import { BatchQueries } from './application/batch-queries';
import { CheckFile } from './application/check-file';
import { CompareList } from './application/compare-list';
import { CaseReportsTarget } from './application/case-reports-target';
import { FollowImport } from './application/follow-import';
import { ImportFile } from './application/import-file';
import { ImportTargets } from './application/import-target';
import { GiveRowsBack } from './application/give-rows-back';
import { ReadCells } from './application/read-cells';
import { RegisterTarget } from './application/register-target';
import { RequestImport } from './application/request-import';
import { RunImportTask } from './application/run-import-task';
import { TakeFile } from './application/take-file';
import { UndoBatch } from './application/undo-batch';
import { WorkbookReader } from './reading/workbook-reader';

const REPORTS = ['departures', 'returns', 'extensions', 'absences', 'certificates'] as const;

/** Other people's files. Contexts above this one add their own kinds to {@link ImportTargets}. */
@Module({
  imports: [AgenciesModule, CaseworkModule, IdentityModule, LoansModule, TerritoryModule, WorkersModule],
  providers: [
    RegisterTarget,
    BankTarget,
    ImportFile,
    CheckFile,
    CompareList,
    ReadCells,
    GiveRowsBack,
    UndoBatch,
    BatchQueries,
    RequestImport,
    TakeFile,
    FollowImport,
    RunImportTask,
    { provide: WorkbookReader, useFactory: () => new WorkbookReader() },
    {
      provide: ImportTargets,
      inject: [RegisterTarget, BankTarget, KnownPeople, RecordExitsInBulk],
      useFactory: (register: RegisterTarget, bank: BankTarget, people: KnownPeople, exits: RecordExitsInBulk) =>
        REPORTS.reduce(
          (targets, kind) => targets.register(new CaseReportsTarget(people, exits, kind)),
          new ImportTargets().register(register).register(bank),
        ),
    },
  ],
  exports: [
    ImportFile,
    CheckFile,
    CompareList,
    ReadCells,
    GiveRowsBack,
    UndoBatch,
    BatchQueries,
    TakeFile,
    FollowImport,
    RunImportTask,
    ImportTargets,
    WorkbookReader,
  ],
})
export class ImportsModule {}
