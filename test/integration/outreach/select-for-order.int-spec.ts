import { AgencyBranches, ChangeLicence, JobOrders, OrderRows, RecruitmentPermissions } from '@app/agencies';
import { CorrectEvent, RecordMilestone } from '@app/casework';
import { newId } from '@app/kernel';
import type { SelectionAnswer, SelectionLine } from '@app/outreach';
import type { TestDatabase } from '../../support/test-database';
import { AGENCY, CENTRE, day, DEPARTMENT, ELSEWHERE, OFFICE, openDatabase, OTHER_AGENCY } from '../casework/casework-fixture';
import { approvedOrder, counselled, mayRecruit, registeredContract, SECOND, selectForOrder, TERMS } from './outreach-fixture';

describe('selection for an order', () => {
  let db: TestDatabase;
  let contract: string;
  let serial = 5_000;
  beforeAll(async () => {
    db = await openDatabase();
    contract = await mayRecruit(db);
  });
  afterAll(() => db.close());

  const people = (count: number, agencyId?: string | null) => counselled(db, count, (serial += count) - count, agencyId);
  const select = (orderId: string, results: SelectionLine[], more: object = {}) =>
    selectForOrder(db).run(AGENCY, { orderId, round: 'Đợt 1', heldOn: day('2026-11-20'), results, requestId: newId(), ...more });
  const passed = (ids: readonly string[]): SelectionLine[] => ids.map((ref) => ({ ref, result: 'PASSED' }));
  const told = ({ results }: SelectionAnswer) => results.map(({ verdict, code }) => code ?? verdict);
  const counts = async (orderId: string) =>
    (await db.sql<{ passed: number; exited: number }>(`select passed, exited from order_counts(array[$1]::uuid[])`, [orderId]))[0];

  it('gives twenty selections at once exactly the five places there are', async () => {
    const order = await approvedOrder(db, contract);
    const cases = await people(20);
    const answers = await Promise.all(cases.map((id) => select(order, passed([id]))));
    expect(answers.flatMap(told).sort()).toEqual([...Array<string>(15).fill('ORDER_FULL'), ...Array<string>(5).fill('selected')]);
    expect(await counts(order)).toEqual({ passed: 5, exited: 0 });
    expect(
      await db.sql(`select count(*)::int as n from case_file where id = any ($1) and stage = 'SELECTED' and order_id = $2`, [cases, order]),
    ).toEqual([{ n: 5 }]);
  });

  it('shows the registered contract of the order as the paper of everybody selected, once', async () => {
    const order = await approvedOrder(db, contract);
    const [chosen] = await people(1);
    const results = passed([chosen!]);
    await select(order, results);
    expect(told(await select(order, results))).toEqual(['unchanged']);
    expect(
      await db.sql(
        `select c.facts #> '{guards,SUPPLY_CONTRACT}' as paper, (select count(*)::int from case_event e where e.case_id = c.id and e.kind = 'SUPPLY_CONTRACT_REGISTERED') as told
           from case_file c where c.id = $1`,
        [chosen],
      ),
    ).toEqual([{ paper: { on: '2026-01-09', reference: '7/QLLĐNN' }, told: 1 }]);
  });

  it('holds the number in the database itself, whoever writes and whatever was asked before', async () => {
    const order = await approvedOrder(db, contract);
    const cases = await people(20);
    const milestones = new RecordMilestone(db.api);
    const straight = await Promise.allSettled(
      cases.map((caseId) =>
        milestones.run(AGENCY, {
          caseId,
          requestId: newId(),
          kind: 'SELECTED',
          effectiveOn: day('2026-11-20'),
          detail: { orderId: order },
        }),
      ),
    );
    const refused = straight.filter((one) => one.status === 'rejected').map(({ reason }) => (reason as { code: string }).code);
    expect(refused).toEqual(Array(15).fill('ORDER_FULL'));
    expect(await counts(order)).toMatchObject({ passed: 5 });
  });

  it('frees a place by a withdrawal, and does not let its correction make a sixth', async () => {
    const order = await approvedOrder(db, contract, { places: 1 });
    const [first, second] = await people(2);
    expect(told(await select(order, passed([first!])))).toEqual(['selected']);
    const milestones = new RecordMilestone(db.api);
    const left = await milestones.run(AGENCY, { caseId: first!, requestId: newId(), kind: 'WITHDRAWN', detail: { reason: 'FAMILY' } });
    expect(told(await select(order, passed([second!])))).toEqual(['selected']);
    await expect(
      new CorrectEvent(db.api).run(CENTRE, { caseId: first!, eventId: left.eventId!, reason: 'Ghi nhầm người', requestId: newId() }),
    ).rejects.toMatchObject({ code: 'ORDER_FULL' });
    expect(await counts(order)).toMatchObject({ passed: 1 });
  });

  it('answers each line of a list, takes people by code and number, and the same list again changes nothing', async () => {
    const order = await approvedOrder(db, contract, { places: 2 });
    const [a, b, c, d] = await people(4);
    const [other] = await people(1, OFFICE.otherAgency);
    const [{ code }] = (await db.sql<{ code: string }>(`select code from case_file where id = $1`, [b])) as [{ code: string }];
    const list: SelectionLine[] = [
      { ref: a!, result: 'PASSED', score: '80' },
      { ref: code.toLowerCase(), result: 'PASSED' },
      { ref: c!, result: 'PASSED' },
      { ref: d!, result: 'FAILED', reason: 'LANGUAGE' },
      { ref: d!, result: 'ABSENT' },
      { ref: other!, result: 'PASSED' },
      { ref: '099099000001', result: 'PASSED' },
      { ref: c!, result: 'FAILED' },
    ];
    const answer = await select(order, list);
    expect(told(answer)).toEqual([
      'selected',
      'selected',
      'ORDER_FULL',
      'seen',
      'CANDIDATE_TWICE',
      'CANDIDATE_UNKNOWN',
      'CANDIDATE_UNKNOWN',
      'REASON_MISSING',
    ]);
    const before = await db.sql(`select case_id, result, reason, score, recorded_at from selection_result order by case_id`);
    expect(told(await select(order, list))).toEqual([
      'unchanged',
      'unchanged',
      'ORDER_FULL',
      'unchanged',
      'CANDIDATE_TWICE',
      'CANDIDATE_UNKNOWN',
      'CANDIDATE_UNKNOWN',
      'REASON_MISSING',
    ]);
    expect(await db.sql(`select case_id, result, reason, score, recorded_at from selection_result order by case_id`)).toEqual(before);
    expect(told(await select(order, [{ ref: a!, result: 'FAILED', reason: 'HEALTH' }]))).toEqual(['HOLDS_PLACE']);
    // The case names its order, so no other order may take the person.
    const another = await approvedOrder(db, contract);
    expect(told(await select(another, passed([a!])))).toEqual(['IN_OTHER_ORDER']);
  });

  it('stops new steps of an agency whose licence ended or is suspended, and lets running cases go on', async () => {
    const order = await approvedOrder(db, contract);
    const [running, waiting] = await people(2);
    await select(order, passed([running!]));
    const licence = new ChangeLicence(db.api);
    const change = (state: 'suspended' | 'valid', from: string, lastDay?: string) =>
      licence.run(DEPARTMENT, {
        organisationId: OFFICE.agency,
        number: '12/GP',
        state,
        from: day(from),
        ...(lastDay && { lastDay: day(lastDay) }),
        basis: 'QĐ',
        requestId: newId(),
      });
    await change('valid', '2026-11-19', '2026-11-20');
    const ended = { code: 'LICENCE_NOT_VALID' };
    await expect(select(order, passed([waiting!]), { heldOn: day('2026-11-21') })).rejects.toMatchObject(ended);
    await expect(change('valid', '2026-11-22', '2026-11-21')).rejects.toMatchObject({ code: 'LICENCE_DAYS' });
    await change('suspended', '2026-11-21');
    await expect(select(order, passed([waiting!]), { heldOn: day('2026-11-21') })).rejects.toMatchObject({ code: 'LICENCE_NOT_VALID' });
    await expect(
      new JobOrders(db.api).file(AGENCY, { terms: { ...TERMS, contractId: contract }, provinceCode: '12', requestId: newId() }),
    ).rejects.toMatchObject({ code: 'LICENCE_NOT_VALID' });
    const signed = await new RecordMilestone(db.api).run(AGENCY, {
      caseId: running!,
      requestId: newId(),
      kind: 'CONTRACT_SIGNED',
      effectiveOn: day('2026-11-22'),
    });
    expect(signed).toMatchObject({ outcome: 'recorded', stage: 'CONTRACTED' });
    await change('valid', '2026-11-22');
    expect(told(await select(order, passed([waiting!]), { heldOn: day('2026-11-22') }))).toEqual(['selected']);
  });

  it('recruits only where the province permits, commune by commune', async () => {
    const order = await approvedOrder(db, contract);
    const [here] = await people(1);
    const permissions = new RecruitmentPermissions(db.api);
    const [whole] = await permissions.list(DEPARTMENT, OFFICE.agency);
    await permissions.end(DEPARTMENT, whole!.id, day('2026-11-18'), newId());
    await permissions.permit(DEPARTMENT, {
      agencyId: OFFICE.agency,
      communes: ['03388'],
      from: day('2026-11-19'),
      basis: 'CV 2',
      requestId: newId(),
    });
    expect(told(await select(order, passed([here!])))).toEqual(['NOT_PERMITTED_IN_COMMUNE']);
    const again = { agencyId: OFFICE.agency, communes: ['03390'], from: day('2026-11-19'), basis: 'CV 3', requestId: newId() };
    await permissions.permit(DEPARTMENT, again);
    await expect(permissions.permit(DEPARTMENT, { ...again, requestId: newId() })).rejects.toMatchObject({ code: 'PERMISSION_OVERLAPS' });
    expect(told(await select(order, passed([here!])))).toEqual(['selected']);
    await expect(permissions.permit(DEPARTMENT, { ...again, communes: ['02647'], requestId: newId() })).rejects.toMatchObject({
      code: 'PLACE_UNKNOWN',
    });
  });

  it('keeps every version, lets another person decide, and never approves more than the contract or fewer than have passed', async () => {
    const small = await registeredContract(db, 6);
    const orders = new JobOrders(db.api);
    const order = await approvedOrder(db, small, { places: 4 });
    const filed = await orders.file(AGENCY, { terms: { ...TERMS, contractId: small, places: 3 }, provinceCode: '12', requestId: newId() });
    await expect(orders.decide(SECOND, filed.id, { decision: 'approve' }, newId())).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await expect(orders.decide(AGENCY, filed.id, { decision: 'approve' }, newId())).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    await select(order, passed(await people(3)));
    await orders.fileVersion(AGENCY, order, { ...TERMS, contractId: small, places: 2 }, newId());
    await expect(orders.decide(SECOND, order, { decision: 'approve' }, newId())).rejects.toMatchObject({ code: 'BELOW_PASSED' });
    // What was approved holds while a change waits.
    expect((await orders.get(AGENCY, order)).terms.places).toBe(4);
    await orders.fileVersion(AGENCY, order, { ...TERMS, contractId: small, places: 6 }, newId());
    await orders.decide(SECOND, order, { decision: 'approve' }, newId());
    const { versions, ...now } = await orders.get(AGENCY, order);
    expect(now).toMatchObject({ approvedVersion: 3, terms: { places: 6 }, passed: 3, exited: 0 });
    expect(versions.map(({ version, state, terms }) => [version, state, terms.places])).toEqual([
      [3, 'approved', 6],
      [2, 'superseded', 2],
      [1, 'approved', 4],
    ]);
    await expect(orders.decide(SECOND, order, { decision: 'approve' }, newId())).rejects.toMatchObject({ code: 'ORDER_STATE' });
    await orders.close(AGENCY, order, newId());
    await expect(select(order, passed(await people(1)))).rejects.toMatchObject({ code: 'ORDER_CLOSED' });
  });

  it('approves no fewer places than are being taken at the same moment', async () => {
    const order = await approvedOrder(db, contract, { places: 2 });
    const orders = new JobOrders(db.api);
    await orders.fileVersion(AGENCY, order, { ...TERMS, contractId: contract, places: 1 }, newId());
    const [first, second] = await people(2);
    await select(order, passed([first!]));
    let decided: Promise<PromiseSettledResult<unknown>[]> | undefined;
    await db.api.run(AGENCY, async (tx) => {
      const selected = {
        caseId: second!,
        requestId: newId(),
        kind: 'SELECTED' as const,
        effectiveOn: day('2026-11-20'),
        detail: { orderId: order },
      };
      await new RecordMilestone(db.api).apply(tx, selected);
      let settled = false;
      decided = Promise.allSettled([orders.decide(SECOND, order, { decision: 'approve' }, newId())]);
      void decided.then(() => (settled = true));
      const waits = async () =>
        (
          await db.sql(
            `select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and locktype = 'advisory' and not granted`,
          )
        ).length > 0;
      while (!settled && !(await waits())) await new Promise((resolve) => setTimeout(resolve, 10));
    });
    expect(await decided).toMatchObject([{ status: 'rejected', reason: { code: 'BELOW_PASSED' } }]);
    expect(await counts(order)).toMatchObject({ passed: 2 });
  });

  it('opens no order again that was closed, and takes none under a contract of somebody else', async () => {
    const orders = new JobOrders(db.api);
    const order = await approvedOrder(db, contract);
    await orders.fileVersion(AGENCY, order, { ...TERMS, contractId: contract, places: 6 }, newId());
    await orders.close(AGENCY, order, newId());
    for (const decision of ['approve', 'refuse'] as const)
      await expect(orders.decide(SECOND, order, { decision, reason: 'x' }, newId())).rejects.toMatchObject({ code: 'ORDER_STATE' });
    const { state, versions } = await orders.get(AGENCY, order);
    expect([state, ...versions.map((one) => one.state)]).toEqual(['closed', 'superseded', 'approved']);
    await db.sql(`update supply_contract set agency_id = $2 where id = $1`, [contract, OFFICE.otherAgency]);
    const foreign = { ...TERMS, legalForm: 'SKILL_UPGRADE', contractId: contract };
    await expect(orders.file(AGENCY, { terms: foreign, provinceCode: '12', requestId: newId() })).rejects.toMatchObject({
      code: 'CONTRACT_FOREIGN',
    });
    await db.sql(`update supply_contract set agency_id = $2 where id = $1`, [contract, OFFICE.agency]);
  });

  it('files one order and one branch for one request, and counts an order against the contract that was approved last', async () => {
    const orders = new JobOrders(db.api);
    const filing = { terms: { ...TERMS, contractId: contract }, provinceCode: '12', requestId: newId() };
    const made = await orders.file(AGENCY, filing);
    expect(await orders.file(AGENCY, filing)).toMatchObject({ id: made.id, code: made.code });
    const branches = new AgencyBranches(db.api);
    const branch = {
      agencyId: OFFICE.agency,
      name: 'Chi nhánh',
      address: 'Số 1',
      from: day('2026-01-01'),
      basis: 'QĐ',
      requestId: newId(),
    };
    const opened = await branches.open(DEPARTMENT, branch);
    expect(await branches.open(DEPARTMENT, branch)).toHaveLength(opened.length);
    const [from, to] = [await registeredContract(db, 6), await registeredContract(db, 6)];
    const order = await approvedOrder(db, from, { places: 6 });
    await orders.fileVersion(AGENCY, order, { ...TERMS, contractId: to, places: 6 }, newId());
    await orders.decide(SECOND, order, { decision: 'approve' }, newId());
    expect(await db.sql(`select contract_places($1) as left_over, contract_places($2) as taken`, [from, to])).toEqual([
      { left_over: 0, taken: 6 },
    ]);
  });

  it('gives nobody a place whose case lies behind, however the person is named', async () => {
    const order = await approvedOrder(db, contract);
    const [returned, dead, gone] = await people(3);
    const milestones = new RecordMilestone(db.api);
    await milestones.run(CENTRE, { caseId: gone!, requestId: newId(), kind: 'WITHDRAWN', detail: { reason: 'FAMILY' } });
    await db.sql(`update case_file set stage = 'RETURNED' where id = $1`, [returned]);
    await db.sql(`update case_file set stage = 'DECEASED' where id = $1`, [dead]);
    const codes = await db.sql<{ code: string }>(`select code from case_file where id = any ($1)`, [[returned, dead, gone]]);
    expect(told(await select(order, passed([returned!, dead!, gone!, ...codes.map(({ code }) => code)])))).toEqual(
      Array(6).fill('CASE_BEHIND'),
    );
    expect(await counts(order)).toBeUndefined();
  });

  it('two approvals at once never share the last places of a contract', async () => {
    const tight = await registeredContract(db, 5);
    const orders = new JobOrders(db.api);
    const filed = await Promise.all(
      [1, 2, 3].map(() =>
        orders.file(AGENCY, { terms: { ...TERMS, contractId: tight, places: 3 }, provinceCode: '12', requestId: newId() }),
      ),
    );
    const outcomes = await Promise.allSettled(filed.map(({ id }) => orders.decide(SECOND, id, { decision: 'approve' }, newId())));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('shows an order and its people to nobody of another agency or province', async () => {
    const order = await approvedOrder(db, contract);
    for (const actor of [OTHER_AGENCY, ELSEWHERE]) {
      expect(await db.api.run(actor, (tx) => OrderRows.find(tx, order))).toBeUndefined();
      await expect(
        selectForOrder(db).run(actor, { orderId: order, round: 'x', heldOn: day('2026-11-20'), results: [], requestId: newId() }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('takes a selection of an agency only into an order, and gives the place back when the case passes to another agency', async () => {
    const order = await approvedOrder(db, contract);
    const [id] = await people(1);
    const milestones = new RecordMilestone(db.api);
    await expect(
      milestones.run(AGENCY, { caseId: id!, requestId: newId(), kind: 'SELECTED', effectiveOn: day('2026-11-20') }),
    ).rejects.toMatchObject({ code: 'ORDER_MISSING' });
    await select(order, passed([id!]));
    await milestones.run(DEPARTMENT, {
      caseId: id!,
      requestId: newId(),
      kind: 'AGENCY_CHANGED',
      effectiveOn: day('2026-11-21'),
      detail: { reason: 'LICENCE_LOST', agencyId: OFFICE.otherAgency },
    });
    expect(await counts(order)).toBeUndefined();
    expect(await db.sql(`select agency_id, order_id from case_file where id = $1`, [id])).toEqual([
      { agency_id: OFFICE.otherAgency, order_id: null },
    ]);
  });
});
