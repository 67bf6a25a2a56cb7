import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Family, OwnerRole } from '../domain/alert-rule';
import type { AnswerCommand, AnswerResult } from '../domain/alert-answer';
import { MONEY_FAMILIES_SQL } from './money-clock-sql';
import { saidOnSql } from './said-on-sql';

export interface LockedAlert extends Record<string, unknown> {
  id: number;
  caseId: string;
  caseCode: string;
  provinceCode: string;
  communeCode: string | null;
  workerId: string;
  rule: string;
  family: Family;
  targetDate: LocalDate;
  owner: OwnerRole;
  state: 'open' | 'answered' | 'closed' | 'superseded';
  lastOwner: boolean;
  answerBy: LocalDate | null;
  /** Whether an answer said then is in time; null without a clock. */
  inTime: boolean | null;
  stage: string;
  departed: boolean;
  today: LocalDate;
}

export interface GivenAnswer extends Record<string, unknown> {
  answer: AnswerCommand['answer'];
  takenBack: boolean;
  answerByBefore: LocalDate | null;
  minutes: number;
  followed: boolean;
  /** "No contact" had passed the question on, and somebody else has been asked since. */
  passedOn: boolean;
}

/** Small reads and writes of alerts under the actor's row security: what is invisible is not found. */
export const AlertRows = {
  /** Locks the alert after its case, in the order of every other writer. */
  async lock(tx: Tx, id: number, saidAt?: string): Promise<LockedAlert | undefined> {
    await tx.query(
      `select c.id from case_file c where c.id = (select a.case_id from alert a where a.id = $1) for update`,
      [id],
      'alert_lock_case',
    );
    const [row] = await tx.query<LockedAlert>(
      `select a.id, a.case_id as "caseId", c.code as "caseCode", c.province_code as "provinceCode", c.commune_code as "communeCode", c.worker_id as "workerId",
         a.rule, a.family, a.target_date as "targetDate", a.owner, a.state, a.last_owner as "lastOwner", c.stage, c.departed_on is not null as departed, business_day() as today, a.answer_by as "answerBy",
         ${saidOnSql('$2')} <= a.answer_by as "inTime"
       from alert a join case_file c on c.id = a.case_id where a.id = $1 for update of a`,
      [id, saidAt ?? null],
      'alert_lock',
    );
    return row;
  },

  /** The result first given for this request id. */
  async answered(tx: Tx, requestId: string): Promise<AnswerResult | undefined> {
    const [row] = await tx.query<{ outcome: AnswerResult }>(
      `select outcome from alert_answer where request_id = $1`,
      [requestId],
      'alert_answered',
    );
    return row?.outcome;
  },

  async keepAnswer(tx: Tx, command: AnswerCommand, result: AnswerResult, { inTime, answerBy }: LockedAlert): Promise<void> {
    await tx.execute(
      `insert into alert_answer (alert_id, case_id, request_id, answer, answered_on, happened_on, note, account_id, organisation_id, late, outcome, said_at, in_time, answer_by_before)
       values ($1, $2, $3, $4, business_day(), $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        command.alertId,
        result.caseId,
        command.requestId,
        command.answer,
        command.happenedOn ?? null,
        command.note ?? null,
        tx.actor.accountId,
        tx.actor.organisationId,
        result.late,
        result,
        command.saidAt ?? null,
        inTime,
        answerBy,
      ],
      'alert_keep_answer',
    );
  },

  /** The last answer to an alert, if it is this request's: only what nobody has answered since is taken back. */
  async lastGiven(tx: Tx, alertId: number, requestId: string): Promise<GivenAnswer | undefined> {
    const [row] = await tx.query<GivenAnswer>(
      `select n.answer, n.taken_back_at is not null as "takenBack", n.answer_by_before as "answerByBefore", extract(epoch from now() - n.recorded_at)::float8 / 60 as minutes,
         exists (select from alert_answer later where later.alert_id = n.alert_id and later.id > n.id) as followed,
         n.answer = 'NO_CONTACT' and n.outcome ->> 'state' = 'open' and a.state = 'open' and a.answer_by is distinct from n.answered_on - 1 as "passedOn"
       from alert_answer n join alert a on a.id = n.alert_id where n.alert_id = $1 and n.request_id = $2`,
      [alertId, requestId],
      'alert_last_given',
    );
    return row;
  },

  async markTakenBack(tx: Tx, requestId: string): Promise<void> {
    await tx.execute(`update alert_answer set taken_back_at = now() where request_id = $1`, [requestId], 'alert_mark_taken_back');
  },

  /** The question stands again, with the clock it had. */
  async askAgain(tx: Tx, id: number, answerBy: LocalDate | null): Promise<void> {
    await tx.execute(
      `update alert set state = 'open', answer_by = $2 where id = $1 and state in ('open', 'answered')`,
      [id, answerBy],
      'alert_ask_again',
    );
  },

  async setState(tx: Tx, id: number, state: 'answered' | 'closed', reason: string | null): Promise<void> {
    await tx.execute(
      `update alert set state = $2, closed_reason = $3, closed_at = case when $2 = 'closed' then now() end, closed_on = case when $2 = 'closed' then business_day() end
       where id = $1 and state in ('open', 'answered')`,
      [id, state, reason],
      'alert_set_state',
    );
  },

  /** Ends the lower rungs of this clock with it: one word is said for all of them. */
  async closeBelow(tx: Tx, alert: Pick<LockedAlert, 'id' | 'caseId' | 'family' | 'targetDate'>, reason: string): Promise<void> {
    await tx.execute(
      `update alert set state = 'closed', closed_reason = $5, closed_at = now(), closed_on = business_day()
        where case_id = $2 and family = $3 and target_date = $4 and state in ('open', 'answered') and rung < (select rung from alert where id = $1)`,
      [alert.id, alert.caseId, alert.family, alert.targetDate, reason],
      'alert_close_below',
    );
  },

  /** The clock has run out by answer: the next sweep asks the next one. */
  async endClock(tx: Tx, id: number): Promise<void> {
    await tx.execute(`update alert set answer_by = business_day() - 1 where id = $1 and state = 'open'`, [id], 'alert_end_clock');
  },

  /** Live alerts of a case whose rule or family is one of these (null = every question about the return). Returns how many. */
  async closeLive(tx: Tx, caseId: string, of: readonly string[] | null, reason: string): Promise<number> {
    return tx.execute(
      `update alert set state = 'closed', closed_at = now(), closed_on = business_day(), closed_reason = $3
       where case_id = $1 and state in ('open', 'answered') and case when $2::text[] is null then family not in ('RESIDENCE_NOTICE', ${MONEY_FAMILIES_SQL}) else rule = any ($2) or family = any ($2) end`,
      [caseId, of, reason],
      'alert_close_live',
    );
  },
};
