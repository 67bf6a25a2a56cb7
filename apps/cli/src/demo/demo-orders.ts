import { AgencyBranches, JobOrders, type OrderTerms, RecruitmentPermissions, SupplyContracts } from '@app/agencies';
import { ActorOfLogin } from '@app/identity';
import { type Actor, addDays, type LocalDate } from '@app/kernel';
import { DemandDesk, ProposeCandidates, SelectForOrder } from '@app/outreach';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';
import { DEMO_PROVINCE } from './demo-world';

type Draft = Omit<OrderTerms, 'market' | 'legalForm' | 'contractId'>;

const JAPAN: Draft = {
  title: 'Chế biến thủy sản, tỉnh Hokkaido',
  occupation: 'Chế biến thủy sản',
  employer: 'Hợp tác xã Kita (mẫu)',
  places: 8,
  wage: '185000',
  wageCurrency: 'JPY',
  hoursPerWeek: 40,
  termMonths: 36,
  ageFrom: 18,
  ageTo: 35,
  education: 'LOWER_SECONDARY',
  language: 'N5',
};
const CARE: Draft = {
  title: 'Hộ lý viện dưỡng lão, thành phố Đài Trung',
  occupation: 'Hộ lý',
  employer: 'Viện dưỡng lão An Khang (mẫu)',
  places: 12,
  wage: '28590',
  wageCurrency: 'TWD',
  termMonths: 36,
  ageFrom: 20,
  ageTo: 40,
  sex: 'F',
};
const SEASONAL: Draft = {
  title: 'Lao động thời vụ nông nghiệp, huyện Yeongwol',
  occupation: 'Nông nghiệp',
  employer: 'Chính quyền huyện Yeongwol (mẫu)',
  places: 20,
  wage: '2096270',
  wageCurrency: 'KRW',
  termMonths: 5,
  ageFrom: 25,
  ageTo: 50,
};

/**
 * Where the agencies may recruit, one registered contract with an approved order, one that waits, and the centre's seasonal programme: by the
 * accounts of the offices, through the use cases of the API.
 */
export async function seedOrders(app: INestApplicationContext, today: LocalDate): Promise<void> {
  const as = (login: string) => app.get(ActorOfLogin).get(login);
  const [department, second, centre] = [
    await as(DEMO_LOGINS.department),
    await as(DEMO_LOGINS.secondOfficer),
    await as(DEMO_LOGINS.centre),
  ];
  const [permissions, contracts, orders] = [app.get(RecruitmentPermissions), app.get(SupplyContracts), app.get(JobOrders)];
  const days = {
    signedOn: addDays(today, -200),
    registeredOn: addDays(today, -190),
    closesOn: addDays(today, 60),
    exitOn: addDays(today, 180),
  };
  const agencies = await Promise.all(DEMO_LOGINS.agencies.map(as));
  for (const [i, { organisationId }] of agencies.entries())
    await permissions.permit(department, {
      agencyId: organisationId!,
      from: addDays(today, -365),
      lastDay: addDays(today, i === 1 ? 20 : 365),
      basis: `Công văn số ${40 + i}/SNV-LĐVL (mẫu)`,
      requestId: `demo:permit:${i}`,
    });
  await openBranches(app, { department, agencies, today });
  const programmes = [
    { agency: agencies[0]!, market: 'JP', draft: JAPAN, partner: 'Nghiệp đoàn Kita (mẫu)', registered: true },
    { agency: agencies[1]!, market: 'TW', draft: CARE, partner: 'Công ty môi giới Hoa Liên (mẫu)', registered: false },
  ];
  for (const [i, { agency, market, draft, partner, registered }] of programmes.entries()) {
    const contract = await contracts.file(agency, {
      partner: { name: partner },
      number: `HĐCU-${market}-01`,
      market,
      occupation: draft.occupation,
      employer: draft.employer,
      quota: 30,
      signedOn: days.signedOn,
      validUntil: addDays(today, 500),
      terms: { wage: draft.wage, wageCurrency: draft.wageCurrency, termMonths: draft.termMonths },
      requestId: `demo:contract:${i}`,
    });
    if (registered)
      await contracts.decide(
        department,
        contract.id,
        { state: 'registered', registrationNumber: `${100 + i}/QLLĐNN (mẫu)`, registeredOn: days.registeredOn },
        `demo:registered:${i}`,
      );
    const terms: OrderTerms = {
      ...draft,
      market,
      legalForm: 'SERVICE',
      contractId: contract.id,
      closesOn: days.closesOn,
      exitOn: days.exitOn,
    };
    const order = await orders.file(agency, { terms, provinceCode: DEMO_PROVINCE, requestId: `demo:order:${i}` });
    if (!registered) continue;
    await orders.decide(second, order.id, { decision: 'approve' }, `demo:approve:${i}`);
    await recruit(app, { centre, agency, orderId: order.id, heldOn: addDays(today, -2) });
  }
  const terms: OrderTerms = { ...SEASONAL, market: 'KR', legalForm: 'SEASONAL', programme: 'SEASONAL_KR', closesOn: days.closesOn };
  const seasonal = await orders.file(centre, { terms, provinceCode: DEMO_PROVINCE, requestId: 'demo:order:seasonal' });
  await orders.decide(second, seasonal.id, { decision: 'approve' }, 'demo:approve:seasonal');
}

/** The first agency has a branch here, the second had one until last spring. */
async function openBranches(
  app: INestApplicationContext,
  { department, agencies, today }: { department: Actor; agencies: readonly Actor[]; today: LocalDate },
): Promise<void> {
  const branches = app.get(AgencyBranches);
  for (const [i, { organisationId }] of agencies.slice(0, 2).entries())
    await branches.open(department, {
      agencyId: organisationId!,
      name: `Chi nhánh ${i === 0 ? 'Tây Bắc' : 'Lai Châu'} (mẫu)`,
      address: i === 0 ? 'Số 15 đường Trần Phú' : 'Số 2 đường Bế Văn Đàn',
      from: addDays(today, -700),
      ...(i === 1 && { lastDay: addDays(today, -200) }),
      basis: `Quyết định số ${5 + i} (mẫu)`,
      requestId: `demo:branch:${i}`,
    });
}

/** Counselled people offered to the agency, and a first round: a few who passed, one who did not. */
async function recruit(
  app: INestApplicationContext,
  { centre, agency, orderId, heldOn }: { centre: Actor; agency: Actor; orderId: string; heldOn: LocalDate },
): Promise<void> {
  const { demands } = await app.get(DemandDesk).list(centre, { stage: 'COUNSELLED', limit: 40 });
  const caseIds = demands.map(({ caseId }) => caseId);
  await app.get(ProposeCandidates).propose(centre, orderId, caseIds.slice(0, 10), null, 'demo:propose');
  await app.get(SelectForOrder).run(agency, {
    orderId,
    round: 'Phỏng vấn đợt 1',
    heldOn,
    results: caseIds
      .slice(10, 16)
      .map((ref, i) => ({ ref, result: i === 0 ? 'FAILED' : 'PASSED', ...(i === 0 && { reason: 'LANGUAGE' as const }) })),
    requestId: 'demo:selection',
  });
}
