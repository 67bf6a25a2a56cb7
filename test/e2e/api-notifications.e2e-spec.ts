import { routeTable } from '../../apps/api/src/http/route-table';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';
import { RouteSamples } from './route-samples';

const PATH = '/api/v1/me/notifications';
const CHOSEN = {
  urgentPush: false,
  urgentMail: true,
  usualPush: true,
  usualMail: 'weekly',
  quietFrom: '20:00',
  quietUntil: '07:15',
  quietWeekends: false,
};

describe('own ways of being told', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await db.sql(`delete from notification_setting`);
    app = await startApplication(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  const as = (name: string) => tenants.account(name).token;
  const read = async (name: string) => (await app.call('GET', PATH, { token: as(name) })).json;

  it('begins with the defaults and keeps what each account chose for itself', async () => {
    expect(await read('centre-12')).toMatchObject({ urgentPush: true, usualMail: 'daily', quietFrom: '21:00', quietUntil: '06:30' });
    const put = await app.call('PUT', PATH, { token: as('centre-12'), body: CHOSEN });
    const [routes, samples] = [routeTable(app.application), await RouteSamples.of(app)];
    expect(samples.faultsOf(routes, 'PUT', PATH, put)).toEqual([]);
    expect([put.status, put.json]).toEqual([200, CHOSEN]);
    expect(await read('centre-12')).toEqual(CHOSEN);
    expect(await read('centre-12-narrow')).toMatchObject({ usualMail: 'daily' });
    const { quietFrom: _from, quietUntil: _until, ...loud } = CHOSEN;
    expect((await app.call('PUT', PATH, { token: as('centre-12'), body: loud })).status).toBe(200);
    expect(await read('centre-12')).toMatchObject({ quietFrom: null, quietUntil: null });
  });

  it.each([
    [{ quietUntil: null }, 'QUIET_HOURS_HALF'],
    [{ quietFrom: '25:00' }, 'INPUT_INVALID'],
    [{ usualMail: 'hourly' }, 'INPUT_INVALID'],
    [{ inApp: false }, 'INPUT_INVALID'],
  ])('refuses %j', async (change, code) => {
    const answer = await app.call('PUT', PATH, { token: as('centre-12'), body: { ...CHOSEN, ...change } });
    expect([answer.status, answer.json.code]).toEqual([422, code]);
  });
});
