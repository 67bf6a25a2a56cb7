import type { Tx } from '@app/platform';

/** Sessions, as the account they belong to. */
export const SessionRows = {
  /** False when the password checked a moment ago is no longer the account's. */
  async open(
    tx: Tx,
    session: { id: string; tokenHash: Buffer; passwordHash: string; hours: number },
  ): Promise<{ expiresAt: Date } | undefined> {
    const rows = await tx.query<{ expiresAt: Date }>(
      `insert into session (id, token_hash, account_id, expires_at)
       select $1, $2, a.id, now() + make_interval(hours => $4) from account a where a.id = $5 and a.password_hash = $3 and a.state = 'active'
       returning expires_at as "expiresAt"`,
      [session.id, session.tokenHash, session.passwordHash, session.hours, tx.actor.accountId],
    );
    return rows[0];
  },

  async end(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.execute(`update session set revoked_at = now() where token_hash = $1 and revoked_at is null`, [tokenHash]);
  },
};
