import { randomUUID } from 'node:crypto';
import { type Actor, type LocalDate, systemActor } from '@app/kernel';
import { DeskTasks, DeskWork } from '@app/identity';
import { TASK_TEXTS } from '../../../libs/reporting/src/domain/work-texts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const agencyId = randomUUID();
const base = { accountId: randomUUID(), login: 'x', organisationId: null };
const centre: Actor = { ...base, role: 'centre_staff', scope: { kind: 'province', province: '12' } };
const otherCentre: Actor = { ...base, role: 'centre_staff', scope: { kind: 'province', province: '15' } };
const agency: Actor = { ...base, role: 'agency_clerk', organisationId: agencyId, scope: { kind: 'agency', agencyId } };

describe('DeskTasks', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    await db.sql(`insert into organisation (id, kind, key, name, name_key) values ($1, 'sending_agency', 'A', 'A', 'a')`, [agencyId]);
  });
  afterAll(() => db.close());

  const task = (dedupeKey: string, more = {}) => ({
    desk: 'centre' as const,
    province: '12',
    kind: 'CHECK_CASE',
    dedupeKey,
    ...more,
  });
  const listed = (actor: Actor, filter = {}) => db.api.run(actor, (tx) => DeskTasks.list(tx, filter));

  it('opens one row per duty, also for a desk the actor does not see', async () => {
    await db.api.run(agency, (tx) => DeskTasks.open(tx, task('a:1')));
    await db.api.run(agency, (tx) => DeskTasks.open(tx, task('a:1')));
    expect(await db.sql(`select from desk_task where dedupe_key = 'a:1'`)).toHaveLength(1);
    expect((await listed(agency)).tasks).toEqual([]);
    expect((await listed(centre)).tasks.map((t) => t.kind)).toEqual(['CHECK_CASE']);
    expect((await listed(otherCentre)).tasks).toEqual([]);
  });

  it('counts the new ones of many, for the background program too', async () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      task(`m:${i}`, { dueOn: `2026-12-${String(1 + (i % 28)).padStart(2, '0')}` as LocalDate }),
    );
    expect(await db.jobs.run(systemActor('test'), (tx) => DeskTasks.openMany(tx, many))).toBe(120);
    expect(await db.jobs.run(systemActor('test'), (tx) => DeskTasks.openMany(tx, many))).toBe(0);
  });

  it('pages through every task once, earliest due first, those without a day last', async () => {
    const seen: { id: number; dueOn: string | null }[] = [];
    for (let after: string | undefined, rounds = 0; rounds < 20; rounds++) {
      const page = await listed(centre, { after, limit: 17 });
      seen.push(...page.tasks);
      if (!(after = page.next)) break;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen.map((t) => t.id)).size).toBe(121);
    const days = seen.map((t) => t.dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
  });

  it('is closed once, by the desk or its province only', async () => {
    const [first] = (await listed(centre, { limit: 1 })).tasks;
    await expect(db.api.run(otherCentre, (tx) => DeskTasks.finish(tx, first!.id, 'done'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await db.api.run(centre, (tx) => DeskTasks.finish(tx, first!.id, 'done'));
    await expect(db.api.run(centre, (tx) => DeskTasks.finish(tx, first!.id, 'done'))).rejects.toMatchObject({
      code: 'TASK_CLOSED',
    });
  });

  it('is not ended by a sentence where its kind has a deed of its own', async () => {
    const work = new DeskWork(db.api);
    const open = async (kind: string, detail = {}) => {
      await db.api.run(centre, (tx) => DeskTasks.open(tx, task(`own:${kind}:${JSON.stringify(detail)}`, { kind, detail })));
      return (await listed(centre, { kind, limit: 100 })).tasks.at(-1)!.id;
    };
    const KINDS = {
      CHOOSE_COMMUNE: 'TASK_NEEDS_COMMUNE',
      COMMUNE_QUESTION: 'TASK_NEEDS_REPLY',
      CONFIRM_CONTRACT: 'TASK_NEEDS_CONFIRMATION',
      CONFIRM_PAPERS: 'TASK_NEEDS_CONFIRMED_PAPERS',
      CONFIRM_HOUSEHOLD: 'TASK_NEEDS_HOUSEHOLD',
      DEPARTURE_GAP: 'TASK_NEEDS_PAPERS',
      LEADER_ASSIGNMENT: 'TASK_NEEDS_RESULT',
      LOAN_BEFORE_FLIGHT: 'TASK_NEEDS_DISBURSEMENT',
      LICENCE_END: 'TASK_NEEDS_LICENCE',
      MISSING_PAPERS: 'TASK_NEEDS_PAPERS',
      PERMISSION_END: 'TASK_NEEDS_PERMISSION',
      RELEASE_NOTICES: 'TASK_NEEDS_RELEASE',
      REPORT_DUE: 'TASK_NEEDS_REPORT',
      REPORT_RETURNED: 'TASK_NEEDS_REPORT',
      SUPPLY_END: 'TASK_NEEDS_CONTRACT',
      VOICES_DIFFER: 'TASK_NEEDS_VOICES',
    };
    const offers = (actions: string[]) => Object.keys(TASK_TEXTS).filter((kind) => actions.includes(TASK_TEXTS[kind]!.action));
    expect(Object.keys(KINDS)).toEqual(
      expect.arrayContaining(offers(['PROVE_GUARDS', 'ANSWER_QUESTION', 'ANSWER_ASSIGNMENT', 'SEND_REPORT', 'SEE_REGISTER'])),
    );
    expect(offers(['FINISH_TASK']).filter((kind) => kind in KINDS)).toEqual([]);
    for (const [kind, code] of Object.entries(KINDS)) {
      const id = await open(kind);
      await expect(work.finish(centre, id, 'Đã xong', kind)).rejects.toMatchObject({ kind: 'refused', code });
      await db.api.run(centre, (tx) => DeskTasks.finish(tx, id, 'answered'));
      await expect(work.finish(centre, id, 'Đã xong', `${kind} again`)).rejects.toMatchObject({ code: 'TASK_CLOSED' });
    }
    await work.finish(centre, await open('CHOOSE_COMMUNE', { relative: true }), 'Đã chọn ở người thân', 'relative');
  });

  it('refuses a cursor it did not give', async () => {
    await expect(listed(centre, { after: `x' or 1=1` })).rejects.toMatchObject({ code: 'CURSOR_WRONG' });
  });

  it('is opened again by whoever finished it, within half an hour', async () => {
    const work = new DeskWork(db.api);
    const [task] = (await listed(centre, { limit: 1 })).tasks;
    await work.finish(centre, task!.id, 'Đã gọi', 'f1');
    await expect(work.reopen({ ...centre, accountId: randomUUID() }, task!.id, 'r0')).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
    await work.reopen(centre, task!.id, 'r1');
    expect(await db.sql(`select state, outcome, closed_on from desk_task where id = $1`, [task!.id])).toEqual([
      { state: 'open', outcome: null, closed_on: null },
    ]);
    await work.finish(centre, task!.id, 'Đã gọi', 'f2');
    await db.sql(`update desk_task set closed_at = now() - interval '31 minutes' where id = $1`, [task!.id]);
    await expect(work.reopen(centre, task!.id, 'r2')).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
  });
});
