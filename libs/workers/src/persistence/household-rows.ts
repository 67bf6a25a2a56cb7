import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { HouseholdAnswer, HouseholdClass } from '../domain/household-proof';

/** A question to the commune about a household; without an answer it still waits. */
export interface HouseholdLine {
  readonly id: string;
  readonly declared: string | null;
  readonly askedAt: Date;
  readonly answer: HouseholdClass | null;
  readonly checkedOn: LocalDate | null;
  readonly list: string | null;
  readonly answeredAt: Date | null;
  readonly answeredOffice: string | null;
}

export interface HouseholdOf {
  readonly workerId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly declared: string | null;
}

export interface OpenQuestion {
  readonly id: string;
  readonly workerId: string;
  readonly communeCode: string;
  /** Case its task lies on; null: the task is not seen. */
  readonly caseId: string | null;
}

export const HouseholdRows = {
  async people(tx: Tx, workerIds: readonly string[]): Promise<HouseholdOf[]> {
    return tx.query<HouseholdOf & Record<string, unknown>>(
      `select id as "workerId", province_code as "provinceCode", commune_code as "communeCode", household_class as declared from worker where id = any ($1::uuid[])`,
      [workerIds],
    );
  },

  /** What still waits for an answer, locked so that two offices do not ask twice. */
  async open(tx: Tx, workerIds: readonly string[]): Promise<OpenQuestion[]> {
    return tx.query<OpenQuestion & Record<string, unknown>>(
      `select h.id, h.worker_id as "workerId", h.commune_code as "communeCode",
          (select t.case_id from desk_task t where t.worker_id = h.worker_id and t.kind = 'CONFIRM_HOUSEHOLD' and t.state = 'open' limit 1) as "caseId"
         from household_question h where h.worker_id = any ($1::uuid[]) and h.answer is null for update of h`,
      [workerIds],
    );
  },

  /** Ids of those that are new: somebody may have asked at the same moment. */
  async ask(
    tx: Tx,
    rows: readonly { id: string; workerId: string; communeCode: string; declared: string | null }[],
  ): Promise<ReadonlySet<string>> {
    const made = await tx.query<{ id: string }>(
      `insert into household_question (id, worker_id, commune_code, declared, asked_by, asked_office)
       select q.id, q."workerId", q."communeCode", q.declared, $2, $3 from jsonb_to_recordset($1::jsonb) q (id uuid, "workerId" uuid, "communeCode" text, declared text)
       on conflict do nothing returning id`,
      [JSON.stringify(rows), tx.actor.accountId, tx.actor.organisationId],
    );
    return new Set(made.map(({ id }) => id));
  },

  async redirect(tx: Tx, id: string, communeCode: string): Promise<void> {
    await tx.execute(`update household_question set commune_code = $2 where id = $1`, [id, communeCode]);
  },

  /** The question behind a task of the commune's desk. */
  async ofTask(tx: Tx, taskId: number): Promise<(Omit<OpenQuestion, 'caseId'> & { answered: boolean }) | undefined> {
    const [row] = await tx.query<Omit<OpenQuestion, 'caseId'> & { answered: boolean } & Record<string, unknown>>(
      `select h.id, h.worker_id as "workerId", h.commune_code as "communeCode", h.answer is not null as answered
         from desk_task t join household_question h on h.id = (t.detail->>'questionId')::uuid
        where t.id = $1 and t.kind = 'CONFIRM_HOUSEHOLD' and t.desk = 'commune' for update of h`,
      [taskId],
    );
    return row;
  },

  async answer(tx: Tx, id: string, { answer, checkedOn, list }: HouseholdAnswer): Promise<void> {
    await tx.execute(
      `update household_question set answer = $2, checked_on = $3, list = $4, answered_by = $5, answered_office = $6, answered_at = now() where id = $1`,
      [id, answer, checkedOn, list, tx.actor.accountId, tx.actor.organisationId],
    );
  },

  /** The person's class and its proof in the place of what stood there; `until` undefined: there is none. */
  async prove(tx: Tx, workerId: string, { answer, checkedOn, list }: HouseholdAnswer, until: LocalDate | undefined): Promise<void> {
    await tx.execute(`update worker set household_class = $2, version = version + 1, changed_at = now() where id = $1`, [workerId, answer]);
    await tx.execute(`delete from worker_priority_group where worker_id = $1 and code in ('POOR', 'NEAR_POOR')`, [workerId]);
    if (until)
      await tx.execute(`insert into worker_priority_group (worker_id, code, evidence, valid_from, valid_to) values ($1, $2, $3, $4, $5)`, [
        workerId,
        answer,
        list,
        checkedOn,
        until,
      ]);
  },

  /** Newest first; what waits stands above. */
  async history(tx: Tx, workerId: string): Promise<HouseholdLine[]> {
    return tx.query<HouseholdLine & Record<string, unknown>>(
      `select h.id, h.declared, h.asked_at as "askedAt", h.answer, h.checked_on as "checkedOn", h.list, h.answered_at as "answeredAt",
          (select o.name from organisation o where o.id = h.answered_office) as "answeredOffice"
         from household_question h where h.worker_id = $1 order by h.answered_at desc nulls first, h.id limit 20`,
      [workerId],
    );
  },

  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`, [], 'business_day'))[0]!.today;
  },
};
