import { Module } from '@nestjs/common';
import { ChangeWorker } from './application/change-worker';
import { FindDuplicates } from './application/find-duplicates';
import { FindWorkers } from './application/find-workers';
import { GetWorker } from './application/get-worker';
import { KeepContacts } from './application/keep-contacts';
import { KeepRelatives } from './application/keep-relatives';
import { KnownPeople } from './application/known-people';
import { PlaceWorker } from './application/place-worker';
import { ProveHousehold } from './application/prove-household';
import { RefreshResidences } from './application/refresh-residences';
import { RegisterWorker } from './application/register-worker';
import { RegisterWorkersInBulk } from './application/register-workers-in-bulk';
import { RevealField } from './application/reveal-field';
import { SearchWorkers } from './application/search-workers';
import { UndoWorkers } from './application/undo-workers';

const USE_CASES = [
  ChangeWorker,
  FindDuplicates,
  FindWorkers,
  GetWorker,
  KeepContacts,
  KeepRelatives,
  KnownPeople,
  PlaceWorker,
  ProveHousehold,
  RefreshResidences,
  RegisterWorker,
  RegisterWorkersInBulk,
  RevealField,
  SearchWorkers,
  UndoWorkers,
];

/** The person: registration, search, protected fields. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class WorkersModule {}
