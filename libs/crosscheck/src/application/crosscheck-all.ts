import { addDays, type LocalDate, systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { VoiceRows } from '../persistence/voice-rows';
import { settleCrossings } from './settle-crossings';

/** Crossings of which nobody said anything for so long are settled or in somebody's hands. */
const DAYS_BACK = 120;

/** Nightly: who stayed silent too long is asked. State alone decides, so a missed night or a second run loses and repeats nothing. */
@Injectable()
export class CrosscheckAll {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ judged: number; differ: number }> {
    return this.runner.run(
      systemActor('crosscheck'),
      async (tx) => {
        const [{ today }] = (await tx.query<{ today: LocalDate }>(`select business_day() as today`)) as [{ today: LocalDate }];
        const judged = await settleCrossings(tx, await VoiceRows.since(tx, addDays(today, -DAYS_BACK)), today);
        return { judged: judged.length, differ: judged.filter(({ verdict }) => verdict.state === 'differs').length };
      },
      { timeoutMs: 0 },
    );
  }
}
