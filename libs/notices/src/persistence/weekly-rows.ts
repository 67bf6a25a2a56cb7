import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { WeeklyLine } from '../domain/weekly-news';
import { NOTICE_DELIVER_TOPIC } from './notice-sql';

export interface WeeklyNews {
  readonly province: string;
  readonly lines: readonly WeeklyLine[];
}

export const WeeklyRows = {
  /**
   * Owes the week's mail to each leader of these provinces who has an address and did not say no; notice and outbox duty together. Who has it already
   * is left alone, whoever runs it again. Returns how many were owed.
   */
  async owe(tx: Tx, monday: LocalDate, news: readonly WeeklyNews[]): Promise<number> {
    return tx.execute(
      `with news as (select * from jsonb_to_recordset($2::jsonb) as n(province text, lines jsonb)),
       opened as (
         insert into notice (addressee, kind, day, province_code, lines)
         select 'LEAD:' || a.id, 'weekly', $1::date, n.province, n.lines
           from news n join account a on a.province_code = n.province and a.role = 'leader' and a.state = 'active' and btrim(coalesce(a.email, '')) <> ''
           left join notification_setting s on s.account_id = a.id
          where coalesce(s.usual_mail, 'daily') <> 'off' order by a.id
         on conflict do nothing returning id)
       insert into outbox (topic, payload) select '${NOTICE_DELIVER_TOPIC}', jsonb_build_object('noticeId', id) from opened order by id`,
      [monday, JSON.stringify(news)],
      'weekly_owe',
    );
  },
};
