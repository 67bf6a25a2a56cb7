import type { Tx } from '../database/transaction-runner';

/** Makes a consumer take each outbox row once, in the transaction of its effect. */
export const Inbox = {
  /** True the first time; false when this consumer has already taken the row. */
  async once(tx: Tx, consumer: string, messageId: number): Promise<boolean> {
    return (
      (await tx.execute(`insert into inbox (consumer, message_id) values ($1, $2) on conflict do nothing`, [consumer, messageId])) === 1
    );
  },
};
