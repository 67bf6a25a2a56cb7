import { systemActor } from '@app/kernel';
import { DutyRunner, Outbox } from '@app/platform';
import { ChangeWorker, RefreshResidences, type UnitsChange } from '@app/workers';
import { RerouteRecipients } from '@app/overstay';
import { UnitsChangedProcessor } from '../../../apps/jobs/src/processors/units-changed.processor';
import type { TestDatabase } from '../../support/test-database';
import { CENTRE, COMMUNE, caseOf, day, DEPARTED, openDatabase, SIGNED } from '../casework/casework-fixture';

const DECREE: UnitsChange = { day: day('2026-11-01'), whole: false };
const WHOLE: UnitsChange = { day: day('2026-11-22'), whole: true };

/**
 * Units of an invented decree of 1 November: 03391 is merged into 03500, 03392 is divided into 03500 and 03501, 03393 is divided into a new unit of
 * the same code and 03501, 03394 gets another name under its code, 03395 passes into the new bearer of the code 03391.
 */
async function placeUnits(db: TestDatabase): Promise<void> {
  await db.sql(`insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, valid_to, verified) values
    ('province', '12', 'Tỉnh Lai Châu', 'lai chau', 'tỉnh', null, '-infinity', 'infinity', true)`);
  await db.sql(`insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, valid_to, verified)
    select 'commune', u.code, u.name, lower(u.name), 'xã', p.id, u.f::date, u.t::date, true from admin_unit p,
      (values ('03390', 'Xã Bình Lư', '2025-07-01', 'infinity'), ('03391', 'Xã Cũ', '-infinity', '2026-10-31'), ('03392', 'Xã Chia', '-infinity', '2026-10-31'),
              ('03393', 'Xã Giữ Mã', '2025-07-01', '2026-10-31'), ('03394', 'Xã Tên Cũ', '2025-07-01', '2026-10-31'), ('03395', 'Xã Nối', '2025-07-01', '2026-10-31'),
              ('03391', 'Xã Dùng Lại Mã', '2026-11-01', 'infinity'), ('03393', 'Xã Giữ Mã', '2026-11-01', 'infinity'), ('03394', 'Xã Tên Mới', '2026-11-01', 'infinity'),
              ('03500', 'Xã Mới', '2026-11-01', 'infinity'), ('03501', 'Xã Khác', '2026-11-01', 'infinity')) as u (code, name, f, t) where p.code = '12'`);
  await db.sql(`insert into admin_unit_succession (old_unit_id, new_unit_id, kind, route, effective_on, verified)
    select o.id, n.id, 'part', s.route, '2026-11-01', true
      from (values ('03391', '03500', 'auto'), ('03392', '03500', 'choose'), ('03392', '03501', 'choose'), ('03393', '03393', 'choose'), ('03393', '03501', 'choose'),
                   ('03394', '03394', 'auto'), ('03395', '03391', 'auto')) as s (old, new, route)
      join admin_unit o on o.code = s.old and o.valid_to < 'infinity' join admin_unit n on n.code = s.new and n.valid_from = '2026-11-01'`);
}

