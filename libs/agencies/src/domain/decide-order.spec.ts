import { localDate as day } from '@app/kernel';
import { type OrderGrounds, type OrderRefusal, refuseApproval, refuseFiling, refuseUse } from './decide-order';
import type { OrderState, OrderTerms } from './job-order';
import { permits, type RecruitmentPermission } from './recruitment-permission';
import { checkContractDecision, holdsOn, type SupplyContract } from './supply-contract';

const TODAY = day('2026-11-22');
const CONTRACT = {
  state: 'registered',
  registeredOn: day('2026-01-05'),
  validUntil: day('2027-01-04'),
  market: 'JP',
  quota: 20,
} as SupplyContract;
const GROUNDS: OrderGrounds = { publicOffice: false, licenceValid: true, permitted: true, contract: CONTRACT, otherPlaces: 10, day: TODAY };
const TERMS: OrderTerms = {
  title: 'Chế biến thực phẩm',
  market: 'JP',
  legalForm: 'SERVICE',
  contractId: 'c',
  occupation: 'Chế biến thực phẩm',
  employer: 'Cty Mẫu',
  places: 10,
};
const OFFICE = { publicOffice: true, licenceValid: false, permitted: false, contract: undefined };

type Line = [what: string, terms: Partial<OrderTerms>, grounds: Partial<OrderGrounds>, refused: OrderRefusal | undefined];

describe('an order', () => {
  const both: Line[] = [
    ['of a licensed and permitted agency under its contract', {}, {}, undefined],
    ['without a licence that holds', {}, { licenceValid: false }, 'LICENCE_NOT_VALID'],
    ['without permission in the province', {}, { permitted: false }, 'NOT_PERMITTED_HERE'],
    ['of a service enterprise without a supply contract', { contractId: undefined }, { contract: undefined }, 'CONTRACT_NEEDED'],
    ['under a contract of somebody else', { legalForm: 'SKILL_UPGRADE' }, { contract: undefined }, 'CONTRACT_FOREIGN'],
    ['of a public programme under a contract of somebody else', {}, OFFICE, 'CONTRACT_FOREIGN'],
    ['for another market than its contract', { market: 'KR' }, {}, 'CONTRACT_DIFFERS'],
    ['of a public programme, which needs neither', { legalForm: 'PUBLIC', contractId: undefined }, OFFICE, undefined],
    [
      'of a skill upgrade without a supply contract',
      { legalForm: 'SKILL_UPGRADE', contractId: undefined },
      { contract: undefined },
      undefined,
    ],
    ['for ages that exclude everybody', { ageFrom: 40, ageTo: 30 }, {}, 'ORDER_CONTRADICTS'],
    ['for one age', { ageFrom: 30, ageTo: 30 }, {}, undefined],
    ['that closed yesterday', { closesOn: day('2026-11-21') }, {}, 'ORDER_CONTRADICTS'],
    ['that closes today', { closesOn: TODAY }, {}, undefined],
    ['whose people leave before it closes', { closesOn: day('2026-12-31'), exitOn: day('2026-12-30') }, {}, 'ORDER_CONTRADICTS'],
    ['for nobody', { places: 0 }, {}, 'ORDER_CONTRADICTS'],
  ];
  it.each(both)('%s is filed and approved alike', (_, terms, grounds, refused) => {
    expect(refuseFiling({ ...TERMS, ...terms }, { ...GROUNDS, ...grounds })).toBe(refused);
    expect(refuseApproval({ ...TERMS, ...terms }, { ...GROUNDS, ...grounds }, 0)).toBe(refused);
  });

  it.each<[string, Partial<OrderTerms>, Partial<SupplyContract>, number, OrderRefusal | undefined]>([
    ['the last place of the contract', { places: 10 }, {}, 0, undefined],
    ['one more than the contract', { places: 11 }, {}, 0, 'QUOTA_EXCEEDED'],
    ['a contract that waits', {}, { state: 'filed' }, 0, 'CONTRACT_NOT_REGISTERED'],
    ['a contract on its last day', {}, { validUntil: TODAY }, 0, undefined],
    ['a contract that ended yesterday', {}, { validUntil: day('2026-11-21') }, 0, 'CONTRACT_NOT_REGISTERED'],
    ['as many places as have passed', { places: 5 }, {}, 5, undefined],
    ['fewer places than have passed', { places: 5 }, {}, 6, 'BELOW_PASSED'],
  ])('is approved with %s: %#', (_, terms, contract, passed, refused) => {
    expect(refuseApproval({ ...TERMS, ...terms }, { ...GROUNDS, contract: { ...CONTRACT, ...contract } }, passed)).toBe(refused);
    // A contract that waits, its number of people and those who passed are no matter of filing.
    expect(refuseFiling({ ...TERMS, ...terms }, { ...GROUNDS, contract: { ...CONTRACT, ...contract } })).toBeUndefined();
  });

  it.each<[string, OrderState, Partial<OrderTerms>, Partial<OrderGrounds>, OrderRefusal | undefined]>([
    ['approved', 'approved', {}, {}, undefined],
    ['waiting for approval', 'submitted', {}, {}, 'ORDER_CLOSED'],
    ['refused', 'refused', {}, {}, 'ORDER_CLOSED'],
    ['closed', 'closed', {}, {}, 'ORDER_CLOSED'],
    ['on its last day', 'approved', { closesOn: TODAY }, {}, undefined],
    ['past its last day', 'approved', { closesOn: day('2026-11-21') }, {}, 'ORDER_CLOSED'],
    ['of a suspended agency', 'approved', {}, { licenceValid: false }, 'LICENCE_NOT_VALID'],
    ['where permission has ended', 'approved', {}, { permitted: false }, 'NOT_PERMITTED_HERE'],
    ['of a contract that ended', 'approved', {}, { contract: { ...CONTRACT, state: 'ended' } }, 'CONTRACT_NOT_REGISTERED'],
    ['of a public programme', 'approved', { legalForm: 'PUBLIC' }, OFFICE, undefined],
  ])('takes people while it is %s', (_, state, terms, grounds, refused) => {
    expect(refuseUse({ state, terms: { ...TERMS, ...terms } }, { ...GROUNDS, ...grounds })).toBe(refused);
  });
});

