import { type Actor, DomainError, type Role } from '@app/kernel';

/** Who may register and change people; banks, leaders and administrators only read what they are shown. */
const KEEPERS: readonly (Role | 'system')[] = ['commune_officer', 'centre_staff', 'department_officer', 'agency_clerk', 'system'];

/** Throws ROLE_NOT_ALLOWED. */
export function mayKeepPeople(actor: Actor): void {
  if (!KEEPERS.includes(actor.role))
    throw new DomainError(
      'forbidden',
      'ROLE_NOT_ALLOWED',
      'Tài khoản của bạn không có quyền ghi thông tin người lao động. Hãy chuyển cho xã hoặc trung tâm.',
    );
}
