import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** Sessions, as the account they belong to. */
export const SessionRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`, [], 'business_day'))[0]!.today;
  },

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

  /** Whether the session would let a request in now. Unlike a request this is no use of it: an idle session still ends. */
  async isLive(tx: Tx, tokenHash: Buffer, idleMinutes: number): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from session s join account a on a.id = s.account_id left join organisation o on o.id = a.organisation_id
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)
         and s.created_at >= a.sessions_valid_from and a.state = 'active' and coalesce(o.active, true)`,
      [tokenHash, idleMinutes],
      'session_is_live',
    );
    return rows.length === 1;
  },

  async end(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.execute(`update session set revoked_at = now() where token_hash = $1 and revoked_at is null`, [tokenHash]);
  },
};
