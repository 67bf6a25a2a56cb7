import { ROLES } from '@app/kernel';
import type { AccountFacts } from './account';
import { decideScope } from './decide-scope';
import { decideLoginLimits, DEFAULT_LOGIN_LIMITS } from './login-limits';
import { readOrganisationForms } from './organisation-form';

const facts = (more: Partial<AccountFacts>): AccountFacts => ({
  accountId: 'a',
  login: 'l',
  displayName: 'd',
  role: 'leader',
  organisationId: 'o',
  organisationKind: null,
  organisationName: null,
  provinceCode: '12',
  communeCode: null,
  communes: [],
  ...more,
});

describe('decideScope', () => {
  it.each(['centre_staff', 'department_officer', 'leader'] as const)('%s sees the province, or only the communes entered', (role) => {
    expect(decideScope(facts({ role }))).toEqual({ kind: 'province', province: '12' });
    expect(decideScope(facts({ role, communes: ['03280'] }))).toEqual({
      kind: 'commune',
      province: '12',
      communes: ['03280'],
    });
  });

  it('commune officers see their commune, or those entered for them', () => {
    expect(decideScope(facts({ role: 'commune_officer', communeCode: '03280' }))).toEqual({
      kind: 'commune',
      province: '12',
      communes: ['03280'],
    });
    expect(decideScope(facts({ role: 'commune_officer', communeCode: '03280', communes: ['03280', '03283'] }))).toMatchObject({
      communes: ['03280', '03283'],
    });
  });

  it('agency and bank see their own, administrators nobody', () => {
    expect(decideScope(facts({ role: 'agency_clerk' }))).toEqual({ kind: 'agency', agencyId: 'o' });
    expect(decideScope(facts({ role: 'bank_officer' }))).toEqual({ kind: 'bank', bankId: 'o' });
    expect(decideScope(facts({ role: 'administrator' }))).toEqual({ kind: 'none' });
  });

  it.each(ROLES)('%s without place and office sees nobody', (role) => {
    expect(decideScope(facts({ role, provinceCode: null, organisationId: null }))).toEqual({ kind: 'none' });
  });
});

describe('decideLoginLimits', () => {
  it('takes what a rule says and keeps the rest', () => {
    expect(decideLoginLimits({ freeTries: 3, delaySeconds: -1, foo: 9 })).toEqual({
      ...DEFAULT_LOGIN_LIMITS,
      freeTries: 3,
    });
    expect(decideLoginLimits(undefined)).toEqual(DEFAULT_LOGIN_LIMITS);
  });
});

describe('readOrganisationForms', () => {
  it('names every fault at once', () => {
    const wrong = [
      { kind: 'bank', key: '', name: 'X', accounts: [{ login: 'A b', role: 'leader' }] },
      {
        kind: 'commune_peoples_committee',
        key: 'U',
        name: 'UBND',
        province: '12',
        accounts: [{ login: 'xa', role: 'centre_staff' }],
      },
      { kind: 'sending_agency', key: 'U', name: 'Y', accounts: [{ login: 'xa', role: 'agency_clerk' }] },
    ];
    expect(() => readOrganisationForms(wrong)).toThrow(
      expect.objectContaining({
        code: 'ORGANISATIONS_WRONG',
        message: expect.stringMatching(/mục 1.*mục 2.*thiếu commune.*key "U" có hai lần.*login "xa" có hai lần/s),
      }),
    );
    expect(() => readOrganisationForms({})).toThrow(expect.objectContaining({ code: 'ORGANISATIONS_WRONG' }));
  });
});