describe('a permission to recruit', () => {
  const of = (communeCode: string | null, from = '2026-01-01', until: string | null = null): RecruitmentPermission => ({
    id: 'p',
    provinceCode: '12',
    communeCode,
    from: day(from),
    until: until === null ? null : day(until),
    basis: '',
  });
  it.each<[string, RecruitmentPermission[], string, string | null, string, boolean]>([
    ['the whole province', [of(null)], '12', '03388', '2026-11-22', true],
    ['the whole province, for somebody without a commune', [of(null)], '12', null, '2026-11-22', true],
    ['one commune, for somebody without a commune', [of('03388')], '12', null, '2026-11-22', false],
    ['this commune', [of('03388')], '12', '03388', '2026-11-22', true],
    ['another commune', [of('03390')], '12', '03388', '2026-11-22', false],
    ['another province', [of(null)], '15', '03388', '2026-11-22', false],
    ['its first day', [of(null, '2026-11-22')], '12', '03388', '2026-11-22', true],
    ['the day before', [of(null, '2026-11-23')], '12', '03388', '2026-11-22', false],
    ['its last day', [of(null, '2026-01-01', '2026-11-23')], '12', '03388', '2026-11-22', true],
    ['the day after', [of(null, '2026-01-01', '2026-11-22')], '12', '03388', '2026-11-22', false],
    ['nothing', [], '12', '03388', '2026-11-22', false],
  ])('for %s', (_, permissions, provinceCode, communeCode, on, allowed) => {
    expect(permits(permissions, { provinceCode, communeCode }, day(on))).toBe(allowed);
  });
});

describe('a supply contract', () => {
  it('holds from its registration to its last day', () => {
    const on = (text: string) => holdsOn(CONTRACT, day(text));
    expect(['2026-01-04', '2026-01-05', '2027-01-04', '2027-01-05'].map(on)).toEqual([false, true, true, false]);
  });

  it('is registered or refused once, and ended after that', () => {
    const registered = { state: 'registered', registrationNumber: '12/QLLĐNN', registeredOn: TODAY } as const;
    const states = ['filed', 'registered', 'refused', 'ended'] as const;
    const decisions = [registered, { state: 'refused', reason: 'Thiếu hồ sơ' }, { state: 'ended', reason: 'Hết hạn' }] as const;
    const allowed = states.flatMap((from) =>
      decisions
        .filter((to) => {
          try {
            checkContractDecision(from, to);
            return true;
          } catch {
            return false;
          }
        })
        .map((to) => `${from} > ${to.state}`),
    );
    expect(allowed).toEqual(['filed > registered', 'filed > refused', 'registered > ended']);
    expect(() => checkContractDecision('filed', { state: 'registered' })).toThrow(/số và ngày/);
    expect(() => checkContractDecision('filed', { state: 'refused' })).toThrow(/lý do/);
  });
});
