import { Module } from '@nestjs/common';
import { ListPolicies } from './application/list-policies';
import { ProposePolicies } from './application/propose-policies';
import { PublishPolicies } from './application/publish-policies';
import { SeedPolicies } from './application/seed-policies';

const USE_CASES = [ListPolicies, ProposePolicies, PublishPolicies, SeedPolicies];

/** Rules by date; the platform (transactions) is global. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class PolicyModule {}
