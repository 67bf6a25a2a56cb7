import type { Tx } from '../database/transaction-runner';
import type { OutboxPayload } from './outbox';

export interface Duty {
  id: number;
  topic: string;
  payload: OutboxPayload;
}

/** Failures after which a duty waits for a person: about an hour of growing pauses. */
export const DEAD_AFTER = 10;

/** The consumer's side of the outbox: what of a job's rows is still to do, and how it ended. */
export const Duties = {
  /** Rows not yet done, locked until the transaction ends; a second copy of the job waits and then finds nothing. */
  async take(tx: Tx, ids: readonly number[]): Promise<Duty[]> {
    return tx.query<Duty>(
      `select id, topic, payload from outbox where id = any ($1::bigint[]) and done_at is null and dead_at is null order by id for update`,
      [ids],
      'duties_take',
    );
  },

  /** Call in the transaction of the effect. */
  async done(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.execute(`update outbox set done_at = now(), last_error = null where id = any ($1::bigint[])`, [ids], 'duties_done');
  },

  /** Not now: back to waiting without counting as a failure. */
  async postpone(tx: Tx, ids: readonly number[], seconds: number): Promise<void> {
    await tx.execute(
      `update outbox set enqueued_at = null, due_at = now() + make_interval(secs => $2)
       where id = any ($1::bigint[]) and done_at is null and dead_at is null`,
      [ids, seconds],
    );
  },

  /** Pauses of 1, 2, 4 … 300 s, then {@link DEAD_AFTER} failures make it dead. `reason` must hold no value of a person. */
  async failed(tx: Tx, id: number, reason: string): Promise<void> {
    await tx.execute(
      `update outbox set attempts = attempts + 1, last_error = $2, enqueued_at = null,
         due_at = now() + make_interval(secs => least(300, 2 ^ attempts)),
         dead_at = case when attempts + 1 >= $3 then now() end
       where id = $1 and done_at is null`,
      [id, reason.slice(0, 300), DEAD_AFTER],
    );
  },
};
