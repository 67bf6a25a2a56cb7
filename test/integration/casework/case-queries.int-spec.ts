import { type CaseFilter, CaseQueries, CorrectEvent, deriveStage, RecordMilestone, type Stage } from '@app/casework';
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
  RETURNED,
  SIGNED,
  TODAY,
} from './casework-fixture';

describe('CaseQueries', () => {
  let db: TestDatabase;
  let queries: CaseQueries;
  const cases: Record<string, { caseId: string; workerId: string; code: string }> = {};
  const ending = (on: string) => ({ ...DEPARTED, contract: { ...DEPARTED.contract!, endsOn: day(on) } });
  beforeAll(async () => {
    db = await openDatabase();
    queries = new CaseQueries(db.api);
    cases.signed = await caseOf(db, [SIGNED], { who: { fullName: 'Hoà Thị Nguyệt' } });
    cases.running = await caseOf(db, [SIGNED, ending('2027-01-01')], { who: { fullName: 'Sùng A Nử' } });
    cases.grace = await caseOf(db, [SIGNED, ending('2026-11-10')], { who: { fullName: 'Nguyễn Thị Hòa' } });
    cases.suspected = await caseOf(db, [SIGNED, ending('2026-01-10')], {
      who: { fullName: 'Nguyễn Văn An' },
      communeCode: '03385',
    });
    cases.returned = await caseOf(db, [SIGNED, DEPARTED, RETURNED], { agencyId: null });
    await caseOf(db, [SIGNED, ending('2026-05-05')], {
      agencyId: (OTHER_AGENCY.scope as { agencyId: string }).agencyId,
      who: { fullName: 'Đặng Thị Ỷ' },
    });
  });
  afterAll(() => db.close());
  const ids = async (actor: typeof CENTRE, filter: CaseFilter = {}) => (await queries.list(actor, filter)).cases.map(({ id }) => id);
  const idOf = (name: string) => cases[name]!.caseId;

  it('shows each role its own cases and nothing else', async () => {
    expect(await ids(CENTRE)).toHaveLength(6);
    expect(await ids(DEPARTMENT)).toHaveLength(6);
    expect(await ids(AGENCY)).toHaveLength(4);
    expect(await ids(OTHER_AGENCY)).toHaveLength(1);
    expect(await ids(COMMUNE)).toHaveLength(5);
    expect(await ids(COMMUNE)).not.toContain(idOf('suspected'));
    for (const stranger of [ELSEWHERE, BANK]) expect(await ids(stranger)).toEqual([]);
    await expect(queries.detail(ELSEWHERE, idOf('running'))).rejects.toMatchObject({ kind: 'missing' });
    await expect(queries.timeline(OTHER_AGENCY, idOf('running'))).rejects.toMatchObject({ kind: 'missing' });
  });

  it('filters by the stage the calendar shows', async () => {
    const asked: [Stage, string[]][] = [
      ['CONTRACTED', ['signed']],
      ['ABROAD', ['running']],
      ['ABROAD_GRACE', ['grace']],
      ['RETURNED', ['returned']],
    ];
    for (const [stage, names] of asked) expect([stage, await ids(CENTRE, { stages: [stage] })]).toEqual([stage, names.map(idOf)]);
    expect(await ids(AGENCY, { stages: ['SUSPECTED_OVERSTAY'] })).toEqual([idOf('suspected')]);
    expect(await ids(CENTRE, { stages: ['SUSPECTED_OVERSTAY', 'ABROAD'] })).toHaveLength(3);
    const { cases: all } = await queries.list(CENTRE, {});
    for (const line of all) expect(await ids(CENTRE, { stages: [line.stage] })).toContain(line.id);
  });

  it('derives in SQL what deriveStage derives, over many dates', async () => {
    const rows = await db.sql<{
      stage: 'ABROAD';
      contractEnd: ReturnType<typeof day>;
      stayUntil: ReturnType<typeof day> | null;
      id: string;
    }>(
      `select stage, contract_end as "contractEnd", stay_until as "stayUntil", id from case_file where stage = 'ABROAD' and market = 'JP'`,
    );
    for (const offset of [-40, -37, -36, -30, -11, -10, -1, 0, 1, 20]) {
      for (const column of ['contract_end', 'stay_until']) {
        await db.sql(`update case_file set ${column} = $1::date + $2::int where id = $3`, [TODAY, offset, rows[0]!.id]);
        const [row] = await db.sql<(typeof rows)[number]>(
          `select stage, contract_end as "contractEnd", stay_until as "stayUntil" from case_file where id = $1`,
          [rows[0]!.id],
        );
        const stage = deriveStage({ ...row!, returnedOn: null }, day(TODAY), {
          graceDays: 10,
          defaultStayDays: 20,
          estimatedExtraDays: 7,
        });
        expect(await ids(CENTRE, { stages: [stage] })).toContain(rows[0]!.id);
      }
    }
    await db.sql(`update case_file set contract_end = $1, stay_until = $2 where id = $3`, [
      rows[0]!.contractEnd,
      rows[0]!.stayUntil,
      rows[0]!.id,
    ]);
  });

  it('searches names without marks in any order, for every place', async () => {
    for (const text of ['hoa nguyen', 'Nguyễn Thị Hoà', 'NGUYEN HOA', 'thi hòa nguyen'])
      expect([text, await ids(CENTRE, { text })]).toEqual([text, [idOf('grace')]]);
    expect(await ids(COMMUNE, { text: 'nguyet hoa' })).toEqual([idOf('signed')]);
    expect(await ids(AGENCY, { text: 'van an' })).toEqual([idOf('suspected')]);
    expect(await ids(AGENCY, { text: 'y dang' })).toEqual([]);
    expect(await ids(CENTRE, { text: cases.running!.code })).toEqual([idOf('running')]);
    expect(await ids(CENTRE, { text: 'hoa', stages: ['CONTRACTED'] })).toEqual([idOf('signed')]);
  });

  it('pages by keyset without loss, with the total of the whole', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await queries.list(CENTRE, { limit: 2, withTotal: after === undefined, ...(after && { after }) });
      if (after === undefined) expect(page.total).toBe(6);
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(await ids(CENTRE));
    expect(new Set(seen).size).toBe(6);
    await expect(queries.list(CENTRE, { after: 'x' })).rejects.toMatchObject({ code: 'CURSOR_UNREADABLE' });
  });

  it('filters by market, agency, end of contract', async () => {
    expect(await ids(CENTRE, { markets: ['KR'] })).toEqual([]);
    expect(await ids(CENTRE, { endFrom: day('2026-11-01'), endTo: day('2026-11-30') })).toEqual([idOf('grace')]);
    expect(await ids(CENTRE, { agencyId: (OTHER_AGENCY.scope as { agencyId: string }).agencyId })).toHaveLength(1);
  });

  it('corrects by a new event, keeps the old one, and computes the case anew', async () => {
    const { caseId } = await caseOf(db, [SIGNED, DEPARTED, RETURNED]);
    const correct = new CorrectEvent(db.api);
    const timeline = await queries.timeline(CENTRE, caseId);
    const back = timeline.find(({ kind }) => kind === 'RETURNED')!;
    const exit = timeline.find(({ kind }) => kind === 'DEPARTED')!;
    await expect(
      correct.run(CENTRE, {
        caseId,
        eventId: exit.id,
        requestId: newId(),
        reason: 'sai ngày trên vé',
        replacement: { effectiveOn: day('2026-04-01') },
      }),
    ).rejects.toMatchObject({ code: 'CORRECTION_BREAKS_CASE' });
    await expect(correct.run(COMMUNE, { caseId, eventId: back.id, requestId: newId(), reason: 'gia đình báo nhầm' })).rejects.toMatchObject(
      { code: 'ROLE_NOT_ALLOWED' },
    );
    const requestId = newId();
    const first = await correct.run(CENTRE, { caseId, eventId: back.id, requestId, reason: 'về phép, chưa về hẳn' });
    expect(first).toMatchObject({ outcome: 'recorded', stage: 'ABROAD', version: 2 });
    expect(await correct.run(CENTRE, { caseId, eventId: back.id, requestId, reason: 'về phép, chưa về hẳn' })).toMatchObject({
      outcome: 'repeated',
      eventId: first.eventId,
    });
    const detail = await queries.detail(CENTRE, caseId);
    expect(detail).toMatchObject({
      storedStage: 'ABROAD',
      stage: 'SUSPECTED_OVERSTAY',
      returnedOn: null,
      returnType: null,
      version: 2,
      departedOn: '2023-03-01',
    });
    const after = await queries.timeline(CENTRE, caseId);
    expect(after).toHaveLength(timeline.length + 1);
    expect(after.find(({ id }) => id === back.id)).toMatchObject({ kind: 'RETURNED', correctedBy: first.eventId });
    await correct.run(CENTRE, {
      caseId,
      eventId: exit.id,
      requestId: newId(),
      reason: 'sai ngày trên vé',
      replacement: { effectiveOn: day('2023-03-03'), contract: { ...DEPARTED.contract!, endsOn: day('2027-03-02') } },
    });
    expect(await queries.detail(CENTRE, caseId)).toMatchObject({
      departedOn: '2023-03-03',
      contractEnd: '2027-03-02',
      stage: 'ABROAD',
    });
    expect(await db.sql(`select count(*)::int as n from contract_version where case_id = $1 and voided_at is null`, [caseId])).toEqual([
      { n: 1 },
    ]);
  });

  it('keeps a late exit as history and lists the gaps with their row', async () => {
    const { caseId } = await caseOf(db, [SIGNED, { kind: 'DEPARTED', effectiveOn: day('2024-01-05') }], {
      sourceRef: 'So theo doi!17',
    });
    const { gaps } = await queries.listGaps(CENTRE, { limit: 100 });
    const own = gaps.filter((gap) => gap.caseId === caseId);
    expect(own.map(({ guard }) => guard)).toEqual(expect.arrayContaining(['HEALTH', 'ORIENTATION']));
    expect(own.map(({ guard }) => guard)).not.toContain('SENDING_CONTRACT');
    expect(own.every(({ source, sourceRef }) => source === 'record' && sourceRef === 'So theo doi!17')).toBe(true);
    expect(await queries.listGaps(ELSEWHERE, {})).toEqual({ gaps: [] });
    const record = new RecordMilestone(db.api);
    await record.run(AGENCY, {
      caseId,
      requestId: newId(),
      kind: 'RETURNED',
      effectiveOn: day('2024-06-01'),
      detail: { returnType: 'EARLY', reason: 'FAMILY' },
    });
    expect(await record.run(AGENCY, { caseId, requestId: newId(), kind: 'ABSCONDED', effectiveOn: day('2024-05-01') })).toMatchObject({
      outcome: 'recorded',
      stage: 'RETURNED',
    });
    expect(await queries.detail(AGENCY, caseId)).toMatchObject({ storedStage: 'RETURNED', abscondedOn: null });
  });
});
