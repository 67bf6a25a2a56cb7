import { startApplication, type TestApplication } from '../support/application';
import { SeedPolicies } from '@app/policy';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type Tenants, TODAY } from '../support/tenants';

describe('the commune officer over HTTP', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let commune: string;
  let centre: string;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    commune = tenants.account('commune-12001').token;
    centre = tenants.account('centre-12').token;
  }, 60_000);
  afterEach(async () => {
    await app?.close();
    await db.close();
  });

  const alertOf = async (caseId: string) =>
    (await db.sql<{ id: number }>(`select id::int as id from alert where case_id = $1`, [caseId]))[0]!.id;

  it('gives each screen in one answer: tasks with hamlet and last visit, people with a number to call, numbers of the month', async () => {
    const person = tenants.people[0]!;
    await db.sql(`update alert set owner = 'commune' where case_id = $1`, [person.caseId]);
    const day = (await app.call('GET', '/api/v1/commune/day', { token: commune })).json as {
      tasks: Record<string, unknown>[];
      today: string;
    };
    expect(day.today).toBe(TODAY);
    expect(day.tasks.find((task) => task.caseId === person.caseId)).toMatchObject({
      hamlet: `Bản ${person.canary}`,
      lastVisitOn: '2026-10-12',
    });

    const all = (await app.call('GET', '/api/v1/commune/people', { token: commune })).json as { people: Record<string, unknown>[] };
    const own = tenants.people.filter((one) => one.commune === '12001');
    expect(all.people.map((one) => one.workerId).sort()).toEqual(own.map((one) => one.workerId).sort());
    expect(all.people.find((one) => one.workerId === person.workerId)).toMatchObject({ phone: '+84311000000', visits: 1 });
    const walked: unknown[] = [];
    for (let after = ''; ;) {
      const page = (await app.call('GET', `/api/v1/commune/people?limit=4${after && `&after=${after}`}`, { token: commune })).json as {
        people: Record<string, unknown>[];
        next?: string;
      };
      walked.push(...page.people.map((one) => one.workerId));
      if (!page.next) break;
      after = page.next;
    }
    expect(walked).toEqual(all.people.map((one) => one.workerId));
    const abroad = (await app.call('GET', '/api/v1/commune/people?abroad=true', { token: commune })).json as {
      people: { stage: string }[];
    };
    expect(abroad.people.length).toBeGreaterThan(0);
    expect(abroad.people.length).toBeLessThan(all.people.length);

    await db.sql(
      `update alert_recipient set since = '2026-11-02' where role = 'commune' and alert_id in (select id from alert where case_id = $1)`,
      [person.caseId],
    );
    const answer = { answer: 'NOT_RETURNED_IN_CONTACT' };
    expect(
      (await app.call('POST', `/api/v1/alerts/${await alertOf(person.caseId)}/answers`, { token: commune, body: answer })).status,
    ).toBe(200);
    // The clock of the fixture ran out on 20 November; written down on the 19th without a signal it was in time.
    expect((await app.call('GET', '/api/v1/commune/report?month=2026-11-22', { token: commune })).json).toMatchObject({
      month: '2026-11-01',
      asked: 1,
      answered: 1,
      inTime: 0,
    });
    await app.call('POST', `/api/v1/alerts/${await alertOf(person.caseId)}/answers`, {
      token: commune,
      body: { ...answer, saidAt: '2026-11-19T03:00:00Z' },
    });
    expect((await app.call('GET', '/api/v1/commune/report?month=2026-11-22', { token: commune })).json).toMatchObject({
      asked: 1,
      answered: 1,
      inTime: 1,
    });
    expect((await app.call('GET', '/api/v1/commune/day', { token: centre })).status).toBe(403);
  });

  it('keeps what was written down without a signal: late, with its own time, once', async () => {
    const { caseId, caseCode } = tenants.people[0]!;
    const alertId = await alertOf(caseId);
    await db.sql(
      `update alert set state = 'closed', closed_at = now(), closed_on = business_day(), closed_reason = 'RETURNED' where id = $1`,
      [alertId],
    );
    await db.sql(`update case_file set stage = 'RETURNED', returned_on = '2026-11-18' where id = $1`, [caseId]);
    const send = () =>
      app.call('POST', `/api/v1/alerts/${alertId}/answers`, {
        token: commune,
        key: 'offline-answer-1',
        body: { answer: 'RETURNED', happenedOn: '2026-11-17', saidAt: '2026-11-19T02:00:00Z' },
      });
    const [first, again] = [await send(), await send()];
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ late: true });
    expect(again.json).toEqual(first.json);
    expect(await db.sql(`select happened_on::text, said_at, late from alert_answer where request_id like '%offline-answer-1'`)).toEqual([
      { happened_on: '2026-11-17', said_at: new Date('2026-11-19T02:00:00Z'), late: true },
    ]);
    // It contradicts the return that is known by now: the centre compares the two.
    expect(
      await db.sql(`select detail->>'happenedOn' as day from desk_task where kind = 'CONFIRM_RETURN' and case_id = $1`, [caseId]),
    ).toEqual([{ day: '2026-11-17' }]);

    const visit = {
      visitedOn: '2026-11-10',
      visitors: 'Công chức xã',
      met: ['MOTHER'],
      purpose: 'PERSUADE',
      outcome: 'FAMILY_AGREED',
      alertId,
      nextVisitOn: '2026-11-17',
    };
    const path = `/api/v1/commune/cases/${caseCode}/visits`;
    expect((await app.call('POST', path, { token: commune, body: visit })).json).toMatchObject({ code: 'VISIT_NEXT_WRONG' });
    const taken = await app.call('POST', path, { token: commune, body: { ...visit, saidAt: '2026-11-10T08:30:00+07:00' } });
    expect(taken.json).toMatchObject({ caseId, late: true });
    const shown = (await app.call('GET', `/api/v1/cases/${caseId}/visits`, { token: commune })).json as {
      visits: Record<string, unknown>[];
    };
    expect(shown.visits[0]).toMatchObject({ met: ['MOTHER'], saidAt: '2026-11-10T01:30:00.000Z', nextVisitOn: '2026-11-17' });
    const foreign = tenants.people.find((one) => one.commune === '12003')!;
    expect((await app.call('POST', `/api/v1/commune/cases/${foreign.caseCode}/visits`, { token: commune, body: visit })).status).toBe(404);
  });

  it('asks the centre, whose answer arrives as a task; says that a family is not of this commune', async () => {
    const { caseId } = tenants.people[0]!;
    const { questionId } = (
      await app.call('POST', '/api/v1/commune/questions', { token: commune, body: { caseId, text: 'Gia đình hỏi tiền ký quỹ' } })
    ).json;
    const tasksOf = async (token: string) =>
      ((await app.call('GET', '/api/v1/work?limit=100', { token })).json as { rows: Record<string, unknown>[] }).rows;
    expect((await tasksOf(centre)).find((row) => row.code === 'COMMUNE_QUESTION')).toMatchObject({
      caseId,
      nextAction: 'ANSWER_QUESTION',
      detail: { questionId },
    });
    const answer = () =>
      app.call('POST', `/api/v1/questions/${String(questionId)}/answer`, { token: centre, body: { text: 'Mang hợp đồng lên trung tâm' } });
    expect((await answer()).json).toEqual({ questionId, caseId });
    expect((await answer()).json).toMatchObject({ code: 'QUESTION_ANSWERED' });
    expect((await tasksOf(centre)).find((row) => row.code === 'COMMUNE_QUESTION')).toBeUndefined();
    expect((await tasksOf(commune)).find((row) => row.code === 'CENTRE_ANSWERED')).toMatchObject({ caseId, nextAction: 'READ_ANSWER' });
    const { questions } = (await app.call('GET', `/api/v1/cases/${caseId}/questions`, { token: commune })).json as {
      questions: Record<string, unknown>[];
    };
    expect(questions[0]).toMatchObject({ id: questionId, answer: 'Mang hợp đồng lên trung tâm' });

    const disown = () => app.call('POST', '/api/v1/commune/wrong-commune', { token: commune, body: { caseId, suggested: '12002' } });
    expect([(await disown()).status, (await disown()).status]).toEqual([204, 204]);
    expect((await tasksOf(centre)).filter((row) => row.code === 'WRONG_COMMUNE')).toMatchObject([
      { detail: { suggested: '12002' }, nextAction: 'CHOOSE_COMMUNE' },
    ]);
  });

  it('keeps the numbers a family had before', async () => {
    const { workerId, n } = tenants.people[0]!;
    await db.sql(`delete from former_phone`);
    const card = await app.call('GET', `/api/v1/workers/${workerId}`, { token: commune });
    const replace = (phone: string, version: string) =>
      app.call('PUT', `/api/v1/workers/${workerId}/contacts/${id('contact', n)}`, {
        token: commune,
        body: { fullName: 'Lò Thị Mới', phone },
        headers: { 'if-match': version },
      });
    expect((await replace('0312345678', card.headers.get('etag')!)).status).toBe(200);
    const { contacts } = (await app.call('GET', `/api/v1/workers/${workerId}/contacts`, { token: commune })).json as {
      contacts: Record<string, unknown>[];
    };
    expect(contacts[0]).toMatchObject({ phone: '+84312345678', formerPhones: ['+84311000000'] });
  });

  it('tells a session that an administrator ended from one that ran out', async () => {
    const administrator = tenants.account('administrator').token;
    const code = async (token: string) => (await app.call('GET', '/api/v1/session', { token })).json.code;
    expect(await code('bvs_unknown-token-of-nobody-at-all')).toBe('SIGN_IN_NEEDED');
    await db.sql(`update session set expires_at = now() - interval '1 minute' where account_id = $1`, [id('account', 'commune-12001')]);
    expect(await code(commune)).toBe('SIGN_IN_NEEDED');
    const accountId = id('account', 'commune-12002');
    expect((await app.call('POST', `/api/v1/admin/accounts/${accountId}/disable`, { token: administrator, body: {} })).status).toBeLessThan(
      300,
    );
    expect(await code(tenants.account('commune-12002').token)).toBe('ACCESS_ENDED');
  });
});
