import { systemActor } from '@app/kernel';
import type { DigestFact } from '@app/notices';
import { CASE_ID, createNoticeFixture, owe, type NoticeFixture } from '../../support/notice-fixture';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

const BATCH = '00000000-0000-7000-8000-0000000000b1';
const fact = (eventId: number, more: Partial<DigestFact> = {}): DigestFact => ({
  eventId,
  kind: 'DEPARTURE',
  caseId: CASE_ID,
  caseCode: `CODE${String(eventId).padStart(4, '0')}`,
  province: '12',
  to: { commune: '12001' },
  batchId: null,
  ...more,
});

describe('AddToDigest', () => {
  let sink: SmtpSink;
  let f: NoticeFixture;
  beforeEach(async () => {
    sink = await startSmtpSink();
    f = await createNoticeFixture(sink.url);
  });
  afterEach(async () => {
    await f.close();
    await sink.close();
  });
  const add = (...facts: DigestFact[]) => f.db.jobs.run(systemActor('test'), (tx) => f.digest.apply(tx, facts));
  const notices = () =>
    f.db.sql<{ id: number; day: string; state: string; items: number }>(
      `select id, day, state, (select count(*)::int from notice_item i where i.notice_id = n.id) as items from notice n order by id`,
    );

  it('collects the news of the day in one digest that leaves next morning', async () => {
    expect(await add(fact(1), fact(2, { kind: 'EXTENSION' }))).toBe(2);
    expect(await add(fact(3, { kind: 'RETURN' }))).toBe(1);
    expect(await notices()).toEqual([expect.objectContaining({ day: '2026-11-25', state: 'open', items: 3 })]);
    const duties = await f.db.sql<{ local: string; ahead: boolean }>(
      `select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as local, due_at > now() as ahead from outbox where topic = 'notices.deliver.v1'`,
    );
    expect(duties).toEqual([{ local: '07:00', ahead: true }]);
  });

  it('tells each event once, however often it is reported', async () => {
    await Promise.all(Array.from({ length: 5 }, () => add(fact(1), fact(2))));
    await add(fact(1));
    expect((await notices()).map((notice) => notice.items)).toEqual([2]);
  });

  it('leaves with the questions of the night in one mail', async () => {
    await add(fact(1));
    const [id] = await owe(f.db, ['COMMUNE:12001'], { ref: 77 });
    expect(await notices()).toEqual([expect.objectContaining({ id, day: '2026-11-24', items: 2 })]);
    await f.deliver.run([id!]);
    expect(sink.mails).toHaveLength(1);
    const text = Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(sink.mails[0]!.raw)![1]!, 'base64').toString();
    expect(text).toContain('Đã xuất cảnh: 1');
    expect(text).toContain('Hợp đồng sắp hết hạn: 1');
  });

  it('goes into the next digest when the one of the day has been sent', async () => {
    const [first] = await owe(f.db, ['COMMUNE:12001']);
    await f.deliver.run([first!]);
    const [second] = await owe(f.db, ['COMMUNE:12001'], { ref: 2 });
    await f.deliver.run([second!]);
    expect(await f.db.sql('select day, ordinal, state from notice order by id')).toEqual([
      { day: '2026-11-24', ordinal: 0, state: 'sealed' },
      { day: '2026-11-24', ordinal: 1, state: 'sealed' },
    ]);
    expect(sink.mails).toHaveLength(2);
  });

  it('holds news and questions of an import until it is released, then sends them together', async () => {
    await add(fact(1, { batchId: BATCH }), fact(2, { batchId: BATCH, to: { commune: '12002' } }));
    expect((await notices()).map((notice) => notice.state)).toEqual(['held', 'held']);
    const remind = () => f.db.jobs.run(systemActor('test'), (tx) => f.release.remind(tx));
    const tasks = () => f.db.sql(`select kind, desk, province_code, state from desk_task`);
    expect([await remind(), await remind()]).toEqual([1, 0]);
    expect(await tasks()).toEqual([{ kind: 'RELEASE_NOTICES', desk: 'centre', province_code: '12', state: 'open' }]);
    const release = () =>
      f.db.jobs.run(systemActor('test'), async (tx) => {
        await f.release.request(tx, { id: BATCH, province: '12' });
        return f.release.apply(tx, [BATCH]);
      });
    expect(await release()).toBe(2);
    expect(await release()).toBe(0);
    expect(await tasks()).toEqual([expect.objectContaining({ state: 'done' })]);
    const open = (await notices()).filter((notice) => notice.state === 'open');
    expect(open.map((notice) => notice.items)).toEqual([1, 1]);
    await f.deliver.run(open.map((notice) => notice.id));
    expect(sink.mails.map((mail) => mail.to).sort()).toEqual(['xa-1@test.invalid', 'xa-2@test.invalid']);
  });

  it('lets the background find what a sweep held a moment before the release', async () => {
    await f.db.jobs.run(systemActor('test'), (tx) => f.release.request(tx, { id: BATCH, province: '12' }));
    await f.db.sql(
      `insert into notice (addressee, kind, day, province_code, commune_code, state, held_batch) values ('COMMUNE:12001', 'digest', '2026-11-24', '12', '12001', 'held', $1)`,
      [BATCH],
    );
    await f.db.sql(
      `insert into notice_item (notice_id, kind, ref_id, case_id, case_code) select id, 'EXPIRY_30', 1, '${CASE_ID}', 'A2B3C4D5E6' from notice`,
    );
    expect(await f.db.jobs.run(systemActor('test'), (tx) => f.release.apply(tx, null))).toBe(1);
  });
});
