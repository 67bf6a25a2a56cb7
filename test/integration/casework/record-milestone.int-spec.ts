import { RecordMilestone, type RecordCommand } from '@app/casework';
import { newId } from '@app/kernel';
import type { TestDatabase } from '../../support/test-database';
import {
  AGENCY,
  BANK,
  CENTRE,
  COMMUNE,
  caseOf,
  day,
  DEPARTED,
  DEPARTMENT,
  ELSEWHERE,
  openDatabase,
  OTHER_AGENCY,
  SIGNED,
} from './casework-fixture';

describe('RecordMilestone', () => {
  let db: TestDatabase;
  let record: RecordMilestone;
  beforeAll(async () => {
    db = await openDatabase();
    record = new RecordMilestone(db.api);
  });
  afterAll(() => db.close());
  const command = (caseId: string, more: Partial<RecordCommand>): RecordCommand => ({
    caseId,
    requestId: newId(),
    kind: 'DEPARTED',
    ...more,
  });
  const rowOf = async (caseId: string) => (await db.sql<Record<string, unknown>>(`select * from case_file where id = $1`, [caseId]))[0]!;

  it('writes event, projection, contract, outbox and audit of an exit in one commit, and asks the centre for missing papers', async () => {
    const { caseId } = await caseOf(db, [SIGNED]);
    const answer = await record.run(
      AGENCY,
      command(caseId, {
        effectiveOn: day('2026-11-01'),
        contract: {
          kind: 'employment',
          startsOn: day('2026-11-02'),
          endsOn: day('2029-11-01'),
          employer: 'Cty Mẫu',
          wage: '19500000',
        },
      }),
    );
    expect(answer).toMatchObject({ outcome: 'recorded', stage: 'ABROAD', version: 2 });
    expect(answer.gaps).toContain('HEALTH');
    expect(answer.gaps).not.toContain('SENDING_CONTRACT');
    expect(await rowOf(caseId)).toMatchObject({
      stage: 'ABROAD',
      version: 2,
      departed_on: '2026-11-01',
      contract_end: '2029-11-01',
      learnt_on: '2026-11-22',
    });
    expect(
      await db.sql(`select kind, stage_before, stage_after, case_version, organisation_id from case_event where id = $1`, [answer.eventId]),
    ).toEqual([
      {
        kind: 'DEPARTED',
        stage_before: 'CONTRACTED',
        stage_after: 'ABROAD',
        case_version: 2,
        organisation_id: AGENCY.organisationId,
      },
    ]);
    expect(await db.sql(`select kind, ends_on, wage::text from contract_version where event_id = $1`, [answer.eventId])).toEqual([
      { kind: 'employment', ends_on: '2029-11-01', wage: '19500000' },
    ]);
    expect(
      await db.sql(`select payload from outbox where topic = 'casework.departure-recorded.v1' and payload->>'caseId' = $1`, [caseId]),
    ).toEqual([{ payload: { caseId, eventId: answer.eventId, kind: 'DEPARTED' } }]);
    expect(await db.sql(`select action, province_code from audit_entry where subject_id = $1`, [caseId])).toEqual([
      { action: 'casework.record', province_code: '12' },
    ]);
    expect(await db.sql(`select source, open_guards from case_gap where case_id = $1`, [caseId])).toEqual([
      { source: 'departure', open_guards: answer.gaps },
    ]);
    expect(await db.sql(`select desk, kind from desk_task where case_id = $1`, [caseId])).toEqual([
      { desk: 'centre', kind: 'DEPARTURE_GAP' },
    ]);
  });

  it('refuses a decided exit without papers and records nothing', async () => {
    const { caseId } = await caseOf(db, [SIGNED]);
    await expect(record.run(AGENCY, command(caseId, { effectiveOn: day('2026-11-20'), detail: { decided: true } }))).rejects.toMatchObject({
      code: 'GUARDS_UNPROVEN',
      kind: 'refused',
    });
    expect(await rowOf(caseId)).toMatchObject({ stage: 'CONTRACTED', version: 1 });
    expect(await db.sql(`select from outbox where payload->>'caseId' = $1`, [caseId])).toHaveLength(0);
  });

  it('answers twenty identical parallel posts with one event', async () => {
    const { caseId } = await caseOf(db, [SIGNED, DEPARTED]);
    const same = command(caseId, {
      kind: 'RETURNED',
      effectiveOn: day('2026-03-05'),
      detail: { returnType: 'COMPLETED' },
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => record.run(CENTRE, same)));
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    expect(answers.every(({ stage, version }) => stage === 'RETURNED' && version === 2)).toBe(true);
    expect(await db.sql(`select from case_event where case_id = $1 and kind = 'RETURNED'`, [caseId])).toHaveLength(1);
    expect(
      await db.sql(`select from outbox where topic = 'casework.return-recorded.v1' and payload->>'caseId' = $1`, [caseId]),
    ).toHaveLength(1);
  });

  it('gives a later retry its first answer although the case moved on', async () => {
    const { caseId } = await caseOf(db, [SIGNED, DEPARTED]);
    const plan = command(caseId, {
      kind: 'RETURN_PLANNED',
      effectiveOn: day('2026-12-20'),
      detail: { plan: 'RETURN' },
      expectedVersion: 1,
    });
    const first = await record.run(COMMUNE, plan);
    await record.run(CENTRE, command(caseId, { kind: 'RETURNED', effectiveOn: day('2026-11-20'), detail: { returnType: 'COMPLETED' } }));
    expect(await record.run(COMMUNE, plan)).toEqual({ ...first, outcome: 'repeated' });
  });

  it('lets one of two simultaneous edits of the same version win, fifty times', async () => {
    for (let i = 0; i < 50; i++) {
      const { caseId } = await caseOf(db, [SIGNED, DEPARTED]);
      const edit = (on: string) =>
        record.run(CENTRE, command(caseId, { kind: 'STAY_CHANGED', detail: { stayUntil: day(on) }, expectedVersion: 1 }));
      const outcomes = await Promise.allSettled([edit('2027-01-01'), edit('2027-02-02')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find((o) => o.status === 'rejected')).toMatchObject({
        reason: { kind: 'stale', code: 'CASE_STALE' },
      });
      expect(await rowOf(caseId)).toMatchObject({ version: 2 });
    }
  });

  it('hides the case from everybody it is not for, and holds to the roles', async () => {
    const { caseId } = await caseOf(db, [SIGNED, DEPARTED], { communeCode: '03385' });
    const back = { kind: 'RETURNED', effectiveOn: day('2026-03-05'), detail: { returnType: 'COMPLETED' } } as const;
    for (const stranger of [ELSEWHERE, OTHER_AGENCY, COMMUNE, BANK])
      await expect(record.run(stranger, command(caseId, back))).rejects.toMatchObject({
        kind: 'missing',
        code: 'NOT_FOUND',
      });
    await expect(
      record.run(AGENCY, command(caseId, { kind: 'OVERSTAY_CONFIRMED', documentId: newId(), effectiveOn: day('2026-10-01') })),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'ROLE_NOT_ALLOWED' });
    await expect(
      record.run(DEPARTMENT, command(caseId, { kind: 'OVERSTAY_CONFIRMED', effectiveOn: day('2026-10-01') })),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'EVIDENCE_MISSING' });
    await expect(record.run(AGENCY, command(caseId, back))).resolves.toMatchObject({ stage: 'RETURNED' });
  });

  it('never lets a person be abroad in two cases, whoever sees them', async () => {
    const first = await caseOf(db, [SIGNED, DEPARTED]);
    const second = await caseOf(db, [{ kind: 'CONTRACT_SIGNED', effectiveOn: day('2026-05-01') }], {
      workerId: first.workerId,
      agencyId: (OTHER_AGENCY.scope as { agencyId: string }).agencyId,
    });
    await expect(record.run(OTHER_AGENCY, command(second.caseId, { effectiveOn: day('2026-06-01') }))).rejects.toMatchObject({
      code: 'OTHER_CASE_ABROAD',
      kind: 'refused',
    });
    await record.run(
      CENTRE,
      command(first.caseId, { kind: 'RETURNED', effectiveOn: day('2026-03-05'), detail: { returnType: 'COMPLETED' } }),
    );
    await expect(record.run(OTHER_AGENCY, command(second.caseId, { effectiveOn: day('2026-06-01') }))).resolves.toMatchObject({
      stage: 'ABROAD',
    });
  });

  it('closes the gap and its task when the papers are proven', async () => {
    const { caseId } = await caseOf(db, [SIGNED]);
    const { gaps } = await record.run(AGENCY, command(caseId, { effectiveOn: day('2026-11-01') }));
    for (const guard of gaps)
      await record.run(
        CENTRE,
        command(caseId, {
          kind: 'GUARD_PROVEN',
          effectiveOn: day('2026-10-01'),
          detail: { guard, reference: '01/2026' },
        }),
      );
    expect(await db.sql(`select open_guards, closed_on from case_gap where case_id = $1`, [caseId])).toEqual([
      { open_guards: [], closed_on: '2026-11-22' },
    ]);
    expect(await db.sql(`select state from desk_task where case_id = $1`, [caseId])).toEqual([{ state: 'done' }]);
  });
});
