import type { Tx } from '@app/platform';
import type { NewView, SavedView } from '../domain/preference';

export const PreferenceRows = {
  async find(tx: Tx, key: string): Promise<unknown> {
    const rows = await tx.query<{ value: unknown }>(`select value from account_preference where account_id = $1 and key = $2`, [
      tx.actor.accountId,
      key,
    ]);
    return rows[0]?.value ?? null;
  },

  async put(tx: Tx, key: string, json: string): Promise<void> {
    await tx.execute(
      `insert into account_preference (account_id, key, value) values ($1, $2, $3::jsonb)
       on conflict (account_id, key) do update set value = excluded.value, changed_at = now()`,
      [tx.actor.accountId, key, json],
    );
  },

  /** Own views and those the organisation shares, by screen and name. */
  async views(tx: Tx): Promise<SavedView[]> {
    return tx.query<SavedView & Record<string, unknown>>(
      `select v.id, v.screen, v.name, v.query, v.shared, v.account_id = $1 as own, coalesce(a.display_name, '') as author
         from saved_view v left join account a on a.id = v.account_id order by v.screen, v.name, v.id limit 500`,
      [tx.actor.accountId],
    );
  },

  async countOwn(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from saved_view where account_id = $1`, [tx.actor.accountId]);
    return row!.n;
  },

  /** False: the account has a view of this name already. */
  async add(tx: Tx, id: string, view: NewView): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into saved_view (id, account_id, organisation_id, screen, name, query, shared) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (account_id, screen, name) do nothing`,
        [id, tx.actor.accountId, tx.actor.organisationId, view.screen, view.name, view.query, view.shared],
      )) === 1
    );
  },

  async isVisible(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`select from saved_view where id = $1`, [id])).length > 0;
  },

  /** True when it was the account's own. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await tx.execute(`delete from saved_view where id = $1 and account_id = $2`, [id, tx.actor.accountId])) === 1;
  },
};
