import { Module } from '@nestjs/common';
import { ChangeLicence } from './application/change-licence';

/** Sending agencies: licences by date and the names files give them. */
@Module({ providers: [ChangeLicence], exports: [ChangeLicence] })
export class AgenciesModule {}
