import { SeedPolicies } from '@app/policy';
import { routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { RouteSamples } from './route-samples';

interface Item {
  kind: string;
  ref: string;
  code: string;
  text: string;
  caseId: string | null;
  unread: boolean;
}
interface Bell {
  unread: number;
  seenAt: string | null;
  asOf: string;
  items: Item[];
}

describe('own bell', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  const token = (name: string) => tenants.account(name).token;
  const bell = async (name: string) => {
    const answer = await app.call('GET', '/api/v1/me/bell', { token: token(name) });
    const [routes, samples] = [routeTable(app.application), await RouteSamples.of(app)];
    expect([answer.status, samples.faultsOf(routes, 'GET', '/api/v1/me/bell', answer)]).toEqual([200, []]);
    return answer.json as unknown as Bell;
  };
  const see = (name: string, body: object) => app.call('POST', '/api/v1/me/bell/seen', { token: token(name), body });
  /** Everything before the test is old news. */
  const calm = async () => {
    await db.sql(`update alert_recipient set told_at = now() - interval '20 days'`);
    await db.sql(`update alert_answer set recorded_at = now() - interval '20 days'`);
    await db.sql(`update desk_task set created_at = now() - interval '20 days'`);
    await db.sql(`update import_batch set finished_at = now() - interval '20 days'`);
    await db.sql(`delete from bell_seen`);
  };

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
  beforeEach(calm);

  it('is quiet when nothing is new, for every role', async () => {
    for (const { name } of tenants.accounts) expect([name, (await bell(name)).items]).toEqual([name, []]);
  });

  it('shows a question to the desk that must answer it, until it is closed', async () => {
    const person = tenants.people.find((one) => one.province === '12' && one.n % 3 === 0)!;
    await db.sql(`update alert_recipient set told_at = now() where alert_id in (select id from alert where case_id = $1)`, [person.caseId]);
    const { unread, items } = await bell('agency-a');
    expect(unread).toBe(1);
    expect(items).toEqual([expect.objectContaining({ kind: 'ALERT', code: 'SUSPECTED_OVERSTAY', caseId: person.caseId, unread: true })]);
    expect(items[0]!.text).toBe('Hỏi gia đình, rồi trả lời. Trả lời trước ngày 20/11/2026.');
    for (const name of ['agency-b', 'centre-12', 'centre-15', `commune-${person.commune}`, 'leader-12'])
      expect([name, (await bell(name)).items]).toEqual([name, []]);
    await db.sql(`update alert set state = 'closed' where case_id = $1`, [person.caseId]);
    expect((await bell('agency-a')).items).toEqual([]);
    await db.sql(`update alert set state = 'open' where case_id = $1`, [person.caseId]);
  });

  it('shows a question that was passed on to the new desk', async () => {
    const person = tenants.people.find((one) => one.commune === '12001' && one.n % 3 === 0)!;
    await db.sql(`update alert set owner = 'commune' where case_id = $1`, [person.caseId]);
    await db.sql(
      `update alert_recipient set told_at = now() where role = 'commune' and alert_id in (select id from alert where case_id = $1)`,
      [person.caseId],
    );
    expect((await bell('commune-12001')).items.map((item) => item.caseId)).toEqual([person.caseId]);
    expect((await bell('commune-12002')).items).toEqual([]);
    await db.sql(`update alert set owner = 'agency' where case_id = $1`, [person.caseId]);
  });

  it('tells what others answered, and not what oneself did', async () => {
    const person = tenants.people.find((one) => one.commune === '12001' && one.n % 3 === 2)!;
    const [alert] = await db.sql<{ id: string }>(`select id from alert where case_id = $1`, [person.caseId]);
    const answer = await app.call('POST', `/api/v1/alerts/${alert!.id}/answers`, {
      token: token('commune-12001'),
      body: { answer: 'NOT_RETURNED_IN_CONTACT' },
    });
    expect(answer.status).toBe(200);
    expect((await bell('centre-12')).items).toEqual([
      expect.objectContaining({
        kind: 'ANSWER',
        code: 'NOT_RETURNED_IN_CONTACT',
        ref: String(alert!.id),
        caseId: person.caseId,
        unread: true,
      }),
    ]);
    expect((await bell('commune-12001')).items).toEqual([]);
    expect((await bell('centre-15')).items).toEqual([]);
  });

  it('shows tasks of the own desk and files of the own office', async () => {
    await db.sql(
      `update desk_task set created_at = now() where id in (select min(id) from desk_task where state = 'open' group by province_code, desk)`,
    );
    await db.sql(`update import_batch set finished_at = now()`);
    const kinds = async (name: string) => (await bell(name)).items.map((item) => `${item.kind} ${item.code}`).sort();
    expect(await kinds('centre-12')).toEqual(['BATCH imported', 'TASK CHECK_CASE']);
    expect(await kinds('bank-12')).toEqual(['BATCH imported']);
    expect(await kinds('bank-15')).toEqual([]);
    expect(await kinds('administrator')).toEqual([]);
  });

  it('counts what came since it was looked at, and never takes a look back', async () => {
    await db.sql(`update import_batch set finished_at = now() - interval '1 hour'`);
    const first = await bell('centre-12');
    expect([first.unread, first.seenAt]).toEqual([1, null]);
    expect((await see('centre-12', { upTo: first.asOf })).status).toBe(204);
    const second = await bell('centre-12');
    expect([second.unread, second.items.length, second.items[0]!.unread]).toEqual([0, 1, false]);
    expect((await see('centre-12', { upTo: '2020-01-01T00:00:00.000Z' })).status).toBe(204);
    expect((await bell('centre-12')).unread).toBe(0);
    expect((await see('centre-12', { upTo: '2999-01-01T00:00:00.000Z' })).status).toBe(204);
    await db.sql(`update import_batch set finished_at = clock_timestamp()`);
    expect((await bell('centre-12')).unread).toBe(1);
    expect((await bell('bank-12')).unread).toBe(1);
    expect((await see('centre-12', { upTo: 'hôm qua' })).status).toBe(422);
  });

  it('shows twenty and counts to a hundred', async () => {
    await db.sql(
      `insert into desk_task (desk, province_code, kind, dedupe_key) select 'centre', '12', 'CHECK_CASE', 'bell-' || n from generate_series(1, 130) n`,
    );
    const { unread, items } = await bell('centre-12');
    expect([unread, items.length]).toEqual([100, 20]);
    await db.sql(`delete from desk_task where dedupe_key like 'bell-%'`);
  });

  it('holds no name and no number of a person', async () => {
    await db.sql(`update alert_recipient set told_at = now()`);
    const text = JSON.stringify(await Promise.all(tenants.accounts.map(({ name }) => bell(name))));
    for (const person of tenants.people) for (const word of [person.canary, person.citizenId]) expect(text).not.toContain(word);
  });
});
