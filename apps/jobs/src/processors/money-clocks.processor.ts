import { WatchLoans } from '@app/loans';
import { HearClocks } from '@app/overstay';
import type { JobProcessor } from '@app/platform';
import { WatchSettlements } from '@app/settlement';
import { Injectable } from '@nestjs/common';

/** Tells the cases which clocks of money run, before the ladder of alerts is climbed, and ends the questions whose reason is gone. */
@Injectable()
export class MoneyClocksProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'money-clocks';

  constructor(
    private readonly loans: WatchLoans,
    private readonly settlements: WatchSettlements,
    private readonly clocks: HearClocks,
  ) {}

  async process(): Promise<void> {
    await this.loans.run();
    await this.settlements.run();
    await this.clocks.run();
  }
}
