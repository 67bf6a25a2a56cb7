import { CrosscheckAll } from '@app/crosscheck';
import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);

/** Agency, family and paper about one exit, over HTTP: a difference has an owner and a clock until it is settled. */
describe('three voices', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let person: TenantPerson;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`truncate crossing_statement`);
    await db.sql(`delete from desk_task`);
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    person = tenants.people.find(({ n, province }) => n % 3 === 0 && province === '12')!;
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const say = (login: string, body: object, key?: string) =>
    app.call('POST', `/api/v1/cases/${person.caseId}/crossings`, {
      token: tenants.account(login).token,
      body: { crossing: 'EXIT', ...body },
      ...(key && { key }),
    });
  const exit = (json: Record<string, unknown>) =>
    (json.crossings as { crossing: string; verdict: object }[]).find(({ crossing }) => crossing === 'EXIT');
  const tasks = () =>
    db.sql(
      `select desk, state, detail ->> 'rule' as rule, due_on::text as due from desk_task where kind = 'VOICES_DIFFER' and case_id = $1 order by id`,
      [person.caseId],
    );

  it('waits for a second voice, then asks the silent agency within five working days', async () => {
    expect(exit((await say(`commune-${person.commune}`, { voice: 'FAMILY', happened: true, on: '2026-11-10' })).json)).toMatchObject({
      verdict: { state: 'waiting' },
    });
    expect(await tasks()).toEqual([]);
    await db.sql(`update crossing_statement set said_on = '2026-11-12'`);
    const nightly = new CrosscheckAll(db.jobs);
    expect(await nightly.run()).toMatchObject({ differ: 1 });
    expect(await nightly.run()).toMatchObject({ differ: 1 });
    expect(await tasks()).toEqual([{ desk: 'agency', state: 'open', rule: 'ONE_SILENT', due: '2026-11-30' }]);
  });

  it('closes the question when the agency answers, and opens another for the centre when the days differ', async () => {
    const answer = await say('agency-a', { voice: 'AGENCY', happened: true, on: '2026-11-01' });
    expect(exit(answer.json)).toMatchObject({ verdict: { state: 'differs', rule: 'DATES_DIFFER', owner: 'centre' } });
    expect(await tasks()).toMatchObject([
      { desk: 'agency', state: 'done' },
      { desk: 'centre', state: 'open', rule: 'DATES_DIFFER' },
    ]);
    const agreed = await say('centre-12', { voice: 'AGENCY', happened: true, on: '2026-11-11' });
    expect(exit(agreed.json)).toMatchObject({ verdict: { state: 'agreed' } });
    expect(await tasks()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  });

  it('takes the same request once, and a denial to the centre', async () => {
    const body = { voice: 'PAPER', happened: false, note: 'Không có dấu xuất cảnh' };
    const first = await say('department-12', body, 'voice-once');
    expect((await say('department-12', body, 'voice-once')).json).toEqual(first.json);
    expect(exit(first.json)).toMatchObject({ verdict: { rule: 'ONE_DENIES', owner: 'centre' } });
    expect(await db.sql(`select from crossing_statement where voice = 'PAPER'`)).toHaveLength(1);
  });

  it('lets nobody speak for another, and nobody at all of a case that is not seen', async () => {
    expect((await say('agency-a', { voice: 'FAMILY', happened: true })).json).toMatchObject({ code: 'VOICE_NOT_YOURS' });
    expect((await say('agency-b', { voice: 'AGENCY', happened: true })).status).toBe(404);
    expect((await say('centre-12', { voice: 'PAPER', happened: true, on: '2027-01-01' })).json).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect((await say('bank-12', { voice: 'PAPER', happened: true })).status).toBe(403);
  });

  it('hears the reports of agency and commune as their words', async () => {
    await db.sql(`truncate crossing_statement`);
    await db.sql(`update case_event set organisation_id = $2 where case_id = $1 and kind = 'DEPARTED'`, [
      person.caseId,
      tenants.account('agency-a').actor.organisationId,
    ]);
    const { crossings } = (await app.call('GET', `/api/v1/cases/${person.caseId}/crossings`, { token: tenants.account('centre-12').token }))
      .json as {
      crossings: { statements: object[] }[];
    };
    expect(crossings[0]!.statements).toMatchObject([{ voice: 'AGENCY', happened: true, on: '2023-11-01' }]);
  });

  it('takes a correction for the last word of who reported, and a report withdrawn for none', async () => {
    const [event] = await db.sql<{ id: number }>(`select id from case_event where case_id = $1 and kind = 'DEPARTED'`, [person.caseId]);
    const token = tenants.account('centre-12').token;
    const heard = async () =>
      ((await app.call('GET', `/api/v1/cases/${person.caseId}/crossings`, { token })).json.crossings as { statements: object[] }[])[0]!
        .statements;
    const correct = (withdrawn: boolean) =>
      db.sql(
        `insert into case_event (case_id, kind, effective_on, stage_before, stage_after, corrects_id, request_id, detail, recorded_on)
         select case_id, 'CORRECTED', case when not $2::boolean then date '2023-11-03' end, stage_before, stage_after, id, 'correct-' || $2::boolean,
           jsonb_build_object('correctedKind', 'DEPARTED') || case when $2 then '{"withdrawn": true}'::jsonb else '{}' end, '2026-11-20' from case_event where id = $1`,
        [event!.id, withdrawn],
      );
    await correct(false);
    expect(await heard()).toMatchObject([{ voice: 'AGENCY', happened: true, on: '2023-11-03', saidOn: '2026-11-20' }]);
    await db.sql(`delete from case_event where corrects_id = $1`, [event!.id]);
    await correct(true);
    expect(await heard()).toEqual([]);
    await db.sql(`delete from case_event where corrects_id = $1`, [event!.id]);
  });

  it('asks at night of crossings somebody spoke of lately, with all words about them, and of no other crossing of the case', async () => {
    await db.sql(`truncate crossing_statement`);
    await db.sql(`delete from desk_task where kind = 'VOICES_DIFFER'`);
    await db.sql(`update case_event set recorded_on = '2024-01-05' where kind in ('DEPARTED', 'RETURNED')`);
    const said = (voice: string, crossing: string, on: string, saidOn: string) =>
      db.sql(
        `insert into crossing_statement (id, case_id, crossing, voice, happened, happened_on, request_id, said_on, said_at)
         values (gen_random_uuid(), $1, $2, $3, true, $4, gen_random_uuid(), $5::date, $5::date)`,
        [person.caseId, crossing, voice, on, saidOn],
      );
    await said('AGENCY', 'RETURN', '2026-06-01', '2026-06-02');
    await said('FAMILY', 'RETURN', '2026-06-01', '2026-11-10');
    await new CrosscheckAll(db.jobs).run();
    expect(await tasks()).toEqual([]);
    await said('FAMILY', 'RETURN', '2026-07-01', '2026-11-12');
    await new CrosscheckAll(db.jobs).run();
    expect(await tasks()).toMatchObject([{ rule: 'DATES_DIFFER', desk: 'centre' }]);
  });
});
