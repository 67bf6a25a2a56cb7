import { systemActor } from '@app/kernel';
import { NOTICE_SQL } from '@app/notices';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SOURCE = `told as (select * from jsonb_to_recordset($1) as r(addressee text, notice_kind text, province_code text, commune_code text,
  organisation_id uuid, item_kind text, ref_id bigint, case_id uuid, case_code text, due_on date, verifying boolean, batch_id uuid))`;
const CASE = '00000000-0000-7000-8000-00000000000a';
const BATCH = '00000000-0000-7000-8000-0000000000b1';
const thing = (ref: number, commune = '03434', more: object = {}) => ({
  addressee: `COMMUNE:${commune}`,
  notice_kind: 'digest',
  province_code: '12',
  commune_code: commune,
  organisation_id: null,
  item_kind: 'EXPIRY_30',
  ref_id: ref,
  case_id: CASE,
  case_code: `CODE${ref}`,
  due_on: '2026-12-01',
  verifying: false,
  batch_id: null,
  ...more,
});

describe('NOTICE_SQL.owe', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
  });
  afterEach(() => db.close());
  const owe = (things: object[]) =>
    db.jobs.run(systemActor('test'), (tx) =>
      tx.query<{ opened: number; items: number }>(
        `with ${SOURCE}, ${NOTICE_SQL.owe('told')}
         select (select count(*) from notice_opened) as opened, (select count(*) from notice_item_added) as items`,
        [JSON.stringify(things)],
      ),
    );
  const notices = () =>
    db.sql<object>(
      `select addressee, kind, day, state, (select count(*) from notice_item i where i.notice_id = n.id) as items from notice n order by id`,
    );

  it('writes one notice per addressee with its items and its duty', async () => {
    expect(await owe([thing(1), thing(2), thing(3, '03435'), thing(4, '03434', { notice_kind: 'urgent' })])).toEqual([
      { opened: 3, items: 4 },
    ]);
    expect(await notices()).toEqual(
      expect.arrayContaining([
        { addressee: 'COMMUNE:03434', kind: 'digest', day: '2026-11-22', state: 'open', items: 2 },
        { addressee: 'COMMUNE:03434', kind: 'urgent', day: '2026-11-22', state: 'open', items: 1 },
        { addressee: 'COMMUNE:03435', kind: 'digest', day: '2026-11-22', state: 'open', items: 1 },
      ]),
    );
    expect(await db.sql(`select topic from outbox where (payload->>'noticeId')::bigint in (select id from notice)`)).toHaveLength(3);
  });

  it('adds to the notice that is still open and never tells the same thing twice in it', async () => {
    await owe([thing(1)]);
    await owe([thing(1), thing(2)]);
    expect(await notices()).toEqual([expect.objectContaining({ items: 2 })]);
  });

  it('opens the next notice when the one of the day has gone', async () => {
    await owe([thing(1)]);
    await db.sql(`update notice set state = 'sealed', ordinal = 0, sealed_at = now()`);
    await owe([thing(2)]);
    expect(await notices()).toEqual([
      expect.objectContaining({ state: 'sealed', items: 1 }),
      expect.objectContaining({ state: 'open', items: 1 }),
    ]);
  });

  it('holds what a bulk import brought until its batch is released', async () => {
    await owe([thing(1, '03434', { batch_id: BATCH }), thing(2)]);
    await db.sql(`insert into notice_release (batch_id, province_code) values ($1, '12')`, [BATCH]);
    await owe([thing(3, '03434', { batch_id: BATCH })]);
    expect(await notices()).toEqual([
      expect.objectContaining({ state: 'open', items: 2 }),
      expect.objectContaining({ state: 'held', items: 1 }),
    ]);
    expect(await db.sql('select from outbox')).toHaveLength(2);
  });

  it('loses no item when ten writers meet on one addressee', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => owe([thing(100 + i), thing(200 + i, '03435')])));
    expect(await notices()).toEqual([expect.objectContaining({ items: 10 }), expect.objectContaining({ items: 10 })]);
  });

  it('takes back what nobody was told', async () => {
    await owe([thing(1), thing(2)]);
    await db.jobs.run(systemActor('test'), (tx) =>
      tx.query(
        `with gone as (select $1::uuid as case_id, 'EXPIRY_30' as item_kind, 1::bigint as ref_id), ${NOTICE_SQL.withdraw('gone')} select 1`,
        [CASE],
      ),
    );
    expect(await notices()).toEqual([expect.objectContaining({ items: 1 })]);
  });
});
