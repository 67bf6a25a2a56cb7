import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ClassKind, SeatState } from '../domain/training-class';
import type { CandidateRow } from './class-rows';

/**
 * The case `c` learns the kind `kind` elsewhere than in the class `besides`: a seat in an open class that has not given it its certificate yet.
 * A class of an agency the case has left is no longer its class.
 */
const LEARNS_ELSEWHERE = (kind: string, besides: string) => `exists (select from class_seat s join training_class o on o.id = s.class_id
    where s.case_id = c.id and s.state in ('seated', 'waiting') and o.id <> ${besides} and o.kind = ${kind} and o.state = 'open'
      and (o.agency_id is null or o.agency_id = c.agency_id)
      and not exists (select from training_certificate t where t.class_id = o.id and t.case_id = c.id))`;

/** The certificate of orientation serves the case `c` as it stands: not lapsed by today or the planned exit, for its agency, its country and its trade. `$4`: months it is good where it does not say. */
const GOOD_CERTIFICATE = `coalesce(coalesce(c.certificate_until, (c.facts #>> '{guards,ORIENTATION,on}')::date + make_interval(months => $4)) >= greatest(business_day(), (c.facts ->> 'plannedExitOn')::date), true)
    and coalesce(c.facts #>> '{guards,ORIENTATION,terms,agencyId}' = c.agency_id::text, true)
    and coalesce(c.facts #>> '{guards,ORIENTATION,terms,market}' = c.market, true)
    and coalesce(lower(normalize(c.facts #>> '{guards,ORIENTATION,terms,occupation}')) = lower(normalize(c.facts ->> 'occupation')), true)`;

