import { RecordMilestone } from '@app/casework';
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
  const overstayer = async (serial: number, market = 'KR', communeCode = '03390') => {
    const made = await caseOf(db, [DEPARTED], {
      market,
      communeCode,
      who: { citizenId: numberOf(serial), residence: { provinceCode: '12', communeCode } },
    });
    await db.sql(`update case_file set stage = 'OVERSTAYING' where id = $1`, [made.caseId]);
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
    expect(await of('KR')).toBe('met 1');
    await relatives.put(CENTRE, { ...put, citizenId: numberOf(7_011), requestId: newId() });
    expect([await of('KR'), await of('JP')]).toEqual(['refused SIBLING', 'met']);
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
