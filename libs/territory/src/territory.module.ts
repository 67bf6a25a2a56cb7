import { Module } from '@nestjs/common';
import { FindUnits } from './application/find-units';
import { ImportUnits } from './application/import-units';
import { ResolveUnit } from './application/resolve-unit';
import { SeedUnits } from './application/seed-units';

const USE_CASES = [FindUnits, ImportUnits, ResolveUnit, SeedUnits];

/** Places by date; the platform (transactions) is global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class TerritoryModule {}
