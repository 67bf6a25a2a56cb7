import { ActorOfLogin } from '@app/identity';
import { addDays, addMonths, type LocalDate, localDate } from '@app/kernel';
import { ReadCommuneReport, SendReport } from '@app/reporting';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';
import type { DemoOptions, DemoWorld } from './demo-world';

/** Every so manieth commune has not sent yet. */
const MISSING_EVERY = 7;

/** Monthly reports of last month as the communes sent them in time, filled in and unchanged; some are still missing. */
export async function sendReports(
  app: INestApplicationContext,
  { communes }: DemoWorld,
  today: LocalDate,
  open: DemoOptions['open'],
): Promise<void> {
  const first = localDate(`${today.slice(0, 7)}-01`);
  const sixth = addDays(first, 5);
  const door = await open(today > sixth ? sixth : today, 'api');
  const month = addMonths(first, -1);
  try {
    for (const [i, { code }] of communes.entries()) {
      if (i % MISSING_EVERY === 0) continue;
      const actor = await app.get(ActorOfLogin).get(DEMO_LOGINS.commune(code));
      const { remark } = await door.get(ReadCommuneReport).run(actor, { month });
      await door.get(SendReport).run(actor, { month, remark, requestId: `demo:report:${code}` });
    }
  } finally {
    await door.close();
  }
}
