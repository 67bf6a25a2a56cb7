import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../../support/tenants';

/** References that are checked once a statement hold as foreign keys do: on the way in, on a change, and against the end of the parent. */
describe('references checked by statement', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
  });
  afterAll(() => db.close());

  const centre = () => tenants.account('centre-12').actor;
  const own = () => tenants.people.find(({ province }) => province === '12')!;
  const foreign = () => tenants.people.find(({ province }) => province === '15')!;
  const as = (sql: string, values: unknown[]) => db.api.run(centre(), (tx) => tx.execute(sql, values));
  const nobody = '00000000-0000-7000-8000-000000000000';

  it.each([
    ['worker.declared_unit_id', `update worker set declared_unit_id = -1 where id = $1`],
    ['worker.registered_by_id', `update worker set registered_by_id = '${nobody}' where id = $1`],
    ['case_file.agency_id', `update case_file set agency_id = '${nobody}' where worker_id = $1`],
    ['case_file.bank_id', `update case_file set bank_id = '${nobody}' where worker_id = $1`],
    ['case_file.declared_unit_id', `update case_file set declared_unit_id = -1 where worker_id = $1`],
    [
      'worker_residence.unit_id',
      `insert into worker_residence (id, worker_id, unit_id, resolved_by) values (gen_random_uuid(), $1, -1, 'written')`,
    ],
    [
      'family_contact.declared_unit_id',
      `insert into family_contact (id, worker_id, full_name, declared_unit_id) values (gen_random_uuid(), $1, 'Lò Văn A', -1)`,
    ],
    [
      'worker.declared_unit_id',
      `insert into worker (id, province_code, full_name, name_key, sort_key, declared_unit_id)
       select gen_random_uuid(), province_code, 'Lò Văn A', 'lo van a', 'A', -1 from worker where id = $1`,
    ],
  ])('refuses a parent that does not exist: %s', async (name, sql) => {
    await expect(as(sql, [own().workerId])).rejects.toMatchObject({ code: '23503', message: expect.stringContaining(name) });
  });

  it('keeps a unit somebody was declared in', async () => {
    const [unit] = await db.sql<{ id: number }>(`select id from admin_unit where level = 'commune' limit 1`);
    await db.sql(`update worker set declared_unit_id = $1 where id = $2`, [unit!.id, own().workerId]);
    await expect(db.sql(`delete from admin_unit where id = $1`, [unit!.id])).rejects.toMatchObject({ code: '23503' });
  });

  it('lets nobody write into a case out of sight, nor move a row there', async () => {
    const event = `insert into case_event (case_id, request_id, kind, stage_after) values ($1, $2, 'X', 'REGISTERED')`;
    await expect(as(event, [foreign().caseId, 'r'])).rejects.toMatchObject({ code: '42501' });
    await expect(as(event, [nobody, 'r'])).rejects.toMatchObject({ code: '42501' });
    await expect(db.jobs.run(centre(), (tx) => tx.execute(event, [nobody, 'r']))).rejects.toMatchObject({ code: '42501' });
    const version = `insert into contract_version (id, case_id, kind) values (gen_random_uuid(), $1, 'sending')`;
    expect(await as(version, [own().caseId])).toBe(1);
    await expect(as(version, [foreign().caseId])).rejects.toMatchObject({ code: '42501' });
    await expect(as(`update contract_version set case_id = $1 where case_id = $2`, [foreign().caseId, own().caseId])).rejects.toMatchObject(
      { code: '42501' },
    );
  });

  it('lets a correction name an event of its own case only', async () => {
    const [event] = await db.sql<{ id: number }>(`select id from case_event where case_id = $1 limit 1`, [foreign().caseId]);
    await expect(
      as(`insert into case_event (case_id, request_id, kind, stage_after, corrects_id) values ($1, 'c', 'CORRECTED', 'REGISTERED', $2)`, [
        own().caseId,
        event!.id,
      ]),
    ).rejects.toMatchObject({ code: '23503' });
  });
});
