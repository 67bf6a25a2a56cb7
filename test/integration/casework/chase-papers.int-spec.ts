import { ChasePapers, type Milestone, RecordExitsInBulk, RecordMilestone, requiredGuards } from '@app/casework';
import { newId } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, caseOf, CENTRE, day, ELSEWHERE, OFFICE, openDatabase, OTHER_AGENCY } from './casework-fixture';

/** Papers still missing before a planned exit, and the reminder to whoever must bring them. */
describe('chasing papers', () => {
  let db: TestDatabase;
  let chase: ChasePapers;
  let record: RecordMilestone;
  beforeAll(async () => {
    db = await openDatabase();
    await new SeedPolicies(db.jobs).run();
    chase = new ChasePapers(db.api);
    record = new RecordMilestone(db.api);
  });
  afterAll(() => db.close());

  const all = requiredGuards('SERVICE');
  const shown = (but: readonly string[] = []): Milestone[] =>
    all
      .filter((guard) => !but.includes(guard))
      .map((guard) => ({
        kind: 'GUARD_PROVEN',
        effectiveOn: day('2026-10-01'),
        detail: { guard, reference: `${guard}/1`, ...(guard === 'PASSPORT' && { validUntil: day('2036-01-01') }) },
      }));
  const leaving = (on: string, milestones: readonly Milestone[], more = {}) =>
    caseOf(db, [{ kind: 'COUNSELLED' }, ...milestones, { kind: 'EXIT_PLANNED', effectiveOn: day(on) }], more);
  const tasks = (caseId: string) =>
    db.sql<{ state: string }>(
      `select desk, agency_id as agency, due_on::text as due, state, detail -> 'guards' as guards from desk_task where case_id = $1 and kind = 'MISSING_PAPERS' order by id`,
      [caseId],
    );

  it('lists who leaves within the days, the nearest first, with what is missing for that day; nobody else', async () => {
    const late = await leaving('2026-12-22', shown(['VISA']));
    const past = await leaving('2026-11-20', shown());
    const soon = await leaving('2026-12-01', [...shown(['HEALTH']), { kind: 'HEALTH_CERTIFIED', effectiveOn: day('2025-11-01') }]);
    await leaving('2026-12-23', shown());
    const { departures } = await chase.list(CENTRE, { within: 30 });
    expect(
      departures.map(({ caseId, daysLeft, missing }) => [caseId, daysLeft, missing.map(({ guard, state }) => `${guard} ${state}`)]),
    ).toEqual([
      [past.caseId, -2, []],
      [soon.caseId, 9, ['HEALTH lapsed']],
      [late.caseId, 30, ['VISA missing']],
    ]);
    const first = await chase.list(CENTRE, { within: 30, limit: 2 });
    expect(first.departures).toHaveLength(2);
    expect((await chase.list(CENTRE, { within: 30, limit: 2, after: first.next })).departures.map(({ caseId }) => caseId)).toEqual([
      late.caseId,
    ]);
    expect((await chase.list(AGENCY, { within: 30 })).departures).toHaveLength(3);
    expect((await chase.list(ELSEWHERE, { within: 365 })).departures).toEqual([]);
    expect((await chase.list(OTHER_AGENCY, { within: 365 })).departures).toEqual([]);
  });

  it('reminds the agency once a day, and says why somebody needs no reminder', async () => {
    const lacking = await leaving('2026-12-05', shown(['VISA', 'FUND']));
    const complete = await leaving('2026-12-05', shown());
    const alone = await leaving('2026-12-05', [], { agencyId: null, legalForm: 'DIRECT', market: 'DE' });
    const ids = [lacking.caseId, complete.caseId, alone.caseId];
    const told = await chase.remind(CENTRE, ids, newId());
    expect(told.map(({ outcome }) => outcome)).toEqual(['reminded', 'refused', 'refused']);
    expect(await tasks(lacking.caseId)).toEqual([
      {
        desk: 'agency',
        agency: OFFICE.agency,
        due: '2026-12-05',
        state: 'open',
        guards: all.filter((guard) => ['VISA', 'FUND'].includes(guard)),
      },
    ]);
    expect((await chase.remind(CENTRE, ids, newId())).map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused', 'refused']);
    expect(await tasks(lacking.caseId)).toHaveLength(1);
    expect((await chase.list(CENTRE, { within: 30 })).departures.find(({ caseId }) => caseId === lacking.caseId)!.remindedOn).toBe(
      '2026-11-22',
    );
    expect((await chase.remind(ELSEWHERE, [lacking.caseId], newId()))[0]!.outcome).toBe('refused');
  });

  it('takes the place of an earlier reminder, and goes when everything is there or the person is gone', async () => {
    const two = await leaving('2026-12-05', shown(['VISA']));
    const three = await leaving('2026-12-05', shown(['VISA']));
    await chase.remind(CENTRE, [two.caseId, three.caseId], newId());
    await db.sql(
      `update desk_task set dedupe_key = dedupe_key || '-before', detail = detail || '{"on": "2026-11-10"}' where kind = 'MISSING_PAPERS' and case_id = $1`,
      [two.caseId],
    );
    await chase.remind(CENTRE, [two.caseId], newId());
    expect((await tasks(two.caseId)).map(({ state }) => state)).toEqual(['done', 'open']);
    await record.run(AGENCY, {
      caseId: two.caseId,
      requestId: newId(),
      kind: 'GUARD_PROVEN',
      effectiveOn: day('2026-11-21'),
      detail: { guard: 'VISA', reference: 'V/1' },
    });
    expect((await tasks(two.caseId)).map(({ state }) => state)).toEqual(['done', 'done']);
    await db.api.run(AGENCY, (tx) =>
      new RecordExitsInBulk().record(tx, [{ caseId: three.caseId, requestId: newId(), kind: 'DEPARTED', effectiveOn: day('2026-11-21') }]),
    );
    expect((await tasks(three.caseId)).map(({ state }) => state)).toEqual(['done']);
  });

  it('passes to the agency that has the case now, and ends when nobody goes', async () => {
    const { caseId } = await leaving('2026-12-05', shown(['VISA']));
    const tell = (fact: Milestone) => record.run(CENTRE, { caseId, requestId: newId(), ...fact });
    await chase.remind(CENTRE, [caseId], newId());
    await tell({
      kind: 'AGENCY_CHANGED',
      effectiveOn: day('2026-11-21'),
      detail: { agencyId: OFFICE.otherAgency, reason: 'Theo yêu cầu' },
    });
    expect((await tasks(caseId)).map(({ state }) => state)).toEqual(['done']);
    expect((await chase.remind(CENTRE, [caseId], newId())).map(({ outcome }) => outcome)).toEqual(['reminded']);
    expect(await tasks(caseId)).toMatchObject([{ state: 'done' }, { state: 'open', agency: OFFICE.otherAgency }]);
    await tell({ kind: 'WITHDRAWN', effectiveOn: day('2026-11-22'), detail: { reason: 'Đổi ý' } });
    expect((await tasks(caseId)).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});
