import { WatchLoans } from '@app/loans';
import { HearClocks } from '@app/overstay';
import { WatchSettlements } from '@app/settlement';
import type { INestApplicationContext } from '@nestjs/common';

/** Tells the cases which clocks of money run, as the night does before it climbs the ladder of alerts. Safe to run again. */
export async function tellClocks(app: INestApplicationContext): Promise<void> {
  await app.get(WatchLoans).run();
  await app.get(WatchSettlements).run();
  await app.get(HearClocks).run();
}
