import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CrosscheckAll } from './application/crosscheck-all';
import { SayCrossing } from './application/say-crossing';

const USE_CASES = [CrosscheckAll, SayCrossing];

/** Exits and returns as three say them: agency, family, paper. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class CrosscheckModule {}
