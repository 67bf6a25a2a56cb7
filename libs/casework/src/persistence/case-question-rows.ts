import type { Tx } from '@app/platform';
import type { CaseQuestion } from '../domain/case-question';

const LINE = `q.id, q.case_id as "caseId", q.text, q.asked_at as "askedAt", q.organisation_id as "organisationId", q.answer, q.answered_at as "answeredAt"`;

/** A case as its desks know it. */
export interface AskedCase extends Record<string, unknown> {
  id: string;
  code: string;
  workerId: string;
  provinceCode: string;
  communeCode: string | null;
}

export const CaseQuestionRows = {
  async caseOf(tx: Tx, caseId: string): Promise<AskedCase | undefined> {
    const [row] = await tx.query<AskedCase>(
      `select id, code, worker_id as "workerId", province_code as "provinceCode", commune_code as "communeCode" from case_file where id = $1`,
      [caseId],
    );
    return row;
  },

  /** False: this request was kept before. */
  async ask(tx: Tx, id: string, caseId: string, text: string): Promise<boolean> {
    const kept = await tx.execute(
      `insert into case_question (id, case_id, text, asked_by, organisation_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, caseId, text, tx.actor.accountId, tx.actor.organisationId],
    );
    return kept === 1;
  },

  async lock(tx: Tx, id: string): Promise<CaseQuestion | undefined> {
    const [row] = await tx.query<CaseQuestion & Record<string, unknown>>(`select ${LINE} from case_question q where q.id = $1 for update`, [
      id,
    ]);
    return row;
  },

  async answer(tx: Tx, id: string, text: string): Promise<void> {
    await tx.execute(`update case_question set answer = $2, answered_by = $3, answered_at = now() where id = $1`, [
      id,
      text,
      tx.actor.accountId,
    ]);
  },

  /** Newest first. */
  async ofCase(tx: Tx, caseId: string): Promise<CaseQuestion[]> {
    return tx.query<CaseQuestion & Record<string, unknown>>(
      `select ${LINE} from case_question q where q.case_id = $1 order by q.asked_at desc, q.id limit 100`,
      [caseId],
    );
  },
};
