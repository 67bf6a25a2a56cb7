import type { Tx } from '@app/platform';

/** How far the acting account has read its bell. */
export const BellSeen = {
  /** `seenAt` null: never looked. `asOf`: this moment in the database. */
  async find(tx: Tx): Promise<{ seenAt: Date | null; asOf: Date }> {
    const [row] = await tx.query<{ seenAt: Date | null; asOf: Date }>(
      `select (select seen_at from bell_seen where account_id = $1) as "seenAt", now() as "asOf"`,
      [tx.actor.accountId],
      'bell_seen_find',
    );
    return row!;
  },

  /** Never back, never into the future. */
  async mark(tx: Tx, upTo: Date): Promise<void> {
    await tx.execute(
      `insert into bell_seen as b (account_id, seen_at) values ($1, least(now(), $2::timestamptz))
       on conflict (account_id) do update set seen_at = greatest(b.seen_at, excluded.seen_at)`,
      [tx.actor.accountId, upTo],
    );
  },
};
