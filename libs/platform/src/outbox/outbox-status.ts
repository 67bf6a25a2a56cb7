import type { Tx } from '../database/transaction-runner';

export interface TopicStatus {
  topic: string;
  waiting: number;
  /** Handed to the queue, not done yet. */
  handedOver: number;
  dead: number;
  /** Seconds the oldest undone row has been due. */
  oldest: number | null;
  lastError: string | null;
}

/** What lies in the outbox by topic; done rows are left out. */
export async function outboxStatus(tx: Tx): Promise<TopicStatus[]> {
  return tx.query<TopicStatus>(
    `select topic, count(*) filter (where enqueued_at is null and dead_at is null)::int as waiting,
       count(*) filter (where enqueued_at is not null and dead_at is null)::int as "handedOver", count(*) filter (where dead_at is not null)::int as dead,
       extract(epoch from now() - min(due_at) filter (where dead_at is null and due_at <= now()))::float8 as oldest,
       (array_agg(last_error order by id desc) filter (where last_error is not null))[1] as "lastError"
     from outbox where done_at is null group by topic order by topic`,
  );
}
