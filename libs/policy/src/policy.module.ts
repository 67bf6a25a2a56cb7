import { Module } from '@nestjs/common';
import { ListPolicies } from './application/list-policies';
import { PublishPolicies } from './application/publish-policies';
import { SeedPolicies } from './application/seed-policies';

const USE_CASES = [ListPolicies, PublishPolicies, SeedPolicies];

/** Rules by date; the platform (transactions) is global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class PolicyModule {}
