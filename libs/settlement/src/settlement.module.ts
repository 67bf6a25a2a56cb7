import { CaseworkModule } from '@app/casework';
import { Module } from '@nestjs/common';
import { AgencyClaims } from './application/agency-claims';
import { HeldEscrows } from './application/held-escrows';
import { KeepEscrow } from './application/keep-escrow';
import { Liquidate } from './application/liquidate';
import { OweRefund } from './application/owe-refund';
import { PublishFees } from './application/publish-fees';
import { RecordReceipt } from './application/record-receipt';
import { TakeMoneyBack } from './application/take-money-back';
import { WatchSettlements } from './application/watch-settlements';

const USE_CASES = [
  AgencyClaims,
  HeldEscrows,
  KeepEscrow,
  Liquidate,
  OweRefund,
  PublishFees,
  RecordReceipt,
  TakeMoneyBack,
  WatchSettlements,
];

/** Money around a contract: fees in the open, receipts, escrow, refunds, the closing settlement. */
@Module({ imports: [CaseworkModule], providers: USE_CASES, exports: USE_CASES })
export class SettlementModule {}
