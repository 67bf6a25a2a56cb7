import { WatchLoans } from '@app/loans';
import type { JobProcessor } from '@app/platform';
import { WatchSettlements } from '@app/settlement';
import { Injectable } from '@nestjs/common';

/** Puts what is due around money on desks, and takes off what no longer is. */
@Injectable()
export class MoneyClocksProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'money-clocks';

  constructor(
    private readonly loans: WatchLoans,
    private readonly settlements: WatchSettlements,
  ) {}

  async process(): Promise<void> {
    await this.loans.run();
    await this.settlements.run();
  }
}
