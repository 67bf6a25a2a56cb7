import { getDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import type { BackendFactory, QueueBackend } from './queue-backend';

/** Queues on Redis or Valkey. Connections are given as options, so BullMQ opens and closes them itself. */
export class RedisBackend implements QueueBackend {
  readonly kind = 'redis';
  readonly databaseConnections = 0;
  readonly factory = getDefaultBackendFactory() as unknown as BackendFactory;

  constructor(private readonly url: string) {}

  connection(use: 'produce' | 'consume'): never {
    return {
      url: this.url,
      maxRetriesPerRequest: null,
      connectTimeout: 5_000,
      enableOfflineQueue: use === 'consume',
      retryStrategy: (times: number) => Math.min(times * 200, 2_000),
    } as never;
  }

  /** An evicting Redis drops waiting jobs in silence: refused. */
  async check(): Promise<boolean> {
    const redis = new Redis(this.url, {
      lazyConnect: true,
      connectTimeout: 3_000,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
    } catch {
      return false;
    }
    try {
      const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
      if (policy !== 'noeviction')
        throw new Error(`Redis evicts keys (maxmemory-policy ${policy ?? 'unknown'}): set maxmemory-policy noeviction`);
      return true;
    } finally {
      redis.disconnect();
    }
  }

  async close(): Promise<void> {}
}
