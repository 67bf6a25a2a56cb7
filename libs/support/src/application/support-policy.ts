import { DomainError } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { ClaimDeed } from '../domain/claim-state';
import type { SupportProgramme } from '../domain/support-item';

interface SupportRoles {
  readonly approve: readonly string[];
  readonly pay: readonly string[];
}

/** Throws SUPPORT_ROLE unless `support.roles` names the role; whoever may claim may withdraw. */
export async function requireRole(tx: Tx, deed: ClaimDeed | 'ALLOT'): Promise<void> {
  if (deed === 'WITHDRAW') return;
  const roles = (await PolicyBook.at(tx)).requireValue<SupportRoles>('support.roles');
  const named = deed === 'PAY' ? roles.pay : roles.approve;
  if (!named.includes(tx.actor.role))
    throw new DomainError(
      'forbidden',
      'SUPPORT_ROLE',
      'Vai trò của bạn không được giao việc này (quy tắc support.roles: ai giao nguồn và duyệt, ai ghi chi).',
    );
}

/** Throws SUPPORT_PROGRAMME_UNKNOWN. */
export async function programmeOf(tx: Tx, code: string): Promise<SupportProgramme & { readonly basis: string }> {
  const rule = (await PolicyBook.at(tx)).rule<SupportProgramme[]>('support.programmes');
  const programme = rule?.value.find((one) => one.code === code);
  if (!rule || !programme)
    throw new DomainError(
      'refused',
      'SUPPORT_PROGRAMME_UNKNOWN',
      'Chương trình này không có trong quy định đang áp dụng. Hãy chọn chương trình khác.',
    );
  return { ...programme, basis: rule.basis };
}
