import type { Tx } from '@app/platform';

/** The senders' files themselves; what was decided of their rows stays. */
export const StoredFiles = {
  /** Empties files taken in longer ago than `days`. Runs as the background role; returns how many. */
  async forget(tx: Tx, days: number): Promise<number> {
    return tx.execute(
      `update import_batch set file_cipher = null where file_cipher is not null and created_at < now() - make_interval(days => $1)`,
      [days],
    );
  },
};
