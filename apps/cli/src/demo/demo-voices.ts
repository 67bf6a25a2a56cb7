import { CaseQueries } from '@app/casework';
import { SayCrossing } from '@app/crosscheck';
import { ActorOfLogin } from '@app/identity';
import { addDays, type LocalDate } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

/** Of three who left lately: papers that agree with the agency, papers of another day, papers that show no exit. */
export async function hearVoices(app: INestApplicationContext, today: LocalDate): Promise<void> {
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const { cases } = await app.get(CaseQueries).list(centre, { stages: ['ABROAD'], departedFrom: addDays(today, -40), limit: 3 });
  for (const [i, { id, departedOn }] of cases.entries()) {
    if (!departedOn) continue;
    const about = { caseId: id, crossing: 'EXIT' as const, requestId: `demo:voice:${i}` };
    const say = app.get(SayCrossing);
    await say.run(centre, { ...about, voice: 'AGENCY', happened: true, on: departedOn, requestId: `demo:voice:agency:${i}` });
    await say.run(centre, { ...about, voice: 'PAPER', happened: i !== 2, ...(i !== 2 && { on: addDays(departedOn, i === 1 ? -9 : 0) }) });
  }
}
