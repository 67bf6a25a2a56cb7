import { Module } from '@nestjs/common';
import { FairQueries } from './application/fair-queries';
import { KeepOpenings } from './application/keep-openings';
import { PlanFairs } from './application/plan-fairs';
import { PublicFairs } from './application/public-fairs';
import { PublicOpenings } from './application/public-openings';
import { ReferPeople } from './application/refer-people';
import { Returnees } from './application/returnees';
import { SignUpPeople } from './application/sign-up-people';

const USE_CASES = [FairQueries, KeepOpenings, PlanFairs, PublicFairs, PublicOpenings, ReferPeople, Returnees, SignUpPeople];

/** Work at home: fairs where people and firms meet, openings of local firms, and who came back and was referred where. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class PlacementModule {}
