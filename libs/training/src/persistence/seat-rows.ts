import type { Tx } from '@app/platform';
import type { ClassKind, SeatState } from '../domain/training-class';
import type { CandidateRow } from './class-rows';

export const SeatRows = {
  /** What enrolment needs of each case the actor sees; the others are missing. `before`: stages before the exit. */
  async candidates(
    tx: Tx,
    classId: string,
    kind: ClassKind,
    caseIds: readonly string[],
    before: readonly string[],
  ): Promise<CandidateRow[]> {
    return tx.query<CandidateRow & Record<string, unknown>>(
      `select c.id as "caseId", c.stage = any ($4) as "beforeExit", c.market, s.state as seat,
         exists (select from class_seat o join training_class k on k.id = o.class_id
                  where o.case_id = c.id and o.state in ('seated', 'waiting') and o.class_id <> $1 and k.kind = $2 and k.state = 'open') as "inOtherClass"
         from case_file c left join class_seat s on s.case_id = c.id and s.class_id = $1 where c.id = any ($3::uuid[])`,
      [classId, kind, caseIds, before],
    );
  },

  /** Gives seats and places in the waiting list, in the order given; who left before comes back. */
  async give(tx: Tx, classId: string, given: readonly { caseId: string; state: SeatState }[]): Promise<void> {
    if (given.length === 0) return;
    await tx.execute(
      `insert into class_seat as s (class_id, case_id, state)
       select $1, g.case_id, g.state from rows from (jsonb_to_recordset($2::jsonb) as ("caseId" uuid, state text)) with ordinality g(case_id, state, n) order by g.n
       on conflict (class_id, case_id) do update set state = excluded.state, result = null, score = null, left_for = null`,
      [classId, JSON.stringify(given)],
    );
    await SeatRows.count(tx, classId);
  },

  async leave(tx: Tx, classId: string, caseId: string, reason: string): Promise<SeatState | undefined> {
    const [row] = await tx.query<{ was: SeatState }>(
      `update class_seat s set state = 'left', left_for = $3 from class_seat o
        where s.class_id = $1 and s.case_id = $2 and o.class_id = s.class_id and o.case_id = s.case_id and o.state <> 'left' returning o.state as was`,
      [classId, caseId, reason],
    );
    return row?.was;
  },

  /** Who waited longest gets the free seat. Returns the case, if anybody waited. */
  async moveUp(tx: Tx, classId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `update class_seat set state = 'seated' where class_id = $1 and case_id =
         (select case_id from class_seat where class_id = $1 and state = 'waiting' order by ordinal limit 1) returning case_id as id`,
      [classId],
    );
    return row?.id;
  },

  async count(tx: Tx, classId: string): Promise<void> {
    await tx.execute(
      `update training_class k set taken = (select count(*) from class_seat s where s.class_id = k.id and s.state = 'seated') where k.id = $1`,
      [classId],
    );
  },

  async seated(tx: Tx, classId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select case_id as id from class_seat where class_id = $1 and state = 'seated'`, [classId]);
    return rows.map(({ id }) => id);
  },

  async results(tx: Tx, classId: string, results: readonly { caseId: string; passed: boolean; score?: string }[]): Promise<number> {
    return tx.execute(
      `update class_seat s set result = case when r.passed then 'passed' else 'failed' end, score = r.score
         from jsonb_to_recordset($2::jsonb) r("caseId" uuid, passed boolean, score text)
        where s.class_id = $1 and s.case_id = r."caseId" and s.state = 'seated'
          and (s.result, s.score) is distinct from (case when r.passed then 'passed' else 'failed' end, r.score)`,
      [classId, JSON.stringify(results)],
    );
  },

  /** Everybody who is to be asked: before the exit, in the class's country, without a good certificate and without a seat. */
  async wanting(
    tx: Tx,
    classId: string,
    guard: string,
    before: readonly string[],
  ): Promise<
    { caseId: string; caseCode: string; fullName: string; communeName: string | null; stage: string; plannedExitOn: string | null }[]
  > {
    return tx.query(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", u.name as "communeName", c.stage, c.facts ->> 'plannedExitOn' as "plannedExitOn"
         from training_class k join case_file c on c.stage = any ($3) and (k.market is null or c.market is null or c.market = k.market)
           and (k.agency_id is null or c.agency_id = k.agency_id)
         join worker w on w.id = c.worker_id
         left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
        where k.id = $1 and not c.facts -> 'guards' ? $2
          and not exists (select from class_seat s join training_class o on o.id = s.class_id
                           where s.case_id = c.id and s.state in ('seated', 'waiting') and o.kind = k.kind and o.state = 'open')
        order by c.facts ->> 'plannedExitOn' nulls last, w.sort_key, c.id limit 300`,
      [classId, guard, before],
    );
  },
};
