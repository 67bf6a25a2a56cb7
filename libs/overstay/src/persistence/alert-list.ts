import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AlertHistory, AlertLine } from '../domain/alert-line';

export type AlertListRow = Omit<AlertLine, 'why' | 'nextAction'> & {
  verifying: boolean;
  market: string | null;
  stayEnd: LocalDate | null;
} & Record<string, unknown>;

const COLUMNS = `
  a.id, a.case_id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", c.commune_code as "communeCode",
  (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName",
  (select o.name from organisation o where o.id = c.agency_id) as "agencyName", c.market, c.stay_until as "stayEnd",
  a.rule, a.family, a.target_date as "targetDate", a.due_on as "dueOn", a.raised_on as "raisedOn", a.estimated, a.owner, a.answer_by as "answerBy",
  a.state = 'open' and a.answer_by < business_day() as overdue, a.state, a.closed_reason as "closedReason",
  a.family = 'SUSPECTED_OVERSTAY' and exists (select from alert q where q.case_id = a.case_id and q.family = 'RETURN_UNCONFIRMED' and q.state = 'open'
    and q.owner in ('agency', 'centre') and q.answer_by >= business_day()) as verifying`;

const LIST = `
  select ${COLUMNS}
  from alert a join case_file c on c.id = a.case_id join worker w on w.id = c.worker_id
  where a.state = any ($1) and (a.queue_due, a.id) > ($2::date, $3::bigint)
    and ($4::text is null or a.rule = $4) and ($5::text is null or c.commune_code = $5)
    and ($6::text is null or a.owner = $6 or not $7 and exists (select from alert_recipient r where r.alert_id = a.id and r.role = $6))
    and ($8::text is null or a.family = $8) and ($9::text is null or a.owner = $9)
    and (not $10 or a.state = 'open' and a.answer_by < business_day())
  order by a.queue_due, a.id limit $11`;

export const AlertList = {
  async page(
    tx: Tx,
    q: {
      states: readonly string[];
      after: [string, number];
      rule?: string;
      communeCode?: string;
      family?: string;
      owner?: string;
      overdue: boolean;
      desk?: string;
      mine: boolean;
      limit: number;
    },
  ): Promise<AlertListRow[]> {
    return tx.query<AlertListRow>(
      LIST,
      [
        q.states,
        q.after[0],
        q.after[1],
        q.rule ?? null,
        q.communeCode ?? null,
        q.desk ?? null,
        q.mine,
        q.family ?? null,
        q.owner ?? null,
        q.overdue,
        q.limit,
      ],
      'alert_list',
    );
  },

  async one(tx: Tx, id: number): Promise<AlertListRow | undefined> {
    return (
      await tx.query<AlertListRow>(
        `select ${COLUMNS} from alert a join case_file c on c.id = a.case_id join worker w on w.id = c.worker_id where a.id = $1`,
        [id],
        'alert_one',
      )
    )[0];
  },

  async some(tx: Tx, ids: readonly number[]): Promise<AlertListRow[]> {
    return tx.query<AlertListRow>(
      `select ${COLUMNS} from alert a join case_file c on c.id = a.case_id join worker w on w.id = c.worker_id where a.id = any ($1)`,
      [ids],
      'alert_some',
    );
  },

  /** Every alert of a case, oldest first, superseded ones included: the record of suspicion that the timeline shows. */
  async ofCase(tx: Tx, caseId: string): Promise<AlertListRow[]> {
    return tx.query<AlertListRow>(
      `select ${COLUMNS} from alert a join case_file c on c.id = a.case_id join worker w on w.id = c.worker_id where a.case_id = $1 order by a.raised_on, a.id limit 500`,
      [caseId],
      'alert_of_case',
    );
  },

  async recipients(tx: Tx, id: number): Promise<AlertHistory['recipients']> {
    return tx.query(`select role, addressee, since, told_on as "toldOn" from alert_recipient where alert_id = $1 order by since, role`, [
      id,
    ]);
  },

  async answers(tx: Tx, id: number): Promise<AlertHistory['answers']> {
    return tx.query(
      `select answer, answered_on as "answeredOn", happened_on as "happenedOn", note, late, organisation_id as "organisationId",
         (select o.name from organisation o where o.id = alert_answer.organisation_id) as "organisationName", taken_back_at is not null as "takenBack" from alert_answer where alert_id = $1 order by id`,
      [id],
    );
  },
};
