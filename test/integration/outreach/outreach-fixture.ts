import { JobOrders, type OrderTerms, RecruitmentPermissions, SupplyContracts } from '@app/agencies';
import { OpenCasesInBulk, RecordMilestone } from '@app/casework';
import { newId, type Actor } from '@app/kernel';
import { CheckEligibility, SelectForOrder } from '@app/outreach';
import { SeedPolicies } from '@app/policy';
import { KnownPeople, RegisterWorkersInBulk } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, day, DEPARTMENT, OFFICE, person } from '../casework/casework-fixture';

/** The clerk's colleague, who decides what the first one filed. */
export const SECOND: Actor = { ...DEPARTMENT, accountId: '00000001-0000-7000-8000-00000000d013' };

export const TERMS: OrderTerms = {
  title: 'Chế biến thực phẩm, Chiba',
  market: 'JP',
  legalForm: 'SERVICE',
  occupation: 'Chế biến thực phẩm',
  employer: 'Nhà máy Sakura',
  places: 5,
};

export const selectForOrder = (db: TestDatabase) =>
  new SelectForOrder(db.api, new RecordMilestone(db.api), new KnownPeople(db.seal), new CheckEligibility(db.api));

/** Licence, permission of the whole province and a registered supply contract for the agency of the fixture. */
export async function mayRecruit(db: TestDatabase, quota = 100): Promise<string> {
  await new SeedPolicies(db.jobs).run();
  await db.sql(
    `insert into agency_licence (id, organisation_id, number, valid, state) values (gen_random_uuid(), $1, '12/GP', '[2020-01-01,)', 'valid')`,
    [OFFICE.agency],
  );
  for (const province of ['12', '15'])
    await db.sql(
      `insert into admin_unit (level, code, name, bare_key, type, valid_from, verified) values ('province', $1, 'Tỉnh ' || $1, $1, 'Tỉnh', '2025-07-01', true)`,
      [province],
    );
  for (const [code, province] of [
    ['03388', '12'],
    ['03390', '12'],
    ['02647', '15'],
  ])
    await db.sql(
      `insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, verified)
       select 'commune', $1, 'Xã ' || $1, $1, 'Xã', id, '2025-07-01', true from admin_unit where level = 'province' and code = $2`,
      [code, province],
    );
  await new RecruitmentPermissions(db.api).permit(DEPARTMENT, {
    agencyId: OFFICE.agency,
    from: day('2026-01-01'),
    basis: 'Công văn 1/SNV',
    requestId: newId(),
  });
  return registeredContract(db, quota);
}

export async function registeredContract(db: TestDatabase, quota: number): Promise<string> {
  const contracts = new SupplyContracts(db.api);
  const { id } = await contracts.file(AGENCY, {
    partner: { name: 'Nghiệp đoàn Sakura' },
    number: newId(),
    market: 'JP',
    occupation: 'Chế biến thực phẩm',
    employer: 'Nhà máy Sakura',
    quota,
    signedOn: day('2026-01-02'),
    terms: {},
    requestId: newId(),
  });
  await contracts.decide(DEPARTMENT, id, { state: 'registered', registrationNumber: '7/QLLĐNN', registeredOn: day('2026-01-09') }, newId());
  return id;
}

export async function approvedOrder(db: TestDatabase, contractId: string | null, terms: Partial<OrderTerms> = {}): Promise<string> {
  const orders = new JobOrders(db.api);
  const { id } = await orders.file(AGENCY, {
    terms: { ...TERMS, ...(contractId && { contractId }), ...terms },
    provinceCode: '12',
    requestId: newId(),
  });
  await orders.decide(SECOND, id, { decision: 'approve' }, newId());
  return id;
}

/** Counselled people, each with a case of the agency; ids of the cases. */
export async function counselled(
  db: TestDatabase,
  count: number,
  from: number,
  agencyId: string | null = OFFICE.agency,
): Promise<string[]> {
  return db.api.run(CENTRE, async (tx) => {
    const workers = await new RegisterWorkersInBulk(db.seal).apply(
      tx,
      Array.from({ length: count }, (_, i) => person(from + i)),
    );
    const cases = await new OpenCasesInBulk().apply(
      tx,
      workers.map(({ workerId }) => ({
        workerId: workerId!,
        provinceCode: '12',
        communeCode: '03390',
        ...(agencyId && { agencyId }),
        requestId: newId(),
        milestones: [{ kind: 'COUNSELLED' as const, effectiveOn: day('2026-11-01') }],
      })),
    );
    return cases.map(({ caseId }) => caseId!);
  });
}