export interface Uncertified {
  readonly caseCode: string;
  readonly fullName: string;
  /** The class in which the person passed, and its last day. */
  readonly classTitle: string | null;
  readonly passedOn: LocalDate | null;
}

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
         ${LEARNS_ELSEWHERE('$2', '$1')} as "inOtherClass"
         from case_file c left join class_seat s on s.case_id = c.id and s.class_id = $1 where c.id = any ($3::uuid[])`,
      [classId, kind, caseIds, before],
    );
  },

  /**
   * Gives seats and places in the waiting list, in the order given; who left before comes back behind everybody who waits. Only absences are rows:
   * what was held before somebody came, or since they left, was missed.
   */
  async give(tx: Tx, classId: string, given: readonly { caseId: string; state: SeatState }[]): Promise<void> {
    if (given.length === 0) return;
    await tx.execute(
      `insert into class_absence (session_id, case_id)
       select e.id, g."caseId" from jsonb_to_recordset($2::jsonb) g("caseId" uuid) left join class_seat s on s.class_id = $1 and s.case_id = g."caseId"
         join class_session e on e.class_id = $1 and e.taken_at > coalesce(s.asked_at, '-infinity') on conflict do nothing`,
      [classId, JSON.stringify(given)],
    );
    await tx.execute(
      `insert into class_seat as s (class_id, case_id, state)
       select $1, g.case_id, g.state from rows from (jsonb_to_recordset($2::jsonb) as ("caseId" uuid, state text)) with ordinality g(case_id, state, n) order by g.n
       on conflict (class_id, case_id) do update set state = excluded.state, result = null, score = null, left_for = null, ordinal = default, asked_at = now()`,
      [classId, JSON.stringify(given)],
    );
    await SeatRows.count(tx, classId, given.filter(({ state }) => state === 'seated').length);
  },

  /** From then on sessions are missed: `asked_at` is since when the case has had no seat, or the day it asked for the one it has. */
  async leave(tx: Tx, classId: string, caseId: string, reason: string): Promise<SeatState | undefined> {
    const [row] = await tx.query<{ was: SeatState }>(
      `update class_seat s set state = 'left', left_for = $3, asked_at = case when o.state = 'waiting' then s.asked_at else now() end from class_seat o
        where s.class_id = $1 and s.case_id = $2 and o.class_id = s.class_id and o.case_id = s.case_id and o.state <> 'left' returning o.state as was`,
      [classId, caseId, reason],
    );
    return row?.was;
  },

  /** Who waited longest gets the free seat, and has missed what was held meanwhile. Returns the case, if anybody waited. */
  async moveUp(tx: Tx, classId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `with up as (
         update class_seat set state = 'seated' where class_id = $1 and case_id =
           (select case_id from class_seat where class_id = $1 and state = 'waiting' order by ordinal limit 1) returning case_id, asked_at),
       missed as (
         insert into class_absence (session_id, case_id) select e.id, up.case_id from up join class_session e on e.class_id = $1 and e.taken_at > up.asked_at
         on conflict do nothing)
       select case_id as id from up`,
      [classId],
    );
    return row?.id;
  },

  /** So many seats more are taken, or fewer. Not counted anew: the organisation of the class need not see every case that sits in it. */
  async count(tx: Tx, classId: string, more: number): Promise<void> {
    await tx.execute(`update training_class set taken = taken + $2 where id = $1`, [classId, more]);
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
          and not exists (select from training_certificate t where t.class_id = s.class_id and t.case_id = s.case_id)
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
    certificateMonths: number,
  ): Promise<
    { caseId: string; caseCode: string; fullName: string; communeName: string | null; stage: string; plannedExitOn: string | null }[]
  > {
    return tx.query(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", u.name as "communeName", c.stage, c.facts ->> 'plannedExitOn' as "plannedExitOn"
         from training_class k join case_file c on c.stage = any ($3) and (k.market is null or c.market is null or c.market = k.market)
           and (k.agency_id is null or c.agency_id = k.agency_id)
         join worker w on w.id = c.worker_id
         left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
        where k.id = $1 and not (coalesce(c.facts -> 'guards' ? $2, false) and ($2 <> 'ORIENTATION' or ${GOOD_CERTIFICATE}))
          and not exists (select from class_seat s where s.class_id = k.id and s.case_id = c.id and s.state <> 'left') and not ${LEARNS_ELSEWHERE('k.kind', 'k.id')}
        order by c.facts ->> 'plannedExitOn' nulls last, w.sort_key, c.id limit 300`,
      [classId, guard, before, certificateMonths],
    );
  },

  /** Own people before the exit without a good certificate of orientation: who passed in a class that has ended and still serves them first, then who leaves soonest. */
  async uncertified(
    tx: Tx,
    before: readonly string[],
    forms: readonly string[],
    certificateMonths: number,
    limit: number,
  ): Promise<Uncertified[]> {
    return tx.query<Uncertified & Record<string, unknown>>(
      `select c.code as "caseCode", w.full_name as "fullName", p.title as "classTitle", p.ends_on as "passedOn"
         from case_file c join worker w on w.id = c.worker_id left join lateral (
           select k.title, k.ends_on from class_seat s join training_class k on k.id = s.class_id
            where s.case_id = c.id and s.state = 'seated' and s.result = 'passed' and k.kind = 'ORIENTATION' and k.ends_on <= business_day()
              and (k.agency_id is null or k.agency_id = c.agency_id) and (k.market is null or k.market = c.market)
              and k.ends_on + make_interval(months => $3) >= greatest(business_day(), c.planned_exit_on)
            order by k.ends_on desc limit 1) p on true
        where c.agency_id = nullif(current_setting('benve.organisation', true), '')::uuid and c.stage = any ($1) and coalesce(c.legal_form, 'SERVICE') = any ($2)
          and not (coalesce(c.facts -> 'guards' ? 'ORIENTATION', false) and ${GOOD_CERTIFICATE.replaceAll('$4', '$3')})
        order by p.ends_on is null, c.planned_exit_on nulls last, w.sort_key, c.id limit $4`,
      [before, forms, certificateMonths, limit],
    );
  },
};
