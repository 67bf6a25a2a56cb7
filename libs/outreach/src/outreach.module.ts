import { CaseworkModule } from '@app/casework';
import { WorkersModule } from '@app/workers';
import { Module } from '@nestjs/common';
import { CaseOfficers } from './application/case-officers';
import { CheckEligibility } from './application/check-eligibility';
import { DemandDesk } from './application/demand-desk';
import { OrderPeople } from './application/order-people';
import { ProposeCandidates } from './application/propose-candidates';
import { RegisterDemand } from './application/register-demand';
import { RegisterDemandList } from './application/register-demand-list';
import { SelectForOrder } from './application/select-for-order';

const USE_CASES = [
  CaseOfficers,
  CheckEligibility,
  DemandDesk,
  OrderPeople,
  ProposeCandidates,
  RegisterDemand,
  RegisterDemandList,
  SelectForOrder,
];

/** From wish to place: who wishes to go, who is proposed to whom, who is selected. */
@Module({ imports: [CaseworkModule, WorkersModule], providers: USE_CASES, exports: USE_CASES })
export class OutreachModule {}
