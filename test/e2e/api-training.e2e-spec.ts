import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantAccount, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);
interface Verdict {
  caseId: string;
  outcome: string;
  number?: string;
  code?: string;
}
interface Person {
  caseId: string;
  state: string;
  attendedPeriods: number;
  certificateNumber: string | null;
}

/** A class from its opening to its certificates, over HTTP, and what the case knows of it. */
describe('training', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let centre: TenantAccount;
  let cases: string[];
  let classId: string;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`update training_class set state = 'closed'`);
    await db.sql(
      `update case_file set stage = 'SELECTED', departed_on = null, contract_end = null, contract_start = null, facts = '{"occupation": "Hàn xì"}' where province_code = '12'`,
    );
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    centre = tenants.account('centre-12');
    cases = tenants.people.filter(({ province }) => province === '12').map(({ caseId }) => caseId);
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const post = async (account: TenantAccount, path: string, body: unknown, key?: string) =>
    app.call('POST', `/api/v1/training/${path}`, { token: account.token, body, ...(key && { key }) });
  const read = async (account: TenantAccount, path: string) => app.call('GET', `/api/v1/${path}`, { token: account.token });
  const people = async () => (await read(centre, `training/classes/${classId}`)).json.people as Person[];
  const open = (account: TenantAccount, more: object = {}, key?: string) =>
    post(
      account,
      'classes',
      {
        kind: 'ORIENTATION',
        title: 'Lớp định hướng 12',
        market: 'JP',
        occupation: 'Hàn xì',
        place: 'Hội trường',
        startsOn: '2026-11-01',
        endsOn: '2026-11-10',
        seats: 5,
        trainers: ['Nguyễn Thị Mẫu'],
        ...more,
      },
      key,
    );

  it('opens a class once per request, with the periods of the rule', async () => {
    const first = await open(centre, {}, 'class-once');
    classId = first.json.classId as string;
    expect((await open(centre, {}, 'class-once')).json.classId).toBe(classId);
    expect((await read(centre, `training/classes/${classId}`)).json).toMatchObject({ requiredPeriods: 74, taken: 0, own: true });
    expect((await open(centre, { endsOn: '2026-10-01' })).json).toMatchObject({ code: 'CLASS_ENDS_BEFORE_START' });
  });

  it('gives five seats to all who ask at the same time, and everybody else a place in the waiting list', async () => {
    const asked = cases.slice(0, -1);
    const answers = await Promise.all(asked.map((caseId) => post(centre, `classes/${classId}/seats`, { caseIds: [caseId] })));
    const outcomes = answers.map(({ json }) => (json.verdicts as Verdict[])[0]!.outcome);
    expect(outcomes.filter((one) => one === 'seated')).toHaveLength(5);
    expect(outcomes.filter((one) => one === 'waiting')).toHaveLength(asked.length - 5);
    const again = await post(centre, `classes/${classId}/seats`, { caseIds: asked });
    expect((again.json.verdicts as Verdict[]).every(({ outcome }) => outcome === 'known')).toBe(true);
    expect((await read(centre, `training/classes/${classId}`)).json).toMatchObject({ taken: 5, waiting: asked.length - 5 });
  });

  it('moves up who waited longest when somebody leaves', async () => {
    const [leaver] = (await people()).filter(({ state }) => state === 'seated');
    const [next] = await db.sql<{ id: string }>(
      `select case_id as id from class_seat where class_id = $1 and state = 'waiting' order by ordinal limit 1`,
      [classId],
    );
    const answer = await post(centre, `classes/${classId}/leaving`, { caseId: leaver!.caseId, reason: 'Chuyển lớp sau' });
    expect(answer.json).toEqual({ movedUp: next!.id });
    expect((await post(centre, `classes/${classId}/leaving`, { caseId: leaver!.caseId, reason: 'Chuyển lớp sau' })).json).toMatchObject({
      code: 'SEAT_EMPTY',
    });
    expect((await read(centre, `training/classes/${classId}`)).json).toMatchObject({ taken: 5 });
  });

  it('has everybody present but who is unticked, starts the training of those who came, once', async () => {
    const sessions = Array.from({ length: 10 }, (_, i) => ({
      heldOn: `2026-11-${String(1 + i).padStart(2, '0')}`,
      part: 'MORNING',
      periods: 8,
      topic: 'Pháp luật nước đến',
    }));
    const planned = (await post(centre, `classes/${classId}/sessions`, { sessions })).json.sessions as { id: string }[];
    const seated = (await people()).filter(({ state }) => state === 'seated').map(({ caseId }) => caseId);
    const [absentee] = seated;
    for (const [i, { id }] of planned.entries()) {
      const absent = i < 2 ? [{ caseId: absentee, excused: i === 0 }] : [];
      const answer = await post(centre, `sessions/${id}/attendance`, { absent });
      expect(answer.json).toEqual({ present: i < 2 ? 4 : 5, absent: i < 2 ? 1 : 0 });
    }
    expect((await post(centre, `sessions/${planned[0]!.id}/attendance`, { absent: [{ caseId: absentee, excused: true }] })).status).toBe(
      200,
    );
    const attended = Object.fromEntries((await people()).map((one) => [one.caseId, one.attendedPeriods]));
    expect(seated.map((caseId) => attended[caseId])).toEqual([64, 80, 80, 80, 80]);
    const started = await db.sql<{ case_id: string; effective_on: string }>(
      `select case_id, effective_on from case_event where kind = 'TRAINING_STARTED' order by effective_on, case_id`,
    );
    expect(started).toHaveLength(5);
    expect(started.find(({ case_id }) => case_id === absentee)?.effective_on).toBe('2026-11-03');
    expect(await db.sql(`select distinct stage from case_file where id = any ($1)`, [seated])).toEqual([{ stage: 'IN_TRAINING' }]);
  });

  it('certifies who passed and attended enough, names the rule for the others, and numbers nobody twice', async () => {
    const seated = (await people()).filter(({ state }) => state === 'seated').map(({ caseId }) => caseId);
    const [short, failed, ...good] = seated as [string, string, string, string, string];
    const results = seated.map((caseId) => ({ caseId, passed: caseId !== failed, score: '8/10' }));
    expect((await post(centre, `classes/${classId}/results`, { results })).json).toEqual({ changed: 5 });
    expect((await post(centre, `classes/${classId}/results`, { results })).json).toEqual({ changed: 0 });
    const issue = () => post(centre, `classes/${classId}/certificates`, { issuedOn: '2026-11-12' });
    const verdicts = (await issue()).json.verdicts as Verdict[];
    const of = (caseId: string) => verdicts.find((one) => one.caseId === caseId);
    expect(of(short)).toMatchObject({ outcome: 'refused', code: 'TOO_FEW_PERIODS' });
    expect(of(failed)).toMatchObject({ outcome: 'refused', code: 'NOT_PASSED' });
    expect(good.map((caseId) => of(caseId)?.outcome)).toEqual(['issued', 'issued', 'issued']);
    const numbers = good.map((caseId) => of(caseId)!.number!);
    expect(numbers.sort()).toEqual(['006/2026/GCN', '007/2026/GCN', '008/2026/GCN']);
    const again = (await issue()).json.verdicts as Verdict[];
    expect(again.filter(({ outcome }) => outcome === 'known')).toHaveLength(3);
    expect(await db.sql(`select from training_certificate where class_id = $1`, [classId])).toHaveLength(3);
  });

  it('tells the case: the gate opens until the last day, for this agency, country and trade', async () => {
    const certified = (await people()).find(({ certificateNumber }) => certificateNumber)!;
    const gate = async () =>
      (
        (await read(centre, `cases/${certified.caseId}`)).json.papers as {
          guard: string;
          state: string;
          lastDay: string;
          rule: string | null;
        }[]
      ).find(({ guard }) => guard === 'ORIENTATION');
    expect(await gate()).toMatchObject({ state: 'proven', lastDay: '2028-11-12' });
    await db.sql(`update case_file set facts = jsonb_set(facts, '{occupation}', '"May công nghiệp"') where id = $1`, [certified.caseId]);
    expect(await gate()).toMatchObject({ state: 'unfit', rule: 'OTHER_TRADE' });
    const { certificates } = (await read(centre, `cases/${certified.caseId}/certificates`)).json as {
      certificates: { checkCode: string; number: string }[];
    };
    const mine = certificates.find(({ number }) => number === certified.certificateNumber)!;
    const asked = await app.call('GET', `/api/v1/public/certificates/${mine.checkCode}`);
    expect(asked.json).toEqual({
      certificate: {
        kind: 'ORIENTATION',
        number: mine.number,
        issuer: expect.any(String),
        market: 'JP',
        occupation: 'Hàn xì',
        issuedOn: '2026-11-12',
        validUntil: '2028-11-12',
      },
      today: expect.any(String),
    });
    expect((await app.call('GET', '/api/v1/public/certificates/CHECKNONE9')).json).toMatchObject({ certificate: null });
  });

  it('counts who was trained before the exit by the day of the exit', async () => {
    const certified = (await people()).filter(({ certificateNumber }) => certificateNumber).map(({ caseId }) => caseId);
    const [early, late] = certified as [string, string];
    await db.sql(`update case_file set departed_on = '2026-11-12' where id = $1`, [early]);
    await db.sql(`update case_file set departed_on = '2026-11-11' where id = $1`, [late]);
    const measure = async (from: string, to: string) => (await read(centre, `training/trained-before-exit?from=${from}&to=${to}`)).json;
    expect(await measure('2026-11-11', '2026-11-12')).toEqual({ exits: 2, trained: 1 });
    expect(await measure('2026-11-12', '2026-11-12')).toEqual({ exits: 1, trained: 1 });
    expect(await measure('2027-01-01', '2027-12-31')).toEqual({ exits: 0, trained: 0 });
  });

  it('lets an agency read the class its people sit in, only its people, and write nothing of it', async () => {
    const agency = tenants.account('agency-a');
    const answer = await read(agency, `training/classes/${classId}`);
    expect(answer.json).toMatchObject({ own: false });
    const mine = new Set(
      (await db.sql<{ id: string }>(`select id from case_file where agency_id = $1`, [agency.actor.organisationId])).map(({ id }) => id),
    );
    const shown = (answer.json.people as Person[]).map(({ caseId }) => caseId);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((caseId) => !mine.has(caseId))).toEqual([]);
    expect((await post(agency, `classes/${classId}/seats`, { caseIds: [shown[0]] })).json).toMatchObject({ code: 'CLASS_NOT_OWN' });
    expect((await read(tenants.account('centre-15'), `training/classes/${classId}`)).status).toBe(404);
  });

  it('takes nobody into an ended class', async () => {
    expect((await post(centre, `classes/${classId}/closing`, { state: 'closed' })).json).toEqual({ state: 'closed' });
    expect((await post(centre, `classes/${classId}/seats`, { caseIds: cases.slice(-1) })).json).toMatchObject({ code: 'CLASS_OVER' });
  });
});
