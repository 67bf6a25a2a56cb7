import { CorrectEvent, RecordMilestone, UndoRequest } from '@app/casework';
import type { Actor, LocalDate, Role, Scope } from '@app/kernel';
import { type AnswerCommand, AnswerAlert, CloseAlerts, OverstaySweep, TakeBackAnswer } from '@app/overstay';
import { AppConfig } from '@app/platform';
import { insertOverdueCases, type OverdueCases } from '../../support/overdue-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { caseOf, DEPARTED, OFFICE, SIGNED } from '../casework/casework-fixture';
import { insertAlertPolicies } from './alert-policies';

const TODAY = '2026-11-23';
const day = (text: string) => text as LocalDate;
const person = (n: number, role: Role, organisationId: string, scope: Scope): Actor & { accountId: string } => ({
  accountId: `00000000-0000-7000-8000-00000000000${n}`,
  login: `p${n}`,
  role,
  organisationId,
  scope,
});

/** Cases with their whole history, by name: most ended long ago, one the day before yesterday. */
const ENDS = {
  home: '2026-07-01',
  longer: '2026-11-21',
  asked: '2026-07-02',
  contact: '2026-07-03',
  silent: '2026-07-04',
  refused: '2026-07-05',
  corrected: '2026-07-06',
  sibling: '2026-07-07',
  moved: '2026-07-08',
} as const;
type Name = keyof typeof ENDS;

