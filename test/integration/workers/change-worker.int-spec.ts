import { newId } from '@app/kernel';
import { ChangeWorker, type ChangeWorkerCommand, SearchWorkers } from '@app/workers';
import type { TestDatabase } from '../../support/test-database';
import {
  AGENCY,
  BANK,
  CENTRE,
  COMMUNE,
  caseOf,
  DEPARTED,
  ELSEWHERE,
  numberOf,
  OFFICE,
  openDatabase,
  person,
  registerPeople,
  SIGNED,
} from '../casework/casework-fixture';

describe('ChangeWorker', () => {
  let db: TestDatabase;
  let change: ChangeWorker;
  beforeAll(async () => {
    db = await openDatabase();
    change = new ChangeWorker(db.api, db.seal);
  });
  afterAll(() => db.close());
  const command = (workerId: string, more: Partial<ChangeWorkerCommand>): ChangeWorkerCommand => ({
    workerId,
    expectedVersion: 1,
    requestId: newId(),
    ...more,
  });

  it('changes under the version the officer saw: of two at once one is stale, fifty times', async () => {
    const [workerId] = await registerPeople(db, [person(1)]);
    for (let version = 1; version <= 50; version++) {
      const edit = (skill: string) => change.run(CENTRE, command(workerId!, { expectedVersion: version, skill }));
      const outcomes = await Promise.allSettled([edit('Hàn bậc 2'), edit('Hàn bậc 3')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { kind: 'stale', code: 'WORKER_STALE' },
      });
    }
  });

  it('finds a renamed person by the new name only', async () => {
    const [workerId] = await registerPeople(db, [person(2, { fullName: 'Giàng A Cũ' })]);
    await change.run(CENTRE, command(workerId!, { fullName: 'Giàng A Mới' }));
    const found = async (text: string) => (await new SearchWorkers(db.api, db.seal).run(CENTRE, { text })).workers.map(({ id }) => id);
    expect([await found('giang moi'), await found('giang cu')]).toEqual([[workerId], []]);
  });

  it('keeps a move as history, takes the cases along, and hides both from the old commune', async () => {
    const { workerId, caseId } = await caseOf(db, [SIGNED, DEPARTED]);
    const move = command(workerId, {
      residence: { provinceCode: '12', communeCode: '03385', hamlet: 'Bản Mẫu', reason: 'chuyển về quê chồng' },
    });
    await expect(change.run(COMMUNE, move)).rejects.toMatchObject({ code: 'MOVE_OUT_OF_COMMUNE' });
    expect(await change.run(CENTRE, move)).toEqual({ version: 2 });
    expect(await db.sql(`select commune_code from case_file where id = $1`, [caseId])).toEqual([{ commune_code: '03385' }]);
    expect(
      await db.sql(`select commune_code, resolved_by, reason from worker_residence where worker_id = $1 and reason is not null`, [
        workerId,
      ]),
    ).toEqual([{ commune_code: '03385', resolved_by: 'chosen', reason: 'chuyển về quê chồng' }]);
    expect(await db.api.run(COMMUNE, (tx) => tx.query(`select from worker where id = $1`, [workerId]))).toHaveLength(0);
    await expect(
      change.run(
        CENTRE,
        command(workerId, {
          expectedVersion: 2,
          residence: { provinceCode: '15', communeCode: '02680', reason: 'chuyển tỉnh' },
        }),
      ),
    ).rejects.toMatchObject({ code: 'MOVE_OUT_OF_PROVINCE' });
  });

  it('lets a bank and an agency that only has a case read the person and write nothing', async () => {
    const { workerId } = await caseOf(db, [SIGNED, DEPARTED], { bankId: OFFICE.bank });
    await expect(change.run(BANK, command(workerId, { skill: 'x' }))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(change.run(AGENCY, command(workerId, { skill: 'x' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const actor of [BANK, AGENCY]) {
      expect(await db.api.run(actor, (tx) => tx.query(`select from worker where id = $1`, [workerId]))).toHaveLength(1);
      expect(await db.api.run(actor, (tx) => tx.execute(`update worker set skill = 'x' where id = $1`, [workerId]))).toBe(0);
      expect(await db.api.run(actor, (tx) => tx.execute(`delete from worker where id = $1`, [workerId]))).toBe(0);
    }
  });

  it('refuses a number somebody has, without saying who, and a person out of scope', async () => {
    const [one] = await registerPeople(db, [person(8), person(9)]);
    await expect(change.run(CENTRE, command(one!, { citizenId: numberOf(9) }))).rejects.toMatchObject({
      kind: 'refused',
      code: 'CITIZEN_ID_TAKEN',
    });
    await expect(change.run(ELSEWHERE, command(one!, { skill: 'x' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
