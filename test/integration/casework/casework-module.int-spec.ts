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
import { AppConfig, Seal, TransactionRunner } from '@app/platform';
import { ChangeWorker, RefreshResidences, RegisterWorker, RevealField, SearchWorkers, UndoWorkers, WorkersModule } from '@app/workers';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../../support/test-database';

it('wires every use case of people, agencies and cases', async () => {
  const db = await createTestDatabase();
  class Ground {}
  Module({
    providers: [
      { provide: TransactionRunner, useValue: db.api },
      { provide: Seal, useValue: db.seal },
      { provide: DataSource, useValue: new DataSource({ type: 'postgres' }) },
      { provide: AppConfig, useValue: { PUBLIC_URL: 'https://benve.example' } },
    ],
    exports: [TransactionRunner, Seal, AppConfig, DataSource],
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
