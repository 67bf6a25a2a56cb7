import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LetterLine, NoticeFilter, NoticeLine } from '../domain/notice-line';
import type { NoticeItem, NoticeKind } from '../domain/notice-content';
import type { WeeklyLine } from '../domain/weekly-news';

export interface NoticeRow {
  id: number;
  kind: NoticeKind;
  addressee: string;
  day: LocalDate;
  office: string;
  province: string;
  issuer: string;
  superior: string;
  place: string;
  today: LocalDate;
  items: NoticeItem[];
  /** Of a weekly notice. */
  lines: WeeklyLine[];
}

const unitName = (level: string, code: string) =>
  `(select u.name from admin_unit u where u.level = '${level}' and u.code = ${code} order by u.valid_from desc limit 1)`;
const officeName = (kind: string) =>
  `(select o.name from organisation o where o.kind = '${kind}' and o.province_code = n.province_code and o.active order by o.created_at, o.id limit 1)`;

const OWN_NAME = `(select o.name from organisation o where o.id = n.organisation_id)`;

/** The addressee as it is written on an envelope. */
const OFFICE = `coalesce(
      case split_part(n.addressee, ':', 1)
        when 'COMMUNE' then coalesce(
          (select o.name from organisation o where o.kind = 'commune_peoples_committee' and o.province_code = n.province_code and o.commune_code = n.commune_code and o.active order by o.id limit 1),
          'Ủy ban nhân dân ' || ${unitName('commune', 'n.commune_code')})
        when 'ESC' then ${officeName('employment_service_centre')}
        when 'SO' then ${officeName('department_of_home_affairs')}
        when 'AGENCY' then ${OWN_NAME}
        when 'BANK' then ${OWN_NAME}
        when 'LEAD' then ${officeName('department_of_home_affairs')} end,
      'Quý cơ quan')`;

/** What the templates need of notices; a name is an office's name, never a person's. */
const CONTENT = `
  select n.id, n.kind, n.lines, n.addressee, n.day, n.province_code as province, business_day() as today, ${OFFICE} as office,
    coalesce(${officeName('employment_service_centre')}, 'Trung tâm Dịch vụ việc làm') as issuer,
    coalesce(${officeName('department_of_home_affairs')}, 'Sở Nội vụ') as superior,
    coalesce(${unitName('province', 'n.province_code')}, '……') as place,
    coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'caseCode', i.case_code, 'dueOn', i.due_on, 'verifying', i.verifying))
      from notice_item i where i.notice_id = n.id), '[]') as items
  from notice n`;

const LINE = `n.id, n.addressee, ${OFFICE} as office, n.kind, n.day, n.ordinal, n.state, n.created_at as "createdAt", n.sealed_at as "sealedAt",
  (select count(*)::int from notice_item i where i.notice_id = n.id) as items`;

export const NoticeRows = {
  async contents(tx: Tx, ids: readonly number[]): Promise<NoticeRow[]> {
    return tx.query<NoticeRow>(`${CONTENT} where n.id = any ($1::bigint[])`, [ids], 'notice_contents');
  },

  /** Newest first; `limit + 1` rows so that the caller sees whether there are more. */
  async list(tx: Tx, filter: Required<NoticeFilter>): Promise<NoticeLine[]> {
    return tx.query<NoticeLine>(
      `select ${LINE}, coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state, 'attempts', d.attempts, 'reason', d.last_error,
           'sentAt', d.sent_at, 'nextAttemptAt', case when d.state in ('retry', 'uncertain') then d.next_attempt_at end, 'messageId', d.message_id) order by d.id)
         from delivery d where d.notice_id = n.id), '[]') as deliveries
       from notice n
       where ($1::date is null or n.day >= $1) and ($2::text is null or n.state = $2) and ($3::bigint is null or n.id < $3)
       order by n.id desc limit $4`,
      [filter.since, filter.state, filter.before, filter.limit + 1],
    );
  },

  /** Letters not printed yet, oldest first. */
  async listLetters(tx: Tx, after: number, limit: number): Promise<LetterLine[]> {
    return tx.query<LetterLine>(
      `select ${LINE} from notice n where n.state = 'letter' and n.printed_at is null and n.id > $1 order by n.id limit $2`,
      [after, limit + 1],
    );
  },

  async markPrinted(tx: Tx, id: number): Promise<boolean> {
    return (
      (await tx.execute(
        `update notice set printed_at = coalesce(printed_at, now()), printed_by = coalesce(printed_by, $2) where id = $1 and state = 'letter'`,
        [id, tx.actor.accountId],
      )) === 1
    );
  },
};
