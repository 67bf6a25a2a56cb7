import { Module } from '@nestjs/common';
import { AgencyBranches } from './application/agency-branches';
import { ChangeLicence } from './application/change-licence';
import { JobOrders } from './application/job-orders';
import { PublicLicences } from './application/public-licences';
import { PublicOrders } from './application/public-orders';
import { RecordDeposit } from './application/record-deposit';
import { RecruitmentPermissions } from './application/recruitment-permissions';
import { SupplyContracts } from './application/supply-contracts';

const USE_CASES = [
  AgencyBranches,
  ChangeLicence,
  JobOrders,
  PublicLicences,
  PublicOrders,
  RecordDeposit,
  RecruitmentPermissions,
  SupplyContracts,
];

/** Sending agencies: licences, branches and permissions by date, partners, supply contracts, orders, and the names files give them. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class AgenciesModule {}
