import { SeedPolicies } from '@app/policy';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { id, insertTenants, type Tenants, TODAY } from '../support/tenants';
import { type Route, routeTable } from '../../apps/api/src/http/route-table';
import { RouteSamples } from './route-samples';

jest.setTimeout(120_000);

/** A case becomes an overstay by a document and a second person of the department, and by no other route. */
describe('overstay confirmation', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let routes: Route[];
  let samples: RouteSamples;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    app = await startApplication(db, { BENVE_TODAY: TODAY });
    routes = routeTable(app.application);
    samples = await RouteSamples.of(app);
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });
  const post = async (who: string, path: string, body: unknown) => {
    const answer = await app.call('POST', `/api/v1${path}`, { token: tenants.account(who).token, body });
    expect(samples.faultsOf(routes, 'POST', `/api/v1${path}`, answer)).toEqual([]);
    return answer;
  };
  const stages = () => db.sql(`select id, stage from case_file where stage = 'OVERSTAYING'`);

  it('is no milestone anybody can record, with a document or without', async () => {
    for (const person of tenants.people.filter((p) => p.province === '12').slice(0, 4))
      for (const who of ['department-12', 'centre-12', 'commune-12001', 'agency-a'])
        for (const more of [{}, { documentId: id('document', person.n) }, { detail: { decided: true } }]) {
          const answer = await post(who, `/cases/${person.caseId}/milestones`, {
            kind: 'OVERSTAY_CONFIRMED',
            effectiveOn: '2026-11-01',
            ...more,
          });
          expect([who, answer.status]).toEqual([who, 422]);
          expect(JSON.stringify(answer.json.errors)).toContain('kind');
        }
    expect(await stages()).toEqual([]);
    expect(await db.sql(`select 1 from case_event where kind = 'OVERSTAY_CONFIRMED'`)).toEqual([]);
  });

  it('does not come in by a correction either', async () => {
    const person = tenants.people.find((p) => p.province === '12')!;
    const [event] = await db.sql<{ id: string }>(`select id::text from case_event where case_id = $1 limit 1`, [person.caseId]);
    const answer = await post('department-12', `/cases/${person.caseId}/events/${event!.id}/correction`, {
      reason: 'Ghi nhầm việc',
      replacement: { kind: 'OVERSTAY_CONFIRMED', effectiveOn: '2026-11-01' },
    });
    expect(answer.status).toBe(422);
    expect(await stages()).toEqual([]);
  });

  it('happens by the decision on a proposal', async () => {
    const person = tenants.people.find((p) => p.province === '12' && p.n % 6 < 4)!;
    await db.sql(`update evidence_document set issued_on = '2026-11-01' where id = $1`, [id('document', person.n)]);
    const answer = await post('department-12', `/overstay-proposals/${id('proposal', person.n)}/decision`, {
      decision: 'confirmed',
    });
    expect(answer.json).toMatchObject({ decision: 'confirmed', caseId: person.caseId });
    expect(await stages()).toEqual([{ id: person.caseId, stage: 'OVERSTAYING' }]);
  });
});
