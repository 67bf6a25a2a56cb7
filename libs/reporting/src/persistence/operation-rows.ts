import type { Tx } from '@app/platform';
import type { DutyTopic, LastSweep, OperationFacts } from '../domain/operation-findings';

/** A duty that was not done: what it is about stays in the database. */
export interface DutyLine extends Record<string, unknown> {
  readonly id: number;
  readonly topic: string;
  readonly state: 'waiting' | 'handed-over' | 'dead';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

const TOPICS = `
  select topic, count(*) filter (where enqueued_at is null and dead_at is null)::int as waiting,
    count(*) filter (where enqueued_at is not null and dead_at is null)::int as "handedOver", count(*) filter (where dead_at is not null)::int as dead,
    round(extract(epoch from now() - min(due_at) filter (where dead_at is null and due_at <= now())))::int as "oldestSeconds"
  from outbox where done_at is null group by topic order by topic`;

const SWEEPS = `
  select distinct on (sweep) sweep, business_day as "businessDay", state, business_day() - business_day as "daysBehind", finished_at as "finishedAt"
  from sweep_run order by sweep, business_day desc`;

/** What the installation itself is doing. Only numbers of messages: an administrator sees no notice. */
export const OperationRows = {
  async facts(tx: Tx): Promise<OperationFacts> {
    const [server] = await tx.query<{ version: string; closed: boolean }>(
      `select current_setting('server_version') as version, coalesce((select closed_since is not null from mail_gate), false) as closed`,
    );
    const messages = await tx.query<{ kind: string; state: string; messages: number }>(
      `select kind, state, messages from count_messages()`,
    );
    const countOf = (kind: string) => messages.find((row) => row.kind === kind)?.messages ?? 0;
    return {
      databaseVersion: server!.version,
      beats: await tx.query(`select name, round(extract(epoch from now() - at))::int as "ageSeconds" from heartbeat order by name`),
      topics: await tx.query<DutyTopic & Record<string, unknown>>(TOPICS),
      sweeps: await tx.query<LastSweep & Record<string, unknown>>(SWEEPS),
      mailGateClosed: server!.closed,
      deliveries: Object.fromEntries(messages.filter(({ kind }) => kind === 'delivery').map((row) => [row.state, row.messages])),
      lettersWaiting: countOf('letter'),
      noticesHeld: countOf('notice'),
    };
  },

  /** Undone duties, given-up ones first, newest first. */
  async duties(tx: Tx, limit: number): Promise<DutyLine[]> {
    return tx.query<DutyLine>(
      `select id, topic, case when dead_at is not null then 'dead' when enqueued_at is not null then 'handed-over' else 'waiting' end as state, attempts,
         last_error as "lastError", created_at as "createdAt", due_at as "dueAt"
       from outbox where done_at is null order by dead_at is null, id desc limit $1`,
      [limit],
    );
  },

  /** False: there is none to put back. */
  async replay(tx: Tx, id: number): Promise<boolean> {
    const [row] = await tx.query<{ touched: number }>(`select replay_duty($1) as touched`, [id]);
    return row!.touched === 1;
  },
};
