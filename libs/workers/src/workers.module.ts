import { Module } from '@nestjs/common';
import { FindDuplicates } from './application/find-duplicates';
import { KnownPeople } from './application/known-people';
import { RefreshResidences } from './application/refresh-residences';
import { RegisterWorker } from './application/register-worker';
import { RegisterWorkersInBulk } from './application/register-workers-in-bulk';
import { RevealField } from './application/reveal-field';
import { SearchWorkers } from './application/search-workers';

const USE_CASES = [FindDuplicates, KnownPeople, RefreshResidences, RegisterWorker, RegisterWorkersInBulk, RevealField, SearchWorkers];

/** The person: registration, search, protected fields. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class WorkersModule {}
