import { DomainError, notFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import { mayKeepPeople } from '../domain/people-keepers';
import { WorkerCardRows } from '../persistence/worker-card-rows';
import { WorkerEditRows } from '../persistence/worker-edit-rows';

/**
 * Locks the person for a change by whoever saw `expectedVersion`. Throws ROLE_NOT_ALLOWED, NOT_FOUND out of scope, WORKER_READ_ONLY for an
 * organisation that knows the person only by a case, WORKER_STALE.
 */
export async function lockChangeable(
  tx: Tx,
  workerId: string,
  expectedVersion: number,
): Promise<{ version: number; provinceCode: string }> {
  mayKeepPeople(tx.actor);
  const stored = await WorkerEditRows.versionOf(tx, workerId);
  if (!stored && (await WorkerCardRows.find(tx, workerId)))
    throw new DomainError(
      'forbidden',
      'WORKER_READ_ONLY',
      'Đơn vị chỉ được xem người này. Hãy gửi thay đổi cho trung tâm dịch vụ việc làm của tỉnh.',
    );
  if (!stored) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
  if (stored.version !== expectedVersion)
    throw new DomainError('stale', 'WORKER_STALE', 'Thông tin người lao động vừa được người khác thay đổi. Hãy tải lại rồi sửa lại.', {
      version: stored.version,
    });
  return stored;
}
