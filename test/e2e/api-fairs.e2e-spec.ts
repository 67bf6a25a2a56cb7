import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type TenantAccount, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);

const FAIR = {
  title: 'Phiên giao dịch việc làm tháng 12',
  heldOn: '2026-12-05',
  startsAt: '08:00',
  endsAt: '11:30',
  place: 'Hội trường Trung tâm',
  firms: ['Công ty Chè'],
  transport: 'Xe đón tại UBND xã',
  signUpUntil: '2026-12-03',
  seats: 3,
  communes: [] as string[],
};

/** A fair from its announcement to who came, over HTTP. */
describe('job fairs', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let centre: TenantAccount;
  let commune: TenantAccount;
  let neighbour: TenantAccount;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await db.sql(`update case_file set stage = 'REGISTERED'`);
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    centre = tenants.account('centre-12');
    commune = tenants.account('commune-12001');
    neighbour = tenants.account('commune-12002');
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const post = (account: TenantAccount, path: string, body: unknown, key?: string) =>
    app.call('POST', `/api/v1/fairs${path}`, { token: account.token, body, ...(key && { key }) });
  const open = async (more: object = {}) => String((await post(centre, '', { ...FAIR, ...more })).json.fairId);
  const of = (code: string) => tenants.people.filter((person) => person.commune === code).map(({ workerId }) => workerId);
  const outcomes = async (answer: Promise<{ json: Record<string, unknown> }>) =>
    ((await answer).json.verdicts as { outcome: string; code?: string }[]).map(({ outcome, code }) => code ?? outcome);
  const taken = async (fairId: string) => (await db.sql<{ taken: number }>(`select taken from job_fair where id = $1`, [fairId]))[0]!.taken;

  it('gives seats until there are none; a repeat is harmless and a seat given back is free again', async () => {
    const fairId = await open();
    const [a, b, c, d] = of('12001') as [string, string, string, string];
    const key = 'sign-up-once-1';
    expect(await outcomes(post(commune, `/${fairId}/seats`, { workerIds: [a, b] }, key))).toEqual(['signed', 'signed']);
    expect(await outcomes(post(commune, `/${fairId}/seats`, { workerIds: [a, b] }, key))).toEqual(['signed', 'signed']);
    expect(await outcomes(post(commune, `/${fairId}/seats`, { workerIds: [b, c, d] }))).toEqual(['known', 'signed', 'FULL']);
    expect(await taken(fairId)).toBe(3);
    expect((await post(commune, `/${fairId}/leaving`, { workerId: a })).json).toEqual({ left: true });
    expect((await post(commune, `/${fairId}/leaving`, { workerId: a })).json).toEqual({ left: false });
    expect(await outcomes(post(commune, `/${fairId}/seats`, { workerIds: [d] }))).toEqual(['signed']);
    expect(await taken(fairId)).toBe(3);
  });

  it('gives no seat too many to communes that ask at the same moment', async () => {
    const fairId = await open({ seats: 5 });
    const asked = await Promise.all(
      [...of('12001').map((one) => [commune, one] as const), ...of('12002').map((one) => [neighbour, one] as const)].map(([who, one]) =>
        outcomes(post(who, `/${fairId}/seats`, { workerIds: [one] })),
      ),
    );
    expect(asked.flat().filter((outcome) => outcome === 'signed')).toHaveLength(5);
    expect(asked.flat().filter((outcome) => outcome === 'FULL')).toHaveLength(7);
    expect(await taken(fairId)).toBe(5);
  });

  it('refuses one seat too many whoever writes', async () => {
    const fairId = await open({ seats: 1 });
    await post(commune, `/${fairId}/seats`, { workerIds: of('12001').slice(0, 1) });
    await expect(
      db.sql(`insert into fair_seat (fair_id, worker_id, commune_code) values ($1, $2, '12001')`, [fairId, of('12001')[1]]),
    ).rejects.toThrow(/job_fair_seats/);
  });

  it('takes only people of the own register, of communes that are asked, who are not abroad', async () => {
    const fairId = await open({ communes: ['12001'], seats: 50 });
    const [a, b] = of('12001') as [string, string];
    await db.sql(`update case_file set stage = 'ABROAD' where worker_id = $1`, [b]);
    expect(await outcomes(post(commune, `/${fairId}/seats`, { workerIds: [a, b, of('12002')[0], of('15001')[0]] }))).toEqual([
      'signed',
      'ABROAD',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect((await post(neighbour, `/${fairId}/seats`, { workerIds: of('12002').slice(0, 1) })).status).toBe(404);
    expect(await outcomes(post(centre, `/${fairId}/seats`, { workerIds: of('12002').slice(0, 1) }))).toEqual(['NOT_ASKED']);
  });

  it('shows a commune its own people, the centre all of them, and another province nothing', async () => {
    const fairId = await open({ seats: 50, quota: 4 });
    await post(commune, `/${fairId}/seats`, { workerIds: of('12001').slice(0, 1) });
    await post(neighbour, `/${fairId}/seats`, { workerIds: of('12002').slice(0, 2) });
    const seen = async (account: TenantAccount) => (await app.call('GET', `/api/v1/fairs/${fairId}`, { token: account.token })).json;
    expect((await seen(commune)).people).toHaveLength(1);
    expect(await seen(commune)).toMatchObject({ taken: 3, signed: 1, brought: [{ communeCode: '12001', signed: 1 }] });
    expect((await seen(centre)).people).toHaveLength(3);
    expect((await seen(centre)).brought).toEqual(
      expect.arrayContaining([
        { communeCode: '12001', communeName: 'Xã 12001', signed: 1 },
        { communeCode: '12002', communeName: 'Xã 12002', signed: 2 },
        { communeCode: '12003', communeName: 'Xã 12003', signed: 0 },
      ]),
    );
    expect((await app.call('GET', `/api/v1/fairs/${fairId}`, { token: tenants.account('centre-15').token })).status).toBe(404);
  });

  it('keeps the terms sound, and says in words what is wrong', async () => {
    expect((await post(centre, '', { ...FAIR, signUpUntil: '2026-12-06' })).json.code).toBe('SIGN_UP_AFTER_FAIR');
    expect((await post(centre, '', { ...FAIR, startsAt: '25:00' })).status).toBe(422);
    const fairId = await open();
    await post(commune, `/${fairId}/seats`, { workerIds: of('12001').slice(2, 4) });
    expect((await post(centre, `/${fairId}/terms`, { ...FAIR, seats: 1 })).json.code).toBe('FAIR_SEATS_TAKEN');
    expect((await post(centre, `/${fairId}/attendance`, { absent: [] })).json.code).toBe('FAIR_AHEAD');
    await db.sql(`update job_fair set held_on = '2026-11-20', sign_up_until = '2026-11-18' where id = $1`, [fairId]);
    expect((await post(commune, `/${fairId}/seats`, { workerIds: of('12001').slice(0, 1) })).json.code).toBe('SIGN_UP_OVER');
    expect((await post(centre, `/${fairId}/attendance`, { absent: of('12001').slice(2, 3) })).json).toEqual({ people: 2 });
    expect(await db.sql(`select attended from fair_seat where fair_id = $1 order by attended`, [fairId])).toEqual([
      { attended: false },
      { attended: true },
    ]);
  });

  it('stands in the open without any person, and as a calendar file; called off, it is gone', async () => {
    const fairId = await open({ communes: ['12001'] });
    const list = async (query: string) => (await app.call('GET', `/api/v1/public/fairs?${query}`)).json.fairs as { id: string }[];
    expect((await list('province=12&commune=12001')).map((fair) => fair.id)).toContain(fairId);
    expect((await list('province=12&commune=12002')).map((fair) => fair.id)).not.toContain(fairId);
    expect((await list('province=15')).map((fair) => fair.id)).toEqual([id('fair', '15')]);
    const file = await app.call('GET', `/api/v1/public/fairs/${fairId}/calendar.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.text).toContain('DTSTART:20261205T010000Z');
    expect((await post(centre, `/${fairId}/cancelling`, { reason: 'Dời sang tháng sau' })).status).toBe(200);
    expect((await post(commune, `/${fairId}/seats`, { workerIds: of('12001').slice(0, 1) })).json.code).toBe('FAIR_CANCELLED');
    expect((await app.call('GET', `/api/v1/public/fairs/${fairId}/calendar.ics`)).status).toBe(404);
    expect((await list('province=12')).map((fair) => fair.id)).not.toContain(fairId);
  });
});
