import { AgenciesModule } from '@app/agencies';
import { CaseworkModule, RecordExitsInBulk } from '@app/casework';
import { TerritoryModule } from '@app/territory';
import { KnownPeople, WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { BatchQueries } from './application/batch-queries';
import { CheckFile } from './application/check-file';
import { CaseReportsTarget } from './application/case-reports-target';
import { ImportFile } from './application/import-file';
import { ImportTargets } from './application/import-target';
import { GiveRowsBack } from './application/give-rows-back';
import { ReadCells } from './application/read-cells';
import { RegisterTarget } from './application/register-target';
import { UndoBatch } from './application/undo-batch';
import { WorkbookReader } from './reading/workbook-reader';

const REPORTS = ['departures', 'returns', 'extensions', 'absences'] as const;

/** Other people's files. Contexts above this one add their own kinds to {@link ImportTargets}. */
@Module({
  imports: [AgenciesModule, CaseworkModule, TerritoryModule, WorkersModule],
  providers: [
    RegisterTarget,
    ImportFile,
    CheckFile,
    ReadCells,
    GiveRowsBack,
    UndoBatch,
    BatchQueries,
    { provide: WorkbookReader, useFactory: () => new WorkbookReader() },
    {
      provide: ImportTargets,
      inject: [RegisterTarget, KnownPeople, RecordExitsInBulk],
      useFactory: (register: RegisterTarget, people: KnownPeople, exits: RecordExitsInBulk) =>
        REPORTS.reduce(
          (targets, kind) => targets.register(new CaseReportsTarget(people, exits, kind)),
          new ImportTargets().register(register),
        ),
    },
  ],
  exports: [ImportFile, CheckFile, ReadCells, GiveRowsBack, UndoBatch, BatchQueries, ImportTargets, WorkbookReader],
})
export class ImportsModule {}
