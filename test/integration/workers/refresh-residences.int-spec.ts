import { systemActor } from '@app/kernel';
import { RefreshResidences } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import { CENTRE, COMMUNE, caseOf, DEPARTED, openDatabase, SIGNED } from '../casework/casework-fixture';

describe('residences after a change of units', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openDatabase();
    await db.sql(`insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, valid_to, verified) values
      ('province', '12', 'Tỉnh Lai Châu', 'lai chau', 'tỉnh', null, '-infinity', 'infinity', true)`);
    await db.sql(`insert into admin_unit (level, code, name, bare_key, type, parent_id, valid_from, valid_to, verified)
      select 'commune', u.code, u.name, lower(u.name), 'xã', p.id, u.f::date, u.t::date, true from admin_unit p,
        (values ('03390', 'Xã Bình Lư', '2025-07-01', 'infinity'), ('03391', 'Xã Cũ', '-infinity', '2026-10-31'), ('03392', 'Xã Chia', '-infinity', '2026-10-31'),
                ('03500', 'Xã Mới', '2026-11-01', 'infinity'), ('03501', 'Xã Khác', '2026-11-01', 'infinity')) as u (code, name, f, t) where p.code = '12'`);
    await db.sql(`insert into admin_unit_succession (old_unit_id, new_unit_id, kind, route, effective_on, verified)
      select o.id, n.id, 'merged', s.route, '2026-11-01', true from (values ('03391', '03500', 'auto'), ('03392', '03500', 'choose'), ('03392', '03501', 'choose')) as s (old, new, route)
        join admin_unit o on o.code = s.old join admin_unit n on n.code = s.new`);
  });
  afterAll(() => db.close());
  const place = async (workerId: string) =>
    (await db.sql(`select w.commune_code as person, c.commune_code as case, w.version from worker w join case_file c on c.worker_id = w.id where w.id = $1`, [workerId]))[0];

  it('moves people and their cases to the successor, asks the centre where a commune was divided, and does it once', async () => {
    const at = (communeCode: string) => caseOf(db, [SIGNED, DEPARTED], { communeCode, who: { residence: { provinceCode: '12', communeCode }, contacts: [{ fullName: 'Mẹ Mẫu', communeCode }] } });
    const [stays, moves, divided] = [await at('03390'), await at('03391'), await at('03392')];
    const refresh = () => db.jobs.run(systemActor('test'), (tx) => new RefreshResidences().apply(tx));
    expect(await refresh()).toEqual({ moved: 2, asked: 1 });
    expect(await place(stays.workerId)).toEqual({ person: '03390', case: '03390', version: 1 });
    expect(await place(moves.workerId)).toEqual({ person: '03500', case: '03500', version: 2 });
    expect(await place(divided.workerId)).toEqual({ person: null, case: null, version: 2 });
    expect(await db.sql(`select commune_code, resolved_by, reason from worker_residence where worker_id = $1 order by recorded_at`, [moves.workerId])).toEqual([
      { commune_code: '03391', resolved_by: 'written', reason: null }, { commune_code: '03500', resolved_by: 'succession', reason: '03391' },
    ]);
    expect(await db.sql(`select kind, desk, worker_id from desk_task`)).toEqual([{ kind: 'CHOOSE_COMMUNE', desk: 'centre', worker_id: divided.workerId }]);
    expect(await db.sql(`select commune_code from family_contact where worker_id = $1`, [moves.workerId])).toEqual([{ commune_code: '03500' }]);
    expect(await refresh()).toEqual({ moved: 0, asked: 0 });
  });

  it('leaves a moved person to the new commune and no other', async () => {
    const seenBy = (communes: string[]) => db.api.run({ ...COMMUNE, scope: { kind: 'commune', province: '12', communes } }, (tx) => tx.query(`select from case_file`));
    expect(await seenBy(['03391'])).toHaveLength(0);
    expect(await seenBy(['03500'])).toHaveLength(1);
    expect(await db.api.run(CENTRE, (tx) => tx.query(`select from case_file`))).toHaveLength(3);
  });
});
