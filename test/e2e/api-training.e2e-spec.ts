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

  it('offers an agency the pass of a class only where it still serves: its own people, the country, the days', async () => {
    const agency = tenants.account('agency-a');
    const [short] = await db.sql<{ id: string }>(
      `update case_file set agency_id = $2, market = 'JP', legal_form = 'SERVICE' where id = (select s.case_id from class_seat s where class_id = $1 and result = 'passed'
         and not exists (select from training_certificate t where t.class_id = $1 and t.case_id = s.case_id)) returning id`,
      [classId, agency.actor.organisationId],
    );
    const other = tenants.account('agency-b').actor.organisationId;
    const passedOn = async () => {
      const { json } = await read(agency, 'training/uncertified');
      const [file] = await db.sql<{ code: string }>(`select code from case_file where id = $1`, [short!.id]);
      return (json.people as { caseCode: string; passedOn: string | null }[]).find(({ caseCode }) => caseCode === file!.code)!.passedOn;
    };
    expect(await passedOn()).toBe('2026-11-10');
    for (const [change, back] of [
      [`update case_file set market = 'TW' where id = '${short!.id}'`, `update case_file set market = 'JP' where id = '${short!.id}'`],
      [
        `update training_class set agency_id = '${other}' where id = '${classId}'`,
        `update training_class set agency_id = null where id = '${classId}'`,
      ],
      [
        `update case_file set facts = facts || '{"plannedExitOn": "2031-01-01"}' where id = '${short!.id}'`,
        `update case_file set facts = facts - 'plannedExitOn' where id = '${short!.id}'`,
      ],
    ] as const) {
      await db.sql(change);
      expect([change, await passedOn()]).toEqual([change, null]);
      await db.sql(back);
    }
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

  describe('who comes, goes and comes back', () => {
    const seat = async (account: TenantAccount, id: string, caseIds: readonly string[]) =>
      ((await post(account, `classes/${id}/seats`, { caseIds })).json.verdicts as Verdict[]).map(({ outcome, code }) => code ?? outcome);
    const language = async (account: TenantAccount, seats: number) =>
      (await open(account, { kind: 'LANGUAGE', market: null, occupation: null, seats })).json.classId as string;
    const classOf = async (account: TenantAccount, id: string) => (await read(account, `training/classes/${id}`)).json;
    const ended = async (id: string) => expect((await post(centre, `classes/${id}/closing`, { state: 'closed' })).status).toBe(200);
    const leave = async (account: TenantAccount, id: string, caseId: string) =>
      (await post(account, `classes/${id}/leaving`, { caseId, reason: 'Bận việc nhà' })).json;

    it('counts what was held before somebody had a seat as missed, until attendance of it is taken anew', async () => {
      const id = await language(centre, 2);
      const [early, leaver, waits, late] = cases as [string, string, string, string];
      const sessions = [1, 2, 3].map((day) => ({ heldOn: `2026-11-0${day}`, part: 'MORNING', periods: 5, topic: 'Hội thoại' }));
      const held = ((await post(centre, `classes/${id}/sessions`, { sessions })).json.sessions as { id: string }[]).map((one) => one.id);
      const attend = (n: number) => post(centre, `sessions/${held[n]}/attendance`, { absent: [] });
      expect(await seat(centre, id, [early, leaver, waits])).toEqual(['seated', 'seated', 'waiting']);
      await attend(0);
      expect(await leave(centre, id, leaver)).toEqual({ movedUp: waits });
      await attend(1);
      await leave(centre, id, early);
      expect(await seat(centre, id, [late])).toEqual(['seated']);
      await attend(2);
      await leave(centre, id, waits);
      expect(await seat(centre, id, [early])).toEqual(['seated']);
      const attended = async () => {
        const { people: all } = (await classOf(centre, id)) as unknown as { people: Person[] };
        return [early, leaver, waits, late].map((caseId) => all.find((one) => one.caseId === caseId)!.attendedPeriods);
      };
      expect(await attended()).toEqual([10, 5, 10, 5]);
      await attend(0);
      expect(await attended()).toEqual([10, 5, 10, 10]);
      await ended(id);
    });

    it('lets who comes back wait behind those who waited meanwhile', async () => {
      const id = await language(centre, 1);
      const [first, second, third] = cases as [string, string, string];
      expect(await seat(centre, id, [first, second, third])).toEqual(['seated', 'waiting', 'waiting']);
      await leave(centre, id, second);
      expect(await seat(centre, id, [second])).toEqual(['waiting']);
      expect(await leave(centre, id, first)).toEqual({ movedUp: third });
      expect(await leave(centre, id, third)).toEqual({ movedUp: second });
      await ended(id);
    });

    it('frees the seat of somebody who goes to another agency at once: who waited longest has it, and the person learns elsewhere', async () => {
      const agency = tenants.account('agency-a');
      const own = agency.actor.organisationId;
      const [stays, goes, next] = (
        await db.sql<{ id: string }>(`select id from case_file where agency_id = $1 and province_code = '12' order by id limit 3`, [own])
      ).map((one) => one.id) as [string, string, string];
      const seats = async (id: string) =>
        Object.fromEntries(
          (await db.sql<{ id: string; state: string }>(`select case_id as id, state from class_seat where class_id = $1`, [id])).map(
            (one) => [one.id, one.state],
          ),
        );
      const id = await language(agency, 2);
      expect(await seat(agency, id, [stays, goes, next])).toEqual(['seated', 'seated', 'waiting']);
      const other = await language(centre, 5);
      expect(await seat(centre, other, [goes])).toEqual(['OTHER_CLASS']);
      await db.sql(`update case_file set agency_id = null where id = $1`, [goes]);
      expect(await seats(id)).toEqual({ [stays]: 'seated', [goes]: 'left', [next]: 'seated' });
      expect(await classOf(agency, id)).toMatchObject({ taken: 2 });
      expect(await seat(centre, other, [goes])).toEqual(['seated']);
      await db.sql(`update case_file set agency_id = $2 where id = $1`, [goes, own]);
      expect((await seats(other))[goes]).toBe('seated');
      await db.sql(`update case_file set agency_id = null where id = $1`, [next]);
      expect(await classOf(agency, id)).toMatchObject({ taken: 1 });
      await db.sql(`update case_file set agency_id = $2 where id = $1`, [next, own]);
      expect(await seats(id)).toEqual({ [stays]: 'seated', [goes]: 'left', [next]: 'left' });
      await ended(other);
      expect((await post(agency, `classes/${id}/closing`, { state: 'closed' })).status).toBe(200);
    });

    it('asks for whom the orientation is still needed: no papers at all, lapsed, for another agency, country or trade', async () => {
      const id = (await open(centre, { market: null, seats: 5 })).json.classId as string;
      const [asking] = await db.sql<{ id: string }>(
        `select id from case_file where agency_id is not null and province_code = '12' and stage = 'SELECTED' order by id desc limit 1`,
      );
      const wanting = async (guards: object | null, occupation = '') => {
        await db.sql(
          `update case_file set facts = case when $2::jsonb is null then '{}' else jsonb_build_object('guards', $2::jsonb, 'occupation', nullif($3, '')) end where id = $1`,
          [asking!.id, guards && JSON.stringify(guards), occupation],
        );
        const { people: asked } = (await read(centre, `training/classes/${id}/wanting`)).json as { people: { caseId: string }[] };
        return asked.some(({ caseId }) => caseId === asking!.id);
      };
      const orientation = (more: object) => ({ ORIENTATION: { on: '2026-01-05', until: '2028-01-05', ...more } });
      expect(await wanting(null)).toBe(true);
      expect(await wanting({ HEALTH: { on: '2026-01-05' } })).toBe(true);
      expect(await wanting(orientation({}))).toBe(false);
      expect(await wanting(orientation({ until: '2026-11-01' }))).toBe(true);
      expect(await wanting({ ORIENTATION: { on: '2022-01-05' } })).toBe(true);
      expect(await wanting({ ORIENTATION: { on: '2026-01-05' } })).toBe(false);
      expect(await wanting(orientation({ terms: { agencyId: '00000000-0000-4000-8000-00000000000f' } }))).toBe(true);
      expect(await wanting(orientation({ terms: { market: 'XX' } }))).toBe(true);
      expect(await wanting(orientation({ terms: { occupation: 'Hàn xì' } }), 'Chế biến')).toBe(true);
      expect(await wanting(orientation({ terms: { occupation: 'Hàn xì' } }), 'hàn xì')).toBe(false);
      expect(await wanting(orientation({ terms: { occupation: 'Hàn xì' } }))).toBe(false);
      await ended(id);
    });
  });

  it('leaves a result alone once its certificate is issued, and no gap in the numbers for whom the case refuses', async () => {
    const certified = (await people()).filter(({ certificateNumber }) => certificateNumber);
    const [one] = certified;
    const results = [{ caseId: one!.caseId, passed: false }];
    expect((await post(centre, `classes/${classId}/results`, { results })).json).toEqual({ changed: 0 });
    const failed = (await people())
      .filter(({ state, certificateNumber }) => state === 'seated' && !certificateNumber)
      .map(({ caseId }) => caseId);
    await db.sql(`update training_class set required_periods = null where id = $1`, [classId]);
    await post(centre, `classes/${classId}/results`, { results: failed.map((caseId) => ({ caseId, passed: true })) });
    await db.sql(`update case_file set stage = 'CLOSED' where id = $1`, [failed[0]]);
    const verdicts = (await post(centre, `classes/${classId}/certificates`, { issuedOn: '2026-11-12', caseIds: failed })).json
      .verdicts as Verdict[];
    expect(verdicts.map(({ outcome, number }) => number ?? outcome)).toEqual(['refused', '009/2026/GCN']);
  });

  it('takes nobody into an ended class', async () => {
    expect((await post(centre, `classes/${classId}/closing`, { state: 'closed' })).json).toEqual({ state: 'closed' });
    expect((await post(centre, `classes/${classId}/seats`, { caseIds: cases.slice(-1) })).json).toMatchObject({ code: 'CLASS_OVER' });
  });
});
