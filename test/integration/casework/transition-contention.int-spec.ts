import { OpenCasesInBulk, RecordExitsInBulk, RecordMilestone } from '@app/casework';
import { newId } from '@app/kernel';
import { RegisterWorkersInBulk } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, day, DEPARTED, OFFICE, openDatabase, person, SIGNED } from './casework-fixture';

describe('sixty-four clients on the same few cases', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
  });
  afterAll(() => db.close());

  it('never deadlock and lose no fact', async () => {
    const ids = await db.api.run(CENTRE, async (tx) => {
      const workers = await new RegisterWorkersInBulk(db.seal).apply(
        tx,
        Array.from({ length: 8 }, (_, i) => person(i)),
      );
      const cases = await new OpenCasesInBulk().apply(
        tx,
        workers.map((worker) => ({
          workerId: worker.workerId!,
          provinceCode: '12',
          communeCode: '03390',
          agencyId: OFFICE.agency,
          market: 'JP',
          requestId: newId(),
          milestones: [SIGNED, DEPARTED],
        })),
      );
      return cases.map(({ caseId }) => caseId!);
    });
    const record = new RecordMilestone(db.api);
    const stay = (caseId: string) =>
      record.run(AGENCY, {
        caseId,
        requestId: newId(),
        kind: 'STAY_CHANGED',
        detail: { stayUntil: day('2027-01-01') },
      });
    await Promise.all(
      Array.from({ length: 64 }, async (_, client) => {
        for (let i = 0; i < 10; i++) await stay(ids[(client + i) % ids.length]!);
      }),
    );
    expect(await db.sql(`select sum(version)::int as versions from case_file`)).toEqual([{ versions: 8 + 640 }]);
    expect(await db.sql(`select count(*)::int as n from case_event where kind = 'STAY_CHANGED'`)).toEqual([{ n: 640 }]);
    expect(await db.sql(`select deadlocks::int as n from pg_stat_database where datname = current_database()`)).toEqual([{ n: 0 }]);
  });

  it('two bulks over the same cases in opposite order wait for each other and both end', async () => {
    const ids = (await db.sql<{ id: string }>(`select id from case_file order by id`)).map(({ id }) => id);
    const bulk = (order: string[]) =>
      db.api.run(AGENCY, (tx) =>
        new RecordExitsInBulk().record(
          tx,
          order.map((caseId) => ({
            caseId,
            requestId: newId(),
            kind: 'RETURN_PLANNED' as const,
            effectiveOn: day('2027-01-01'),
            detail: { plan: 'RETURN' as const },
          })),
        ),
      );
    const answers = await Promise.all([bulk(ids), bulk([...ids].reverse())]);
    expect(answers.flat().every(({ outcome }) => outcome === 'recorded')).toBe(true);
    expect(await db.sql(`select count(*)::int as n from outbox where topic = 'casework.return-plan-recorded.v1'`)).toEqual([
      { n: 2 * ids.length },
    ]);
  });
});
