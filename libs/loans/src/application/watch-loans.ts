import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type LoanClocks, LoanClockRows } from '../persistence/loan-clock-rows';

/**
 * Clocks of loans told to their cases (a decision that is due, an instalment that comes or was missed), by which the ladder of alerts asks; a flight with no
 * money out as a duty. Asks about the state, so a second run, a missed night or a run killed in the middle change nothing; what has lost its reason ends.
 */
@Injectable()
export class WatchLoans {
  constructor(private readonly runner: TransactionRunner) {}

  /** `clocks`: how many began or ended. */
  async run(): Promise<{ opened: number; closed: number; clocks: number }> {
    return this.runner.run(
      systemActor('loan-clocks'),
      async (tx) => {
        const due = await LoanClockRows.due(tx, (await PolicyBook.at(tx)).requireValue<LoanClocks>('loan.clocks'));
        return {
          opened: await DeskTasks.openMany(tx, due),
          closed: await DeskTasks.closeOthers(
            tx,
            ['LOAN_BEFORE_FLIGHT'],
            due.map(({ dedupeKey }) => dedupeKey),
          ),
          clocks: await LoanClockRows.run(tx),
        };
      },
      { timeoutMs: 0 },
    );
  }
}
