import { CorrectEvent, RecordMilestone } from '@app/casework';
import { newId } from '@app/kernel';
import { CheckEligibility, type EligibilityAnswer } from '@app/outreach';
import { KeepRelatives } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import {
  AGENCY,
  CENTRE,
  caseOf,
  day,
  DEPARTED,
  DEPARTMENT,
  ELSEWHERE,
  numberOf,
  openDatabase,
  person,
  registerPeople,
} from '../casework/casework-fixture';
import { approvedOrder, counselled, mayRecruit, selectForOrder } from './outreach-fixture';

describe('eligibility with evidence', () => {
  let db: TestDatabase;
  let check: CheckEligibility;
  beforeAll(async () => {
    db = await openDatabase();
    await mayRecruit(db);
    check = new CheckEligibility(db.api);
  });
  afterAll(() => db.close());

  const findings = ({ people }: EligibilityAnswer) =>
    people.map(({ findings: found }) => Object.fromEntries(found.map(({ rule, outcome, value }) => [rule, `${outcome} ${value}`.trim()])));
  const confirm = (caseId: string) =>
    new RecordMilestone(db.api).run(DEPARTMENT, {
      caseId,
      requestId: newId(),
      kind: 'OVERSTAY_CONFIRMED',
      effectiveOn: day('2026-11-01'),
      documentId: newId(),
    });
  const overstayer = async (serial: number, market = 'KR', communeCode = '03390') => {
    const made = await caseOf(db, [DEPARTED], {
      market,
      communeCode,
      who: { citizenId: numberOf(serial), residence: { provinceCode: '12', communeCode } },
    });
    await confirm(made.caseId);
    return made.workerId;
  };

  it('tells each rule, its value and the decree or notice it comes from', async () => {
    const [workerId] = await registerPeople(db, [person(7_001)]);
    const answer = await check.run(CENTRE, { market: 'KR', exitOn: day('2027-03-01'), workerIds: [workerId!] });
    expect(findings(answer)).toEqual([{ AGE: 'met 36', LOCALITY: 'met 03390', RELATIVES: 'ask 0', EARLIER_OVERSTAY: 'met', AWAY: 'met' }]);
    expect(answer.people[0]!.outcome).toBe('ask');
    expect(answer.sources.map(({ rule, asked }) => [rule, asked])).toEqual([
      ['AGE', '18-39'],
      ['LOCALITY', ''],
      ['RELATIVES', 'FATHER MOTHER SPOUSE CHILD SIBLING'],
      ['EARLIER_OVERSTAY', 'refuse ask'],
      ['AWAY', ''],
    ]);
    for (const { basis } of answer.sources) expect(basis.length).toBeGreaterThan(15);
    expect(await check.run(ELSEWHERE, { market: 'KR', workerIds: [workerId!] })).toMatchObject({ people: [] });
  });

  it('finds a relative who stays unlawfully by the number, also in another province, without saying who', async () => {
    const [workerId] = await registerPeople(db, [person(7_010)]);
    const brother = await overstayer(7_011);
    await db.sql(`update worker set province_code = '15', commune_code = '02647' where id = $1`, [brother]);
    const relatives = new KeepRelatives(db.api, db.seal);
    const put = { workerId: workerId!, kin: 'SIBLING' as const, fullName: 'Lò Văn Anh', requestId: newId() };
    expect(await relatives.put(CENTRE, put)).toEqual([{ kin: 'SIBLING', fullName: 'Lò Văn Anh', hasCitizenId: false }]);
    const of = async (market: string) => findings(await check.run(CENTRE, { market, workerIds: [workerId!] }))[0]!.RELATIVES;
    expect(await of('KR')).toBe('ask 1');
    await relatives.put(CENTRE, { ...put, citizenId: numberOf(7_011), requestId: newId() });
    expect([await of('KR'), await of('JP')]).toEqual(['refused SIBLING', 'met']);
  });

  it('answers about a relative’s number only so often a day', async () => {
    const [workerId] = await registerPeople(db, [person(7_015)]);
    await db.sql(`update policy_rule set value = '2' where key = 'privacy.relative_numbers_per_day'`);
    const asking = { ...CENTRE, accountId: newId() };
    const put = (fullName: string, serial?: number) =>
      new KeepRelatives(db.api, db.seal).put(asking, {
        workerId: workerId!,
        kin: 'SIBLING',
        fullName,
        ...(serial && { citizenId: numberOf(serial) }),
        requestId: newId(),
      });
    await put('Lò Văn Anh', 7_016);
    await put('Lò Văn Anh', 7_017);
    await expect(put('Lò Văn Anh', 7_018)).rejects.toMatchObject({ code: 'RELATIVES_LIMIT' });
    // A name asks nothing.
    expect(await put('Lò Văn Em')).toHaveLength(2);
    await db.sql(`update policy_rule set value = '200' where key = 'privacy.relative_numbers_per_day'`);
  });

  it('knows a confirmed overstay from its confirmation, wherever the person is since then', async () => {
    const made = await caseOf(db, [DEPARTED], { market: 'KR', communeCode: '03390', who: { citizenId: numberOf(7_050) } });
    const [sister] = await registerPeople(db, [person(7_051)]);
    await new KeepRelatives(db.api, db.seal).put(CENTRE, {
      workerId: sister!,
      kin: 'SIBLING',
      fullName: 'Lò Văn Anh',
      citizenId: numberOf(7_050),
      requestId: newId(),
    });
    const told = async () => {
      const answer = findings(await check.run(CENTRE, { market: 'KR', workerIds: [made.workerId, sister!] }));
      return [answer.map((one) => one.EARLIER_OVERSTAY).sort(), answer.map((one) => one.RELATIVES).sort()];
    };
    const record = (kind: 'WENT_MISSING' | 'FOUND', on: string) =>
      new RecordMilestone(db.api).run(DEPARTMENT, { caseId: made.caseId, requestId: newId(), kind, effectiveOn: day(on) });
    const [clear, stays, back] = [
      [
        ['met', 'met'],
        ['ask 0', 'met 1'],
      ],
      [
        ['met', 'refused KR'],
        ['ask 0', 'refused SIBLING'],
      ],
      [
        ['met', 'refused KR'],
        ['ask 0', 'met 1'],
      ],
    ];
    expect(await told()).toEqual(clear);
    const { eventId } = await confirm(made.caseId);
    expect(await told()).toEqual(stays);
    await record('WENT_MISSING', '2026-11-05');
    expect(await told()).toEqual(stays);
    await record('FOUND', '2026-11-10');
    expect(await told()).toEqual(stays);
    const returned = await new RecordMilestone(db.api).run(CENTRE, {
      caseId: made.caseId,
      requestId: newId(),
      kind: 'RETURNED',
      effectiveOn: day('2026-11-15'),
      detail: { returnType: 'DEPORTED' },
    });
    expect(await told()).toEqual(back);
    const correct = (id: number) =>
      new CorrectEvent(db.api).run(DEPARTMENT, { caseId: made.caseId, eventId: id, reason: 'Xác nhận nhầm người', requestId: newId() });
    await correct(returned.eventId!);
    await correct(eventId!);
    expect(await told()).toEqual(clear);
  });

  it('judges by the rules of the day it is asked about', async () => {
    const [workerId] = await registerPeople(db, [person(7_055)]);
    const relatives = async (on: string) =>
      findings(await check.run(CENTRE, { market: 'KR', judgedOn: day(on), workerIds: [workerId!] }))[0]!.RELATIVES;
    // Korea has asked about relatives since 2024.
    expect([await relatives('2023-12-31'), await relatives('2024-01-01')]).toEqual(['met', 'ask 0']);
  });

  it('measures a commune against rate and count together, by the rule in force on the day, and looks back at where somebody lived', async () => {
    const [settled, moved] = await registerPeople(db, [
      person(7_020, { residence: { provinceCode: '12', communeCode: '03388' } }),
      person(7_021, { residence: { provinceCode: '12', communeCode: '03388' } }),
    ]);
    await db.sql(`update worker set commune_code = '03390' where id = $1`, [moved]);
    await db.sql(`update worker_residence set recorded_at = '2020-01-01' where worker_id = $1`, [moved]);
    await db.sql(
      `insert into worker_residence (id, worker_id, commune_code, valid_from, resolved_by, recorded_at) values (gen_random_uuid(), $1, '03390', '2026-09-01', 'chosen', '2026-09-01')`,
      [moved],
    );
    for (let i = 0; i < 3; i++) await overstayer(7_030 + i, 'KR', '03388');
    for (let i = 0; i < 6; i++)
      await caseOf(db, [DEPARTED], { market: 'KR', communeCode: '03388', who: { citizenId: numberOf(7_040 + i) } });
    const NONE = { rateAbovePermille: 1000, countFrom: 1, units: [], residenceYears: 0 };
    const locality = async (rule: object, exitOn = '2027-03-01') => {
      await db.sql(
        `update policy_rule set value = $1 where key = 'eligibility.locality' and market = 'KR' and valid @> '2026-11-22'::date`,
        [JSON.stringify(rule)],
      );
      const answer = await check.run(CENTRE, { market: 'KR', exitOn: day(exitOn), workerIds: [settled!, moved!] });
      const of = (id: string) =>
        answer.people.find(({ workerId }) => workerId === id)!.findings.find(({ rule: name }) => name === 'LOCALITY')!.outcome;
      return [of(settled!), of(moved!)];
    };
    const rule = { rateAbovePermille: 300, countFrom: 3, units: [], residenceYears: 1 };
    expect(await locality(NONE)).toEqual(['met', 'met']);
    // Three of nine: 33.3 % and three people.
    expect(await locality(rule)).toEqual(['refused', 'refused']);
    expect(await locality({ ...rule, rateAbovePermille: 334 })).toEqual(['met', 'met']);
    expect(await locality({ ...rule, countFrom: 4 })).toEqual(['met', 'met']);
    expect(await locality({ ...rule, residenceYears: 0 }, '2026-09-02')).toEqual(['refused', 'met']);
    expect(await locality({ ...rule, countFrom: 99, units: ['03390'] })).toEqual(['met', 'refused']);
    await locality(NONE);
  });

  it('keeps whom a rule refuses out of an order, naming the rule, and lets through who only must be asked', async () => {
    const contract = await db.sql<{ id: string }>(`select id from supply_contract limit 1`);
    const order = await approvedOrder(db, contract[0]!.id, { ageTo: 30, exitOn: day('2027-03-01') });
    const [old, unknown] = await counselled(db, 2, 7_060);
    await db.sql(`update worker set birth_date = null where id = (select worker_id from case_file where id = $1)`, [unknown]);
    const { results } = await selectForOrder(db).run(AGENCY, {
      orderId: order,
      round: 'Đợt 1',
      heldOn: day('2026-11-20'),
      results: [old!, unknown!].map((ref) => ({ ref, result: 'PASSED' as const })),
      requestId: newId(),
    });
    expect(results.map(({ verdict, code }) => [verdict, code])).toEqual([
      ['refused', 'INELIGIBLE'],
      ['selected', null],
    ]);
    expect(results[0]!.message).toMatch(/tuổi vào ngày dự kiến xuất cảnh/);
    // Results that are written down later are judged by the rules of the round’s day.
    await db.sql(
      `insert into policy_rule (key, market, value, valid, basis, certain, entered_by) values ('worker.age', 'DE', '{"minimum": 18, "maximum": 30}', '[2026-11-21,)', 'test', true, 'test')`,
    );
    const german = await approvedOrder(db, null, { legalForm: 'SKILL_UPGRADE', market: 'DE', exitOn: day('2027-03-01') });
    const [another] = await counselled(db, 1, 7_065);
    const round = async (heldOn: string) => {
      const told = await selectForOrder(db).run(AGENCY, {
        orderId: german,
        round: 'Đợt 1',
        heldOn: day(heldOn),
        results: [{ ref: another!, result: 'PASSED' }],
        requestId: newId(),
      });
      return told.results[0]!.code ?? told.results[0]!.verdict;
    };
    expect([await round('2026-11-21'), await round('2026-11-20')]).toEqual(['INELIGIBLE', 'selected']);
    await new RecordMilestone(db.api).run(CENTRE, { caseId: old!, requestId: newId(), kind: 'WITHDRAWN', detail: { reason: 'FAMILY' } });
  });

  it('asks about everybody who waits when nobody is named', async () => {
    const [waiting] = await counselled(db, 1, 7_070);
    const [{ id }] = (await db.sql<{ id: string }>(`select worker_id as id from case_file where id = $1`, [waiting])) as [{ id: string }];
    const { people } = await check.run(CENTRE, { market: 'JP' });
    expect(people.map(({ workerId }) => workerId)).toContain(id);
    const stages = await db.sql<{ stage: string }>(
      `select distinct stage from case_file where worker_id = any ($1) and stage not in ('REGISTERED', 'COUNSELLED', 'SOURCED')`,
      [people.map(({ workerId }) => workerId)],
    );
    expect(stages).toEqual([]);
  });
});
