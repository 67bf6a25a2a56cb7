import { Module } from '@nestjs/common';
import { ChangeLicence } from './application/change-licence';
import { PublicLicences } from './application/public-licences';

const USE_CASES = [ChangeLicence, PublicLicences];

/** Sending agencies: licences by date and the names files give them. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class AgenciesModule {}