describe('residences after a change of units', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
    await placeUnits(db);
  });
  afterAll(() => db.close());

  const unit = async (code: string, from: string) =>
    (await db.sql<{ id: number }>(`select id from admin_unit where code = $1 and valid_from = $2`, [code, from]))[0]!.id;
  /** A person placed in October, with a mother in the same commune and a case. */
  const at = async (communeCode: string, declaredUnitId: number | null = null) => {
    const made = await caseOf(db, [SIGNED, DEPARTED], {
      communeCode,
      who: {
        residence: { provinceCode: '12', communeCode, declaredUnitId },
        contacts: [{ fullName: 'Mẹ Mẫu', communeCode }],
      },
    });
    await db.sql(`update worker_residence set recorded_at = '2026-10-05' where worker_id = $1`, [made.workerId]);
    await db.sql(`update family_contact set created_at = '2026-10-05' where worker_id = $1`, [made.workerId]);
    return made.workerId;
  };
  const refresh = (change: UnitsChange) => db.jobs.run(systemActor('test'), (tx) => new RefreshResidences().apply(tx, change));
  const place = async (workerId: string) =>
    (
      await db.sql(
        `select w.commune_code as person, c.commune_code as case, f.commune_code as relative, w.version
         from worker w join case_file c on c.worker_id = w.id left join family_contact f on f.worker_id = w.id where w.id = $1`,
        [workerId],
      )
    )[0];
  const tasks = (workerId: string) =>
    db.sql<{ relative: boolean | null; state: string }>(
      `select (detail ->> 'relative')::boolean as relative, state from desk_task where kind = 'CHOOSE_COMMUNE' and desk = 'centre' and worker_id = $1 order by id`,
      [workerId],
    );
  const everything = () =>
    db.sql(`select w.id, w.commune_code, w.declared_unit_id, w.version, f.commune_code as relative,
    (select count(*)::int from worker_residence r where r.worker_id = w.id) as history, (select count(*)::int from desk_task t where t.worker_id = w.id) as tasks
    from worker w left join family_contact f on f.worker_id = w.id order by w.id`);

  describe('a decree', () => {
    let merged: string, gone: string, sameCode: string, renamed: string, chained: string, stays: string, young: string;
    beforeAll(async () => {
      [merged, gone, sameCode, renamed, chained, stays] = [
        await at('03391'),
        await at('03392'),
        await at('03393'),
        await at('03394'),
        await at('03395'),
        await at('03390'),
      ];
      young = await at('03393', await unit('03393', '2026-11-01'));
    });

    it('moves people of a merged commune, their cases and relatives, and keeps the move as history', async () => {
      // Asked: two people, their relatives, and the relative of `young`, whose bare code is of October.
      expect(await refresh(DECREE)).toEqual({ moved: 4, asked: 5 });
      expect(await place(merged)).toEqual({ person: '03500', case: '03500', relative: '03500', version: 2 });
      expect(
        await db.sql(
          `select commune_code, resolved_by, valid_from, reason from worker_residence where worker_id = $1 order by recorded_at`,
          [merged],
        ),
      ).toEqual([
        { commune_code: '03391', resolved_by: 'written', valid_from: null, reason: null },
        { commune_code: '03500', resolved_by: 'succession', valid_from: '2026-11-01', reason: '03391' },
      ]);
    });

    it('asks the centre where a commune was divided, also when a part goes on under its code', async () => {
      for (const person of [gone, sameCode]) {
        expect(await place(person)).toEqual({ person: null, case: null, relative: null, version: 2 });
        expect(await tasks(person)).toEqual([
          { relative: null, state: 'open' },
          { relative: true, state: 'open' },
        ]);
      }
    });

    it('leaves people of a renamed commune, of an untouched one and those who were registered under the new units', async () => {
      expect(await place(renamed)).toEqual({ person: '03394', case: '03394', relative: '03394', version: 1 });
      expect(await place(stays)).toEqual({ person: '03390', case: '03390', relative: '03390', version: 1 });
      expect(await place(young)).toMatchObject({ person: '03393', case: '03393', version: 1 });
    });

    it('does not take who came to a code for who left it, nor anything twice', async () => {
      expect(await place(chained)).toMatchObject({ person: '03391', case: '03391', relative: '03391' });
      const before = await everything();
      expect(await refresh(DECREE)).toEqual({ moved: 0, asked: 0 });
      expect(await everything()).toEqual(before);
    });

    it('lets a person choose once: the task closes, and neither the decree nor a whole file asks again', async () => {
      const version = (await place(sameCode)) as { version: number };
      await new ChangeWorker(db.api, db.seal).run(CENTRE, {
        workerId: sameCode,
        expectedVersion: version.version,
        requestId: 'choose-1',
        residence: { provinceCode: '12', communeCode: '03393', reason: 'Gia đình xác nhận', resolvedBy: 'code' },
      });
      expect((await tasks(sameCode))[0]).toEqual({ relative: null, state: 'done' });
      const before = await everything();
      expect(await refresh(DECREE)).toEqual({ moved: 0, asked: 0 });
      expect(await refresh(WHOLE)).toEqual({ moved: 0, asked: 0 });
      expect(await everything()).toEqual(before);
      expect(await place(sameCode)).toMatchObject({ person: '03393', case: '03393' });
    });

    it('leaves a moved person to the new commune and no other', async () => {
      const seenBy = (communes: string[]) =>
        db.api.run({ ...COMMUNE, scope: { kind: 'commune', province: '12', communes } }, (tx) =>
          tx.query<{ worker_id: string }>(`select worker_id from case_file`),
        );
      expect(await seenBy(['03500'])).toEqual([{ worker_id: merged }]);
      expect(await seenBy(['03391'])).toEqual([{ worker_id: chained }]);
    });
  });

  it('follows declared units again after a file of the whole country, save where a person chose', async () => {
    const old = await unit('03392', '-infinity');
    const [follows, chose] = [await at('03390', old), await at('03390', old)];
    await db.sql(`update admin_unit_succession set route = case when new_unit_id = $2 then 'auto' else 'none' end where old_unit_id = $1`, [
      old,
      await unit('03501', '2026-11-01'),
    ]);
    await db.sql(`update worker_residence set resolved_by = 'chosen' where worker_id = $1`, [chose]);
    await db.sql(`insert into unit_import (sha256, file, rows) values ('mended', 'succession.csv', 1)`);
    const asked = (await db.sql<{ id: string }>(`select id from worker where declared_unit_id = $1 and commune_code is null`, [old]))[0]!
      .id;
    expect(await refresh(WHOLE)).toEqual({ moved: 2, asked: 0 });
    expect(await place(follows)).toMatchObject({ person: '03501', case: '03501' });
    expect(await place(chose)).toMatchObject({ person: '03390', case: '03390' });
    // Whom the decree left without a commune now has one, and nobody is asked any more.
    expect(await place(asked)).toMatchObject({ person: '03501', case: '03501' });
    expect((await tasks(asked))[0]).toEqual({ relative: null, state: 'done' });
    const before = await everything();
    expect(await refresh(WHOLE)).toEqual({ moved: 0, asked: 0 });
    expect(await everything()).toEqual(before);
  });

  it('hands the day and the kind of change from the outbox over, once', async () => {
    const person = await at('03395');
    const write = (payload: Record<string, string | boolean>) =>
      db.jobs.run(systemActor('test'), (tx) => Outbox.enqueue(tx, 'territory.units-changed.v1', payload));
    await write({ file: 'f', day: DECREE.day, whole: false });
    await write({ file: 'f', whole: false });
    const duties = async (done: boolean) =>
      (
        await db.sql<{ id: number }>(
          `select id::int from outbox where topic = 'territory.units-changed.v1' and (done_at is not null) = $1 order by id`,
          [done],
        )
      ).map(({ id }) => id);
    const ids = await duties(false);
    const processor = new UnitsChangedProcessor(
      new DutyRunner(db.jobs, { info() {}, warn() {}, error() {} } as never),
      new RefreshResidences(),
      new RerouteRecipients(db.jobs),
    );
    await processor.process({ ids });
    expect(await place(person)).toMatchObject({ person: '03391', version: 2 });
    // A payload without the kind of change moves nobody by a guess.
    expect(await duties(true)).toEqual([ids[0]]);
    await processor.process({ ids });
    expect(await place(person)).toMatchObject({ person: '03391', version: 2 });
  });
});
