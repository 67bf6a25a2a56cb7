import { CaseQueries, type Milestone, RecordMilestone } from '@app/casework';
import { ActorOfLogin } from '@app/identity';
import { addDays, type LocalDate } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

/** Papers and plans that a clock is about today, one person each. */
const endings = (today: LocalDate): readonly Milestone[] => [
  { kind: 'HEALTH_CERTIFIED', effectiveOn: addDays(today, -300), detail: { validUntil: addDays(today, 20), reference: '18/GKSK' } },
  { kind: 'CERTIFICATE_ISSUED', effectiveOn: addDays(today, -700), detail: { validUntil: addDays(today, 30), reference: '44/GCN' } },
  { kind: 'CERTIFICATE_ISSUED', effectiveOn: addDays(today, -735), detail: { validUntil: addDays(today, -5), reference: '12/GCN' } },
  { kind: 'PASSPORT_RECORDED', effectiveOn: addDays(today, -3000), detail: { validUntil: addDays(today, 150) } },
  { kind: 'EXIT_PLANNED', effectiveOn: addDays(today, -7) },
];

/** Every clock before the exit has something to ask about. */
export async function showEndingPapers(app: INestApplicationContext, today: LocalDate): Promise<void> {
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const { cases } = await app.get(CaseQueries).list(centre, { stages: ['SOURCED'], limit: 20 });
  for (const [i, fact] of endings(today).entries())
    if (cases[i]) await app.get(RecordMilestone).run(centre, { ...fact, caseId: cases[i].id, requestId: `demo:ending:${i}` });
}
