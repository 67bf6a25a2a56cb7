import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface Snooze {
  readonly organisationId: string;
  readonly kind: string;
  readonly ref: string;
}

export const SnoozeRows = {
  async put(tx: Tx, { organisationId, kind, ref }: Snooze, until: LocalDate, reason: string): Promise<void> {
    await tx.execute(
      `insert into work_snooze (organisation_id, kind, ref, hidden_until, reason, account_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (organisation_id, kind, ref) do update
         set hidden_until = excluded.hidden_until, reason = excluded.reason, account_id = excluded.account_id, created_at = now()`,
      [organisationId, kind, ref, until, reason, tx.actor.accountId],
    );
  },

  /** True when it was hidden. */
  async remove(tx: Tx, { organisationId, kind, ref }: Snooze): Promise<boolean> {
    return (
      (await tx.execute(`delete from work_snooze where organisation_id = $1 and kind = $2 and ref = $3`, [organisationId, kind, ref])) === 1
    );
  },

  /** Rows put off by the organisation that are still hidden. */
  async count(tx: Tx, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ hidden: number }>(
      `select count(*)::int as hidden from work_snooze where organisation_id = $1 and hidden_until > business_day()`,
      [organisationId],
    );
    return row!.hidden;
  },
};
