import { localDate, systemActor } from '@app/kernel';
import { DeliverNotices } from '@app/notices';
import { type AppConfig, Mailer } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { TellWeeklyNews } from '@app/reporting';
import { WeeklyNewsRows } from '../../../libs/reporting/src/persistence/weekly-news-rows';
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

  it('counts each line in its week, also where the week lies in two years', async () => {
    const put = (n: number, facts: string) => db.sql(`update case_file set ${facts} where id = $1`, [id('case', n)]);
    await put(0, `departed_on = '2026-12-28'`);
    await put(1, `departed_on = '2027-01-03'`);
    await put(2, `departed_on = '2026-12-27'`);
    await put(3, `stage = 'RETURNED', contract_end = '2026-12-31', returned_on = '2026-12-31'`);
    await put(4, `stage = 'CLOSED', contract_end = '2026-12-01', facts = '{"closedFrom":"DECEASED"}'`);
    await put(6, `opened_from = 'desk', created_at = '2026-12-27T17:00:00Z'`);
    for (const [n, day] of [
      [0, '2026-12-29'],
      [1, null],
    ] as const) {
      const select = `insert into case_event (case_id, request_id, kind, effective_on, stage_after, corrects_id, detail) values ($1, $2, $3, $4, 'SELECTED', $5, $6) returning id`;
      const [told] = await db.sql<{ id: string }>(select, [id('case', n), 'told', 'SELECTED', '2026-12-22', null, {}]);
      await db.sql(select, [id('case', n), 'corrected', 'CORRECTED', day, told!.id, day ? {} : { withdrawn: true }]);
    }
    await db.sql(
      `insert into family_visit (id, case_id, request_id, visited_on, visitors, purpose, outcome)
       select gen_random_uuid(), $1, d::text, d, 'Xã', 'REMIND', 'FAMILY_AGREED' from unnest('{2026-12-21,2026-12-28,2027-01-03,2027-01-04}'::date[]) d`,
      [id('case', 7)],
    );
    await db.sql(
      `insert into monthly_report (id, province_code, commune_code, month, version, window_from, window_to, due_on, rule_ids, remark, organisation_id, request_id, sent_on)
       select gen_random_uuid(), '12', '12001', '2026-12-01', v, '2026-12-01', '2026-12-31', '2027-01-09', '', '', o.id, 'sent-' || v, '2027-01-02'
         from organisation o, unnest('{1,2}'::int[]) v where o.kind = 'commune_peoples_committee' and o.commune_code = '12001'`,
    );
    const counted = await db.jobs.run(systemActor('weekly-news'), (tx) =>
      WeeklyNewsRows.count(tx, localDate('2027-01-04'), localDate('2026-12-01')),
    );
    expect(
      Object.fromEntries(counted.filter(({ province }) => province === '12').map(({ code, now, before }) => [code, [now, before]])),
    ).toEqual({
      exits: [2, 1],
      exitsOfYear: [1, 0],
      returned: [1, 0],
      unconfirmed: [1, 1],
      registered: [1, 0],
      selected: [1, 0],
      visits: [2, 1],
      reports: [1, 0],
    });
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
