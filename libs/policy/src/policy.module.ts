import { Module } from '@nestjs/common';
import { SeedPolicies } from './application/seed-policies';

/** Rules by date; the platform (transactions) is global. */
@Module({ providers: [SeedPolicies], exports: [SeedPolicies] })
export class PolicyModule {}
