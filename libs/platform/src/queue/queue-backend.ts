import type { BackendFactory as Factory, IQueueBackend } from 'bullmq';

/** Opens BullMQ's storage. The connection is whatever this backend's `connection` gives. */
export type BackendFactory = Factory<IQueueBackend, never>;

/** Where the queues live. Only hints lie there: every backend may lose all of them at any moment. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Database connections this process may hold for its queues; none on Redis. */
  readonly databaseConnections: number;
  readonly factory: BackendFactory;
  /** `produce` must fail fast while the store is away; `consume` waits for it. */
  connection(use: 'produce' | 'consume'): never;
  /** Throws when the store is reachable but set up in a way that loses jobs; `false` when it cannot be reached now. */
  check(): Promise<boolean>;
  close(): Promise<void>;
}

export const QUEUE_BACKEND = Symbol('queue backend');
