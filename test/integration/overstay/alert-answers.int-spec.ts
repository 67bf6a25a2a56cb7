import { RecordMilestone } from '@app/casework';
import type { Actor, LocalDate, Role, Scope } from '@app/kernel';
import {
  AlertQueries,
  AnswerAlert,
  CloseAlerts,
  DecideOverstay,
  OverstaySweep,
  ProposeOverstay,
  RecordVisit,
  ReportAbsconding,
  RerouteRecipients,
} from '@app/overstay';
import { AppConfig } from '@app/platform';
import { insertOverdueCases, type OverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertAlertPolicies } from './alert-policies';

const TODAY = '2026-11-23';
const day = (text: string) => text as LocalDate;
const person = (n: number, role: Role, organisationId: string, scope: Scope): Actor => ({
  accountId: `00000000-0000-7000-8000-00000000000${n}`,
  login: `p${n}`,
  role,
  organisationId,
  scope,
});

describe('answers, visits and confirmations', () => {
  let db: TestDatabase;
  let made: OverdueCases;
  let agency: Actor;
  let centre: Actor;
  let commune: Actor;
  let department: Actor;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertAlertPolicies(db.sql, 'practice-rules.json');
    // Case n ended n+1 days ago; case 20 (KR, TW, JP in turn) is past every grace.
    made = await insertOverdueCases(db.sql, { count: 40, today: TODAY, communes: 4, agencies: 1 });
    agency = person(1, 'agency_clerk', made.agencyIds[0]!, { kind: 'agency', agencyId: made.agencyIds[0]! });
    centre = person(2, 'centre_staff', made.centreId, { kind: 'province', province: '12' });
    department = person(3, 'department_officer', made.departmentId, { kind: 'province', province: '12' });
    commune = person(4, 'commune_officer', made.departmentId, {
      kind: 'commune',
      province: '12',
      communes: made.communes,
    });
    await sweep();
  });
  afterEach(() => db.close());

  const sweep = (asOf?: string) =>
    new OverstaySweep(db.jobs, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' })).run({ asOf, startedBy: 'test' });
  const milestones = () => new RecordMilestone(db.api);
  const answers = () => new AnswerAlert(db.api, milestones());
  const alertOf = async (caseIndex: number, rule: string) =>
    (
      await db.sql<{
        id: string;
        state: string;
        closed_reason: string | null;
        owner: string;
        answer_by: string | null;
      }>(
        `select id::text, state, closed_reason, owner, answer_by::text from alert where case_id = $1 and rule = $2 order by target_date desc`,
        [made.caseIds[caseIndex], rule],
      )
    )[0]!;
  const live = (caseIndex: number) =>
    db.sql<{ rule: string }>(`select rule from alert where case_id = $1 and state in ('open', 'answered') order by rule`, [
      made.caseIds[caseIndex],
    ]);

  it('RETURNED records the return as a reported fact and closes every question', async () => {
    const alert = await alertOf(20, 'SUSPECTED_OVERSTAY');
    const result = await answers().run(commune, {
      alertId: Number(alert.id),
      requestId: 'r1',
      answer: 'RETURNED',
      happenedOn: day('2026-11-01'),
    });
    expect(result).toMatchObject({ state: 'closed', late: false, stage: 'RETURNED' });
    expect(await live(20)).toEqual([]);
    const [event] = await db.sql(
      `select kind, effective_on::text, proof, stage_after from case_event where case_id = $1 and kind = 'RETURNED'`,
      [made.caseIds[20]],
    );
    expect(event).toEqual({ kind: 'RETURNED', effective_on: '2026-11-01', proof: 'reported', stage_after: 'RETURNED' });
    expect(await db.sql(`select action from audit_entry where action = 'overstay.answer'`)).toHaveLength(1);
  });

  it('the same request again gives the first result and adds nothing, even twenty at once', async () => {
    const alert = await alertOf(20, 'SUSPECTED_OVERSTAY');
    const command = {
      alertId: Number(alert.id),
      requestId: 'same',
      answer: 'RETURNED' as const,
      happenedOn: day('2026-11-01'),
    };
    const results = await Promise.all(Array.from({ length: 20 }, () => answers().run(commune, command)));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await db.sql(`select from alert_answer`)).toHaveLength(1);
    expect(await db.sql(`select from case_event where kind = 'RETURNED'`)).toHaveLength(1);
  });

  it('EXTENDED by the agency moves the end and closes what asked about the old one', async () => {
    const alert = await alertOf(1, 'RETURN_UNCONFIRMED_0');
    await answers().run(agency, {
      alertId: Number(alert.id),
      requestId: 'e1',
      answer: 'EXTENDED',
      newEnd: day('2027-11-20'),
      happenedOn: day('2026-11-10'),
    });
    expect(await live(1)).toEqual([]);
    const [row] = await db.sql(`select contract_end::text from case_file where id = $1`, [made.caseIds[1]]);
    expect(row).toEqual({ contract_end: '2027-11-20' });
  });

  it('EXTENDED by the commune is asked of the centre: it may not report an extension', async () => {
    const alert = await alertOf(20, 'SUSPECTED_OVERSTAY');
    expect(
      await answers().run(commune, {
        alertId: Number(alert.id),
        requestId: 'e2',
        answer: 'EXTENDED',
        newEnd: day('2027-11-20'),
      }),
    ).toMatchObject({ state: 'answered', stage: 'ABROAD' });
    expect(await db.sql(`select kind, desk from desk_task where kind = 'CONFIRM_EXTENSION'`)).toEqual([
      { kind: 'CONFIRM_EXTENSION', desk: 'centre' },
    ]);
  });

  it('a question about a paper of somebody abroad is not answered by the four answers, and says so', async () => {
    const alert = await alertOf(20, 'SUSPECTED_OVERSTAY');
    await db.sql(`update alert set family = 'PASSPORT', rule = 'PASSPORT_180' where id = $1`, [alert.id]);
    await expect(
      answers().run(centre, { alertId: Number(alert.id), requestId: 'p1', answer: 'NOT_RETURNED_IN_CONTACT' }),
    ).rejects.toMatchObject({ code: 'ALERT_ANSWER_UNFIT', message: expect.stringContaining('hỏi về giấy tờ') });
  });

  it('in contact stops the clock, no contact passes the question on', async () => {
    const suspected = await alertOf(20, 'SUSPECTED_OVERSTAY');
    await answers().run(commune, { alertId: Number(suspected.id), requestId: 'c1', answer: 'NOT_RETURNED_IN_CONTACT' });
    const other = await alertOf(21, 'SUSPECTED_OVERSTAY');
    await answers().run(commune, { alertId: Number(other.id), requestId: 'c2', answer: 'NO_CONTACT' });
    await sweep();
    expect(await alertOf(20, 'SUSPECTED_OVERSTAY')).toMatchObject({ state: 'answered', owner: 'commune' });
    expect(await alertOf(21, 'SUSPECTED_OVERSTAY')).toMatchObject({ state: 'open', owner: 'department' });
  });

  it('a late answer is kept as late and news in it is still recorded', async () => {
    const alert = await alertOf(20, 'SUSPECTED_OVERSTAY');
    await db.sql(`update alert set state = 'closed', closed_reason = 'DATE_CHANGED' where id = $1`, [alert.id]);
    expect(await answers().run(commune, { alertId: Number(alert.id), requestId: 'l1', answer: 'NOT_RETURNED_IN_CONTACT' })).toMatchObject({
      late: true,
      state: 'closed',
    });
    expect(await db.sql(`select late from alert_answer`)).toEqual([{ late: true }]);
  });

  it('refuses what cannot be: no date, a reader who answers nothing, an alert out of sight', async () => {
    const id = Number((await alertOf(20, 'SUSPECTED_OVERSTAY')).id);
    const refused = (actor: Actor, command: object, by: object) =>
      expect(answers().run(actor, { alertId: id, requestId: `x${Math.random()}`, answer: 'RETURNED', ...command })).rejects.toMatchObject(
        by,
      );
    await refused(commune, {}, { code: 'ANSWER_DATE_MISSING' });
    await refused({ ...department, role: 'leader' }, { happenedOn: day('2026-11-01') }, { code: 'ALERT_ANSWER_FORBIDDEN' });
    await refused(
      { ...commune, scope: { kind: 'commune', province: '15', communes: ['99999'] } },
      { happenedOn: day('2026-11-01') },
      { code: 'NOT_FOUND' },
    );
    await refused(commune, { happenedOn: day('2026-12-01') }, { name: 'DomainError' });
    expect(await db.sql(`select from alert_answer`)).toHaveLength(0);
  });

  it('unanswered questions pass from commune to department after three working days, each told once', async () => {
    expect(await alertOf(20, 'SUSPECTED_OVERSTAY')).toMatchObject({ owner: 'commune', answer_by: '2026-11-26' });
    await sweep('2026-11-26');
    expect(await alertOf(20, 'SUSPECTED_OVERSTAY')).toMatchObject({ owner: 'commune' });
    await sweep('2026-11-27');
    expect(await alertOf(20, 'SUSPECTED_OVERSTAY')).toMatchObject({ owner: 'department', answer_by: '2026-12-02' });
    const [before] = await db.sql<{ n: number }>(`select count(*)::int as n from notice_item`);
    await sweep('2026-11-27');
    expect(await db.sql(`select count(*)::int as n from notice_item`)).toEqual([before]);
  });

  it('a visit ends what asked for it; its promise becomes a plan, its next date a clock', async () => {
    const caseId = made.caseIds[39]!;
    expect((await live(39)).map((a) => a.rule)).toContain('SUSPECTED_OVERSTAY');
    await sweep('2027-01-05');
    expect((await live(39)).map((a) => a.rule)).toContain('PERSUASION_DUE');
    const visits = new RecordVisit(db.api, milestones());
    const command = {
      caseId,
      requestId: 'v1',
      visitedOn: day('2026-11-20'),
      visitors: 'UBND xã, Hội Phụ nữ',
      purpose: 'PERSUADE' as const,
      outcome: 'WORKER_WILL_RETURN' as const,
      promisedOn: day('2026-12-20'),
      nextVisitOn: day('2026-12-21'),
    };
    expect((await visits.run(commune, command)).closedAlerts).toBeGreaterThan(0);
    expect(await visits.run(commune, command)).toMatchObject({ caseId });
    expect(await db.sql(`select from family_visit`)).toHaveLength(1);
    expect((await live(39)).map((a) => a.rule)).not.toContain('PERSUASION_DUE');
    expect(await db.sql(`select kind from case_event where case_id = $1 and kind = 'RETURN_PLANNED'`, [caseId])).toHaveLength(1);
    await expect(visits.run(agency, { ...command, requestId: 'v2' })).rejects.toMatchObject({
      code: 'VISIT_FORBIDDEN',
    });
    await expect(visits.run(commune, { ...command, requestId: 'v3', visitedOn: day('2026-11-24') })).rejects.toMatchObject({
      code: 'VISIT_IN_FUTURE',
    });
    await expect(visits.run(commune, { ...command, requestId: 'v4', nextVisitOn: day('2027-11-24') })).rejects.toMatchObject({
      code: 'VISIT_NEXT_WRONG',
    });
  });

  it('an overstay is confirmed only with a document and by a second person of the department', async () => {
    const caseId = made.caseIds[20]!;
    const propose = new ProposeOverstay(db.api);
    const decide = new DecideOverstay(db.api, milestones());
    const paper = {
      caseId,
      requestId: 'p1',
      basis: 'a' as const,
      number: '12/TB',
      issuer: 'Cơ quan tiếp nhận',
      issuedOn: day('2026-11-15'),
    };
    await expect(propose.run(commune, { ...paper, number: ' ' })).rejects.toMatchObject({
      code: 'PROPOSAL_DOCUMENT_MISSING',
    });
    await expect(propose.run(department, paper)).rejects.toMatchObject({ code: 'PROPOSAL_FORBIDDEN' });
    await expect(propose.run(commune, { ...paper, caseId: made.caseIds[0]! })).rejects.toMatchObject({
      code: 'OVERSTAY_NOT_SUSPECTED',
    });
    const proposal = await propose.run(commune, paper);
    expect(await propose.run(commune, paper)).toEqual(proposal);
    await expect(propose.run(centre, { ...paper, requestId: 'p2' })).rejects.toMatchObject({
      code: 'PROPOSAL_PENDING',
    });
    const decision = { proposalId: proposal.proposalId, requestId: 'd1', decision: 'confirmed' as const };
    await expect(decide.run(centre, decision)).rejects.toMatchObject({ code: 'OVERSTAY_CONFIRM_FORBIDDEN' });
    await expect(decide.run({ ...department, accountId: commune.accountId }, decision)).rejects.toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    expect(await decide.run(department, decision)).toMatchObject({ decision: 'confirmed' });
    expect(await decide.run(department, decision)).toMatchObject({ decision: 'confirmed' });
    const [row] = await db.sql(
      `select c.stage, d.verified_by from case_file c join evidence_document d on d.case_id = c.id where c.id = $1`,
      [caseId],
    );
    expect(row).toEqual({ stage: 'OVERSTAYING', verified_by: department.accountId });
    expect(await alertOf(20, 'SUSPECTED_OVERSTAY')).toMatchObject({ state: 'closed', closed_reason: 'CONFIRMED' });
    await expect(decide.run(department, { ...decision, decision: 'rejected', note: 'x' })).rejects.toMatchObject({
      code: 'PROPOSAL_DECIDED',
    });
  });

  it('an absconding report tells commune, centre and department at once', async () => {
    await new ReportAbsconding(db.api, milestones()).run(agency, {
      caseId: made.caseIds[5]!,
      requestId: 'a1',
      noticedOn: day('2026-11-20'),
    });
    expect(await db.sql(`select payload from outbox where topic = 'sweeps.requested.v1'`)).toEqual([{ payload: { sweep: 'overstay' } }]);
    await sweep();
    const alert = await alertOf(5, 'ABSCONDED_REPORT');
    expect(alert).toMatchObject({ state: 'open', owner: 'commune' });
    expect(await db.sql(`select role from alert_recipient where alert_id = $1 order by 1`, [alert.id])).toEqual([
      { role: 'centre' },
      { role: 'commune' },
      { role: 'department' },
    ]);
    expect(
      await db.sql(`select n.addressee from notice n join notice_item i on i.notice_id = n.id where i.ref_id = $1 and n.kind = 'urgent'`, [
        alert.id,
      ]),
    ).toHaveLength(3);
    expect((await live(5)).map((a) => a.rule)).not.toContain('RETURN_UNCONFIRMED_0');
  });

  it('a commune chosen at last takes over the alerts; the task of the centre is done', async () => {
    const caseId = made.caseIds[22]!;
    await db.sql(`truncate alert, notice, sweep_run cascade`);
    await db.sql(`update case_file set commune_code = null where id = $1`, [caseId]);
    await sweep();
    const suspected = await alertOf(22, 'SUSPECTED_OVERSTAY');
    expect(suspected.owner).toBe('centre');
    const task = () => db.sql<{ state: string }>(`select state from desk_task where kind = 'CHOOSE_COMMUNE' and case_id = $1`, [caseId]);
    expect(await task()).toEqual([{ state: 'open' }]);
    await db.sql(`update case_file set commune_code = $2 where id = $1`, [caseId, made.communes[0]]);
    expect((await new RerouteRecipients(db.jobs).run([caseId])).moved).toBeGreaterThan(0);
    expect(await db.sql(`select addressee from alert_recipient where alert_id = $1 and role = 'commune'`, [suspected.id])).toEqual([
      { addressee: `COMMUNE:${made.communes[0]}` },
    ]);
    expect(await task()).toEqual([{ state: 'done' }]);
    const alerts = await db.sql(`select from alert where case_id = $1`, [caseId]);
    expect(await new RerouteRecipients(db.jobs).run([caseId])).toEqual({ moved: 0 });
    expect(await db.sql(`select from alert where case_id = $1`, [caseId])).toHaveLength(alerts.length);
  });

  it('changed facts close alerts and take back what nobody was told', async () => {
    const caseId = made.caseIds[20]!;
    await db.sql(`update case_file set stage = 'RETURNED', returned_on = '2026-11-01' where id = $1`, [caseId]);
    const items = () => db.sql(`select from notice_item where case_id = $1`, [caseId]);
    expect((await items()).length).toBeGreaterThan(0);
    const closed = await db.jobs.run({ ...centre, role: 'system', scope: { kind: 'system' } }, (tx) =>
      new CloseAlerts(db.jobs).forCases(tx, [caseId]),
    );
    expect(closed).toBeGreaterThan(1);
    expect(await items()).toEqual([]);
  });

  it('no word ends the question for an unknown end of the contract; the contract with its end does', async () => {
    const caseId = made.caseIds[3]!;
    await db.sql(`update case_file set contract_end = null, born_tx = pg_current_xact_id() where id = $1`, [caseId]);
    await sweep();
    const alertId = Number((await alertOf(3, 'END_UNKNOWN_30')).id);
    const closing = new CloseAlerts(db.api).run(agency, { alertId, requestId: 'word', deed: 'NOTED' });
    await expect(closing).rejects.toMatchObject({ code: 'ALERT_NEEDS_END' });
    await milestones().run(agency, {
      caseId,
      requestId: 'contract',
      kind: 'EMPLOYMENT_CONTRACT_SIGNED',
      contract: { kind: 'employment', endsOn: day('2027-05-31') },
    });
    const closed = await db.jobs.run({ ...centre, role: 'system', scope: { kind: 'system' } }, (tx) =>
      new CloseAlerts(db.jobs).forCases(tx, [caseId]),
    );
    expect([closed > 0, (await alertOf(3, 'END_UNKNOWN_30')).state]).toEqual([true, 'closed']);
  });

  it('each office lists what it must answer, earliest first, page by page, with why and what to do', async () => {
    const queries = new AlertQueries(db.api);
    const first = await queries.list(commune, { limit: 5 });
    expect(first.alerts).toHaveLength(5);
    expect(first.alerts[0]).toMatchObject({
      owner: 'commune',
      nextAction: expect.any(String),
      why: expect.stringContaining('xác '),
    });
    const all: number[] = [];
    for (let after: string | undefined; ;) {
      const page = await queries.list(commune, { limit: 5, after });
      all.push(...page.alerts.map((a) => a.id));
      if (!(after = page.next)) break;
    }
    const oracle = await db.sql<{ id: string }>(
      `select id::text from alert a where state = 'open' and (owner = 'commune' or exists (select from alert_recipient r where r.alert_id = a.id and role = 'commune'))`,
    );
    expect(new Set(all)).toEqual(new Set(oracle.map((row) => Number(row.id))));
    expect(all).toHaveLength(oracle.length);
    expect((await queries.list(agency)).alerts.every((a) => a.family === 'RETURN_UNCONFIRMED')).toBe(true);
    const one = await queries.get(department, first.alerts[0]!.id);
    expect(one.recipients.map((r) => r.role)).toContain('commune');
    expect(JSON.stringify(await queries.ofCase(department, one.caseId))).not.toContain('bỏ trốn');
  });
});
