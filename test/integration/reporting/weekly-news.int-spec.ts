import { DeliverNotices } from '@app/notices';
import { type AppConfig, Mailer } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { TellWeeklyNews } from '@app/reporting';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { id, insertTenants, TODAY } from '../../support/tenants';

/** Sunday 22 November 2026: the running week began on the 16th, the week told is 9 to 15 November. */
describe('the weekly news of leaders', () => {
  let db: TestDatabase;
  let sink: SmtpSink;
  let mailer: Mailer;
  beforeEach(async () => {
    db = await createTestDatabase({ today: TODAY });
    await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    sink = await startSmtpSink();
    mailer = new Mailer({ url: sink.url, from: 'Bến Về <no-reply@benve.test>' });
    await db.sql(`delete from case_event where kind = 'SELECTED'`);
    await db.sql(`update family_visit set visited_on = '2020-01-01'`);
    await db.sql(
      `update case_file set departed_on = '2023-11-01', contract_end = '2028-01-01', returned_on = null, created_at = '2026-01-05'`,
    );
    await db.sql(`update account set email = login || '@test.invalid' where role = 'leader'`);
    await db.sql(`update case_file set departed_on = '2026-11-09' where id = $1`, [id('case', 0)]);
    await db.sql(`update case_file set departed_on = '2026-11-15' where id = $1`, [id('case', 1)]);
    await db.sql(`update case_file set departed_on = '2026-11-16' where id = $1`, [id('case', 2)]);
    await db.sql(`update case_file set departed_on = '2026-11-08' where id = $1`, [id('case', 6)]);
    await db.sql(`update case_file set contract_end = '2026-11-12', stage = 'ABROAD' where id = $1`, [id('case', 7)]);
  });
  afterEach(async () => {
    mailer.close();
    await sink.close();
    await db.close();
  });

  const deliver = async () => {
    const ids = (await db.sql<{ id: number }>(`select id::int from notice where kind = 'weekly' and state = 'open'`)).map(
      ({ id: one }) => one,
    );
    await new DeliverNotices(db.jobs, mailer, { PUBLIC_URL: 'https://benve.example' } as AppConfig).run(ids);
  };
  const text = (raw: string) => Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)![1]!, 'base64').toString();

  it('tells the changes of the week that is over, once, with a link each and nobody named', async () => {
    expect(await new TellWeeklyNews(db.jobs).run()).toEqual({ monday: '2026-11-16', owed: 1 });
    expect(await new TellWeeklyNews(db.jobs).run()).toEqual({ monday: '2026-11-16', owed: 0 });
    expect(await db.sql(`select 1 from outbox where topic = 'notices.deliver.v1' and payload ? 'noticeId'`)).toHaveLength(1);
    await deliver();
    await deliver();
    expect(sink.mails.map(({ to }) => to)).toEqual(['leader-12@test.invalid']);
    const said = text(sink.mails[0]!.raw);
    for (const line of [
      'Xuất cảnh: 2 (tuần trước 1)',
      'Xuất cảnh từ đầu năm: 3/18 (tuần trước 1)',
      'Hết hạn, chưa xác nhận về nước: 1 (tuần trước 0)',
    ])
      expect(said).toContain(line);
    expect(said.match(/^\* /gm)).toHaveLength(3);
    expect(said.match(/^ {2}https:\/\/benve\.example\//gm)).toHaveLength(3);
    expect(said).not.toMatch(/Zk[a-z]{2}wz|CASEX/);
  });

  it('leaves alone who said no, who has no address and who may not sign in any more; the next morning makes up for nobody', async () => {
    await db.sql(`update notification_setting set usual_mail = 'off' where account_id = $1`, [id('account', 'leader-12')]);
    expect((await new TellWeeklyNews(db.jobs).run()).owed).toBe(0);
    await db.sql(`update notification_setting set usual_mail = 'weekly' where account_id = $1`, [id('account', 'leader-12')]);
    expect((await new TellWeeklyNews(db.jobs).run()).owed).toBe(1);
    // Says no after it was owed and before it left.
    await db.sql(`update notification_setting set usual_mail = 'off' where account_id = $1`, [id('account', 'leader-12')]);
    await deliver();
    expect(sink.mails).toEqual([]);
    expect(await db.sql(`select state from notice where kind = 'weekly'`)).toEqual([{ state: 'cancelled' }]);
  });
});
