import { DeskTasks } from '@app/identity';
import { localDate, systemActor } from '@app/kernel';
import { CaseQueries } from '@app/casework';
import { CaseOfficers } from '@app/outreach';
import { AlertQueries } from '@app/overstay';
import { SeedPolicies } from '@app/policy';
import { HandOverDesk, SnoozeWork, WorkQueue, type WorkFilter, type WorkRow } from '@app/reporting';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { id, insertTenants, type TenantAccount, type Tenants, TODAY } from '../../support/tenants';

const DESK: Record<string, string> = {
  centre_staff: 'centre',
  department_officer: 'department',
  agency_clerk: 'agency',
  commune_officer: 'commune',
};

/** The queue of every desk against the rows themselves, said in another way: plain SQL with the actor's facts as literals. */
describe('work queue', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  let queue: WorkQueue;
  let snooze: SnoozeWork;
  let officers: TenantAccount[];
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    queue = new WorkQueue(db.api, new AlertQueries(db.api));
    snooze = new SnoozeWork(db.api);
    officers = tenants.accounts.filter(({ role }) => role in DESK);
    // Every desk gets questions in each bucket, tasks with and without a deadline, and the centre two held imports.
    await db.sql(`update alert set owner = (array['agency', 'centre', 'commune', 'department'])[1 + id % 4],
      answer_by = case when id % 9 = 8 then null else date '${TODAY}' + (id % 14)::int - 5 end`);
    await db.sql(`insert into desk_task (desk, province_code, kind, dedupe_key, case_id, due_on, detail)
      select 'centre', c.province_code, (array['DEPARTURE_GAP', 'CHOOSE_COMMUNE', 'CHECK_ADDRESS'])[1 + n % 3], 'q' || n || c.id, c.id,
        case when n % 4 > 0 then date '${TODAY}' + n * 3 end, '{"guards": ["HEALTH"]}' from case_file c, generate_series(1, 4) n`);
    for (const province of ['12', '15'])
      await db.sql(
        `insert into notice (addressee, kind, day, province_code, state, held_batch) values ($1, 'digest', '${TODAY}', $2, 'held', $3)`,
        [`ESC:${province}`, province, id('held', province)],
      );
  });
  afterAll(() => db.close());

  const all = async (account: TenantAccount, filter: WorkFilter = {}, limit = 7): Promise<WorkRow[]> => {
    const rows: WorkRow[] = [];
    for (let after: string | undefined; ;) {
      const page = await queue.list(account.actor, { ...filter, limit, ...(after && { after }) });
      expect(Boolean(page.counts)).toBe(after === undefined);
      rows.push(...page.rows);
      if (!(after = page.next)) return rows;
    }
  };

  /** Kind, id, bucket and deadline of each row that must be there. */
  const expected = async ({ actor, role }: TenantAccount): Promise<string[]> => {
    const desk = DESK[role]!;
    const { scope } = actor;
    const inPlace =
      scope.kind === 'province'
        ? `province_code = '${scope.province}'`
        : scope.kind === 'commune'
          ? `commune_code in (${scope.communes.map((code) => `'${code}'`).join()})`
          : `agency_id = '${actor.organisationId}'`;
    const days = (due: string) =>
      `case when ${due} <= date '${TODAY}' + 2 then 'urgent' when ${due} <= date '${TODAY}' + 7 then 'week' else 'later' end`;
    const today = `'CHOOSE_COMMUNE'`;
    const narrowed = scope.kind === 'commune' && desk === 'centre';
    const rows = await db.sql<{ row: string }>(`
      select 'alert ' || a.id || ' ' || case when a.owner = '${desk}' then ${days('a.answer_by')} else 'waiting' end || ' ' || coalesce(a.answer_by::text, '-') as row
        from alert a where state = 'open' and case_id in (select id from case_file where ${inPlace})
      union all select 'task ' || t.id || ' ' || case when due_on is null and kind = ${today} then 'today' else ${days('t.due_on')} end || ' ' || coalesce(t.due_on::text, '-')
        from desk_task t where ${!narrowed} and state = 'open' and desk = '${desk}' and ${inPlace}
      union all select 'proposal ' || p.id || ' ' || '${desk === 'department' ? 'today' : 'waiting'}' || ' -'
        from overstay_confirmation p where ${['department', 'centre'].includes(desk)} and decision is null and case_id in (select id from case_file where ${inPlace})
      union all select distinct 'batch ' || held_batch || ' today -' from notice
        where ${desk === 'centre' && scope.kind === 'province'} and state = 'held' and province_code = '${scope.kind === 'province' ? scope.province : ''}'`);
    return rows.map(({ row }) => row).sort();
  };
  const told = (rows: readonly WorkRow[]) => rows.map((row) => `${row.kind} ${row.id} ${row.bucket} ${row.dueOn ?? '-'}`);

  it('holds exactly what waits for each desk, whatever the page size', async () => {
    let tried = 0;
    for (const account of officers) {
      const must = await expected(account);
      for (const limit of [3, 100]) {
        const rows = await all(account, {}, limit);
        expect([account.name, told(rows).sort()]).toEqual([account.name, must]);
        tried += rows.length;
      }
      expect(must.length).toBeGreaterThan(0);
    }
    console.log(`work queue: ${tried} rows tried`);
  });

  it('is ordered by bucket, then deadline', async () => {
    const order = ['urgent', 'today', 'week', 'later', 'waiting'];
    for (const account of officers) {
      const keys = (await all(account)).map((row) => `${order.indexOf(row.bucket)} ${row.dueOn ?? '9999'}`);
      expect(keys).toEqual([...keys].sort());
    }
  });

  it('counts what it shows, by bucket and by kind', async () => {
    for (const account of officers) {
      const rows = await all(account);
      const { counts } = await queue.list(account.actor);
      for (const bucket of ['urgent', 'today', 'week', 'later', 'waiting'] as const)
        expect([account.name, bucket, counts![bucket]]).toEqual([account.name, bucket, rows.filter((row) => row.bucket === bucket).length]);
      for (const { kind, code, bucket, rows: n } of counts!.kinds)
        expect(n).toBe(rows.filter((row) => row.kind === kind && row.code === code && row.bucket === bucket).length);
    }
  });

  it('filters by bucket, kind and code', async () => {
    const centre = tenants.account('centre-12');
    const rows = await all(centre);
    expect(told(await all(centre, { bucket: 'week' }))).toEqual(told(rows.filter(({ bucket }) => bucket === 'week')));
    expect(told(await all(centre, { kind: 'task', code: 'DEPARTURE_GAP' }))).toEqual(
      told(rows.filter(({ code }) => code === 'DEPARTURE_GAP')),
    );
  });

  it('says who, why and the one next step', async () => {
    const rows = await all(tenants.account('centre-12'), {}, 100);
    const alert = rows.find(({ kind, bucket }) => kind === 'alert' && bucket === 'urgent')!;
    expect(alert).toMatchObject({
      fullName: expect.stringMatching(/^Lò Văn Zk/),
      communeName: expect.stringMatching(/^Xã 12/),
      nextAction: 'ANSWER_ALERT',
    });
    expect(alert.why).toMatch(/chưa xác nhận về nước|đang xác minh|tự nguyện về nước/);
    expect(alert.daysLeft).toBe((Date.parse(alert.dueOn!) - Date.parse(TODAY)) / 86_400_000);
    expect(rows.find(({ code }) => code === 'DEPARTURE_GAP')).toMatchObject({
      why: 'Đã báo xuất cảnh nhưng chưa có: giấy khám sức khỏe còn hạn.',
      nextAction: 'PROVE_GUARDS',
    });
    expect(rows.find(({ kind }) => kind === 'batch')).toMatchObject({ nextAction: 'RELEASE_BATCH', detail: { notices: 1 } });
    expect(rows.filter(({ bucket }) => bucket === 'waiting').every(({ nextAction }) => nextAction === 'FOLLOW_CASE')).toBe(true);
  });

  it('loses a row with its cause, and counts it as done today', async () => {
    const centre = tenants.account('centre-12');
    const [task] = (await all(centre, { kind: 'task', bucket: 'today' })) as [WorkRow];
    const before = (await queue.list(centre.actor)).counts!.doneToday;
    await db.api.run(centre.actor, (tx) => DeskTasks.finish(tx, Number(task.id), 'đã chọn'));
    expect((await all(centre)).map(({ id }) => id)).not.toContain(task.id);
    expect((await queue.list(centre.actor)).counts!.doneToday).toBe(before + 1);
    expect((await queue.list(tenants.account('centre-15').actor)).counts!.doneToday).toBe(0);
  });

  it('hides a row for the whole office until its day, and for nobody else', async () => {
    const [centre, colleague, department] = ['centre-12', 'centre-12-narrow', 'department-12'].map((name) => tenants.account(name)) as [
      TenantAccount,
      TenantAccount,
      TenantAccount,
    ];
    const seen = new Set((await all(colleague)).map((row) => `${row.kind} ${row.id}`));
    const row = (await all(centre, { bucket: 'waiting' })).find(
      ({ dueOn, kind, id }) => kind === 'alert' && dueOn && dueOn > TODAY && seen.has(`alert ${id}`),
    )!;
    const command = { kind: row.kind, id: row.id, until: localDate('2026-11-23'), reason: 'gia đình hẹn thứ Ba', requestId: 'r1' };
    expect(await snooze.hide(centre.actor, command)).toEqual({ kind: row.kind, id: row.id, hiddenUntil: '2026-11-23' });
    await snooze.hide(centre.actor, command);
    expect(told(await all(centre))).not.toContain(told([row])[0]);
    expect(told(await all(colleague))).not.toContain(told([row])[0]);
    expect((await all(department)).map(({ id }) => id)).toContain(row.id);
    expect(await all(centre, { hidden: true })).toMatchObject([{ id: row.id, hiddenUntil: '2026-11-23' }]);
    await db.sql(`update work_snooze set hidden_until = '${TODAY}' where ref = $1`, [row.id]);
    expect(told(await all(centre))).toContain(told([row])[0]);
    await snooze.hide(centre.actor, command);
    await snooze.show(centre.actor, command);
    expect(told(await all(centre))).toContain(told([row])[0]);
  });

  it('refuses to hide what is due, and does not find what is not in the queue', async () => {
    const centre = tenants.account('centre-12');
    const overdue = (await all(centre, { bucket: 'urgent' })).find(({ daysLeft }) => daysLeft! <= 0)!;
    const command = { kind: overdue.kind, id: overdue.id, until: localDate('2026-11-23'), reason: 'để mai xem', requestId: 'r2' };
    await expect(snooze.hide(centre.actor, command)).rejects.toMatchObject({ code: 'SNOOZE_PAST_DEADLINE' });
    await expect(snooze.hide(tenants.account('centre-15').actor, command)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [done] = await db.sql<{ id: string }>(`update alert set state = 'closed' where id = $1 returning id::text`, [overdue.id]);
    await expect(snooze.hide(centre.actor, { ...command, id: done!.id })).rejects.toMatchObject({ code: 'WORK_NOT_WAITING' });
    await expect(snooze.hide(centre.actor, { ...command, kind: 'batch' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hands everything open of a commune to a colleague, and nothing that others accompany', async () => {
    const commune = tenants.account('commune-12001');
    const successor = id('account', 'successor-12001');
    await db.sql(
      `insert into account (id, organisation_id, province_code, login, role, display_name, state) values ($1, $2, '12', 'successor', 'commune_officer', 'Người nhận', 'active')`,
      [successor, commune.actor.organisationId],
    );
    await db.sql(`delete from case_officer`);
    const open = (await all(commune)).filter(({ bucket }) => bucket !== 'waiting');
    const cases = [...new Set(open.flatMap(({ caseId }) => caseId ?? []))];
    const [taken, idle] = [cases[0]!, tenants.people.find(({ commune: code, caseId }) => code === '12001' && !cases.includes(caseId))];
    await db.sql(`insert into case_officer (id, case_id, account_id) values ($1, $2, $3)`, [
      id('officer', 900),
      taken,
      tenants.account('centre-12').actor.accountId,
    ]);
    const over = new HandOverDesk(queue, new CaseOfficers(db.api, new CaseQueries(db.api)));
    const command = { to: successor, reason: 'Chuyển công tác', requestId: 'over' };
    await expect(over.run(tenants.account('commune-15001').actor, command)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await over.run(commune.actor, command)).toEqual({ tasks: open.length, cases: cases.length - 1 });
    const now = await db.sql<{ case_id: string }>(`select case_id from case_officer where account_id = $1 and ended_at is null`, [
      successor,
    ]);
    expect(now.map((row) => row.case_id).sort()).toEqual(cases.slice(1).sort());
    if (idle) expect(now.map((row) => row.case_id)).not.toContain(idle.caseId);
    expect((await all(commune)).find(({ code }) => code === 'HANDED_OVER')).toMatchObject({
      why: expect.stringContaining(`${open.length} việc`),
      detail: { to: successor, tasks: open.length, cases: cases.length - 1 },
    });
  });

  it('knows no queue of somebody without a desk', async () => {
    await expect(queue.list(tenants.account('leader-12').actor)).rejects.toMatchObject({ code: 'NO_QUEUE' });
    await expect(queue.list(systemActor('test'))).rejects.toMatchObject({ code: 'NO_QUEUE' });
  });
});
