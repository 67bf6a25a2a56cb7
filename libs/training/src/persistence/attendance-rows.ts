import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export const AttendanceRows = {
  async session(tx: Tx, sessionId: string): Promise<{ classId: string; heldOn: LocalDate; today: LocalDate } | undefined> {
    const [row] = await tx.query<{ classId: string; heldOn: LocalDate; today: LocalDate }>(
      `select class_id as "classId", held_on as "heldOn", business_day() as today from class_session where id = $1`,
      [sessionId],
    );
    return row;
  },

  /** Of these cases those whose training nobody has told to have begun. */
  async notBegun(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select c.id from unnest($1::uuid[]) as c(id)
        where not exists (select from case_event e where e.case_id = c.id and e.kind = 'TRAINING_STARTED'
                            and not exists (select from case_event n where n.case_id = c.id and n.corrects_id = e.id))`,
      [caseIds],
    );
    return rows.map(({ id }) => id);
  },

  /** All who have a seat present but those named: what was taken of them before is taken anew. */
  async take(tx: Tx, sessionId: string, absent: readonly { caseId: string; excused: boolean }[]): Promise<void> {
    await tx.execute(
      `delete from class_absence a using class_session e, class_seat s
        where a.session_id = $1 and e.id = $1 and s.class_id = e.class_id and s.case_id = a.case_id and s.state = 'seated'`,
      [sessionId],
    );
    await tx.execute(
      `insert into class_absence (session_id, case_id, excused) select $1, a."caseId", a.excused from jsonb_to_recordset($2::jsonb) a("caseId" uuid, excused boolean)`,
      [sessionId, JSON.stringify(absent)],
    );
    await tx.execute(`update class_session set taken_at = coalesce(taken_at, now()), taken_by = $2 where id = $1`, [
      sessionId,
      tx.actor.accountId,
    ]);
  },
};
