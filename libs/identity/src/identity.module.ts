import { Module } from '@nestjs/common';
import { ActorOfLogin } from './application/actor-of-login';

const PUBLISHED = [ActorOfLogin];

/** Who may come in, for whom they act, and what lies on whose desk. */
@Module({ providers: PUBLISHED, exports: PUBLISHED })
export class IdentityModule {}
