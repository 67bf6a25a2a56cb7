import type { Tx } from '@app/platform';

export interface Officer {
  readonly accountId: string;
  readonly name: string;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly since: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
}

const OF_OTHERS = 'Cán bộ của đơn vị khác';

/** `active`: may accompany somebody; others are there only to hand over what they still have. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly cases: number;
  readonly active: boolean;
  /** The asking account itself. */
  readonly own: boolean;
}

export const OfficerRows = {
  /** Who accompanied the case, newest first; of other offices' accounts no more is told than that they are. */
  async history(tx: Tx, caseId: string): Promise<Officer[]> {
    return tx.query<Officer & Record<string, unknown>>(
      `select o.account_id as "accountId", coalesce(a.display_name, $2) as name, o.deputy_id as "deputyId", d.display_name as "deputyName", o.since, o.ended_at as "endedAt", o.reason
         from case_officer o left join account a on a.id = o.account_id left join account d on d.id = o.deputy_id where o.case_id = $1 order by o.since desc`,
      [caseId, OF_OTHERS],
    );
  },

  /** Colleagues of the asking account: those who work here, and those who have left with cases in hand. */
  async colleagues(tx: Tx): Promise<Colleague[]> {
    return tx.query<Colleague & Record<string, unknown>>(
      `select a.id as "accountId", a.display_name as name, n.cases, a.state = 'active' as active, a.id = $2 as own
         from account a cross join lateral (select count(*)::int as cases from case_officer o where o.account_id = a.id and o.ended_at is null) n
        where a.organisation_id = $1 and (a.state = 'active' or n.cases > 0) order by a.display_name, a.id limit 200`,
      [tx.actor.organisationId, tx.actor.accountId],
    );
  },

  /** Who accompanies the case. The office is unknown where the asking scope does not see it. */
  async now(tx: Tx, caseId: string): Promise<{ accountId: string; organisationId: string | null } | undefined> {
    const rows = await tx.query<{ accountId: string; organisationId: string | null }>(
      `select o.account_id as "accountId", (select a.organisation_id from account a where a.id = o.account_id) as "organisationId"
         from case_officer o where o.case_id = $1 and o.ended_at is null`,
      [caseId],
    );
    return rows[0];
  },

  /** Whether the account belongs to the asking one's office, also when it is closed by now. */
  async ofOwnOffice(tx: Tx, accountId: string): Promise<boolean> {
    return (
      (await tx.query(`select from account where id = $1 and organisation_id = $2`, [accountId, tx.actor.organisationId])).length === 1
    );
  },

  /** Whether the asking account may know of all of these accounts. */
  async seen(tx: Tx, ids: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(ids)];
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from account where id = any ($1::uuid[])`, [wanted]);
    return row!.n === wanted.length;
  },

  /** The first officer of a case; somebody who is there stays. */
  async assignFirst(tx: Tx, id: string, caseId: string, accountId: string): Promise<void> {
    await tx.execute(
      `insert into case_officer (id, case_id, account_id) values ($1, $2, $3) on conflict (case_id) where ended_at is null do nothing`,
      [id, caseId, accountId],
    );
  },

  /** Those of these cases that nobody accompanies get an officer; how many. */
  async assignFree(tx: Tx, caseIds: readonly string[], accountId: string): Promise<number> {
    if (caseIds.length === 0) return 0;
    return tx.execute(
      `insert into case_officer (id, case_id, account_id) select gen_random_uuid(), c.id, $2 from unnest($1::uuid[]) as c (id)
         on conflict (case_id) where ended_at is null do nothing`,
      [caseIds, accountId],
    );
  },

  /** The same row again changes nothing. */
  async replace(
    tx: Tx,
    row: { id: string; caseId: string; accountId: string; deputyId: string | null; reason: string | null },
  ): Promise<void> {
    const { id, caseId, accountId, deputyId, reason } = row;
    if ((await tx.query(`select from case_officer where id = $1`, [id])).length > 0) return;
    await tx.execute(`update case_officer set ended_at = now(), reason = $2 where case_id = $1 and ended_at is null`, [caseId, reason]);
    await tx.execute(`insert into case_officer (id, case_id, account_id, deputy_id) values ($1, $2, $3, $4)`, [
      id,
      caseId,
      accountId,
      deputyId,
    ]);
  },

  /** Everything one officer accompanies becomes another's, in one statement; how many cases. */
  async handOver(tx: Tx, from: string, to: string, reason: string): Promise<number> {
    return tx.execute(
      `with ended as (update case_officer set ended_at = now(), reason = $3 where account_id = $1 and ended_at is null returning case_id, deputy_id)
       insert into case_officer (id, case_id, account_id, deputy_id, since) select gen_random_uuid(), case_id, $2, nullif(deputy_id, $2), clock_timestamp() from ended`,
      [from, to, reason],
    );
  },
};
