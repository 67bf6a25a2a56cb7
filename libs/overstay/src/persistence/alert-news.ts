import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { AlertAnswer } from '../domain/alert-answer';
import type { Family, OwnerRole } from '../domain/alert-rule';

/** An open question that came to a desk: raised, passed on or re-routed to it. */
export interface RaisedNews extends Record<string, unknown> {
  readonly id: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly rule: string;
  readonly family: Family;
  readonly answerBy: LocalDate | null;
  readonly at: Date;
}

/** What somebody else answered to a question this desk was told of. */
export interface AnswerNews extends Record<string, unknown> {
  readonly id: number;
  readonly alertId: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly answer: AlertAnswer;
  readonly at: Date;
}

/** News about alerts for one desk of the actor's scope, newest first. */
export const AlertNews = {
  async raised(tx: Tx, desk: OwnerRole, since: Date, limit: number): Promise<RaisedNews[]> {
    return tx.query<RaisedNews>(
      `select a.id, a.case_id as "caseId", c.code as "caseCode", a.rule, a.family, a.answer_by as "answerBy", r.told_at as at
       from alert a join alert_recipient r on r.alert_id = a.id and r.role = a.owner join case_file c on c.id = a.case_id
       where a.state = 'open' and a.owner = $1 and ($2::text is null or a.province_code = $2) and r.told_at > $3
       order by r.told_at desc, a.id desc limit $4`,
      [desk, provinceOf(tx), since, limit],
      'alert_news_raised',
    );
  },

  async answers(tx: Tx, desk: OwnerRole, since: Date, limit: number): Promise<AnswerNews[]> {
    return tx.query<AnswerNews>(
      `select n.id, n.alert_id as "alertId", n.case_id as "caseId", c.code as "caseCode", n.answer, n.recorded_at as at
       from alert_answer n join case_file c on c.id = n.case_id
       where n.recorded_at > $2 and n.account_id is distinct from $3 and n.taken_back_at is null
         and exists (select from alert_recipient r where r.alert_id = n.alert_id and r.role = $1)
       order by n.recorded_at desc, n.id desc limit $4`,
      [desk, since, tx.actor.accountId, limit],
      'alert_news_answers',
    );
  },
};

function provinceOf({ actor: { scope } }: Tx): string | null {
  return scope.kind === 'province' || scope.kind === 'commune' ? scope.province : null;
}
