import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);

describe('named writes', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  const token = (name: string) => tenants.account(name).token;
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
  const registered = () => tenants.people.filter((p) => p.province === '12' && p.n % 6 >= 4);
  const away = (agency: 'A' | 'B') =>
    tenants.people.filter((p) => p.province === '12' && p.n % 6 < 4 && p.n % 3 === (agency === 'A' ? 0 : 1));
  const events = (person: TenantPerson) => db.sql(`select from case_event where case_id = $1`, [person.caseId]).then((rows) => rows.length);

  it('happen once when 20 identical ones arrive together, 20 times over', async () => {
    let tried = 0;
    for (let round = 0; round < 20; round++) {
      const body = {
        fullName: `Vàng A Thử${String.fromCharCode(97 + round)}`,
        communeCode: '12001',
        birthDate: '1999-01-01',
        birthPrecision: 'YMD',
      };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          app.call('POST', '/api/v1/workers', { token: token('centre-12'), body, key: `register-${round}-x` }),
        ),
      );
      tried += answers.length;
      expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(201);
      expect(answers.filter((a) => a.headers.get('idempotency-replayed')).length).toBe(19);
      expect(await db.sql(`select from worker where full_name = $1`, [body.fullName])).toHaveLength(1);
    }
    console.log(`identical writes: ${tried} tried, 0 failed`);
  });

  it('need a key; the same key for something else is refused; keys of two accounts do not meet', async () => {
    const [a, b] = registered();
    const post = (who: string, caseId: string, key?: string, body: unknown = { kind: 'COUNSELLED', effectiveOn: '2026-11-01' }) =>
      app.call('POST', `/api/v1/cases/${caseId}/milestones`, {
        token: token(who),
        body,
        ...(key === undefined ? { headers: { 'idempotency-key': '' } } : { key }),
      });
    expect((await post('centre-12', a!.caseId)).json.code).toBe('IDEMPOTENCY_KEY_NEEDED');
    expect((await post('centre-12', a!.caseId, 'shared-key-1')).status).toBe(201);
    expect((await post('centre-12', b!.caseId, 'shared-key-1')).json.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await post('centre-12', a!.caseId, 'shared-key-1', { kind: 'COUNSELLED', effectiveOn: '2026-11-02' })).json.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    const commune = tenants.accounts.find((x) => x.name === `commune-${b!.commune}`)?.name ?? 'commune-12002';
    expect((await post(commune, b!.caseId, 'shared-key-1')).status).toBe(201);
  });

  it('give the first answer again, also long after, and refused ones may be tried again', async () => {
    const person = away('A')[0]!;
    const path = `/api/v1/agency/cases/${person.caseId}/return`;
    const before = await events(person);
    const future = await app.call('POST', path, {
      token: token('agency-a'),
      key: 'return-1-x',
      body: { returnedOn: '2027-01-01', returnType: 'COMPLETED' },
    });
    expect([future.status, future.json.code]).toEqual([422, 'RETURN_IN_FUTURE']);
    const body = { returnedOn: '2026-11-10', returnType: 'COMPLETED' };
    const first = await app.call('POST', path, { token: token('agency-a'), key: 'return-2-x', body });
    expect(first.status).toBe(200);
    const again = await app.call('POST', path, { token: token('agency-a'), key: 'return-2-x', body });
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect(await events(person)).toBe(before + 1);
  });

  it('lose no update: of two officers on one version one gets 412 and reads again', async () => {
    const person = registered()[2]!;
    const read = await app.call('GET', `/api/v1/cases/${person.caseId}`, { token: token('centre-12') });
    const etag = read.headers.get('etag')!;
    expect(etag).toBe(`"${read.json.version as number}"`);
    const write = (who: string, kind: string) =>
      app.call('POST', `/api/v1/cases/${person.caseId}/milestones`, {
        token: token(who),
        body: { kind, effectiveOn: '2026-11-02', detail: { reference: '1' } },
        headers: { 'if-match': etag },
      });
    const answers = await Promise.all([write('centre-12', 'HEALTH_CERTIFIED'), write('centre-12', 'PASSPORT_RECORDED')]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 412]);
    const loser = answers.find((a) => a.status === 412)!;
    expect(loser.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(
      (
        await app.call('POST', `/api/v1/cases/${person.caseId}/milestones`, {
          token: token('centre-12'),
          body: { kind: 'HEALTH_CERTIFIED' },
          headers: { 'if-match': 'five' },
        })
      ).json.code,
    ).toBe('IF_MATCH_WRONG');
  });

  it('reveal a number only with a reason, to the read log, never into a stored answer', async () => {
    const person = tenants.people[0]!;
    const ask = (body: unknown, key: string) =>
      app.call('POST', `/api/v1/workers/${person.workerId}/reveal`, { token: token('centre-12'), body, key });
    expect((await ask({ field: 'citizenId', reason: 'x' }, 'reveal-0-x')).status).toBe(422);
    const logged = () =>
      db
        .sql(`select from read_log where worker_id = $1 and account_id = $2`, [
          person.workerId,
          tenants.account('centre-12').actor.accountId,
        ])
        .then((rows) => rows.length);
    const before = await logged();
    for (let i = 0; i < 2; i++)
      expect((await ask({ field: 'citizenId', reason: 'Đối chiếu tại quầy' }, 'reveal-1-x')).json).toEqual({
        value: person.citizenId,
      });
    expect(await logged()).toBe(before + 2);
    expect(JSON.stringify(await db.sql('select * from idempotency_key'))).not.toContain(person.citizenId);
    expect((await app.call('GET', `/api/v1/workers/${person.workerId}`, { token: token('centre-12') })).text).not.toContain(
      person.citizenId,
    );
  });

  it('limit how many numbers one officer sees in an hour', async () => {
    const [{ value }] = (await db.sql<{ value: number }>(`select value from policy_rule where key = 'privacy.reveals_per_hour'`)) as [
      { value: number },
    ];
    const person = tenants.people.find((p) => p.province === '15')!;
    let shown = 0;
    for (let i = 0; i <= value + 2; i++) {
      const answer = await app.call('POST', `/api/v1/workers/${person.workerId}/reveal`, {
        token: token('department-15'),
        body: { field: 'citizenId', reason: 'Kiểm tra hồ sơ' },
      });
      if (answer.status === 200) shown++;
      else expect([answer.status, answer.json.code]).toEqual([429, 'REVEAL_LIMIT']);
    }
    expect(shown).toBe(value);
  });
});
