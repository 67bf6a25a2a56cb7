import { AgenciesModule } from '@app/agencies';
import { CaseworkModule } from '@app/casework';
import { TerritoryModule } from '@app/territory';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { BatchQueries } from './application/batch-queries';
import { CheckFile } from './application/check-file';
import { DeparturesTarget } from './application/departures-target';
import { ImportFile } from './application/import-file';
import { ImportTargets } from './application/import-target';
import { RegisterTarget } from './application/register-target';
import { UndoBatch } from './application/undo-batch';
import { WorkbookReader } from './reading/workbook-reader';

/** Other people's files. Contexts above this one add their own kinds to {@link ImportTargets}. */
@Module({
  imports: [AgenciesModule, CaseworkModule, TerritoryModule, WorkersModule],
  providers: [
    RegisterTarget,
    DeparturesTarget,
    ImportFile,
    CheckFile,
    UndoBatch,
    BatchQueries,
    { provide: WorkbookReader, useFactory: () => new WorkbookReader() },
    {
      provide: ImportTargets,
      inject: [RegisterTarget, DeparturesTarget],
      useFactory: (register: RegisterTarget, departures: DeparturesTarget) => new ImportTargets().register(register).register(departures),
    },
  ],
  exports: [ImportFile, CheckFile, UndoBatch, BatchQueries, ImportTargets, WorkbookReader],
})
export class ImportsModule {}
