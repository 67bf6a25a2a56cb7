import { AgencyBranches, AgencyDirectory, AgencyLicence, ChangeLicence, RecruitmentPermissions, SupplyContracts } from '@app/agencies';
import { type Actor, systemActor } from '@app/kernel';
import { OwnWebhooks } from '@app/notices';
import { type AppConfig, StandardWebhook } from '@app/platform';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, day, DEPARTMENT, OFFICE, openDatabase } from '../casework/casework-fixture';

const DEPARTMENT_15: Actor = { ...DEPARTMENT, scope: { kind: 'province', province: '15' } };

describe('agencies', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
    await db.sql(`insert into organisation_alias (organisation_id, alias, alias_key) values ($1, 'Ba Vòng', 'ba vong')`, [OFFICE.agency]);
  });
  afterAll(() => db.close());

  it('matches what files write to the organisation, for whoever asks', async () => {
    for (const actor of [CENTRE, AGENCY]) {
      const names = await db.api.run(actor, (tx) => AgencyDirectory.names(tx));
      expect(names.match('C.ty Ba Vong')?.id).toBe(OFFICE.agency);
      expect(names.match('Sao Khuê')).toBeUndefined();
    }
  });

  it('keeps the history of a licence and judges by the day', async () => {
    const change = new ChangeLicence(db.jobs);
    const operator = systemActor('licences');
    await change.run(operator, {
      organisationId: OFFICE.agency,
      number: '12/LĐTBXH-GP',
      state: 'valid',
      from: day('2020-01-01'),
      basis: 'GP 12',
      requestId: 'a',
    });
    await change.run(operator, {
      organisationId: OFFICE.agency,
      number: '12/LĐTBXH-GP',
      state: 'withdrawn',
      from: day('2026-03-01'),
      basis: 'QĐ 7',
      requestId: 'b',
    });
    const valid = (on: string) => db.api.run(CENTRE, (tx) => AgencyLicence.isValidOn(tx, OFFICE.agency, day(on)));
    expect([await valid('2019-12-31'), await valid('2020-01-01'), await valid('2026-02-28'), await valid('2026-03-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(await db.api.run(CENTRE, (tx) => AgencyLicence.history(tx, OFFICE.agency))).toMatchObject([
      { state: 'valid', until: '2026-03-01' },
      { state: 'withdrawn', from: '2026-03-01', until: null },
    ]);
    await expect(db.api.run(AGENCY, (tx) => tx.execute(`update agency_licence set state = 'valid'`))).rejects.toThrow(/permission denied/);
  });

  it('closes a branch on its last day and keeps it; of another province it is not there', async () => {
    const branches = new AgencyBranches(db.api);
    const branch = {
      agencyId: OFFICE.agency,
      name: 'CN Tây Bắc',
      address: 'Số 1',
      from: day('2026-01-01'),
      basis: 'QĐ 1',
      requestId: 'open-1',
    };
    const [opened] = await branches.open(DEPARTMENT, branch);
    expect(opened).toMatchObject({ from: '2026-01-01', until: null });
    await expect(branches.close(DEPARTMENT_15, opened!.id, day('2026-06-30'), 'c0')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(branches.close(DEPARTMENT, opened!.id, day('2025-12-31'), 'c1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const request of ['c2', 'c2', 'c3'])
      expect(await branches.close(DEPARTMENT, opened!.id, day('2026-06-30'), request)).toMatchObject([
        { id: opened!.id, until: '2026-07-01' },
      ]);
  });

  it('makes one row of a request that arrives twice past the ledger', async () => {
    const grant = { agencyId: OFFICE.agency, from: day('2026-02-01'), basis: 'CV 2', requestId: 'twice-1' };
    const contract = {
      partner: { name: 'Nghiệp đoàn Hai Lần' },
      number: 'HĐ-2L',
      market: 'JP',
      occupation: 'Hàn',
      employer: 'Nhà máy',
      quota: 5,
      signedOn: day('2026-02-01'),
      terms: {},
      requestId: 'twice-2',
    };
    const licence = {
      organisationId: OFFICE.agency,
      number: '99/GP',
      state: 'valid' as const,
      from: day('2026-09-01'),
      basis: 'GP 99',
      requestId: 'twice-3',
    };
    const hooks = new OwnWebhooks(db.api, db.seal, { BENVE_MODE: 'demo' } as AppConfig);
    const ids = new Set<string>();
    for (let time = 0; time < 2; time++) {
      await new RecruitmentPermissions(db.api).permit(DEPARTMENT, grant);
      ids.add((await new SupplyContracts(db.api).file(AGENCY, contract)).id);
      await new ChangeLicence(db.jobs).run(systemActor('licences'), licence);
      const { id, secret } = await hooks.create(AGENCY, 'https://agency.example.vn/hook', [], 'twice-4');
      ids.add(id);
      await hooks.ping(AGENCY, id, 'twice-5');
      const [kept] = await db.sql<{ secret: Buffer }>(`select secret_cipher as secret from webhook_endpoint where id = $1`, [id]);
      expect(StandardWebhook.secretOf(Buffer.from(db.seal.open(kept!.secret, id).toString(), 'base64'))).toBe(secret);
    }
    expect(ids.size).toBe(2);
    const [rows] = await db.sql(
      `select (select count(*)::int from recruitment_permission where basis = 'CV 2') as permissions, (select count(*)::int from supply_contract where number = 'HĐ-2L') as contracts,
         (select count(*)::int from foreign_partner where name = 'Nghiệp đoàn Hai Lần') as partners, (select count(*)::int from agency_licence where number = '99/GP') as licences,
         (select count(*)::int from webhook_endpoint) as webhooks, (select count(*)::int from webhook_message where kind = 'PING') as pings`,
    );
    expect(rows).toEqual({ permissions: 1, contracts: 1, partners: 1, licences: 1, webhooks: 1, pings: 1 });
    await expect(new SupplyContracts(db.api).file(AGENCY, { ...contract, requestId: 'other' })).rejects.toMatchObject({
      code: 'CONTRACT_KNOWN',
    });
    await expect(new RecruitmentPermissions(db.api).permit(DEPARTMENT, { ...grant, requestId: 'other' })).rejects.toMatchObject({
      code: 'PERMISSION_OVERLAPS',
    });
  });
});
