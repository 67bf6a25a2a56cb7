import { DeskTasks } from '@app/identity';
import type { Tx } from '@app/platform';
import type { CaseFacts } from '../domain/case-facts';
import type { LockedCase } from '../persistence/case-repository';
import { confirmBy } from './ask-commune';

const keyOf = (caseId: string) => `confirm-contract:${caseId}`;

/**
 * A contract that the worker concluded directly is confirmed by the commune in five working days (Law 69/2020/QH14, Art. 53; Decree 128/2025/NĐ-CP, Art. 10):
 * the commune's desk gets the task with its clock when the contract is shown, and is rid of it when the confirmation is.
 */
export async function tendConfirmation(tx: Tx, row: LockedCase, before: CaseFacts, after: CaseFacts): Promise<void> {
  if (after.legalForm !== 'DIRECT') return;
  if (after.guards.COMMUNE_CONFIRMATION) {
    if (!before.guards.COMMUNE_CONFIRMATION) await DeskTasks.close(tx, keyOf(row.id), 'confirmed');
    return;
  }
  if (!after.guards.EMPLOYMENT_CONTRACT || before.guards.EMPLOYMENT_CONTRACT) return;
  await DeskTasks.open(tx, {
    desk: row.commune_code ? 'commune' : 'centre',
    province: row.province_code,
    commune: row.commune_code,
    kind: 'CONFIRM_CONTRACT',
    dedupeKey: keyOf(row.id),
    caseId: row.id,
    workerId: row.worker_id,
    dueOn: await confirmBy(tx, row.today),
  });
}
