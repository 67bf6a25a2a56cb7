import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type TenantAccount, type TenantPerson, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);
interface Result {
  caseId: string;
  outcome: string;
  code?: string;
}

/** One deed for many cases and its undo; kept filters and choices. Over HTTP, with the repeats and races of real screens. */
describe('bulk actions', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let centre: TenantAccount;
  let registered: TenantPerson[];
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    centre = tenants.account('centre-12');
    registered = tenants.people.filter(({ province, n }) => province === '12' && n % 6 >= 4);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  const post = (account: TenantAccount, path: string, body: unknown, key?: string) =>
    app.call('POST', `/api/v1/cases/bulk/${path}`, { token: account.token, body, ...(key && { key }) });
  const stages = async () =>
    Object.fromEntries(
      (await db.sql<{ id: string; stage: string }>(`select id, stage from case_file order by id`)).map(({ id, stage }) => [id, stage]),
    );

  it('records for each what its own case allows, refuses the others by name, and repeats nothing', async () => {
    const ended = tenants.people.find(({ province, n }) => province === '12' && n % 6 === 0)!;
    await db.sql(`update case_file set stage = 'WITHDRAWN' where id = $1`, [ended.caseId]);
    const foreign = tenants.people.find(({ province }) => province === '15')!;
    const caseIds = [...registered.map(({ caseId }) => caseId), ended.caseId, foreign.caseId];
    const body = { caseIds, kind: 'COUNSELLED', effectiveOn: '2026-11-20' };
    const first = await post(centre, 'milestones', body, 'bulk-counselled-1');
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ done: registered.length, refused: 2, unchanged: 0, undoMinutes: 30 });
    const of = (id: string) => (first.json.results as Result[]).find(({ caseId }) => caseId === id)!;
    expect(of(ended.caseId)).toMatchObject({ outcome: 'refused', code: 'CASE_STATE' });
    expect(of(foreign.caseId)).toMatchObject({ outcome: 'refused', code: 'NOT_FOUND' });
    const events = async () => (await db.sql<{ n: number }>(`select count(*)::int as n from case_event where kind = 'COUNSELLED'`))[0]!.n;
    expect(await events()).toBe(registered.length);
    const again = await post(centre, 'milestones', body, 'bulk-counselled-1');
    expect(again.text).toBe(first.text);
    // The answer of the first try got lost with its process: the deed is asked for anew and still happens once.
    await db.sql(`update idempotency_key set status = 0, response = null where key = 'bulk-counselled-1'`);
    expect((await post(centre, 'milestones', body, 'bulk-counselled-1')).json).toMatchObject({ done: registered.length });
    expect(await events()).toBe(registered.length);
  });

  it('takes exactly that deed back, leaves what somebody changed since, and is harmless twice', async () => {
    const [touched, ...rest] = registered;
    await app.call('POST', `/api/v1/cases/${touched!.caseId}/milestones`, {
      token: centre.token,
      body: { kind: 'SELECTED', effectiveOn: '2026-11-21' },
      key: 'single-selected-1',
    });
    const before = await stages();
    const undone = await post(centre, 'undo', { requestKey: 'bulk-counselled-1' });
    expect(undone.json).toMatchObject({ undone: rest.length, left: 1 });
    expect((undone.json.results as Result[]).find(({ outcome }) => outcome === 'left')).toMatchObject({
      caseId: touched!.caseId,
      code: 'CHANGED_SINCE',
    });
    const after = await stages();
    for (const { caseId } of rest) expect([before[caseId], after[caseId]]).toEqual(['COUNSELLED', 'REGISTERED']);
    expect(after[touched!.caseId]).toBe('SELECTED');
    expect((await post(centre, 'undo', { requestKey: 'bulk-counselled-1' })).json).toMatchObject({ undone: rest.length, left: 1 });
    expect(await stages()).toEqual(after);
  });

  it('takes a single change back by the same token', async () => {
    const [touched] = registered;
    expect((await post(centre, 'undo', { requestKey: 'single-selected-1' })).json).toMatchObject({ undone: 1, left: 0 });
    expect((await stages())[touched!.caseId]).toBe('COUNSELLED');
  });

  it('undoes only own deeds, and only for half an hour', async () => {
    const person = registered[1]!;
    await post(centre, 'milestones', { caseIds: [person.caseId], kind: 'COUNSELLED', effectiveOn: '2026-11-20' }, 'bulk-counselled-2');
    const colleague = await post(tenants.account('department-12'), 'undo', { requestKey: 'bulk-counselled-2' });
    expect([colleague.status, colleague.json.code]).toEqual([409, 'NOTHING_TO_UNDO']);
    await db.sql(`update idempotency_key set created_at = now() - interval '31 minutes' where key = 'bulk-counselled-2'`);
    const late = await post(centre, 'undo', { requestKey: 'bulk-counselled-2' });
    expect([late.status, late.json.code]).toEqual([409, 'UNDO_TOO_LATE']);
    expect((await stages())[person.caseId]).toBe('COUNSELLED');
  });

  it('takes at most five hundred', async () => {
    const many = await post(centre, 'milestones', {
      caseIds: Array.from({ length: 501 }, () => registered[0]!.caseId),
      kind: 'COUNSELLED',
    });
    expect(many.status).toBe(422);
  });

  it('keeps choices for their account alone', async () => {
    const put = (account: TenantAccount, value: unknown) =>
      app.call('PUT', '/api/v1/me/preferences/columns', { token: account.token, body: { value } });
    expect((await put(centre, { cases: ['fullName', 'stage'] })).status).toBe(204);
    const mine = await app.call('GET', '/api/v1/me/preferences/columns', { token: centre.token });
    expect(mine.json).toEqual({ key: 'columns', value: { cases: ['fullName', 'stage'] } });
    const theirs = await app.call('GET', '/api/v1/me/preferences/columns', { token: tenants.account('department-12').token });
    expect(theirs.json.value).toBeNull();
    expect((await put(centre, { text: 'ă'.repeat(5_000) })).status).toBe(422);
    expect((await app.call('GET', '/api/v1/me/preferences/secrets', { token: centre.token })).status).toBe(404);
  });

  it('shares a filter with the organisation, and lets only its author delete it', async () => {
    const narrow = tenants.account('centre-12-narrow');
    const names = async (account: TenantAccount) =>
      ((await app.call('GET', '/api/v1/views', { token: account.token })).json.views as { name: string }[]).map(({ name }) => name);
    const add = (name: string, shared: boolean) =>
      app.call('POST', '/api/v1/views', { token: centre.token, body: { screen: 'cases', name, query: 'stages=ABROAD', shared } });
    const shared = await add('Của cả trung tâm', true);
    await add('Của riêng tôi', false);
    expect((await add('Của riêng tôi', false)).json.code).toBe('VIEW_EXISTS');
    expect(await names(centre)).toEqual(expect.arrayContaining(['Của cả trung tâm', 'Của riêng tôi']));
    expect(await names(narrow)).toContain('Của cả trung tâm');
    expect(await names(narrow)).not.toContain('Của riêng tôi');
    expect(await names(tenants.account('centre-15'))).not.toContain('Của cả trung tâm');
    const path = `/api/v1/views/${String(shared.json.id)}`;
    expect((await app.call('DELETE', path, { token: narrow.token })).json.code).toBe('VIEW_OF_COLLEAGUE');
    expect((await app.call('DELETE', path, { token: tenants.account('centre-15').token })).status).toBe(404);
    expect((await app.call('DELETE', path, { token: centre.token })).status).toBe(204);
    expect(await names(narrow)).not.toContain('Của cả trung tâm');
  });
});
