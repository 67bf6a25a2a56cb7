import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { casesOutOfStep } from '../persistence/money-clock-sql';
import { CloseAlerts } from './close-alerts';

/**
 * What clocks of money that began or ended mean for questions asked before: pointless ones close, those whose reason came back are asked again. Asks about
 * the state, so a run that died in the middle is made up by the next one.
 */
@Injectable()
export class HearClocks {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly alerts: CloseAlerts,
  ) {}

  async run(): Promise<{ closed: number }> {
    return this.runner.run(
      systemActor('money-clocks'),
      async (tx) => {
        const caseIds = await casesOutOfStep(tx);
        return { closed: caseIds.length > 0 ? await this.alerts.forCases(tx, caseIds) : 0 };
      },
      { timeoutMs: 0 },
    );
  }
}
