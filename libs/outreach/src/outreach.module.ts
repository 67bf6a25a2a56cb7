import { CaseworkModule } from '@app/casework';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { CheckEligibility } from './application/check-eligibility';
import { OrderPeople } from './application/order-people';
import { SelectForOrder } from './application/select-for-order';

const USE_CASES = [CheckEligibility, OrderPeople, SelectForOrder];

/** From wish to place: who wishes to go, who is proposed to whom, who is selected. */
@Module({ imports: [CaseworkModule, WorkersModule], providers: USE_CASES, exports: USE_CASES })
export class OutreachModule {}
