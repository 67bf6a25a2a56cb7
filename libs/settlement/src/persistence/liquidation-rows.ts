import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { LiquidationState } from '../domain/liquidation';
import { TO_GIVE_BACK } from './unworked-rows';

export interface LiquidationRow {
  readonly state: LiquidationState;
  readonly endedOn: LocalDate;
  readonly dueBy: LocalDate;
}

export interface LiquidationLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly agencyName: string | null;
  readonly communeName: string | null;
  readonly endedOn: LocalDate;
  readonly dueBy: LocalDate;
  readonly daysLeft: number;
  readonly state: LiquidationState;
  readonly owed: number;
  readonly paid: number;
}

/** When the contract of a case `c` ended: early, by coming home, in another way (a death, a withdrawal), else by its term. */
export const ENDED = `coalesce(c.contract_terminated_on, c.returned_on, (c.facts->>'endedOn')::date, c.contract_end)`;
/** Stages of a case `c` after which a contract is to be liquidated. */
export const TO_LIQUIDATE = `c.stage in ('RETURNED', 'DECEASED', 'CLOSED')`;
/** A case `c` of somebody who did not go and whose money goes back. */
const NOT_GONE = `c.stage in ('NOT_SENT', 'REJECTED', 'WITHDRAWN') and (exists (select from refund r where r.case_id = c.id and r.withdrawn_at is null) or ${TO_GIVE_BACK} > 0)`;

export const LiquidationRows = {
  /** Cases that are to be liquidated or are on their way, and those of people who did not go and are owed their money; the earliest deadline first. */
  async list(
    tx: Tx,
    filter: { states: readonly string[]; days: number; afterDue: string; afterId: string; limit: number },
  ): Promise<LiquidationLine[]> {
    return tx.query<LiquidationLine & Record<string, unknown>>(
      `select * from (
         select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", (select o.name from organisation o where o.id = c.agency_id) as "agencyName",
           (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName",
           coalesce(q.ended_on, ${ENDED}) as "endedOn", coalesce(q.due_by, ${ENDED} + $2::int) as "dueBy", coalesce(q.due_by, ${ENDED} + $2::int) - business_day() as "daysLeft",
           coalesce(q.state, 'OPEN') as state, coalesce((select sum(r.principal + r.interest) from refund r where r.case_id = c.id and r.withdrawn_at is null), 0)::bigint as owed,
           coalesce((select sum(r.paid) from refund r where r.case_id = c.id and r.withdrawn_at is null), 0)::bigint as paid
           from case_file c join worker w on w.id = c.worker_id left join liquidation q on q.case_id = c.id
          where c.agency_id is not null and (q.case_id is not null or ${TO_LIQUIDATE} or ${NOT_GONE})) x
        where x.state = any ($1) and x."endedOn" is not null and (x."dueBy", x."caseId") > ($3::date, $4::uuid) order by x."dueBy", x."caseId" limit $5`,
      [filter.states, filter.days, filter.afterDue, filter.afterId, filter.limit],
    );
  },

  /** Locks the case's liquidation; opens it where there is none. */
  async lock(tx: Tx, caseId: string, ended: { endedOn: LocalDate; dueBy: LocalDate }): Promise<LiquidationRow> {
    await tx.execute(
      `insert into liquidation (case_id, state, ended_on, due_by) values ($1, 'OPEN', $2, $3) on conflict (case_id) do nothing`,
      [caseId, ended.endedOn, ended.dueBy],
    );
    const rows = await tx.query<LiquidationRow & Record<string, unknown>>(
      `select state, ended_on as "endedOn", due_by as "dueBy" from liquidation where case_id = $1 for update`,
      [caseId],
    );
    return rows[0]!;
  },

  async find(tx: Tx, caseId: string): Promise<LiquidationRow | undefined> {
    const rows = await tx.query<LiquidationRow & Record<string, unknown>>(
      `select state, ended_on as "endedOn", due_by as "dueBy" from liquidation where case_id = $1`,
      [caseId],
    );
    return rows[0];
  },

  async letters(tx: Tx, caseId: string): Promise<LocalDate[]> {
    const rows = await tx.query<{ day: LocalDate }>(
      `select distinct effective_on as day from liquidation_event where case_id = $1 and deed = 'SEND_LETTER' order by 1`,
      [caseId],
    );
    return rows.map(({ day }) => day);
  },

  /** Day of the last answer of the worker's side that was not a yes. */
  async answeredOn(tx: Tx, caseId: string): Promise<LocalDate | null> {
    const rows = await tx.query<{ day: LocalDate | null }>(
      `select max(effective_on) as day from liquidation_event where case_id = $1 and deed = 'DISPUTE'`,
      [caseId],
    );
    return rows[0]!.day;
  },

  async change(tx: Tx, caseId: string, state: LiquidationState): Promise<void> {
    await tx.execute(`update liquidation set state = $2, version = version + 1, changed_at = now() where case_id = $1`, [caseId, state]);
  },

  async recorded(tx: Tx, caseId: string, requestId: string): Promise<boolean> {
    return (await tx.query(`select 1 from liquidation_event where case_id = $1 and request_id = $2`, [caseId, requestId])).length > 0;
  },

  async record(
    tx: Tx,
    event: { caseId: string; deed: string; on: LocalDate; state: LiquidationState; note: string | null; requestId: string },
  ): Promise<void> {
    await tx.execute(
      `insert into liquidation_event (case_id, deed, effective_on, state_after, note, request_id, account_id, organisation_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [event.caseId, event.deed, event.on, event.state, event.note, event.requestId, tx.actor.accountId, tx.actor.organisationId],
    );
  },

  async history(tx: Tx, caseId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select e.deed, e.effective_on as "on", e.state_after as "stateAfter", e.note, e.recorded_at as "recordedAt", (select a.display_name from account a where a.id = e.account_id) as by,
          (select o.name from organisation o where o.id = e.organisation_id) as organisation from liquidation_event e where e.case_id = $1 order by e.id desc limit 100`,
      [caseId],
    );
  },
};
