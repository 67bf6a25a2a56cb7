import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { CheckEligibility } from './application/check-eligibility';
import { ClassifyDebt } from './application/classify-debt';
import { CloseMonth } from './application/close-month';
import { HandleLoan } from './application/handle-loan';
import { HouseholdProof } from './application/household-proof';
import { LinkLoan } from './application/link-loan';
import { LoanChecks } from './application/loan-checks';
import { LoanQueries } from './application/loan-queries';
import { PostToLoan } from './application/post-to-loan';
import { ReferBorrowers } from './application/refer-borrowers';
import { ResolveLines } from './application/resolve-lines';
import { TakeStatement } from './application/take-statement';
import { WatchLoans } from './application/watch-loans';

const USE_CASES = [
  CheckEligibility,
  ClassifyDebt,
  CloseMonth,
  HandleLoan,
  HouseholdProof,
  LinkLoan,
  LoanChecks,
  LoanQueries,
  PostToLoan,
  ReferBorrowers,
  ResolveLines,
  TakeStatement,
  WatchLoans,
];

/** Loans for going to work abroad: a mirror of the bank's books, a ledger of what is owed. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class LoansModule {}
