import {
  CarryPapers,
  CaseQueries,
  CorrectEvent,
  type Guard,
  type Milestone,
  RecordExitsInBulk,
  RecordMilestone,
  requiredGuards,
  SettleDesks,
  WaiveGuard,
} from '@app/casework';
import { addDays, addMonths, type LocalDate, newId, systemActor } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, COMMUNE, caseOf, day, DEPARTMENT, OFFICE, openDatabase, RETURNED } from './casework-fixture';

/** The gates of an exit as they are kept: waived by name, carried to the next turn, confirmed by the commune in time. */
describe('exit gates', () => {
  let db: TestDatabase;
  let record: RecordMilestone;
  let cases: CaseQueries;
  beforeAll(async () => {
    db = await openDatabase();
    await new SeedPolicies(db.jobs).run();
    record = new RecordMilestone(db.api);
    cases = new CaseQueries(db.api);
  });
  afterAll(() => db.close());

  const shown = (guards: readonly Guard[], on = '2026-10-01'): Milestone[] =>
    guards.map((guard) => ({ kind: 'GUARD_PROVEN', effectiveOn: day(on), detail: { guard, reference: `${guard}/1` } }));
  const gate = async (caseId: string, guard: Guard) => (await cases.detail(CENTRE, caseId)).papers.find((paper) => paper.guard === guard);
  const settle = (caseId: string) => db.jobs.run(systemActor('test'), (tx) => new SettleDesks().forCases(tx, [caseId]));
  const tell = (caseId: string, fact: Milestone, actor = CENTRE) => record.run(actor, { caseId, requestId: newId(), ...fact });

  it('opens by a named waiver with its reason, and only then', async () => {
    const { caseId } = await caseOf(db, [
      { kind: 'COUNSELLED' },
      ...shown(requiredGuards('SERVICE').filter((guard) => guard !== 'APPLICATION')),
    ]);
    const ready: Milestone = { kind: 'READY_CONFIRMED', effectiveOn: day('2026-11-20') };
    await expect(tell(caseId, ready)).rejects.toMatchObject({ code: 'GUARDS_UNPROVEN', details: { rules: { APPLICATION: 'NOT_SHOWN' } } });
    const waive = new WaiveGuard(record);
    const command = { caseId, guard: 'APPLICATION' as const, reason: 'Xã đang sáp nhập, xác nhận sau', requestId: newId() };
    await expect(waive.run(CENTRE, command)).rejects.toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    await expect(waive.run(DEPARTMENT, { ...command, guard: 'VISA', requestId: newId() })).rejects.toMatchObject({
      code: 'GUARD_NOT_WAIVABLE',
    });
    expect(await waive.run(DEPARTMENT, command)).toMatchObject({ outcome: 'recorded' });
    expect(await gate(caseId, 'APPLICATION')).toMatchObject({ state: 'waived', waivedFor: 'Xã đang sáp nhập, xác nhận sau' });
    expect(await tell(caseId, ready)).toMatchObject({ stage: 'READY' });
  });

  it('keeps the last day a rule gives, and no passport number', async () => {
    const { caseId } = await caseOf(db, [{ kind: 'COUNSELLED' }]);
    await tell(caseId, { kind: 'HEALTH_CERTIFIED', effectiveOn: day('2026-02-28') });
    await tell(caseId, { kind: 'CERTIFICATE_ISSUED', effectiveOn: day('2024-02-29'), detail: { reference: '9/GCN' } });
    await tell(caseId, {
      kind: 'PASSPORT_RECORDED',
      effectiveOn: day('2026-01-10'),
      detail: { reference: 'C1234567', validUntil: day('2036-01-09') },
    });
    expect(await gate(caseId, 'HEALTH')).toMatchObject({ until: '2027-02-28', state: 'proven' });
    expect(await gate(caseId, 'ORIENTATION')).toMatchObject({ until: '2026-02-28', state: 'lapsed', rule: 'LAPSED' });
    expect(await gate(caseId, 'PASSPORT')).toMatchObject({ reference: '••••567' });
    expect(
      await db.sql(`select certificate_until::text as c, health_until::text as h, passport_until::text as p from case_file where id = $1`, [
        caseId,
      ]),
    ).toEqual([{ c: '2026-02-28', h: '2027-02-28', p: '2036-01-09' }]);
    expect(await db.sql(`select from case_event where case_id = $1 and detail::text like '%1234567%'`, [caseId])).toHaveLength(0);
  });

  it('lets no last day typed by hand outlast the rule, also in a correction, and keeps an earlier one', async () => {
    const { caseId } = await caseOf(db, [{ kind: 'COUNSELLED' }]);
    const certificate = (on: string, until?: string): Milestone => ({
      kind: 'CERTIFICATE_ISSUED',
      effectiveOn: day(on),
      detail: { reference: '9/GCN', ...(until && { validUntil: day(until) }) },
    });
    const { eventId } = await tell(caseId, certificate('2025-06-01', '2030-12-31'));
    expect(await gate(caseId, 'ORIENTATION')).toMatchObject({ until: '2027-06-01' });
    await tell(caseId, certificate('2025-07-01', '2026-12-31'));
    expect(await gate(caseId, 'ORIENTATION')).toMatchObject({ until: '2026-12-31' });
    const correct = (id: number, replacement: Omit<Milestone, 'kind'>) =>
      new CorrectEvent(db.api).run(CENTRE, { caseId, eventId: id, requestId: newId(), reason: 'Ghi nhầm ngày', replacement });
    await correct(eventId!, { effectiveOn: day('2025-08-01'), detail: { reference: '9/GCN', validUntil: day('2030-12-31') } });
    expect(await db.sql(`select detail ->> 'validUntil' as until from case_event where corrects_id = $1`, [eventId])).toEqual([
      { until: '2027-08-01' },
    ]);
    const health = await tell(caseId, { kind: 'HEALTH_CERTIFIED', effectiveOn: day('2026-02-28') });
    await correct(health.eventId!, { effectiveOn: day('2026-03-01') });
    expect(await gate(caseId, 'HEALTH')).toMatchObject({ until: '2027-03-01' });
  });

  it('asks the commune to confirm a contract concluded directly in five working days, once', async () => {
    const { caseId } = await caseOf(db, [{ kind: 'COUNSELLED' }], { legalForm: 'DIRECT', agencyId: null, market: 'DE' });
    const tasks = () =>
      db.sql(`select desk, due_on::text as due, state from desk_task where case_id = $1 and kind = 'CONFIRM_CONTRACT'`, [caseId]);
    const contract: Milestone = {
      kind: 'EMPLOYMENT_CONTRACT_SIGNED',
      effectiveOn: day('2026-11-10'),
      contract: { kind: 'employment', occupation: 'Điều dưỡng' },
    };
    await tell(caseId, contract);
    await tell(caseId, { ...contract, effectiveOn: day('2026-11-11') });
    expect(await tasks()).toEqual([{ desk: 'commune', due: '2026-11-30', state: 'open' }]);
    await tell(caseId, { kind: 'COMMUNE_CONFIRMED', effectiveOn: day('2026-11-20') }, COMMUNE);
    expect(await tasks()).toMatchObject([{ state: 'done' }]);
    expect(await gate(caseId, 'ORIENTATION')).toMatchObject({ state: 'advised' });
  });

  it('asks the commune for its papers once somebody is selected, and ends every desk whoever brings the last paper', async () => {
    const { caseId } = await caseOf(db, [{ kind: 'COUNSELLED' }, { kind: 'SOURCED' }], { agencyId: OFFICE.agency });
    const tasks = (kind: string) =>
      db.sql(`select desk, due_on::text as due, state, detail -> 'guards' as guards from desk_task where case_id = $1 and kind = $2`, [
        caseId,
        kind,
      ]);
    expect(await tasks('CONFIRM_PAPERS')).toEqual([]);
    await tell(caseId, { kind: 'SELECTED', effectiveOn: day('2026-11-20') }, CENTRE);
    await tell(caseId, { kind: 'TRAINING_STARTED', effectiveOn: day('2026-11-21') }, AGENCY);
    expect(await tasks('CONFIRM_PAPERS')).toEqual([{ desk: 'commune', due: '2026-11-30', state: 'open', guards: ['APPLICATION'] }]);
    // The agency shows the paper itself: it sees no desk of the commune, the background does.
    await tell(caseId, { kind: 'APPLICATION_CONFIRMED', effectiveOn: day('2026-11-21') }, AGENCY);
    await settle(caseId);
    expect(await tasks('CONFIRM_PAPERS')).toMatchObject([{ state: 'done' }]);

    await tell(caseId, { kind: 'DEPARTED', effectiveOn: day('2026-11-22') }, AGENCY);
    const [{ guards }] = (await tasks('DEPARTURE_GAP')) as [{ guards: Guard[] }];
    for (const fact of shown(guards)) await tell(caseId, fact, AGENCY);
    expect(await tasks('DEPARTURE_GAP')).toMatchObject([{ state: 'open' }]);
    await settle(caseId);
    expect(await tasks('DEPARTURE_GAP')).toMatchObject([{ desk: 'centre', state: 'done' }]);
  });

  it('carries to the next turn what still serves, once, and trains anew for another country', async () => {
    const personal = shown(['HEALTH', 'VISA'], '2026-01-10');
    const { workerId, caseId: first } = await caseOf(
      db,
      [
        ...personal,
        { kind: 'PASSPORT_RECORDED', effectiveOn: day('2026-01-10'), detail: { validUntil: day('2036-01-09'), reference: 'C7654321' } },
        { kind: 'CERTIFICATE_ISSUED', effectiveOn: day('2026-01-05'), detail: { reference: '5/GCN', occupation: 'Chế biến gỗ' } },
        { kind: 'DEPARTED', effectiveOn: day('2026-01-20') },
        { ...RETURNED, effectiveOn: day('2026-07-01') },
      ],
      { legalForm: 'SEASONAL', market: 'KR', agencyId: null, programme: 'SEASONAL_KR' },
    );
    expect(first).toBeDefined();
    const turn = (market: string) =>
      caseOf(db, [{ kind: 'COUNSELLED', effectiveOn: day('2026-11-01') }], {
        workerId,
        legalForm: 'SEASONAL',
        market,
        agencyId: null,
        programme: 'SEASONAL_KR',
        externalCode: `turn-${market}`,
      });
    const again = await turn('KR');
    const carry = new CarryPapers(db.api, record);
    expect((await carry.run(CENTRE, { caseId: again.caseId, requestId: newId() })).carried.sort()).toEqual([
      'HEALTH',
      'ORIENTATION',
      'PASSPORT',
    ]);
    expect((await carry.run(CENTRE, { caseId: again.caseId, requestId: newId() })).carried).toEqual([]);
    expect(await gate(again.caseId, 'ORIENTATION')).toMatchObject({ state: 'proven', on: '2026-01-05' });
    expect(
      await db.sql(
        `select facts #>> '{guards,ORIENTATION,terms,occupation}' as certified, facts ->> 'occupation' as trade from case_file where id = $1`,
        [again.caseId],
      ),
    ).toEqual([{ certified: 'Chế biến gỗ', trade: null }]);
    expect(await gate(again.caseId, 'VISA')).toMatchObject({ state: 'missing' });
  });

  it('judges for the planned exit, and says until when a selected person may wait', async () => {
    const { caseId } = await caseOf(db, [{ kind: 'COUNSELLED' }, { kind: 'SELECTED', effectiveOn: day('2026-09-01') }], {
      agencyId: OFFICE.agency,
    });
    await tell(caseId, { kind: 'HEALTH_CERTIFIED', effectiveOn: day('2025-12-01') });
    expect(await cases.detail(CENTRE, caseId)).toMatchObject({ papersFor: '2026-11-22', waitUntil: '2027-02-28' });
    await tell(caseId, { kind: 'EXIT_PLANNED', effectiveOn: day('2026-12-02') }, AGENCY);
    expect(await gate(caseId, 'HEALTH')).toMatchObject({ state: 'lapsed', lastDay: '2026-12-01' });
    await tell(caseId, { kind: 'EXIT_PLANNED', effectiveOn: day('2026-12-01') }, AGENCY);
    expect(await gate(caseId, 'HEALTH')).toMatchObject({ state: 'proven' });
  });

  it.each([
    ['seasonal work in Korea', 'SEASONAL', 'KR', 8, '2027-08-01'],
    ['the border', 'BORDER', 'CN', 12, '2027-12-01'],
  ] as const)(
    '%s: refuses a contract, an exit and an extension beyond one turn, at the desk and in bulk',
    async (_, legalForm, market, months, latest) => {
      const open = (milestones: Milestone[]) => caseOf(db, milestones, { legalForm, market, agencyId: null });
      const after = addDays(day(latest), 1);
      const refused = { code: 'TURN_TOO_LONG', details: { months, latest, end: after } };
      const { caseId } = await open([{ kind: 'COUNSELLED' }, { kind: 'SELECTED', effectiveOn: day('2026-09-01') }]);
      const signed = (endsOn: LocalDate): Milestone => ({
        kind: 'CONTRACT_SIGNED',
        effectiveOn: day('2026-11-20'),
        contract: { kind: 'sending', startsOn: day('2026-12-01'), endsOn },
      });
      await expect(tell(caseId, signed(after))).rejects.toMatchObject(refused);
      expect(await tell(caseId, signed(day(latest)))).toMatchObject({ stage: 'CONTRACTED' });

      const exit = day('2026-11-20');
      const last = addMonths(exit, months);
      const one = await open([{ kind: 'CONTRACT_SIGNED', effectiveOn: day('2026-11-01') }]);
      const exits = (contractEnd: LocalDate) =>
        db.api.run(CENTRE, (tx) =>
          new RecordExitsInBulk().apply(tx, [{ caseId: one.caseId, exitOn: exit, contractEnd, requestId: newId() }]),
        );
      expect(await exits(addDays(last, 1))).toMatchObject([{ outcome: 'refused', refusal: { code: 'TURN_TOO_LONG' } }]);
      expect(await exits(last)).toMatchObject([{ outcome: 'recorded', stage: 'ABROAD' }]);
      const extended = (endsOn: LocalDate) => tell(one.caseId, { kind: 'EXTENDED', contract: { kind: 'extension', endsOn } });
      await expect(extended(addDays(last, 1))).rejects.toMatchObject({ code: 'TURN_TOO_LONG' });
    },
  );
});
