import { RecordMilestone } from '@app/casework';
import { localDate } from '@app/kernel';
import { CheckEligibility, HandleLoan, HouseholdProof, LoanQueries, ReferBorrowers } from '@app/loans';
import { SeedPolicies } from '@app/policy';
import { PlaceWorker, ProveHousehold } from '@app/workers';
import { id, insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;

describe('the household of a borrower, confirmed by the commune', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let proof: HouseholdProof;
  let prove: ProveHousehold;
  const [N, OTHER] = [4, 10];
  const as = (name: string) => tenants.account(name).actor;
  const commune = (n: number) => as(`commune-${tenants.people[n]!.commune}`);

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-09-17' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    proof = new HouseholdProof(db.api);
    prove = new ProveHousehold(db.api);
    await db.sql(`delete from household_question`);
    await db.sql(`delete from worker_priority_group`);
    await db.sql(`update worker set household_class = 'POOR', ethnic_code = '08' where id = any ($1)`, [
      [id('worker', N), id('worker', OTHER)],
    ]);
    await db.sql(`update loan set state = 'PAID'`);
  });
  afterAll(() => db.close());

  const tasks = (n: number) =>
    db.sql<{ id: number; state: string; commune: string }>(
      `select id, state, commune_code as commune from desk_task where kind = 'CONFIRM_HOUSEHOLD' and worker_id = $1 order by id`,
      [id('worker', n)],
    );
  const paper = (n: number) => new CheckEligibility(db.api).run(as('centre-12'), id('case', n), { total: 100_000_000 });
  const answer = (n: number, taskId: number, said: 'POOR' | 'NEAR_POOR' | 'NONE', requestId: string) =>
    prove.answer(commune(n), taskId, { answer: said, checkedOn: day('2026-09-16'), list: 'Danh sách năm 2026', requestId });

  it('opens the way to the bank without proof, at the ordinary rate, and asks the commune once', async () => {
    const told = await paper(N);
    expect(told).toMatchObject({ eligible: true, priority: false, rate: '8,382 %', entitling: expect.arrayContaining(['POOR']) });
    expect(told.lacks.map(({ code }) => code)).toContain('HOUSEHOLD_UNPROVEN');
    await new ReferBorrowers(db.api).run(as('centre-12'), { caseIds: [id('case', N)], requestId: 'refer' });
    expect(await tasks(N)).toMatchObject([{ state: 'open', commune: tenants.people[N]!.commune }]);
    await expect(proof.ask(as('bank-12'), id('case', N), 'again')).rejects.toMatchObject({ code: 'HOUSEHOLD_ASKED' });
    await expect(proof.ask(as('centre-15'), id('case', N), 'foreign')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await tasks(N)).toHaveLength(1);
  });

  it('follows a family that moved with the question', async () => {
    const [asked] = await tasks(N);
    const [{ version }] = (await db.sql<{ version: number }>(`select version from worker where id = $1`, [id('worker', N)])) as [
      { version: number },
    ];
    await new PlaceWorker(db.api).run(as('centre-12'), {
      workerId: id('worker', N),
      expectedVersion: version,
      requestId: 'moved',
      residence: { provinceCode: '12', communeCode: '12003' },
      reason: 'Chuyển nhà',
    });
    expect(await tasks(N)).toMatchObject([
      { id: asked!.id, state: 'done' },
      { state: 'open', commune: '12003' },
    ]);
    await db.sql(`update worker set commune_code = $2 where id = $1`, [id('worker', N), tenants.people[N]!.commune]);
    await proof.ask(as('centre-12'), id('case', N), 'home');
  });

  it('takes the answer as a dated fact that changes the rate of the decision', async () => {
    const open = (await tasks(N)).at(-1)!;
    await expect(
      prove.answer(commune(N), open.id, { answer: 'POOR', checkedOn: day('2026-09-18'), list: 'x', requestId: 'f' }),
    ).rejects.toMatchObject({
      code: 'CHECKED_IN_FUTURE',
    });
    await answer(N, open.id, 'POOR', 'yes');
    await answer(N, open.id, 'POOR', 'yes').catch((error: unknown) => expect(error).toMatchObject({ code: 'HOUSEHOLD_ANSWERED' }));
    expect(await proof.of(as('bank-12'), id('case', N))).toMatchObject({
      proven: 'POOR',
      unproven: null,
      questions: [{ declared: 'POOR', answer: 'POOR', checkedOn: '2026-09-16', list: 'Danh sách năm 2026' }],
    });
    expect(await paper(N)).toMatchObject({ priority: true, rate: '6,6 %' });
    expect(
      await db.sql(`select code, evidence, valid_to::text as until from worker_priority_group where worker_id = $1`, [id('worker', N)]),
    ).toEqual([{ code: 'POOR', evidence: 'Danh sách năm 2026', until: '2027-09-16' }]);
    const { loans } = await new LoanQueries(db.api).list(as('bank-12'), { states: 'DRAFT' });
    const handle = new HandleLoan(db.api, new RecordMilestone(db.api));
    await handle.run(as('bank-12'), loans[0]!.id, { deed: 'RECEIVE', on: day('2026-09-16'), requestId: 'receive' });
    await handle.run(as('bank-12'), loans[0]!.id, {
      deed: 'APPROVE',
      on: day('2026-09-17'),
      amount: 50_000_000,
      costs: 100_000_000,
      supported: 0,
      termMonths: 12,
      loanNo: 'H1',
      requestId: 'approve',
    });
    expect(await new LoanQueries(db.api).get(as('bank-12'), loans[0]!.id)).toMatchObject({ rate: '6,6 %' });
  });

  it('asks the commune where the person lives, not the one of the case', async () => {
    const commune = tenants.people[OTHER]!.commune;
    const lives = (code: string | null) => db.sql(`update worker set commune_code = $2 where id = $1`, [id('worker', OTHER), code]);
    const lies = (code: string | null) => db.sql(`update case_file set commune_code = $2 where id = $1`, [id('case', OTHER), code]);
    await lives(null);
    await lies(commune);
    await expect(proof.ask(as('bank-12'), id('case', OTHER), 'nowhere')).rejects.toMatchObject({ code: 'COMMUNE_UNKNOWN' });
    await lives(commune);
    await lies(null);
    await proof.ask(as('bank-12'), id('case', OTHER), 'ask');
    expect(await tasks(OTHER)).toMatchObject([{ state: 'open', commune }]);
    await lies(commune);
  });

  it('believes the list over what was written down, and no list longer than the rule says', async () => {
    await answer(OTHER, (await tasks(OTHER))[0]!.id, 'NONE', 'no');
    await db.sql(`update worker set ethnic_code = '01' where id = $1`, [id('worker', OTHER)]);
    expect((await paper(OTHER)).reasons.map(({ code }) => code)).toEqual(['NO_GROUP']);
    await db.sql(`update worker_priority_group set valid_to = '2026-09-16' where worker_id = $1`, [id('worker', N)]);
    expect(await proof.of(as('centre-12'), id('case', N))).toMatchObject({ proven: null, unproven: 'POOR' });
  });
});
