import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { SettlementClockRows } from '../persistence/settlement-clock-rows';
import { refundRuleOf } from './owe-refund';

/** Clocks of law around a contract told to its case: 180 days to liquidate, 35 days for the EPS escrow, refunds. Asks about the state; runs as often as one likes. */
@Injectable()
export class WatchSettlements {
  constructor(private readonly runner: TransactionRunner) {}

  /** `clocks`: how many began or ended. */
  async run(): Promise<{ clocks: number }> {
    return this.runner.run(
      systemActor('settlement-clocks'),
      async (tx) => {
        const book = await PolicyBook.at(tx);
        const { days } = book.requireValue<{ days: number }>('liquidation.rules');
        const escrow = book.value<{ payWithinDays: number }>('escrow.eps', 'KR');
        const { dueDays } = (await refundRuleOf(tx)).value;
        const clocks = { liquidationDays: days, escrowDays: escrow?.payWithinDays ?? null, refundDays: dueDays };
        return { clocks: await SettlementClockRows.run(tx, clocks) };
      },
      { timeoutMs: 0 },
    );
  }
}
