import type { Actor, Scope } from '@app/kernel';
import type { AccountFacts } from './account';

/**
 * What the account may see: province offices their province (or only the communes entered for the account), commune officers their commune or
 * communes, agency and bank clerks their organisation's cases, administrators no person. Facts that do not fit together see nothing.
 */
export function decideScope(account: AccountFacts): Scope {
  const { role, provinceCode: province, organisationId, communes } = account;
  switch (role) {
    case 'centre_staff':
    case 'department_officer':
    case 'leader':
      if (!province) return NONE;
      return communes.length ? { kind: 'commune', province, communes } : { kind: 'province', province };
    case 'commune_officer': {
      const own = communes.length ? communes : account.communeCode ? [account.communeCode] : [];
      return province && own.length ? { kind: 'commune', province, communes: own } : NONE;
    }
    case 'agency_clerk':
      return organisationId ? { kind: 'agency', agencyId: organisationId } : NONE;
    case 'bank_officer':
      return organisationId ? { kind: 'bank', bankId: organisationId } : NONE;
    case 'administrator':
      return NONE;
  }
}

const NONE: Scope = { kind: 'none' };

export function actorOf(account: AccountFacts): Actor {
  return {
    accountId: account.accountId,
    login: account.login,
    role: account.role,
    organisationId: account.organisationId,
    scope: decideScope(account),
  };
}