/** A slip of the finger leaves a trace in the history and nothing else: the question stands as it stood. */
describe('an answer taken back', () => {
  let db: TestDatabase;
  let made: OverdueCases;
  let agency: Actor & { accountId: string };
  let centre: Actor & { accountId: string };
  let commune: Actor & { accountId: string };
  const cases = new Map<string, string>();
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertAlertPolicies(db.sql);
    made = await insertOverdueCases(db.sql, { count: 1, today: TODAY, communes: 4, agencies: 1 });
    agency = person(1, 'agency_clerk', made.agencyIds[0]!, { kind: 'agency', agencyId: made.agencyIds[0]! });
    centre = person(2, 'centre_staff', made.centreId, { kind: 'province', province: '12' });
    commune = person(4, 'commune_officer', made.departmentId, { kind: 'commune', province: '12', communes: made.communes });
    await db.sql(
      `insert into organisation (id, kind, key, name, name_key, province_code) values ($1, 'employment_service_centre', 'C12', 'Trung tâm 12', 'trung tam 12', '12')`,
      [OFFICE.centre],
    );
    await db.sql(
      `insert into policy_rule (key, market, value, valid, basis, certain, entered_by) values ('orientation.certificate_months', '*', '24', '[2015-01-01,)', 'test', true, 'test')`,
    );
    for (const [name, ends] of Object.entries(ENDS)) {
      const contract = { ...DEPARTED.contract!, endsOn: day(ends) };
      cases.set(
        name,
        (await caseOf(db, [SIGNED, { ...DEPARTED, contract }], { agencyId: made.agencyIds[0], communeCode: made.communes[0] })).caseId,
      );
    }
    await sweep();
  });
  afterAll(() => db.close());

  const sweep = () => new OverstaySweep(db.jobs, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' })).run({ startedBy: 'test' });
  const milestones = () => new RecordMilestone(db.api);
  const takeBack = (actor: Actor & { accountId: string }, alertId: number, requestKey: string) =>
    new TakeBackAnswer(db.api, new UndoRequest(db.api, new CorrectEvent(db.api)), new CloseAlerts(db.api)).run(actor, {
      alertId,
      requestKey,
      requestId: `back:${requestKey}`,
    });
  const answer = (actor: Actor, alertId: number, key: string, said: Omit<AnswerCommand, 'alertId' | 'requestId'>) =>
    new AnswerAlert(db.api, milestones()).run(actor, { ...said, alertId, requestId: `${actor.accountId}:${key}` });
  const alertOf = async (name: Name, rule: string) =>
    Number(
      (
        await db.sql<{ id: string }>(`select id::text from alert where case_id = $1 and rule = $2 order by target_date desc limit 1`, [
          cases.get(name),
          rule,
        ])
      )[0]!.id,
    );
  /** Everything an answer may move. */
  const picture = async (name: Name) => ({
    case: await db.sql(`select stage, returned_on::text, contract_end::text from case_file where id = $1`, [cases.get(name)]),
    alerts: await db.sql(`select rule, state, closed_reason, answer_by::text from alert where case_id = $1 order by rule, target_date`, [
      cases.get(name),
    ]),
    told: await db.sql(
      `select i.kind, n.kind as by, n.addressee, n.state, i.verifying from notice_item i join notice n on n.id = i.notice_id where i.case_id = $1 order by i.kind, n.addressee, n.id`,
      [cases.get(name)],
    ),
    tasks: await db.sql(`select kind from desk_task where case_id = $1 and state = 'open' order by kind`, [cases.get(name)]),
  });
  const system = <T>(work: (alerts: CloseAlerts, tx: never) => Promise<T>) =>
    db.jobs.run({ ...centre, role: 'system', scope: { kind: 'system' } } as Actor, (tx) => work(new CloseAlerts(db.jobs), tx as never));

  it.each([
    ['a return by the commune', 'home', 'SUSPECTED_OVERSTAY', () => commune, { answer: 'RETURNED', happenedOn: day('2026-11-01') }],
    ['an extension by the agency', 'longer', 'RETURN_UNCONFIRMED_0', () => agency, { answer: 'EXTENDED', newEnd: day('2027-11-20') }],
    ['in contact', 'contact', 'SUSPECTED_OVERSTAY', () => commune, { answer: 'NOT_RETURNED_IN_CONTACT' }],
    ['no contact, which had passed the question on', 'silent', 'SUSPECTED_OVERSTAY', () => commune, { answer: 'NO_CONTACT' }],
  ] as const)('%s: all is as before, the answer stays and is marked', async (_, name, rule, who, said) => {
    const before = await picture(name);
    const id = await alertOf(name, rule);
    await answer(who(), id, `k-${name}`, said);
    expect(await picture(name)).not.toEqual(before);
    expect(await takeBack(who(), id, `k-${name}`)).toEqual({ alertId: id, caseId: cases.get(name) });
    expect(await picture(name)).toEqual(before);
    expect(await db.sql(`select answer, taken_back_at is not null as back from alert_answer where alert_id = $1`, [id])).toEqual([
      { answer: said.answer, back: true },
    ]);
    expect(await takeBack(who(), id, `k-${name}`)).toMatchObject({ alertId: id });
    expect(await picture(name)).toEqual(before);
  });

  it('that only the centre may record is with the centre already: it is answered anew, not taken back', async () => {
    const id = await alertOf('asked', 'SUSPECTED_OVERSTAY');
    await answer(commune, id, 'asked', { answer: 'EXTENDED', newEnd: day('2027-11-20') });
    const after = await picture('asked');
    await expect(takeBack(commune, id, 'asked')).rejects.toMatchObject({ code: 'PASSED_ON' });
    expect(await picture('asked')).toEqual(after);
    expect(after.tasks).toEqual([{ kind: 'CONFIRM_EXTENSION' }]);
  });

  it('is for its own sender, soon, and while nobody has said anything since', async () => {
    const id = await alertOf('refused', 'SUSPECTED_OVERSTAY');
    await answer(commune, id, 'mine', { answer: 'NOT_RETURNED_IN_CONTACT' });
    await expect(takeBack(centre, id, 'mine')).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await expect(takeBack(commune, id, 'another')).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await db.sql(`update alert_answer set recorded_at = now() - interval '31 minutes' where alert_id = $1`, [id]);
    await expect(takeBack(commune, id, 'mine')).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
    await db.sql(`update alert_answer set recorded_at = now() where alert_id = $1`, [id]);
    await answer(centre, id, 'later', { answer: 'NO_CONTACT' });
    await expect(takeBack(commune, id, 'mine')).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
  });

  it('a question that had been answered before another answer closed it is answered again, not asked', async () => {
    const id = await alertOf('sibling', 'SUSPECTED_OVERSTAY');
    const [other] = await db.sql<{ id: string }>(
      `select id::text from alert where case_id = $1 and state = 'open' and id <> $2 and family in ('RETURN_UNCONFIRMED', 'OVERSTAY', 'PERSUASION_DUE') order by id limit 1`,
      [cases.get('sibling'), id],
    );
    await answer(centre, id, 'sibling-1', { answer: 'NOT_RETURNED_IN_CONTACT' });
    const before = await picture('sibling');
    expect(before.alerts).toContainEqual(expect.objectContaining({ rule: 'SUSPECTED_OVERSTAY', state: 'answered' }));
    await answer(centre, Number(other!.id), 'sibling-2', { answer: 'RETURNED', happenedOn: day('2026-11-01') });
    await takeBack(centre, Number(other!.id), 'sibling-2');
    expect(await picture('sibling')).toEqual(before);
  });

  it('no contact stands once the next owner is asked', async () => {
    const id = await alertOf('moved', 'SUSPECTED_OVERSTAY');
    await answer(commune, id, 'moved', { answer: 'NO_CONTACT' });
    await sweep();
    const after = await picture('moved');
    await expect(takeBack(commune, id, 'moved')).rejects.toMatchObject({ code: 'PASSED_ON' });
    expect(await picture('moved')).toEqual(after);
  });

  it('a return that is corrected later is asked about again, and only what facts had closed', async () => {
    const caseId = cases.get('corrected')!;
    const before = await picture('corrected');
    await system((alerts, tx) => alerts.forCases(tx, [caseId]));
    const recorded = await milestones().run(centre, {
      caseId,
      requestId: 'wrong-return',
      kind: 'RETURNED',
      effectiveOn: day('2026-11-10'),
      detail: { returnType: 'COMPLETED' },
    });
    expect(await system((alerts, tx) => alerts.forCases(tx, [caseId]))).toBeGreaterThan(0);
    expect(before.told.length).toBeGreaterThan(0);
    expect((await picture('corrected')).told).toEqual([]);
    await new CorrectEvent(db.api).run(centre, { caseId, eventId: recorded.eventId!, requestId: 'mend', reason: 'Nhầm người cùng tên' });
    await system((alerts, tx) => alerts.forCases(tx, [caseId]));
    expect(await picture('corrected')).toEqual(before);
    await system((alerts, tx) => alerts.forCases(tx, [caseId]));
    expect(await picture('corrected')).toEqual(before);

    const closed = await alertOf('corrected', 'SUSPECTED_OVERSTAY');
    await db.sql(`update alert set state = 'closed', closed_reason = 'NOTED' where id = $1`, [closed]);
    await system((alerts, tx) => alerts.forCases(tx, [caseId]));
    expect(await db.sql(`select state from alert where id = $1`, [closed])).toEqual([{ state: 'closed' }]);
  });
});
