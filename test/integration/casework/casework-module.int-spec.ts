import {
  CaseQueries,
  CaseworkModule,
  CorrectEvent,
  OpenCase,
  OpenFromRecord,
  ProveGuard,
  RecordExitsInBulk,
  RecordMilestone,
  UndoCases,
} from '@app/casework';
import { AgenciesModule, ChangeLicence } from '@app/agencies';
import { Seal, TransactionRunner } from '@app/platform';
import { ChangeWorker, RefreshResidences, RegisterWorker, RevealField, SearchWorkers, UndoWorkers, WorkersModule } from '@app/workers';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createTestDatabase } from '../../support/test-database';

it('wires every use case of people, agencies and cases', async () => {
  const db = await createTestDatabase();
  class Ground {}
  Module({
    providers: [
      { provide: TransactionRunner, useValue: db.api },
      { provide: Seal, useValue: db.seal },
    ],
    exports: [TransactionRunner, Seal],
  })(Ground);
  Global()(Ground);
  const app = await Test.createTestingModule({
    imports: [Ground, WorkersModule, AgenciesModule, CaseworkModule],
  }).compile();
  const classes = [
    CaseQueries,
    CorrectEvent,
    OpenCase,
    OpenFromRecord,
    ProveGuard,
    RecordExitsInBulk,
    RecordMilestone,
    UndoCases,
    ChangeLicence,
    ChangeWorker,
    RefreshResidences,
    RegisterWorker,
    RevealField,
    SearchWorkers,
    UndoWorkers,
  ];
  for (const one of classes) expect(app.get(one, { strict: false })).toBeInstanceOf(one);
  await app.close();
  await db.close();
});
