import { Module } from '@nestjs/common';
import { ImportUnits } from './application/import-units';
import { ResolveUnit } from './application/resolve-unit';
import { SeedUnits } from './application/seed-units';

const USE_CASES = [ImportUnits, ResolveUnit, SeedUnits];

/** Places by date; the platform (transactions) is global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class TerritoryModule {}
