import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantAccount, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);
const OPENING = {
  firm: 'Cơ khí Than Uyên',
  occupation: 'Thợ hàn',
  workCommune: '12001',
  place: 'Cụm công nghiệp',
  places: 2,
  wageFrom: 8_000_000,
  language: 'KO',
  until: '2026-12-20',
};
interface Desk {
  openings: { id: string; fit: { fits: string[]; misses: string[]; trade: string | null; languageGuessed: boolean } }[];
  referrals: { id: string; openingId: string; outcome: string | null; reason: string | null }[];
  profiles: { recordedOn: string; occupation: string }[];
}

/** From coming home to a job, over HTTP. */
describe('work for people who came back', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let centre: TenantAccount;
  let people: TenantPerson[];
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    await db.sql(`delete from job_referral`);
    await db.sql(`delete from return_profile`);
    await db.sql(`update job_opening set state = 'closed'`);
    await db.sql(`update case_file set stage = 'RETURNED', market = 'KR', departed_on = '2023-11-01', returned_on = '2026-11-10'`);
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    centre = tenants.account('centre-12');
    people = tenants.people.filter(({ commune }) => commune === '12001');
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const post = (path: string, body: unknown, { as = centre, key }: { as?: TenantAccount; key?: string } = {}) =>
    app.call('POST', `/api/v1/placement/${path}`, { token: as.token, body, ...(key && { key }) });
  const read = async (path: string, as = centre) => app.call('GET', `/api/v1/placement/${path}`, { token: as.token });
  const desk = async ({ workerId }: TenantPerson) => (await read(`returnees/${workerId}`)).json as unknown as Desk;
  const open = async (more: object = {}) => String((await post('openings', { ...OPENING, ...more })).json.openingId);
  const taken = async (id: string) => (await db.sql<{ taken: number }>(`select taken from job_opening where id = $1`, [id]))[0]!.taken;

  it('keeps what the person said, dated, and says in points why an opening fits', async () => {
    const [one] = people as [TenantPerson];
    const [near, far] = [await open(), await open({ workCommune: '12002', language: 'JA', occupation: 'Công nhân may', places: 5 })];
    const said = { recordedOn: '2026-11-15', occupation: 'Hàn xì', wish: 'LOCAL_JOB', savings: 'HOUSE' };
    expect((await post(`returnees/${one.workerId}/profile`, said)).status).toBe(200);
    expect((await post(`returnees/${one.workerId}/profile`, { ...said, recordedOn: '2026-11-20', occupation: 'Hàn điện' })).status).toBe(
      200,
    );
    expect((await post(`returnees/${one.workerId}/profile`, { ...said, recordedOn: '2026-11-23' })).json.code).toBe('PROFILE_IN_FUTURE');
    const { openings, profiles } = await desk(one);
    expect(profiles.map(({ recordedOn, occupation }) => [recordedOn, occupation])).toEqual([
      ['2026-11-20', 'Hàn điện'],
      ['2026-11-15', 'Hàn xì'],
    ]);
    expect(openings.map(({ id }) => id)).toEqual([near, far]);
    expect(openings[0]!.fit).toEqual({ fits: ['TRADE', 'LANGUAGE', 'COMMUNE'], misses: [], trade: 'Hàn điện', languageGuessed: true });
    expect(openings[1]!.fit.misses).toEqual(['TRADE', 'LANGUAGE', 'COMMUNE']);
  });

  it('refers until the places are gone, puts the outcome on the desk, and closes it with the answer', async () => {
    const openingId = await open({ occupation: 'Lái xe nâng' });
    const [a, b, c] = people as [TenantPerson, TenantPerson, TenantPerson];
    const refer = (person: TenantPerson, key?: string) => post(`openings/${openingId}/referrals`, { workerId: person.workerId }, { key });
    const first = (await refer(a, 'refer-once-1')).json.referralId;
    expect((await refer(a, 'refer-once-1')).json.referralId).toBe(first);
    expect((await refer(a)).json.referralId).toBe(first);
    expect((await refer(b)).status).toBe(200);
    expect((await refer(c)).json.code).toBe('NO_PLACE');
    expect(await taken(openingId)).toBe(2);
    const duty = () =>
      db.sql(
        `select state, due_on::text as due, outcome, detail from desk_task where kind = 'REFERRAL_OUTCOME' and worker_id = $1 order by id`,
        [a.workerId],
      );
    expect(await duty()).toEqual([
      { state: 'open', due: '2026-12-06', outcome: null, detail: { referralId: first, firm: OPENING.firm, occupation: 'Lái xe nâng' } },
    ]);
    const [{ id }] = (await db.sql<{ id: string }>(`select id from desk_task where kind = 'REFERRAL_OUTCOME' and worker_id = $1`, [
      a.workerId,
    ])) as [{ id: string }];
    const ticked = await app.call('POST', `/api/v1/tasks/${id}/finish`, { token: centre.token, body: { outcome: 'xong' } });
    expect(ticked.json.code).toBe('TASK_NEEDS_OUTCOME');
    const answer = (body: object) => post(`referrals/${String(first)}/outcome`, body);
    expect((await answer({ outcome: 'declined' })).json.code).toBe('REASON_MISSING');
    expect((await answer({ outcome: 'declined', reason: 'FAR' })).status).toBe(200);
    expect(await duty()).toMatchObject([{ state: 'done', outcome: 'declined' }]);
    expect(await taken(openingId)).toBe(1);
    expect((await refer(c)).status).toBe(200);
    expect((await answer({ outcome: 'taken' })).json.code).toBe('NO_PLACE');
    expect((await desk(a)).referrals).toMatchObject([{ id: first, outcome: 'declined', reason: 'FAR' }]);
  });

  it('gives no place too many to referrals of the same moment, nor to whoever writes past the use case', async () => {
    const openingId = await open({ places: 3 });
    const asked = await Promise.all(people.map(({ workerId }) => post(`openings/${openingId}/referrals`, { workerId })));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(asked.filter(({ json }) => json.code === 'NO_PLACE')).toHaveLength(people.length - 3);
    const other = tenants.people.find(({ commune }) => commune === '12002')!;
    await expect(
      db.sql(
        `insert into job_referral (id, opening_id, worker_id, referred_on, request_id) values (gen_random_uuid(), $1, $2, '2026-11-22', 'x')`,
        [openingId, other.workerId],
      ),
    ).rejects.toThrow(/job_opening_places/);
  });

  it('refers nobody who is abroad, to nothing that has ended, and nobody of another province', async () => {
    const openingId = await open({ places: 50 });
    const away = people[4]!;
    await db.sql(`update case_file set stage = 'ABROAD', returned_on = null where id = $1`, [away.caseId]);
    expect((await post(`openings/${openingId}/referrals`, { workerId: away.workerId })).json.code).toBe('STILL_ABROAD');
    const foreign = tenants.people.find(({ province }) => province === '15')!;
    expect((await post(`openings/${openingId}/referrals`, { workerId: foreign.workerId })).status).toBe(404);
    expect((await read(`returnees/${foreign.workerId}`)).status).toBe(404);
    expect((await post(`openings/${openingId}/closing`, {})).status).toBe(200);
    expect((await post(`openings/${openingId}/referrals`, { workerId: people[0]!.workerId })).json.code).toBe('OPENING_CLOSED');
    expect((await post('openings', { ...OPENING, until: '2026-11-21' })).json.code).toBe('OPENING_ENDS_IN_PAST');
    expect((await post('openings', { ...OPENING, wageTo: 7_000_000 })).json.code).toBe('WAGES_REVERSED');
  });

  it('lists who came back and how far work has come, page by page', async () => {
    await db.sql(`delete from job_referral`);
    const openingId = await open({ occupation: 'Quản lý kho', places: 9 });
    const [a, b] = people as [TenantPerson, TenantPerson];
    const { referralId } = (await post(`openings/${openingId}/referrals`, { workerId: a.workerId })).json;
    await post(`referrals/${String(referralId)}/outcome`, { outcome: 'taken' });
    await post(`openings/${openingId}/referrals`, { workerId: b.workerId });
    const list = async (query: string) => (await read(`returnees?${query}`)).json as { people: { workerId: string }[]; next?: string };
    const idsOf = async (query: string) => (await list(query)).people.map(({ workerId }) => workerId);
    expect(await idsOf('referral=taken')).toEqual([a.workerId]);
    expect(await idsOf('referral=waiting')).toEqual([b.workerId]);
    const all = await idsOf('limit=100');
    expect(all).toHaveLength(tenants.people.filter(({ province }) => province === '12').length - 1);
    const first = await list('limit=10');
    expect([...first.people.map(({ workerId }) => workerId), ...(await idsOf(`limit=100&after=${first.next!}`))]).toEqual(all);
  });

  it('mends an opening once, keeps what stood before, and never offers fewer places than are held', async () => {
    const openingId = await open({ occupation: 'Thợ điện', places: 3 });
    expect((await post(`openings/${openingId}/referrals`, { workerId: people[0]!.workerId })).status).toBe(200);
    const put = (body: object, key?: string, as = centre) =>
      app.call('PUT', `/api/v1/placement/openings/${openingId}`, {
        token: as.token,
        body: { ...OPENING, occupation: 'Thợ điện', places: 3, ...body },
        ...(key && { key }),
      });
    const versions = async () =>
      (await read(`openings/${openingId}/versions`)).json.versions as { terms: { wageFrom: number; places: number }; by: string | null }[];
    expect((await put({})).json).toEqual({ openingId });
    expect(await versions()).toEqual([]);
    expect((await put({ wageFrom: 9_000_000 }, 'mend-once')).status).toBe(200);
    expect((await put({ wageFrom: 9_000_000 }, 'mend-once')).status).toBe(200);
    expect(await versions()).toMatchObject([{ terms: { wageFrom: 8_000_000, places: 3 }, by: expect.any(String) }]);
    expect((await put({ until: '2026-11-21' })).json.code).toBe('OPENING_ENDS_IN_PAST');
    expect((await put({}, undefined, tenants.account('centre-15'))).status).toBe(404);
    expect((await post(`openings/${openingId}/referrals`, { workerId: people[1]!.workerId })).status).toBe(200);
    expect((await put({ places: 1 })).json.code).toBe('PLACES_TAKEN');
    await post(`openings/${openingId}/closing`, {});
    expect((await put({ places: 2, wageFrom: 9_000_000 })).status).toBe(200);
    expect(await db.sql(`select state, places, wage_from::int as wage from job_opening where id = $1`, [openingId])).toEqual([
      { state: 'open', places: 2, wage: 9_000_000 },
    ]);
    expect(await versions()).toHaveLength(2);
  });
});
