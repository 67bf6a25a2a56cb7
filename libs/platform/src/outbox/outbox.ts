import type { Tx } from '../database/transaction-runner';

/** What may travel: ids, codes, dates. Never a name, a number of a person or an address. */
export type OutboxPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Writes duties and facts to pass on in the transaction that caused them. `queue.add` exists nowhere but in the relay. */
export const Outbox = {
  /** Topic as `<context>.<fact>.v<n>`, e.g. `casework.departure-recorded.v1`. */
  async enqueue(tx: Tx, topic: string, payload: OutboxPayload, dueAt?: Date): Promise<void> {
    await tx.execute(
      `insert into outbox (topic, payload, due_at) values ($1, $2, coalesce($3, now()))`,
      [topic, payload, dueAt ?? null],
      'outbox_enqueue',
    );
  },
};
