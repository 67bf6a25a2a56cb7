import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Candidate, SelectionOutcome } from '../domain/selection';

/** Where nobody can be selected any more: who has left, or whose case has ended. */
const BEHIND = `('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING', 'RETURNED', 'DECEASED', 'CLOSED', 'WITHDRAWN', 'NOT_SENT', 'REJECTED')`;

export interface OrderPerson {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly stage: string;
  /** Holds a place of the order now. */
  readonly holds: boolean;
  readonly result: SelectionOutcome | null;
  readonly reason: string | null;
  readonly heldOn: LocalDate | null;
  readonly departedOn: LocalDate | null;
}

export interface SelectionRound {
  readonly id: string;
  readonly name: string;
  readonly heldOn: LocalDate;
  readonly passed: number;
  readonly failed: number;
}

export const SelectionRows = {
  /** The round of this name and day, known or made now. */
  async round(tx: Tx, row: { id: string; orderId: string; name: string; heldOn: LocalDate }): Promise<string> {
    await tx.execute(
      `insert into selection_round (id, order_id, name, held_on, recorded_by) values ($1, $2, $3, $4, $5) on conflict on constraint selection_round_unique do nothing`,
      [row.id, row.orderId, row.name, row.heldOn, tx.actor.accountId],
    );
    const [round] = await tx.query<{ id: string }>(`select id from selection_round where order_id = $1 and held_on = $2 and name = $3`, [
      row.orderId,
      row.heldOn,
      row.name,
    ]);
    return round!.id;
  },

  /** Cases of these ids, codes and persons; of a person the newest that can still be selected. In the order of their ids, for locks. */
  async candidates(
    tx: Tx,
    roundId: string,
    named: { ids: readonly string[]; codes: readonly string[]; workerIds: readonly string[] },
  ): Promise<Candidate[]> {
    return tx.query<Candidate & Record<string, unknown>>(
      `select c.id as "caseId", c.code, c.worker_id as "workerId", c.province_code as "provinceCode", c.commune_code as "communeCode", c.agency_id as "agencyId",
         c.order_id as "orderId", c.stage in ${BEHIND} as behind, r.result
       from (select id from case_file where id = any ($2::uuid[]) union select id from case_file where code = any ($3)
         union (select distinct on (worker_id) id from case_file where worker_id = any ($4::uuid[]) and stage not in ${BEHIND} order by worker_id, created_at desc)) named
       join case_file c on c.id = named.id left join selection_result r on r.case_id = c.id and r.round_id = $1 order by c.id`,
      [roundId, named.ids, named.codes, named.workerIds],
    );
  },

  /** How many of these were new or other than before. */
  async putResults(
    tx: Tx,
    roundId: string,
    results: readonly { caseId: string; result: SelectionOutcome; reason: string | null; score: string | null }[],
  ): Promise<number> {
    return tx.execute(
      `insert into selection_result as s (round_id, case_id, result, reason, score, recorded_by)
       select $1, r."caseId", r.result, r.reason, r.score, $3 from jsonb_to_recordset($2::jsonb) r("caseId" uuid, result text, reason text, score text)
       on conflict (round_id, case_id) do update set result = excluded.result, reason = excluded.reason, score = excluded.score, recorded_by = excluded.recorded_by, recorded_at = now()
         where (s.result, s.reason, s.score) is distinct from (excluded.result, excluded.reason, excluded.score)`,
      [roundId, JSON.stringify(results), tx.actor.accountId],
    );
  },

  async rounds(tx: Tx, orderId: string): Promise<SelectionRound[]> {
    return tx.query<SelectionRound & Record<string, unknown>>(
      `select r.id, r.name, r.held_on as "heldOn", count(*) filter (where s.result = 'PASSED')::int as passed, count(*) filter (where s.result <> 'PASSED')::int as failed
         from selection_round r left join selection_result s on s.round_id = r.id where r.order_id = $1 group by r.id order by r.held_on desc, r.name limit 200`,
      [orderId],
    );
  },

  /** Everybody who holds a place or was looked at, who holds one first. */
  async people(tx: Tx, orderId: string, after: string, limit: number): Promise<OrderPerson[]> {
    return tx.query<OrderPerson & Record<string, unknown>>(
      `with last as (
         select distinct on (s.case_id) s.case_id, s.result, s.reason, r.held_on from selection_result s join selection_round r on r.id = s.round_id
          where r.order_id = $1 order by s.case_id, r.held_on desc, s.recorded_at desc),
       named as (select id from case_file where order_id = $1 union select case_id from last
         union select case_id from order_proposal where order_id = $1 and state = 'accepted')
       select c.id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", u.name as "communeName", c.stage,
           c.order_id is not distinct from $1 as holds, l.result, l.reason, l.held_on as "heldOn", c.departed_on as "departedOn"
         from named n join case_file c on c.id = n.id join worker w on w.id = c.worker_id left join last l on l.case_id = c.id
         left join lateral (select name from admin_unit a where a.level = 'commune' and a.code = c.commune_code order by a.valid_from desc limit 1) u on true
       cross join lateral (select (case when c.order_id = $1 then 'a' else 'b' end) || c.id::text as place) k where k.place > $2 order by k.place limit $3`,
      [orderId, after, limit],
    );
  },
};
