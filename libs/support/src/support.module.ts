import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { ClaimSupport } from './application/claim-support';
import { DecideClaims } from './application/decide-claims';
import { KeepFunds } from './application/keep-funds';
import { ListClaims } from './application/list-claims';

const USE_CASES = [ClaimSupport, DecideClaims, KeepFunds, ListClaims];

/** Costs of going abroad that the national programmes pay: what may be claimed, from which money, how far it came. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class SupportModule {}
