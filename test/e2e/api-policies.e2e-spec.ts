import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { RouteSamples } from './route-samples';

jest.setTimeout(120_000);

/** Rules over HTTP: two persons, the checks of the command line, and no other way to a rule for the API's database role. Places by name and code. */
describe('rules and places', () => {
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
  const send = async (who: string, method: string, path: string, body?: unknown) => {
    const answer = await app.call(method, `/api/v1${path}`, { token: tenants.account(who).token, body });
    expect(samples.faultsOf(routes, method, `/api/v1${path}`, answer)).toEqual([]);
    return answer;
  };
  const rule = (more: object = {}) => ({
    rules: [{ key: 'privacy.reveals_per_hour', value: 12, from: '2026-12-01', basis: 'Quyết định số 7/QĐ-SNV', ...more }],
  });
  const rules = () =>
    db.sql<Record<string, unknown>>(
      `select value, valid::text, entered_by, approved_by from policy_rule where key = 'privacy.reveals_per_hour' order by valid`,
    );

  it('publishes by a second person, once, and ends the old rule the day before', async () => {
    const before = await rules();
    const { status, json } = await send('department-12', 'POST', '/policies/proposals', rule());
    expect([status, json.rules, json.unchanged]).toEqual([201, 1, 0]);
    expect(await rules()).toEqual(before);
    expect((await send('department-15', 'GET', '/policies/proposals')).json.proposals).toMatchObject([
      { id: json.proposalId, proposedBy: 'department-12', approvedBy: null },
    ]);

    const approve = (who: string) => send(who, 'POST', `/policies/proposals/${json.proposalId as string}/approval`);
    expect((await approve('department-12')).json.code).toBe('SECOND_PERSON_NEEDED');
    expect((await approve('centre-12')).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve('administrator')));
    expect(answers.map((answer) => answer.json.rules).sort()).toEqual([0, 0, 0, 0, 1]);
    expect(await rules()).toEqual([
      { ...before[0], valid: '[2015-01-01,2026-12-01)' },
      { value: 12, valid: '[2026-12-01,)', entered_by: 'department-12', approved_by: 'administrator' },
    ]);
    expect(
      await db.sql(`select action, login, detail->>'enteredBy' as entered from audit_entry where action like 'policy.p%' order by id`),
    ).toEqual([
      { action: 'policy.propose', login: 'department-12', entered: null },
      { action: 'policy.publish', login: 'administrator', entered: 'department-12' },
    ]);
  });

  it('refuses what the command line refuses', async () => {
    for (const wrong of [
      { from: '2026-11-01' },
      { key: 'no.such-rule' },
      { key: 'stay.rule', value: { graceDays: 'x' } },
      { basis: '' },
      { value: undefined },
    ])
      expect((await send('department-12', 'POST', '/policies/proposals', rule(wrong))).status).toBe(422);
    expect((await send('administrator', 'POST', '/policies/proposals/00000000-0000-4000-8000-000000000000/approval')).status).toBe(404);
  });

  it('leaves the API role no other way to a rule', async () => {
    const { actor } = tenants.account('department-12');
    for (const sql of [
      `update policy_rule set value = '1'`,
      `delete from policy_rule`,
      `insert into policy_proposal (id, rules, proposed_by, proposed_login) values (gen_random_uuid(), '[]', gen_random_uuid(), 'x')`,
      `update policy_proposal set approved_by = null`,
    ])
      await expect(db.api.run(actor, (tx) => tx.execute(sql))).rejects.toMatchObject({ code: '42501' });
    await expect(
      db.api.run(tenants.account('centre-12').actor, (tx) => tx.query(`select propose_policies(gen_random_uuid(), '[]')`)),
    ).rejects.toMatchObject({ code: '42501' });
    const [own] = await db.api.run(actor, async (tx) => {
      await tx.query(`select propose_policies('00000000-0000-4000-8000-000000000001', '[]')`);
      return tx.query(`select proposed_login from policy_proposal where id = '00000000-0000-4000-8000-000000000001'`);
    });
    expect(own).toEqual({ proposed_login: 'department-12' });
    await expect(
      db.api.run(actor, (tx) => tx.query(`select approve_policies('00000000-0000-4000-8000-000000000001')`)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('finds places by words and old names, and tells the history of a code', async () => {
    const [old] = await db.sql<{
      id: number;
    }>(`insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, valid_to, verified)
      select 'commune', '09901', 'Xã Mẫu Cũ', 'mau cu', 'Xã', p.id, '-infinity', '2025-06-30', true from admin_unit p where p.level = 'province' and p.code = '12' returning id`);
    await db.sql(
      `insert into admin_unit_succession (old_unit_id, new_unit_id, kind, route, effective_on, verified) select $1, id, 'split', 'choose', '2025-07-01', true from admin_unit where code in ('12001', '12002')`,
      [old!.id],
    );
    await db.sql(`insert into unit_import (sha256, file, rows) values ('x', 'x', 1)`);
    expect((await send('commune-12001', 'GET', `/units?province=12&text=${encodeURIComponent('mau cu')}`)).json.answer).toMatchObject({
      kind: 'divided',
      old: { code: '09901' },
      candidates: [{ code: '12001' }, { code: '12002' }],
    });
    expect((await send('bank-12', 'GET', '/units?province=12&text=12001')).json.communes).toMatchObject([
      { code: '12001', province: '12' },
    ]);
    expect((await send('leader-12', 'GET', '/units/09901')).json).toMatchObject({
      code: '09901',
      today: null,
      history: [{ name: 'Xã Mẫu Cũ', from: null, to: '2025-06-30', today: [{ code: '12001' }, { code: '12002' }] }],
    });
    expect((await send('leader-12', 'GET', '/units/12001')).json).toMatchObject({
      today: { code: '12001' },
      history: [{ to: null }],
      mergedFrom: [{ code: '09901', name: 'Xã Mẫu Cũ', to: '2025-06-30', divided: true }],
    });
    expect((await send('leader-12', 'GET', '/units/provinces')).json.provinces).toContainEqual(expect.objectContaining({ code: '12' }));
    for (const code of ['00000', 'abc', '123456']) expect((await send('leader-12', 'GET', `/units/${code}`)).status).toBe(404);
  });
});
