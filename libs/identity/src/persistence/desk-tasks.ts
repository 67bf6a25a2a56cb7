import { DomainError, type LocalDate, notFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Desk, DeskNews, DeskTaskFilter, DeskTaskLine, NewDeskTask } from '../domain/desk-task';

const OPEN = `
  insert into desk_task (desk, province_code, commune_code, agency_id, kind, dedupe_key, case_id, worker_id, detail, due_on)
  select t.desk, t.province, t.commune, t."agencyId", t.kind, t."dedupeKey", t."caseId", t."workerId", coalesce(t.detail, '{}'), t."dueOn"
  from jsonb_to_recordset($1::jsonb) t(desk text, province text, commune text, "agencyId" uuid, kind text, "dedupeKey" text, "caseId" uuid, "workerId" uuid, detail jsonb, "dueOn" date)
  on conflict do nothing`;

const LIST = `
  select id, desk, kind, province_code as "provinceCode", commune_code as "communeCode", agency_id as "agencyId", case_id as "caseId", worker_id as "workerId",
    detail, due_on as "dueOn", state, created_at as "createdAt"
  from desk_task
  where state = 'open' and ($1::text is null or desk = $1) and ($2::text is null or kind = $2)
    and (queue_due, id) > ($3::date, $4::bigint)
  order by queue_due, id limit $5`;

/**
 * What lies on the desks of centre, department, agencies and communes. Opening is idempotent by `dedupeKey` and allowed to whoever has a
 * scope (an agency puts a task before the centre); seeing and closing belong to the desk and its province.
 */
