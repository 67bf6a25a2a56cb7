import { DeskTasks } from '@app/identity';
import type { Tx } from '@app/platform';

export const placementTaskKey = (caseId: string) => `overstay:choose-commune:${caseId}`;

/** A case whose declared commune was divided goes to nobody by guess: its centre gets one task to choose, however often alerts come. */
export async function openPlacementTasks(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (!caseIds.length) return;
  const cases = await tx.query<{ id: string; code: string; province: string; workerId: string }>(
    `select id, code, province_code as province, worker_id as "workerId" from case_file where id = any ($1::uuid[])`,
    [caseIds],
  );
  await DeskTasks.openMany(
    tx,
    cases.map(({ id, code, province, workerId }) => ({
      desk: 'centre',
      province,
      kind: 'CHOOSE_COMMUNE',
      dedupeKey: placementTaskKey(id),
      caseId: id,
      workerId,
      detail: { caseCode: code },
    })),
  );
}
