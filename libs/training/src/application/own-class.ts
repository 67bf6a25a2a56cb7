import { DomainError, notFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ClassRows, type LockedClass } from '../persistence/class-rows';

/** The class, locked, of the actor's own organisation. Throws NOT_FOUND where it is not seen, CLASS_NOT_OWN where it is another's, CLASS_OVER when it has ended. */
export async function ownClass(tx: Tx, classId: string): Promise<LockedClass> {
  const found = await ClassRows.lock(tx, classId);
  if (!found) throw notFound('Không tìm thấy lớp này trong phạm vi của bạn.');
  if (!found.own) throw new DomainError('forbidden', 'CLASS_NOT_OWN', 'Lớp này của đơn vị khác. Bạn xem được, đơn vị mở lớp mới ghi được.');
  if (found.state !== 'open') throw new DomainError('refused', 'CLASS_OVER', 'Lớp này đã kết thúc hoặc đã hủy.');
  return found;
}
