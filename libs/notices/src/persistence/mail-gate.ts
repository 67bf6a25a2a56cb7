import type { Tx } from '@app/platform';

/** Stops all mail after a restore: the restored rows do not know what has been sent since the backup. */
export const MailGate = {
  async isClosed(tx: Tx): Promise<boolean> {
    return (await tx.query(`select 1 from mail_gate where closed_since is not null`, [], 'mail_gate')).length > 0;
  },

  async close(tx: Tx, reason: string): Promise<void> {
    await tx.execute(`update mail_gate set closed_since = coalesce(closed_since, now()), reason = $1, changed_by = $2`, [
      reason,
      tx.actor.login,
    ]);
  },

  /**
   * @param sentUntil mails owed before this moment count as sent already (the time of the failure); without it everything is sent.
   * Returns how many copies were held back for good.
   */
  async open(tx: Tx, sentUntil?: Date): Promise<number> {
    const kept = sentUntil
      ? await tx.execute(
          `update delivery set state = 'sent', last_error = 'RESTORED_AS_SENT', lease_until = null
           where state in ('queued', 'retry', 'uncertain', 'sending') and created_at < $1`,
          [sentUntil],
        )
      : 0;
    await tx.execute(`update mail_gate set closed_since = null, reason = null, changed_by = $1`, [tx.actor.login]);
    return kept;
  },
};
