import { IdentityModule } from '@app/identity';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { CarryPapers } from './application/carry-papers';
import { CaseQueries } from './application/case-queries';
import { CaseQuestions } from './application/case-questions';
import { ChasePapers } from './application/chase-papers';
import { CountCases } from './application/count-cases';
import { CorrectEvent } from './application/correct-event';
import { IssueReceipt } from './application/issue-receipt';
import { LookUpCase } from './application/look-up-case';
import { OpenCase } from './application/open-case';
import { OpenCasesInBulk } from './application/open-cases-in-bulk';
import { OpenFromRecord } from './application/open-from-record';
import { ProveGuard } from './application/prove-guard';
import { RecordExitsInBulk } from './application/record-exits-in-bulk';
import { RecordForMany } from './application/record-for-many';
import { RecordMilestone } from './application/record-milestone';
import { SettleDesks } from './application/settle-desks';
import { UndoCases } from './application/undo-cases';
import { LookupDoor } from './persistence/lookup-door';
import { UndoRequest } from './application/undo-request';
import { WaiveGuard } from './application/waive-guard';

const USE_CASES = [
  CarryPapers,
  CaseQueries,
  CaseQuestions,
  ChasePapers,
  CorrectEvent,
  CountCases,
  IssueReceipt,
  LookUpCase,
  OpenCase,
  OpenCasesInBulk,
  OpenFromRecord,
  ProveGuard,
  RecordExitsInBulk,
  RecordForMany,
  RecordMilestone,
  SettleDesks,
  UndoCases,
  UndoRequest,
  WaiveGuard,
];

/** The core: cases, their facts, contracts and evidence. */
@Module({ imports: [IdentityModule, WorkersModule], providers: [...USE_CASES, LookupDoor], exports: USE_CASES })
export class CaseworkModule {}
