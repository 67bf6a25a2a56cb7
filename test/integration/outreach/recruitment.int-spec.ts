import { CaseQueries, OpenCase, RecordMilestone } from '@app/casework';
import { newId } from '@app/kernel';
import {
  CaseOfficers,
  CheckEligibility,
  type DemandCommand,
  DemandDesk,
  ProposeCandidates,
  RegisterDemand,
  RegisterDemandList,
} from '@app/outreach';
import { FindDuplicates, KnownPeople, RegisterWorker } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, COMMUNE, day, OFFICE, openDatabase, OTHER_AGENCY, person } from '../casework/casework-fixture';
import { rankMatch } from '../../../libs/outreach/src/domain/demand';
import { approvedOrder, counselled, mayRecruit, TERMS } from './outreach-fixture';

describe('from wish to agency', () => {
  let db: TestDatabase;
  let demand: RegisterDemand;
  let desk: DemandDesk;
  let proposals: ProposeCandidates;
  let order: string;
  beforeAll(async () => {
    db = await openDatabase();
    order = await approvedOrder(db, await mayRecruit(db));
    const milestones = new RecordMilestone(db.api);
    demand = new RegisterDemand(
      db.api,
      new RegisterWorker(db.api, db.seal, new FindDuplicates(db.seal, db.api)),
      new OpenCase(db.api, new KnownPeople(db.seal)),
    );
    desk = new DemandDesk(db.api, milestones);
    proposals = new ProposeCandidates(db.api, milestones, new CheckEligibility(db.api));
    for (const { accountId, organisationId, role, login } of [CENTRE, COMMUNE])
      await db.sql(
        `insert into account (id, organisation_id, province_code, login, role, display_name, state) values ($1, $2, '12', $4, $3, $4, 'active')`,
        [accountId, organisationId, role, login],
      );
  });
  afterAll(() => db.close());

  const wish = (serial: number, more: Partial<DemandCommand> = {}): DemandCommand => ({
    person: person(serial, {
      fullName: `Lò Văn Ước ${'ABCDEFGHIJ'[Math.floor(serial / 10) % 10]}`,
      birthDate: day(`${1990 + (serial % 10)}-05-27`),
    }),
    markets: ['JP'],
    occupations: ['chế biến'],
    language: null,
    canGoFrom: null,
    source: 'COMMUNE',
    event: null,
    note: null,
    requestId: newId(),
    ...more,
  });
  const stageOf = async (caseId: string) =>
    (await db.sql<{ stage: string; agency_id: string | null }>(`select stage, agency_id from case_file where id = $1`, [caseId]))[0];
  const propose = async (caseIds: string[]) =>
    (await proposals.propose(CENTRE, order, caseIds, null, newId())).map(({ verdict, code }) => code ?? verdict);

  it('registers person, case, wish and officer in one go; the same again makes nothing twice', async () => {
    const command = wish(9_000);
    const first = await demand.run(COMMUNE, command);
    expect(first.outcome).toBe('registered');
    const again = await demand.run(COMMUNE, { ...command, requestId: newId(), markets: ['KR', 'JP'] });
    expect(again).toMatchObject({ outcome: 'updated', caseId: (first as { caseId: string }).caseId });
    const { demands } = await desk.list(COMMUNE, { mine: true });
    expect(demands).toMatchObject([{ stage: 'REGISTERED', markets: ['KR', 'JP'], officerName: COMMUNE.login, source: 'COMMUNE' }]);
    expect((await desk.list(CENTRE, { mine: true })).demands).toEqual([]);
  });

  it('takes a list line by line: who must be asked about or belongs elsewhere stops nobody, and sent again nothing is double', async () => {
    const lists = new RegisterDemandList(demand);
    const lines = [wish(9_010), wish(9_011), { ...wish(9_012), person: { ...person(9_012), fullName: '12' } }].map((line) => ({
      ...line,
      source: 'SCHOOL' as const,
      event: 'Trường nghề',
    }));
    const told = async () => (await lists.run(CENTRE, lines)).map(({ row, outcome }) => `${row} ${outcome}`);
    expect(await told()).toEqual(['1 registered', '2 registered', '3 refused']);
    const before = await db.sql(`select (select count(*)::int from worker) as workers, (select count(*)::int from case_file) as cases`);
    expect(await told()).toEqual(['1 updated', '2 updated', '3 refused']);
    expect(await db.sql(`select (select count(*)::int from worker) as workers, (select count(*)::int from case_file) as cases`)).toEqual(
      before,
    );
  });

  it('keeps the way that a talk agreed on, the whole of it, and none of who is still thinking', async () => {
    const { caseId } = (await demand.run(CENTRE, wish(9_025))) as { caseId: string };
    const talk = { heldOn: day('2026-11-20'), channel: 'HOME', market: 'KR', sheet: null, outcome: 'THINKING', note: null };
    const way = async () => (await db.sql(`select legal_form, programme, market from case_file where id = $1`, [caseId]))[0];
    const eps = { legalForm: 'PUBLIC', programme: 'EPS', market: 'KR' } as const;
    await desk.counsel(CENTRE, caseId, talk, 'thinking', eps);
    expect(await way()).toMatchObject({ legal_form: null, programme: null });
    await desk.counsel(CENTRE, caseId, { ...talk, outcome: 'AGREED' }, 'agreed', eps);
    expect(await way()).toEqual({ legal_form: 'PUBLIC', programme: 'EPS', market: 'KR' });
    await desk.counsel(CENTRE, caseId, { ...talk, outcome: 'AGREED' }, 'another', { legalForm: 'DIRECT', market: 'DE' });
    expect(await way()).toEqual({ legal_form: 'DIRECT', programme: null, market: 'DE' });
  });

  it('goes from the talk to the agency that accepts, which sees the person only from then on', async () => {
    const { caseId } = (await demand.run(CENTRE, wish(9_020))) as { caseId: string };
    expect(await propose([caseId])).toEqual(['NOT_COUNSELLED']);
    const talk = { heldOn: day('2026-11-20'), channel: 'HOME', market: 'JP', sheet: 'JP 11/2026', outcome: 'AGREED', note: null };
    expect(await desk.counsel(CENTRE, caseId, talk, 'talk-once')).toEqual({ stage: 'COUNSELLED' });
    await desk.counsel(CENTRE, caseId, talk, 'talk-once');
    expect(await desk.counsellings(CENTRE, caseId)).toEqual([{ ...talk, by: CENTRE.login }]);
    expect(await propose([caseId])).toEqual(['proposed']);
    expect(await propose([caseId])).toEqual(['unchanged']);
    expect((await proposals.list(OTHER_AGENCY, {})).proposals).toEqual([]);
    const { id, profile } = (await proposals.list(AGENCY, { state: 'proposed' })).proposals[0]!;
    expect(profile).toEqual({ fullName: expect.stringMatching(/Lò Văn Ước/), birthYear: 1990, sex: 'M', communeName: 'Xã 03390' });
    const seen = () =>
      db.api.run(AGENCY, (tx) => tx.query(`select w.id from case_file c join worker w on w.id = c.worker_id where c.id = $1`, [caseId]));
    expect(await seen()).toEqual([]);
    expect(await proposals.answer(OTHER_AGENCY, [{ proposalId: id, answer: 'accept' }], newId())).toMatchObject([
      { state: 'refused', code: 'NOT_FOUND' },
    ]);
    const accept = { proposalId: id, answer: 'accept' as const };
    expect(await proposals.answer(AGENCY, [accept], 'accept-once')).toMatchObject([{ state: 'accepted' }]);
    expect(await proposals.answer(AGENCY, [accept], newId())).toMatchObject([{ state: 'accepted' }]);
    expect(await seen()).toHaveLength(1);
    expect(await stageOf(caseId)).toEqual({ stage: 'SOURCED', agency_id: OFFICE.agency });
    expect(await db.sql(`select kind from case_event where case_id = $1 order by id`, [caseId])).toEqual([
      { kind: 'REGISTERED' },
      { kind: 'COUNSELLED' },
      { kind: 'SOURCED' },
    ]);
  });

  it('lets an agency decline only with a reason, and then keeps nothing of the person', async () => {
    const [caseId] = await counselled(db, 1, 9_030, null);
    await propose([caseId!]);
    const { proposals: open } = await proposals.list(AGENCY, { state: 'proposed' });
    const { id } = open.find((one) => one.caseId === caseId)!;
    expect(await proposals.answer(AGENCY, [{ proposalId: id, answer: 'decline' }], newId())).toMatchObject([{ code: 'REASON_MISSING' }]);
    expect(await proposals.answer(AGENCY, [{ proposalId: id, answer: 'decline', reason: 'LANGUAGE' }], newId())).toMatchObject([
      { state: 'declined' },
    ]);
    expect((await proposals.list(AGENCY, { state: 'declined' })).proposals).toMatchObject([{ profile: {}, reason: 'LANGUAGE' }]);
    expect(await propose([caseId!])).toEqual(['DECLINED_BEFORE']);
    expect(await stageOf(caseId!)).toEqual({ stage: 'COUNSELLED', agency_id: null });
    const [offer] = await desk.offers(CENTRE, caseId!);
    expect(offer).toMatchObject({ orderId: order, fits: expect.arrayContaining(['FREE', 'AGE']), misses: [] });
  });

  it('pages through proposals, newest first, and refuses a place that no page ended at', async () => {
    await propose(await counselled(db, 3, 9_035, null));
    const whole = (await proposals.list(AGENCY, { state: 'proposed' })).proposals.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await proposals.list(AGENCY, { state: 'proposed', limit: 1, after });
      paged.push(...page.proposals.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    for (const wrong of ['', 'x', whole[0]!, `2026-99-99 00:00:00+00|${whole[0]}`])
      await expect(proposals.list(AGENCY, { after: wrong })).rejects.toMatchObject({ code: 'CURSOR_UNREADABLE' });
  });

  it('gives somebody offered to two agencies to the first that accepts', async () => {
    const [caseId] = await counselled(db, 1, 9_040, null);
    await propose([caseId!]);
    const { proposals: open } = await proposals.list(AGENCY, { state: 'proposed' });
    await db.sql(`update case_file set agency_id = $2 where id = $1`, [caseId, OFFICE.otherAgency]);
    const { id } = open.find((one) => one.caseId === caseId)!;
    expect(await proposals.answer(AGENCY, [{ proposalId: id, answer: 'accept' }], newId())).toMatchObject([
      { state: 'refused', code: 'CANDIDATE_GONE' },
    ]);
    expect((await stageOf(caseId!))!.agency_id).toBe(OFFICE.otherAgency);
  });

  describe('with a second agency that recruits here', () => {
    let otherOrder: string;
    beforeAll(async () => {
      otherOrder = newId();
      await db.sql(
        `insert into agency_licence (id, organisation_id, number, valid, state) values (gen_random_uuid(), $1, '13/GP', '[2020-01-01,)', 'valid')`,
        [OFFICE.otherAgency],
      );
      await db.sql(
        `insert into recruitment_permission (id, agency_id, province_code, valid, basis) values (gen_random_uuid(), $1, '12', '[2020-01-01,)', 'CV')`,
        [OFFICE.otherAgency],
      );
      const terms = { ...TERMS, legalForm: 'SKILL_UPGRADE' };
      await db.sql(
        `insert into job_order (id, code, agency_id, province_code, market, title, places, terms, state, approved_version)
         values ($1, 'DHHAI', $2, '12', 'JP', 'Chế biến', 5, $3, 'approved', 1)`,
        [otherOrder, OFFICE.otherAgency, JSON.stringify(terms)],
      );
    });
    const offers = async (caseId: string) =>
      db.sql<{ id: string; agency_id: string; state: string; profile: object }>(
        `select id, agency_id, state, profile from order_proposal where case_id = $1 order by proposed_at`,
        [caseId],
      );

    it('gives somebody whom both accept at once to one, and takes the person’s profile from the other', async () => {
      const cases = await counselled(db, 3, 9_100, null);
      await propose(cases);
      await proposals.propose(CENTRE, otherOrder, cases, null, newId());
      for (const caseId of cases) {
        const [mine, theirs] = await offers(caseId);
        const [a, b] = await Promise.all([
          proposals.answer(AGENCY, [{ proposalId: mine!.id, answer: 'accept' }], newId()),
          proposals.answer(OTHER_AGENCY, [{ proposalId: theirs!.id, answer: 'accept' }], newId()),
        ]);
        expect([...a, ...b].map(({ state, code }) => code ?? state).sort()).toEqual(['CANDIDATE_GONE', 'accepted']);
        const { agency_id } = (await stageOf(caseId))!;
        const after = await offers(caseId);
        expect(after.map((one) => [one.state, one.agency_id === agency_id])).toEqual(
          expect.arrayContaining([
            ['accepted', true],
            ['withdrawn', false],
          ]),
        );
        expect(after.find(({ state }) => state === 'withdrawn')!.profile).toEqual({});
      }
    });

    it('ends every offer of somebody who goes with another order of the agency, or gives up', async () => {
      const second = await approvedOrder(db, null, { legalForm: 'SKILL_UPGRADE' });
      const [caseId, tired] = await counselled(db, 2, 9_110, null);
      await propose([caseId!, tired!]);
      await proposals.propose(CENTRE, second, [caseId!], null, newId());
      const [first] = await offers(caseId!);
      expect(await proposals.answer(AGENCY, [{ proposalId: first!.id, answer: 'accept' }], newId())).toMatchObject([{ state: 'accepted' }]);
      expect((await offers(caseId!))[1]).toMatchObject({ state: 'withdrawn', profile: {} });
      await new RecordMilestone(db.api).run(CENTRE, {
        caseId: tired!,
        requestId: newId(),
        kind: 'WITHDRAWN',
        detail: { reason: 'FAMILY' },
      });
      expect(await offers(tired!)).toMatchObject([{ state: 'withdrawn', profile: {} }]);
    });

    it.each<[string, string, string]>([
      ['ORDER_CLOSED', `update job_order set state = 'closed' where id = $1`, `update job_order set state = 'approved' where id = $1`],
      [
        'LICENCE_NOT_VALID',
        `update agency_licence set state = 'suspended' where organisation_id = (select agency_id from job_order where id = $1)`,
        `update agency_licence set state = 'valid' where organisation_id = (select agency_id from job_order where id = $1)`,
      ],
      [
        'NOT_PERMITTED_IN_COMMUNE',
        `update recruitment_permission set commune_code = '03388' where agency_id = (select agency_id from job_order where id = $1)`,
        `update recruitment_permission set commune_code = '' where agency_id = (select agency_id from job_order where id = $1)`,
      ],
      [
        'INELIGIBLE',
        `update job_order set terms = terms || '{"ageTo": 20}' where id = $1`,
        `update job_order set terms = terms - 'ageTo' where id = $1`,
      ],
    ])('lets nobody be accepted when meanwhile: %s', async (code, change, back) => {
      const [caseId] = await counselled(db, 1, 9_120 + code.length, null);
      await propose([caseId!]);
      const { id } = (await offers(caseId!))[0]!;
      await db.sql(change, [order]);
      const told = await proposals.answer(AGENCY, [{ proposalId: id, answer: 'accept' }], newId());
      await db.sql(back, [order]);
      expect(told).toMatchObject([{ state: 'refused', code }]);
      expect(await stageOf(caseId!)).toEqual({ stage: 'COUNSELLED', agency_id: null });
      expect(await offers(caseId!)).toMatchObject([{ state: 'proposed' }]);
    });

    it('lets an agency answer offers and make none, whatever it sends to the database', async () => {
      const [caseId, fresh] = await counselled(db, 2, 9_180, null);
      await propose([caseId!]);
      const { id } = (await offers(caseId!))[0]!;
      const tried = (sql: string, values: unknown[]) =>
        expect(db.api.run(AGENCY, (tx) => tx.execute(sql, values))).rejects.toThrow(/row-level security/);
      await tried(`insert into order_proposal (id, order_id, case_id, agency_id, profile) values (gen_random_uuid(), $1, $2, $3, '{}')`, [
        order,
        fresh,
        OFFICE.agency,
      ]);
      await proposals.answer(AGENCY, [{ proposalId: id, answer: 'decline', reason: 'OTHER' }], newId());
      await tried(`update order_proposal set state = 'proposed' where id = $1`, [id]);
    });
  });

  it('never opens a case by the bare door: only an open proposal of the asking agency does', async () => {
    const [caseId] = await counselled(db, 1, 9_050, null);
    await propose([caseId!]);
    const [{ id }] = (await db.sql<{ id: string }>(`select id from order_proposal where case_id = $1`, [caseId])) as [{ id: string }];
    for (const actor of [OTHER_AGENCY, CENTRE, COMMUNE])
      expect(await db.api.run(actor, (tx) => tx.query(`select admit_candidate($1) as admitted`, [id]))).toEqual([{ admitted: false }]);
    await db.sql(`update order_proposal set state = 'withdrawn' where id = $1`, [id]);
    expect(await db.api.run(AGENCY, (tx) => tx.query(`select admit_candidate($1) as admitted`, [id]))).toEqual([{ admitted: false }]);
  });

  it('keeps who accompanied a case, stands in for whom, and what a hand-over moved', async () => {
    const { caseId } = (await demand.run(CENTRE, wish(9_060))) as { caseId: string };
    const colleague = { ...CENTRE, accountId: newId(), login: 'centre-second' };
    await db.sql(
      `insert into account (id, organisation_id, province_code, login, role, display_name, state) values ($1, $2, '12', $3, 'centre_staff', $3, 'active')`,
      [colleague.accountId, colleague.organisationId, colleague.login],
    );
    const officers = new CaseOfficers(db.api, new CaseQueries(db.api));
    const assigned = { caseId, accountId: CENTRE.accountId!, deputyId: colleague.accountId, requestId: newId() };
    await officers.assign(CENTRE, assigned);
    await expect(officers.assign(CENTRE, { ...assigned, accountId: COMMUNE.accountId! })).rejects.toMatchObject({
      code: 'OFFICER_UNKNOWN',
    });
    expect((await desk.list(colleague, { mine: true })).demands.map((one) => one.caseId)).toContain(caseId);
    const { cases } = await officers.handOver(CENTRE, { to: colleague.accountId, reason: 'Nghỉ thai sản', requestId: newId() });
    expect(cases).toBeGreaterThanOrEqual(1);
    const [now, before] = await officers.of(CENTRE, caseId);
    expect(now).toMatchObject({ accountId: colleague.accountId, deputyId: null, endedAt: null });
    expect(before).toMatchObject({ accountId: CENTRE.accountId, reason: 'Nghỉ thai sản' });
    // Whoever has left cannot hand over: a colleague does it, a stranger does not.
    await db.sql(`update account set state = 'disabled' where id = $1`, [colleague.accountId]);
    const left = { from: colleague.accountId, to: CENTRE.accountId!, reason: 'Nghỉ việc', requestId: 'left-once' };
    expect(await officers.colleagues(CENTRE)).toContainEqual({
      accountId: left.from,
      name: colleague.login,
      cases,
      active: false,
      own: false,
    });
    await expect(officers.assign(CENTRE, { caseId, accountId: left.from, requestId: newId() })).rejects.toMatchObject({
      code: 'OFFICER_UNKNOWN',
    });
    await expect(officers.handOver(COMMUNE, { ...left, to: COMMUNE.accountId! })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await officers.handOver(CENTRE, left)).cases).toBeGreaterThanOrEqual(1);
    expect((await officers.handOver(CENTRE, left)).cases).toBe(0);
    expect((await officers.of(CENTRE, caseId))[0]).toMatchObject({ accountId: CENTRE.accountId, endedAt: null });
  });

  it('lets an office end only what its own people accompany, in the service and in the database', async () => {
    const { caseId } = (await demand.run(COMMUNE, wish(9_070))) as { caseId: string };
    const officers = new CaseOfficers(db.api, new CaseQueries(db.api));
    const to = ({ accountId }: typeof CENTRE, requestId = newId()) => ({ caseId, accountId: accountId!, requestId });
    expect(await officers.assign(CENTRE, to(CENTRE, 'assign-once'))).toMatchObject([
      { accountId: CENTRE.accountId },
      { accountId: COMMUNE.accountId },
    ]);
    expect(await officers.assign(CENTRE, to(CENTRE, 'assign-once'))).toHaveLength(2);
    await expect(officers.assign(COMMUNE, to(COMMUNE))).rejects.toMatchObject({ code: 'OFFICER_OF_OTHERS' });
    const ended = (actor: typeof CENTRE) =>
      db.api.run(actor, (tx) => tx.execute(`update case_officer set ended_at = now() where case_id = $1 and ended_at is null`, [caseId]));
    expect([await ended(COMMUNE), await ended(CENTRE)]).toEqual([0, 1]);
    // Another office's account has no name here, and is not left out: nobody takes the case for free.
    await db.sql(`update case_file set agency_id = $2 where id = $1`, [caseId, OFFICE.agency]);
    expect((await officers.of(AGENCY, caseId)).map(({ name }) => name)).toEqual(['Cán bộ của đơn vị khác', 'Cán bộ của đơn vị khác']);
  });

  it('finds the one fitting order behind two hundred and fifty that are too early in the list, and none that takes nobody any more', async () => {
    const { caseId } = (await demand.run(COMMUNE, wish(9_080))) as { caseId: string };
    const insert = (more: string, code: string, terms: object, closes: string | null) =>
      db.sql(
        `insert into job_order (id, code, agency_id, province_code, market, title, places, closes_on, terms, state, approved_version)
         select gen_random_uuid(), $1 || n, $2, '12', 'JP', 'Đơn', 5, $3::date, $4, 'approved', 1 from ${more}`,
        [code, OFFICE.agency, closes, JSON.stringify({ ...TERMS, ...terms })],
      );
    await insert('generate_series(1, 250) n', '0000-', { ageTo: 17 }, null);
    await insert('generate_series(1, 1) n', '0001-', {}, '2020-01-01');
    await insert('generate_series(1, 1) n', 'ZZZZ-', { title: 'Đơn hợp' }, null);
    const found = await desk.offers(CENTRE, caseId);
    expect(found).toHaveLength(20);
    expect(found.find(({ code }) => code === 'ZZZZ-1')).toMatchObject({ title: 'Đơn hợp', misses: [] });
    expect(found.findIndex(({ misses }) => misses.length > 0)).toBeGreaterThan(0);
    expect(found.some(({ code }) => code === '0001-1')).toBe(false);

    // The words of the wish are compared over every order, however they are written.
    const weaver = (await demand.run(COMMUNE, wish(9_081, { occupations: ['ĐAN LÁT mây'], language: 'Tiếng Nhật N4' }))) as {
      caseId: string;
    };
    await insert('generate_series(1, 250) n', '0002-', { occupation: 'Hàn xì' }, null);
    await insert('generate_series(1, 1) n', 'ZZZY-', { occupation: 'Thợ đan  lát', language: 'n4' }, null);
    const weaving = await desk.offers(CENTRE, weaver.caseId);
    expect(weaving[0]).toMatchObject({ code: 'ZZZY-1', fits: expect.arrayContaining(['OCCUPATION', 'LANGUAGE']), misses: [] });
    for (const offers of [found, weaving]) {
      const points = offers.map(rankMatch);
      expect(points).toEqual([...points].sort((a, b) => b - a));
    }
  });
});
