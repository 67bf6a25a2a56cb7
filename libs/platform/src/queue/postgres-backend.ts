import { createHash } from 'node:crypto';
import { createPostgresBackend, runMigrations } from 'bullmq';
import { Client, Pool } from 'pg';
import type { BackendFactory, QueueBackend } from './queue-backend';
import { QUEUE_NAMES } from './queue-names';

const SCHEMA = 'bullmq';

/**
 * Queues in the database itself, for a machine without Redis. One pool serves every queue of the process: three of its
 * connections listen for new jobs, the fourth runs the statements.
 */
export class PostgresBackend implements QueueBackend {
  readonly kind = 'postgres';
  readonly databaseConnections = 4;
  readonly factory = createPostgresBackend as unknown as BackendFactory;
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: this.databaseConnections,
      application_name: 'benve-queue',
      options: `-c search_path=${SCHEMA}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.pool.setMaxListeners(20);
    // A dropped idle connection is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  connection(): never {
    return this.pool as never;
  }

  /** The schema belongs to the owner role and is made by the migrate command, never by a running process. */
  async check(): Promise<boolean> {
    let found: boolean;
    try {
      found = (await this.pool.query(`select to_regclass('${SCHEMA}.job') is not null as found`)).rows[0].found;
    } catch {
      return false;
    }
    if (!found) throw new Error('The queue tables are missing: run the migrate command');
    return true;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Makes or updates the schema of the queues as its owner and lets the background role use it. Idempotent. */
export async function prepareQueueSchema(ownerUrl: string): Promise<void> {
  const db = new Client({ connectionString: ownerUrl, application_name: 'benve-migrate' });
  await db.connect();
  try {
    await runMigrations(db as never, SCHEMA);
    // BullMQ would make them at the first job; the background role may create nothing.
    for (const queue of QUEUE_NAMES)
      await db.query(`create sequence if not exists ${SCHEMA}.bullmq_jid_${createHash('md5').update(queue).digest('hex')}`);
    await db.query(`
      grant usage on schema ${SCHEMA} to benve_jobs;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to benve_jobs;
      grant usage, select, update on all sequences in schema ${SCHEMA} to benve_jobs;`);
  } finally {
    await db.end();
  }
}
