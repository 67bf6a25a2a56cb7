import {
  type BulkMilestoneResult,
  CaseQueries,
  type CaseRecord,
  OpenCase,
  OpenCasesInBulk,
  OpenFromRecord,
  RecordExitsInBulk,
  type RecordCommand,
  RecordMilestone,
  type MilestoneKind,
  UndoCases,
  CorrectEvent,
} from '@app/casework';
import { addDays, DomainError, newId } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { KnownPeople, UndoWorkers } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import {
  AGENCY,
  CENTRE,
  COMMUNE,
  caseOf,
  day,
  DEPARTED,
  OFFICE,
  openDatabase,
  person,
  registerPeople,
  RETURNED,
  SIGNED,
} from './casework-fixture';

describe('cases in bulk', () => {
  let db: TestDatabase;
  const open = new OpenCasesInBulk();
  beforeAll(async () => {
    db = await openDatabase();
  });
  afterAll(() => db.close());
  const record = (workerId: string, more: Partial<CaseRecord>): CaseRecord => ({
    workerId,
    provinceCode: '12',
    communeCode: '03390',
    agencyId: OFFICE.agency,
    market: 'JP',
    legalForm: 'SERVICE',
    milestones: [SIGNED],
    requestId: newId(),
    ...more,
  });
  const apply = (rows: CaseRecord[]) => db.api.run(CENTRE, (tx) => open.apply(tx, rows));

  it('takes a later register into the same case: fills, moves on, changes nothing when told twice', async () => {
    const [workerId] = await registerPeople(db, [person(1)]);
    const [made] = await apply([record(workerId!, { market: null, externalCode: 'PT-1' })]);
    expect(made).toMatchObject({
      outcome: 'created',
      stage: 'CONTRACTED',
      version: 1,
      recorded: ['REGISTERED', 'CONTRACT_SIGNED'],
    });
    const later = record(workerId!, { milestones: [SIGNED, DEPARTED, RETURNED] });
    expect(await apply([later])).toMatchObject([
      { outcome: 'updated', caseId: made!.caseId, stage: 'RETURNED', version: 2, recorded: ['DEPARTED', 'RETURNED'] },
    ]);
    expect(await apply([later])).toMatchObject([{ outcome: 'unchanged', caseId: made!.caseId, version: 2 }]);
    expect(await new CaseQueries(db.api).detail(CENTRE, made!.caseId!)).toMatchObject({
      market: 'JP',
      departedOn: '2023-03-01',
      contractEnd: '2026-03-01',
      returnType: 'COMPLETED',
    });
  });

  it('opens a second case of a person who came home, and refuses a second one abroad', async () => {
    const { workerId, caseId } = await caseOf(db, [SIGNED, DEPARTED, RETURNED]);
    const again = record(workerId, {
      milestones: [
        { kind: 'CONTRACT_SIGNED', effectiveOn: day('2026-05-01') },
        { kind: 'DEPARTED', effectiveOn: day('2026-07-01') },
      ],
    });
    const [second] = await apply([again]);
    expect(second).toMatchObject({ outcome: 'created', stage: 'ABROAD' });
    expect(second!.caseId).not.toBe(caseId);
    const third = record(workerId, {
      milestones: [
        { kind: 'CONTRACT_SIGNED', effectiveOn: day('2026-08-01') },
        { kind: 'DEPARTED', effectiveOn: day('2026-09-01') },
      ],
    });
    expect(await apply([third])).toMatchObject([{ outcome: 'refused', refusal: { code: 'OTHER_CASE_ABROAD' } }]);
    expect((await new CaseQueries(db.api).detail(CENTRE, caseId)).otherCases).toEqual([
      { id: second!.caseId, code: second!.caseCode, stage: 'ABROAD' },
    ]);
  });

  it('reports contradictions instead of taking them', async () => {
    const { workerId, caseId } = await caseOf(db, [SIGNED, DEPARTED], { externalCode: 'PT-2' });
    const [answer] = await apply([
      record(workerId, { externalCode: 'PT-2', milestones: [{ kind: 'DEPARTED', effectiveOn: day('2023-04-01') }] }),
    ]);
    expect(answer).toMatchObject({
      outcome: 'unchanged',
      caseId,
      differing: [{ kind: 'DEPARTED', refusal: { code: 'EXIT_DATE_DIFFERS' } }],
    });
  });

  it('takes an import back: opened cases go, changed ones stand as before, touched ones stay', async () => {
    const batchId = newId();
    const known = await caseOf(db, [SIGNED]);
    const [a, b] = await registerPeople(db, [person(11), person(12)]);
    const results = await apply([
      record(a!, { batchId }),
      record(b!, { batchId, milestones: [SIGNED, DEPARTED] }),
      record(known.workerId, { batchId, milestones: [SIGNED, DEPARTED], market: 'JP' }),
    ]);
    await new RecordMilestone(db.api).run(CENTRE, {
      caseId: results[1]!.caseId!,
      requestId: newId(),
      kind: 'RETURNED',
      effectiveOn: day('2026-03-05'),
      detail: { returnType: 'COMPLETED' },
    });
    const undo = new UndoCases(new CorrectEvent(db.api));
    const rows = results.map((result) => ({
      caseId: result.caseId!,
      before: result.before ?? null,
      versionAfter: result.version!,
      batchId,
    }));
    expect(await db.api.run(CENTRE, (tx) => undo.apply(tx, rows))).toEqual([
      { caseId: results[0]!.caseId, undone: true },
      { caseId: results[1]!.caseId, undone: false },
      { caseId: known.caseId, undone: true },
    ]);
    expect(
      await db.sql(`select stage, departed_on, contract_end from case_file where id = any ($1) order by stage`, [
        rows.map((row) => row.caseId),
      ]),
    ).toEqual([
      { stage: 'CONTRACTED', departed_on: null, contract_end: null },
      { stage: 'RETURNED', departed_on: '2023-03-01', contract_end: '2026-03-01' },
    ]);
    const people = [a!, b!].map((workerId) => ({ workerId, before: null, versionAfter: 1 }));
    expect(await db.api.run(CENTRE, (tx) => new UndoWorkers().apply(tx, people))).toEqual([
      { workerId: a, undone: true },
      { workerId: b, undone: false },
    ]);
  });

  it('lets nobody delete history outside an undo of its own batch', async () => {
    const { caseId } = await caseOf(db, [SIGNED]);
    expect(await db.api.run(CENTRE, (tx) => tx.execute(`delete from case_event where case_id = $1`, [caseId]))).toBe(0);
    expect(await db.api.run(CENTRE, (tx) => tx.execute(`delete from case_file where id = $1`, [caseId]))).toBe(0);
    await expect(db.api.run(CENTRE, (tx) => tx.execute(`update case_event set kind = 'X' where case_id = $1`, [caseId]))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('opens at a desk once per request, for whoever may, in the agency of the clerk', async () => {
    const [workerId] = await registerPeople(db, [person(21)]);
    const use = new OpenCase(db.api, new KnownPeople(db.seal));
    const command = { workerId: workerId!, requestId: newId(), market: 'KR', legalForm: 'PUBLIC' as const };
    const first = await use.run(COMMUNE, command);
    expect(await use.run(COMMUNE, command)).toEqual(first);
    expect(await new CaseQueries(db.api).detail(CENTRE, first.caseId)).toMatchObject({
      stage: 'REGISTERED',
      market: 'KR',
      agencyId: null,
      communeCode: '03390',
      version: 1,
    });
    await expect(use.run(AGENCY, { ...command, requestId: newId() })).rejects.toMatchObject({ kind: 'missing' });
    await expect(new OpenFromRecord(db.api, open).run(AGENCY, record(workerId!, {}))).rejects.toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
  });

  it('decides in bulk exactly as one by one (property)', async () => {
    const kinds: MilestoneKind[] = [
      'DEPARTED',
      'RETURNED',
      'EXTENDED',
      'WITHDRAWN',
      'ABSCONDED',
      'STAY_CHANGED',
      'SELECTED',
      'AGENCY_CHANGED',
    ];
    const random = seeded(20261122);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const starts = [[], [SIGNED], [SIGNED, DEPARTED], [SIGNED, DEPARTED, RETURNED]];
    const pairs: { bulk: RecordCommand[]; single: RecordCommand[] } = { bulk: [], single: [] };
    for (let i = 0; i < 60; i++) {
      const start = pick(starts);
      const [left, right] = [await caseOf(db, start), await caseOf(db, start)];
      for (let k = 0; k < 3; k++) {
        const kind = pick(kinds);
        const on = addDays(day('2022-12-01'), Math.floor(random() * 1600));
        const command = {
          kind,
          effectiveOn: pick([on, null, day('2023-03-01')]),
          detail: {
            ...pick([{ returnType: 'EARLY' as const, reason: 'FAMILY' }, { reason: 'HEALTH' }]),
            stayUntil: on,
            market: pick(['JP', 'KR']),
            ...(kind === 'AGENCY_CHANGED' && { agencyId: OFFICE.agency }),
          },
          contract: kind === 'EXTENDED' ? { kind: 'extension' as const, endsOn: on } : undefined,
        };
        const requestId = pick(['same', newId()]);
        pairs.bulk.push({ ...command, caseId: left.caseId, requestId });
        pairs.single.push({ ...command, caseId: right.caseId, requestId });
      }
    }
    const one = new RecordMilestone(db.api);
    const singles: unknown[] = [];
    for (const command of pairs.single)
      singles.push(
        await one.run(AGENCY, command).then(
          ({ outcome, stage, gaps }) => ({ outcome, stage, gaps }),
          (error: DomainError) => ({ code: error.code }),
        ),
      );
    const bulk = await db.api.run(AGENCY, (tx) => new RecordExitsInBulk().record(tx, pairs.bulk));
    expect(bulk.map(plain)).toEqual(singles);
    const columns = `stage, market, contract_end, stay_until, departed_on, returned_on, return_type, absconded_on, agency_id, facts`;
    const rowsOf = (commands: RecordCommand[]) =>
      db.sql(`select ${columns} from unnest($1::uuid[]) with ordinality as q (id, n) join case_file c using (id) order by n`, [
        [...new Set(commands.map(({ caseId }) => caseId))],
      ]);
    expect(await rowsOf(pairs.bulk)).toEqual(await rowsOf(pairs.single));
    const eventsOf = (commands: RecordCommand[]) =>
      db.sql(
        `select kind, effective_on, stage_before, stage_after, proof, detail from unnest($1::uuid[]) with ordinality as q (id, n) join case_event e on e.case_id = q.id order by n, e.id`,
        [[...new Set(commands.map(({ caseId }) => caseId))]],
      );
    expect(await eventsOf(pairs.bulk)).toEqual(await eventsOf(pairs.single));
    expect(new Set(bulk.map(({ outcome }) => outcome))).toEqual(new Set(['recorded', 'refused', 'unchanged', 'repeated']));
  });

  it('asks a known case for the papers of its own programme, whatever the row leaves out', async () => {
    await new SeedPolicies(db.jobs).run();
    const [workerId] = await registerPeople(db, [person(901)]);
    const anew = new OpenCasesInBulk();
    const take = (row: CaseRecord) => db.api.run(CENTRE, (tx) => anew.apply(tx, [row]));
    await take(record(workerId!, { legalForm: 'PUBLIC', programme: 'EPS', market: 'KR' }));
    const [left] = await take(record(workerId!, { legalForm: null, programme: null, market: null, milestones: [SIGNED, DEPARTED] }));
    expect(left!.outcome).toBe('updated');
    expect(left!.gaps).toEqual(expect.arrayContaining(['LANGUAGE', 'NO_RELATIVE_OVERSTAYING']));
  });
});

function plain(answer: BulkMilestoneResult): unknown {
  return answer.outcome === 'refused' ? { code: answer.refusal.code } : { outcome: answer.outcome, stage: answer.stage, gaps: answer.gaps };
}

/** A small generator of its own: the run repeats exactly. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
