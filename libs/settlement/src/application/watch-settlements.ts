import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { SettlementClockRows } from '../persistence/settlement-clock-rows';

const KINDS = ['LIQUIDATION_DUE', 'ESCROW_DUE', 'REFUND_DUE'] as const;

/** Clocks of law around a contract as duties with a day: 180 days to liquidate, 35 days for the EPS escrow, refunds. Asks about the state; runs as often as one likes. */
@Injectable()
export class WatchSettlements {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ opened: number; closed: number }> {
    return this.runner.run(
      systemActor('settlement-clocks'),
      async (tx) => {
        const book = await PolicyBook.at(tx);
        const liquidation = book.requireValue<{ days: number; warnAfterDays: readonly number[] }>('liquidation.rules');
        const escrow = book.value<{ payWithinDays: number; warnAfterDays: readonly number[] }>('escrow.eps', 'KR');
        const due = await SettlementClockRows.due(tx, {
          liquidationDays: liquidation.days,
          liquidationFrom: Math.min(...liquidation.warnAfterDays),
          escrowDays: escrow?.payWithinDays ?? 0,
          escrowFrom: escrow ? Math.min(...escrow.warnAfterDays) : null,
        });
        return {
          opened: await DeskTasks.openMany(tx, due),
          closed: await DeskTasks.closeOthers(
            tx,
            KINDS,
            due.map(({ dedupeKey }) => dedupeKey),
          ),
        };
      },
      { timeoutMs: 0 },
    );
  }
}
