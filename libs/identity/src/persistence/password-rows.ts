import type { Tx } from '@app/platform';

/** Passwords and one-time links, as the account itself or by an administrator. */
export const PasswordRows = {
  async find(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ hash: string | null }>(`select password_hash as hash from account where id = $1`, [tx.actor.accountId]);
    return row?.hash ?? null;
  },

  /** The new password ends every session opened before. */
  async set(tx: Tx, accountId: string, hash: string): Promise<void> {
    await tx.execute(
      `update account set password_hash = $2, state = 'active', sessions_valid_from = now(), changed_at = now() where id = $1 and state <> 'disabled'`,
      [accountId, hash],
    );
  },

  /** Uses up the link; false when it has been used or has expired meanwhile. */
  async useLink(tx: Tx, linkId: string): Promise<boolean> {
    return (
      (await tx.execute(`update one_time_link set used_at = now() where id = $1 and used_at is null and expires_at > now()`, [linkId])) ===
      1
    );
  },

  async dropLinks(tx: Tx, accountId: string): Promise<void> {
    await tx.execute(`update one_time_link set used_at = now() where account_id = $1 and used_at is null`, [accountId]);
  },

  async addLinks(tx: Tx, links: readonly { id: string; accountId: string; tokenHash: Buffer }[], hours: number): Promise<void> {
    await tx.execute(
      `insert into one_time_link (id, account_id, purpose, token_hash, expires_at)
       select l.id, l.account_id, 'set_password', l.token_hash, now() + make_interval(hours => $4)
       from unnest($1::uuid[], $2::uuid[], $3::bytea[]) l(id, account_id, token_hash)`,
      [links.map((l) => l.id), links.map((l) => l.accountId), links.map((l) => l.tokenHash), hours],
    );
  },

  /** Ends the way in at once: no password, no session, no link. */
  async disable(tx: Tx, accountId: string): Promise<boolean> {
    return (
      (await tx.execute(
        `update account set state = 'disabled', sessions_valid_from = now(), access_ended_at = now(), changed_at = now() where id = $1 and state <> 'disabled'`,
        [accountId],
      )) === 1
    );
  },

  /** The old password and sessions are void until the new link is used. */
  async reset(tx: Tx, accountId: string): Promise<boolean> {
    return (
      (await tx.execute(
        `update account set state = 'invited', password_hash = null, sessions_valid_from = now(), access_ended_at = now(), changed_at = now() where id = $1`,
        [accountId],
      )) === 1
    );
  },
};
