import { hash } from '@node-rs/argon2';
import { SeedPolicies } from '@app/policy';
import { EventStreams, STREAMS_PER_ACCOUNT } from '../../apps/api/src/events/event-streams';
import { startApplication, type TestApplication } from '../support/application';
import { openTab, type Tab, until } from '../support/event-stream';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';

const PASSWORD = 'ruộng bậc thang mùa gặt';
jest.setTimeout(120_000);

/** Live hints over HTTP: after commit, ids only, only to accounts whose scope covers the row. */
describe('event stream', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  const tabs: Tab[] = [];
  const tab = async (name: string) => {
    const opened = await openTab(app, tenants.account(name).token);
    tabs.push(opened);
    return opened;
  };
  /** Long enough for a hint that is sent to have come. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 500));
  const personOf = (commune: string, at = 0) => tenants.people.filter((person) => person.commune === commune)[at]!;

  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  afterEach(async () => {
    for (const opened of tabs.splice(0)) opened.close();
    await settle();
  });

  it('tells a visit to those whose scope covers the case, and to nobody else', async () => {
    const names = ['centre-12', 'department-12', 'commune-12001', 'commune-12002', 'centre-15', 'commune-15001', 'administrator'];
    const open = new Map(await Promise.all(names.map(async (name) => [name, await tab(name)] as const)));
    const person = personOf('12001');
    const visit = { caseId: person.caseId, visitedOn: '2026-11-20', visitors: 'Cán bộ xã', purpose: 'REMIND', outcome: 'FAMILY_AGREED' };
    const answer = await app.call('POST', '/api/v1/commune/visits', {
      token: tenants.account('commune-12001').token,
      body: visit,
    });
    expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
    expect(await until(() => open.get('centre-12')!.hints.includes(`case:${person.caseId}`))).toBe(true);
    await settle();
    const told = names.filter((name) => open.get(name)!.hints.length > 0);
    expect(told).toEqual(['centre-12', 'department-12', 'commune-12001']);
    for (const opened of open.values()) {
      expect(opened.text()).not.toContain(person.canary);
      expect(opened.text()).not.toContain(person.caseCode);
    }
  });

  it.each([
    ['12', ['centre-12'], ['centre-15', 'agency-b']],
    ['15', ['centre-15'], ['centre-12', 'agency-b']],
  ])('keeps provinces and agencies apart when an alert of province %s changes', async (province, told, untold) => {
    const person = tenants.people.find((one) => one.province === province && one.n % 3 === 0)!;
    const [yes, no, agency] = [await Promise.all(told.map(tab)), await Promise.all(untold.map(tab)), await tab('agency-a')];
    await db.sql(`update alert set answer_by = answer_by where case_id = $1`, [person.caseId]);
    await until(() => yes[0]!.hints.length >= 2 && agency.hints.length >= 2);
    await settle();
    for (const opened of [...yes, agency]) expect(opened.hints.sort()).toEqual([`case:${person.caseId}`, 'desk']);
    for (const opened of no) expect(opened.hints).toEqual([]);
  });

  it('tells a task to the desk it lies on, and an import to its organisation', async () => {
    const [centre, commune, agency, foreign] = [
      await tab('centre-12'),
      await tab('commune-12001'),
      await tab('agency-a'),
      await tab('agency-b'),
    ];
    await db.sql(`update desk_task set due_on = '2026-12-01' where desk = 'agency' and agency_id = (select id from organisation where key = 'A')
      and province_code = '12' and commune_code = '12001'`);
    await until(() => agency.hints.length > 0);
    await settle();
    expect(commune.hints).toEqual([]);
    expect(foreign.hints).toEqual([]);
    expect([centre.hints, agency.hints]).toEqual([['desk'], ['desk']]);
    await db.sql(`update import_batch set counts = '{}' where organisation_id = (select id from organisation where key = 'B')`);
    await until(() => foreign.hints.length > 0);
    await settle();
    expect(foreign.hints).toEqual([expect.stringMatching(/^import:/)]);
    expect(agency.hints).toEqual(['desk']);
    foreign.hints.length = 0;
    await db.sql(`update work_snooze set reason = reason where organisation_id = (select id from organisation where key = 'B')`);
    await db.sql(`insert into work_snooze (organisation_id, kind, ref, hidden_until, reason, account_id)
      select id, 'task', 'thử', '2026-12-01', 'chờ giấy', gen_random_uuid() from organisation where key = 'B'`);
    expect(await until(() => foreign.hints.includes('desk'))).toBe(true);
    await settle();
    expect([centre.hints, agency.hints]).toEqual([['desk'], ['desk']]);
  });

  it('says once that much changed, and nothing of what was rolled back', async () => {
    const [centre, agency] = [await tab('centre-12'), await tab('agency-a')];
    await db.sql(`begin; update case_file set changed_at = now() where province_code = '12'; rollback`);
    await settle();
    expect([centre.hints, agency.hints]).toEqual([[], []]);
    await db.sql(`update case_file set changed_at = now() where province_code = '12'`);
    await until(() => centre.hints.length > 0 && agency.hints.length > 0);
    await settle();
    expect([centre.hints, agency.hints]).toEqual([['case'], ['case']]);
  });

  it('listens again after its database connection was killed, and lets the screens ask for everything', async () => {
    const [mine, foreign] = [await tab('centre-12'), await tab('centre-15')];
    const listening = () =>
      db.sql<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'benve-events' and datname = current_database()`);
    const before = await listening();
    expect(before).toHaveLength(1);
    await db.sql(`select pg_terminate_backend($1)`, [before[0]!.pid]);
    expect(await until(() => mine.hints.includes('import'))).toBe(true);
    await settle();
    expect(mine.hints.sort()).toEqual(['case', 'desk', 'import']);
    const after = await listening();
    expect(after).toHaveLength(1);
    expect(after[0]!.pid).not.toBe(before[0]!.pid);
    const person = personOf('12002');
    foreign.hints.length = 0;
    await db.sql(`update case_file set changed_at = now() where id = $1`, [person.caseId]);
    expect(await until(() => mine.hints.includes(`case:${person.caseId}`))).toBe(true);
    await settle();
    expect(foreign.hints).toEqual([]);
  });

  it('ends with the session, at once', async () => {
    await db.sql(`update account set password_hash = $1 where login = 'leader-12'`, [await hash(PASSWORD)]);
    const { json } = await app.call('POST', '/api/v1/session', { body: { login: 'leader-12', password: PASSWORD } });
    const own = await openTab(app, json.token as string);
    const other = await tab('leader-12');
    await app.call('DELETE', '/api/v1/session', { token: json.token as string });
    await own.ended;
    await db.sql(`update case_file set changed_at = now() where id = $1`, [personOf('12001').caseId]);
    expect(await until(() => other.hints.length > 0)).toBe(true);

    const disabled = await tab('bank-15');
    const id = tenants.account('bank-15').actor.accountId;
    const answer = await app.call('POST', `/api/v1/admin/accounts/${id}/disable`, { token: tenants.account('administrator').token });
    expect(answer.status).toBe(204);
    await disabled.ended;
    await expect(openTab(app, tenants.account('bank-15').token)).rejects.toThrow('401');
  });

  it('ends an idle session instead of keeping it awake, and sends a sign of life to the others', async () => {
    const [idle, awake] = [await tab('department-15'), await tab('centre-15')];
    await db.sql(`update session set last_seen_at = now() - interval '3 hours' where account_id = $1`, [
      tenants.account('department-15').actor.accountId,
    ]);
    await app.application.get(EventStreams).beat();
    await idle.ended;
    expect(await until(() => awake.text().includes(': beat'))).toBe(true);
    const [seen] = await db.sql<{ old: boolean }>(
      `select last_seen_at < now() - interval '2 hours' as old from session where account_id = $1`,
      [tenants.account('department-15').actor.accountId],
    );
    expect(seen!.old).toBe(true);
  });

  it('closes the oldest of too many tabs', async () => {
    const opened: Tab[] = [];
    for (let i = 0; i < STREAMS_PER_ACCOUNT + 1; i++) opened.push(await tab('centre-12'));
    await opened[0]!.ended;
    await db.sql(`update case_file set changed_at = now() where id = $1`, [personOf('12001').caseId]);
    for (const one of opened.slice(1)) expect(await until(() => one.hints.length > 0)).toBe(true);
    expect(opened[0]!.hints).toEqual([]);
  });

  it('is no way in: strangers and keys get no stream', async () => {
    expect((await app.call('GET', '/api/v1/events')).status).toBe(401);
    const made = await app.call('POST', '/api/v1/agency/api-keys', { token: tenants.account('agency-a').token, body: { label: 'thử' } });
    expect((await app.call('GET', '/api/v1/events', { token: made.json.key as string })).status).toBe(403);
  });

  it('lets the server stop while tabs are open', async () => {
    const second = await startApplication(db, { BENVE_TODAY: TODAY });
    const open = await openTab(second, tenants.account('centre-12').token);
    await second.application.close();
    await open.ended;
  });
});
