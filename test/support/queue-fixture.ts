import { createLog, prepareQueueSchema, type QueueBackend } from '@app/platform';
import { PostgresBackend } from '../../libs/platform/src/queue/postgres-backend';
import { RedisBackend } from '../../libs/platform/src/queue/redis-backend';
import { PrivateRedis } from './private-redis';
import { createTestDatabase, type TestDatabase } from './test-database';

export const BACKENDS = ['postgres', 'redis'] as const;
export type BackendKind = (typeof BACKENDS)[number];

export interface QueueFixture {
  db: TestDatabase;
  redis?: PrivateRedis;
  open(): QueueBackend;
  /** Throws away everything the queues hold. */
  flush(): Promise<void>;
  /** Lets the locks of killed processes run out now instead of in half a minute. */
  expireLocks(): Promise<void>;
  close(): Promise<void>;
}

export const silentLog = createLog('test', process.env.TEST_LOG ?? 'silent');

/** A database and an empty queue store; undefined where the store is not installed (a NOT RUN line is printed). */
export async function createQueueFixture(
  kind: BackendKind,
  suite: string,
  options: { today?: string } = {},
): Promise<QueueFixture | undefined> {
  const redis = kind === 'redis' ? await PrivateRedis.start(suite) : undefined;
  if (kind === 'redis' && !redis) return undefined;
  const db = await createTestDatabase(options);
  if (kind === 'postgres') {
    await db.sql(`alter database ${db.name} owner to benve_owner`);
    await prepareQueueSchema(db.urls.owner);
  }
  return {
    db,
    redis,
    open: () => (redis ? new RedisBackend(redis.url) : new PostgresBackend(db.urls.jobs)),
    flush: async () => {
      if (redis) await redis.command((c) => c.flushall());
      else await db.sql('delete from bullmq.job; delete from bullmq.scheduler; delete from bullmq.meta; delete from bullmq.event');
    },
    expireLocks: async () => {
      if (redis)
        await redis.command(async (c) => c.del('none', ...(await c.keys('benve:*:lock')), ...(await c.keys('benve:*:stalled-check'))));
      else
        await db.sql(
          `update bullmq.job set locked_until_ms = 0, stalled_marked = true where state = 'active'; delete from bullmq.meta where field = 'stalled-check'`,
        );
    },
    close: async () => {
      await db.close();
      await redis?.kill();
    },
  };
}

/** Waits until `check` gives something; fails with the last answer after `ms`. */
export async function eventually<T>(check: () => Promise<T | undefined | false>, ms: number, what: string): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