export const DeskTasks = {
  async open(tx: Tx, task: NewDeskTask): Promise<void> {
    await DeskTasks.openMany(tx, [task]);
  },

  /** One statement for any number of tasks. Returns how many are new. */
  async openMany(tx: Tx, tasks: readonly NewDeskTask[]): Promise<number> {
    if (!tasks.length) return 0;
    return tx.execute(OPEN, [JSON.stringify(tasks)], 'desk_task_open');
  },

  /** Closes by duty, for the program: true when it was open (and visible). */
  async close(tx: Tx, dedupeKey: string, outcome: string): Promise<boolean> {
    return (await tx.execute(`${CLOSE} where dedupe_key = $1 and state = 'open'`, [dedupeKey, outcome, tx.actor.accountId])) === 1;
  },

  /** As {@link close}, for many at once; keys of nothing open are nothing. */
  async closeMany(tx: Tx, dedupeKeys: readonly string[], outcome: string): Promise<number> {
    if (dedupeKeys.length === 0) return 0;
    return tx.execute(`${CLOSE} where dedupe_key = any ($1) and state = 'open'`, [dedupeKeys, outcome, tx.actor.accountId]);
  },

  /** Closes what is open of a kind about these cases. Returns how many were open (and visible). */
  async closeOfCases(tx: Tx, kind: string, caseIds: readonly string[], outcome: string): Promise<number> {
    if (caseIds.length === 0) return 0;
    return tx.execute(`${CLOSE} where state = 'open' and kind = $4 and case_id = any ($1::uuid[])`, [
      caseIds,
      outcome,
      tx.actor.accountId,
      kind,
    ]);
  },

  /** Closes every open question of a kind about a person, or about the person's relatives. Returns how many were open (and visible). */
  async closeOfWorker(
    tx: Tx,
    { workerId, kind, relative }: { workerId: string; kind: string; relative: boolean },
    outcome: string,
  ): Promise<number> {
    return tx.execute(
      `${CLOSE} where state = 'open' and worker_id = $1 and kind = $4 and coalesce((detail->>'relative')::boolean, false) = $5`,
      [workerId, outcome, tx.actor.accountId, kind, relative],
    );
  },

  /** Closes every open duty of these kinds that is none of these any more. */
  async closeOthers(tx: Tx, kinds: readonly string[], dedupeKeys: readonly string[]): Promise<number> {
    return tx.execute(`${CLOSE} where state = 'open' and kind = any ($4::text[]) and dedupe_key <> all ($1::text[])`, [
      dedupeKeys,
      GONE,
      tx.actor.accountId,
      kinds,
    ]);
  },

  /** Takes an agency's duty of a kind off the desks the actor may see; the program puts it back where it is owed still. */
  async takeOffAgency(tx: Tx, kind: string, agencyId: string): Promise<number> {
    return tx.execute(`${CLOSE} where state = 'open' and kind = $4 and agency_id = $1`, [agencyId, GONE, tx.actor.accountId, kind]);
  },

  /** Last day of each open duty of these kinds, by its key. */
  async dueDays(tx: Tx, kinds: readonly string[]): Promise<Map<string, LocalDate | null>> {
    const rows = await tx.query<{ key: string; dueOn: LocalDate | null }>(
      `select dedupe_key as key, due_on as "dueOn" from desk_task where state = 'open' and kind = any ($1::text[])`,
      [kinds],
    );
    return new Map(rows.map(({ key, dueOn }) => [key, dueOn]));
  },

  /** For the program: opens again what {@link closeOthers} took off desks and is owed after all. Returns how many. */
  async openAgain(tx: Tx, dedupeKeys: readonly string[]): Promise<number> {
    return tx.execute(
      `update desk_task set state = 'open', outcome = null, closed_at = null, closed_on = null, closed_by = null
        where dedupe_key = any ($1::text[]) and state = 'done' and outcome = $2`,
      [dedupeKeys, GONE],
    );
  },

  /** Undefined: closed, or not seen. */
  async findOpen(tx: Tx, id: number): Promise<Pick<DeskTaskLine, 'kind' | 'detail'> | undefined> {
    const [row] = await tx.query<Pick<DeskTaskLine, 'kind' | 'detail'> & Record<string, unknown>>(
      `select kind, detail from desk_task where id = $1 and state = 'open'`,
      [id],
    );
    return row;
  },

  /** Closes by a person at the desk. Throws NOT_FOUND, or TASK_CLOSED when somebody was faster. */
  async finish(tx: Tx, id: number, outcome: string): Promise<void> {
    if ((await tx.execute(`${CLOSE} where id = $1 and state = 'open'`, [id, outcome, tx.actor.accountId])) === 1) return;
    const seen = await tx.query(`select 1 from desk_task where id = $1`, [id]);
    throw seen.length ? new DomainError('refused', 'TASK_CLOSED', 'Việc này đã có người xử lý xong. Hãy tải lại danh sách.') : notFound();
  },

  /** Opens again what this account finished within so many minutes. Throws NOT_FOUND, or UNDO_TOO_LATE when it is not its own or too long ago. */
  async reopen(tx: Tx, id: number, minutes: number): Promise<void> {
    const opened = await tx.execute(
      `update desk_task set state = 'open', outcome = null, closed_at = null, closed_on = null, closed_by = null
        where id = $1 and state = 'done' and closed_by = $2 and closed_at > now() - make_interval(mins => $3)`,
      [id, tx.actor.accountId, minutes],
    );
    if (opened === 1) return;
    const seen = await tx.query(`select 1 from desk_task where id = $1`, [id]);
    throw seen.length
      ? new DomainError(
          'refused',
          'UNDO_TOO_LATE',
          `Chỉ mở lại được việc do chính bạn ghi xong trong ${minutes} phút. Hãy tải lại danh sách.`,
        )
      : notFound();
  },

  /** Open tasks put on a desk since, newest first, at most `limit`. */
  async news(tx: Tx, desk: Desk, since: Date, limit: number): Promise<DeskNews[]> {
    return tx.query<DeskNews & Record<string, unknown>>(
      `select id, kind, case_id as "caseId", due_on as "dueOn", created_at as at from desk_task
       where state = 'open' and desk = $1 and created_at > $2 order by created_at desc, id desc limit $3`,
      [desk, since, limit],
      'desk_task_news',
    );
  },

  /** Open tasks the actor may see, earliest due first. */
  async list(tx: Tx, filter: DeskTaskFilter): Promise<{ tasks: DeskTaskLine[]; next?: string }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const [due, id] = readCursor(filter.after);
    const rows = await tx.query<DeskTaskLine>(LIST, [filter.desk ?? null, filter.kind ?? null, due, id, limit + 1], 'desk_task_list');
    const tasks = rows.slice(0, limit);
    const last = tasks.at(-1);
    return { tasks, next: rows.length > limit && last ? `${last.dueOn ?? 'infinity'}_${last.id}` : undefined };
  },
};

/** What no fact asks for any more. */
const GONE = 'gone';
const CLOSE = `update desk_task set state = 'done', outcome = $2, closed_at = now(), closed_on = business_day(), closed_by = $3`;

function readCursor(after: string | undefined): [LocalDate | string, number] {
  if (after === undefined) return ['-infinity', 0];
  const parts = /^(\d{4}-\d{2}-\d{2}|infinity)_(\d{1,15})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return [parts[1]!, Number(parts[2])];
}
