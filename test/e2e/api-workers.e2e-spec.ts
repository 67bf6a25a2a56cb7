import { SeedPolicies } from '@app/policy';
import { RefreshResidences } from '@app/workers';
import { localDate, systemActor } from '@app/kernel';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type TenantPerson, type Tenants, TODAY } from '../support/tenants';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { RouteSamples } from './route-samples';

jest.setTimeout(120_000);

/** A person's place, own facts and relatives over HTTP, each change under the version its author saw. */
describe('changes to people', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let routes: Route[];
  let samples: RouteSamples;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    routes = routeTable(app.application);
    samples = await RouteSamples.of(app);
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const send = async (who: string, method: string, path: string, body?: unknown, version?: number) => {
    const answer = await app.call(method, `/api/v1${path}`, {
      token: tenants.account(who).token,
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
    expect(samples.faultsOf(routes, method, `/api/v1${path}`, answer)).toEqual([]);
    return answer;
  };
  const inCommune = (commune: string, k = 0) => tenants.people.filter((p) => p.commune === commune)[k]!;
  /** An old commune whose people went to 12001 or 12002; nobody may guess. */
  const divide = async (person: TenantPerson) => {
    await db.sql(
      `with old as (insert into admin_unit (level, code, name, bare_key, type, valid_from, valid_to, verified) values ('commune', '09901', 'Xã Mẫu Cũ', 'mau cu', 'Xã', '-infinity', '2025-06-30', true)
         on conflict (level, code, valid_from) do update set name = excluded.name returning id)
       insert into admin_unit_succession (old_unit_id, new_unit_id, kind, route, effective_on, verified)
       select old.id, u.id, 'split', 'choose', '2025-07-01', true from old, admin_unit u where u.code in ('12001', '12002') on conflict do nothing`,
    );
    await db.sql(
      `update worker set commune_code = null, declared_unit_id = (select id from admin_unit where code = '09901') where id = $1`,
      [person.workerId],
    );
    await db.sql(
      `insert into worker_residence (id, worker_id, valid_from, resolved_by, recorded_at) values (gen_random_uuid(), $1, '2025-07-01', 'divided', now() - interval '1 hour')`,
      [person.workerId],
    );
    for (const key of [`choose-commune:${person.workerId}:2025-07-01`, `overstay:choose-commune:${person.caseId}`])
      await db.sql(
        `insert into desk_task (desk, province_code, kind, dedupe_key, worker_id) values ('centre', '12', 'CHOOSE_COMMUNE', $1, $2)`,
        [key, person.workerId],
      );
  };

  it('lets the centre finish a divided commune: history, cases and tasks follow, and a refresh of units leaves the choice alone', async () => {
    const person = inCommune('12001');
    await divide(person);
    const path = `/workers/${person.workerId}/residence`;
    const body = { communeCode: '12002', declaredUnitCode: '09901', hamlet: 'Bản Mẫu', reason: 'Gia đình xác nhận' };
    expect((await send('centre-12', 'PUT', path, body)).json.code).toBe('IF_MATCH_NEEDED');
    expect((await send('centre-12', 'PUT', path, { ...body, communeCode: '12003' }, 1)).json).toMatchObject({
      status: 422,
      code: 'DECLARED_UNIT_DIFFERS',
      details: { candidates: [{ code: '12001' }, { code: '12002' }] },
    });
    expect((await send('centre-12', 'PUT', path, { ...body, communeCode: '15001' }, 1)).status).toBe(404);
    expect((await send('centre-15', 'PUT', path, { ...body, communeCode: '15001', declaredUnitCode: undefined }, 1)).status).toBe(404);
    expect((await send('centre-12', 'PUT', path, body, 1)).json).toEqual({ version: 2 });
    expect((await send('centre-12', 'PUT', path, body, 1)).status).toBe(412);

    const [worker] = await db.sql(
      `select w.commune_code, u.code as declared, w.hamlet, c.commune_code as "case" from worker w join admin_unit u on u.id = w.declared_unit_id join case_file c on c.worker_id = w.id where w.id = $1`,
      [person.workerId],
    );
    expect(worker).toEqual({ commune_code: '12002', declared: '09901', hamlet: 'Bản Mẫu', case: '12002' });
    expect(
      await db.sql(
        `select commune_code, resolved_by, reason from worker_residence where worker_id = $1 order by recorded_at desc limit 1`,
        [person.workerId],
      ),
    ).toEqual([{ commune_code: '12002', resolved_by: 'chosen', reason: 'Gia đình xác nhận' }]);
    expect(
      await db.sql(`select distinct state, outcome from desk_task where worker_id = $1 and kind = 'CHOOSE_COMMUNE'`, [person.workerId]),
    ).toEqual([{ state: 'done', outcome: 'chosen' }]);

    await db.jobs.run(systemActor('test'), (tx) => new RefreshResidences().apply(tx, { day: localDate(TODAY), whole: true }));
    expect(await db.sql(`select commune_code from worker where id = $1`, [person.workerId])).toEqual([{ commune_code: '12002' }]);
    expect((await send('commune-12001', 'GET', `/workers/${person.workerId}`)).status).toBe(404);
    expect((await send('commune-12002', 'GET', `/workers/${person.workerId}`)).headers.get('etag')).toBe('"2"');
  });

  it('changes what was sent and nothing else', async () => {
    const person = inCommune('12002', 1);
    const path = `/workers/${person.workerId}`;
    expect(
      (await send('commune-12002', 'PATCH', path, { phones: ['0912 345 678', '+81312345678'], skill: 'Hàn bậc 3', hamlet: 'Bản Sáng' }, 1))
        .json,
    ).toEqual({ version: 2 });
    expect((await send('commune-12002', 'GET', path)).json).toMatchObject({
      version: 2,
      phones: ['+84912345678', '+81312345678'],
      skill: 'Hàn bậc 3',
      hamlet: 'Bản Sáng',
      sex: 'M',
      birthDate: '1995-01-01',
    });
    expect((await send('commune-12002', 'PATCH', path, { skill: null }, 2)).json).toEqual({ version: 3 });
    expect((await send('commune-12002', 'GET', path)).json).toMatchObject({
      skill: null,
      phones: ['+84912345678', '+81312345678'],
    });
    for (const field of ['fullName', 'phones', 'consentFamilyNotice', 'priorityGroups'])
      expect((await send('commune-12002', 'PATCH', path, { [field]: null }, 3)).status).toBe(422);
    expect((await send('commune-12002', 'PATCH', path, { phones: ['12 34 56 78 9'] }, 3)).json.code).toBe('PHONE_UNREADABLE');
    expect((await send('commune-12002', 'PATCH', path, { stage: 'CLOSED' }, 3)).status).toBe(422);
    expect((await send('commune-12001', 'PATCH', path, { skill: 'x' }, 3)).status).toBe(404);
  });

  it('lets an agency that only has a case read the person and change nothing', async () => {
    const person = tenants.people.find((p) => p.n % 3 === 0 && p.n % 5 !== 0)!;
    for (const [method, path, body] of [
      ['PATCH', '', { skill: 'x' }],
      ['POST', '/contacts', { fullName: 'Lò Thị Thân' }],
      ['DELETE', `/contacts/${id('contact', person.n)}`, undefined],
    ] as const)
      expect((await send('agency-a', method, `/workers/${person.workerId}${path}`, body, 1)).json).toMatchObject({
        status: 403,
        code: 'WORKER_READ_ONLY',
      });
    expect((await send('agency-a', 'GET', `/workers/${person.workerId}/contacts`)).status).toBe(200);
  });

  it('adds, rewrites and removes relatives, each with a commune and a consent; the question about them closes when all are placed', async () => {
    const person = inCommune('12001', 2);
    const path = `/workers/${person.workerId}/contacts`;
    const task = `choose-relative-commune:${person.workerId}:2025-07-01`;
    await db.sql(
      `insert into desk_task (desk, province_code, kind, dedupe_key, worker_id, detail) values ('centre', '12', 'CHOOSE_COMMUNE', $1, $2, '{"relative": true}')`,
      [task, person.workerId],
    );
    const state = async () => (await db.sql<{ state: string }>(`select state from desk_task where dedupe_key = $1`, [task]))[0]!.state;

    const added = await send(
      'centre-12',
      'POST',
      path,
      { fullName: 'Lò Thị Thân', kin: 'vợ', phone: '0987654321', communeCode: '15001', consent: true },
      1,
    );
    expect([added.status, added.json.version]).toEqual([201, 2]);
    expect((await send('centre-12', 'POST', path, { fullName: 'Lò Thị Thân' }, 1)).status).toBe(412);
    expect((await send('centre-12', 'POST', path, { fullName: 'Lò Thị Thân', communeCode: '99999' }, 2)).json.code).toBe('COMMUNE_UNKNOWN');
    expect((await send('centre-12', 'GET', path)).json.contacts).toContainEqual({
      id: added.json.contactId,
      fullName: 'Lò Thị Thân',
      kin: 'vợ',
      phone: '+84987654321',
      communeCode: '15001',
      hamlet: null,
      consent: true,
      formerPhones: [],
    });
    expect(await state()).toBe('open');

    const first = id('contact', person.n);
    expect(
      (await send('centre-12', 'PUT', `${path}/${first}`, { fullName: 'Lò Thị Mẹ', communeCode: '12003', consent: false }, 2)).json,
    ).toEqual({ version: 3 });
    expect(await state()).toBe('done');
    expect((await send('centre-12', 'DELETE', `${path}/${first}`, undefined, 3)).json).toEqual({ version: 4 });
    expect((await send('centre-12', 'DELETE', `${path}/${first}`, undefined, 4)).status).toBe(404);
    expect((await send('centre-12', 'GET', path)).json.contacts).toHaveLength(1);
    // The relative of somebody else cannot be reached through one's own person.
    expect(
      (await send('centre-12', 'DELETE', `${path}/${id('contact', tenants.people.find((p) => p.province === '15')!.n)}`, undefined, 4))
        .status,
    ).toBe(404);
  });
});
