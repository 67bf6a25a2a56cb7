import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type LoanClocks, LoanClockRows } from '../persistence/loan-clock-rows';

const KINDS = ['LOAN_DECISION', 'LOAN_INSTALMENT', 'LOAN_LATE', 'LOAN_BEFORE_FLIGHT'] as const;

/**
 * Clocks of loans as duties with a day: a decision that is due, an instalment that comes or was missed, a flight with no money out. Asks about the
 * state, so a second run, a missed night or a run killed in the middle change nothing; a duty whose reason is gone closes by itself.
 */
@Injectable()
export class WatchLoans {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ opened: number; closed: number }> {
    return this.runner.run(
      systemActor('loan-clocks'),
      async (tx) => {
        const due = await LoanClockRows.due(tx, (await PolicyBook.at(tx)).requireValue<LoanClocks>('loan.clocks'));
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
